"""For every kind of key in an address: one thing of that kind about a given child, held by the child's own setting.

A route with a new kind of key fails the matrix until its thing is named here. Everything written carries MARK, so that
a page which shows any of it to somebody refused is caught by its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from goldenthread.children.models import Child, ClassGroup, ClassMembership
from goldenthread.documents.models import Audience, Document, StoredFile
from goldenthread.documents.storage import document_store
from goldenthread.imports.models import Batch
from goldenthread.letters.models import Communication, Letter, Message, MessageThread, SentLetter
from goldenthread.local_offer.editing.models import Claim, EntryReport
from goldenthread.local_offer.intake.models import Intake
from goldenthread.local_offer.models import (
    Comment,
    CommentResponse,
    EverydayPhrase,
    OfferOrganisation,
    Service,
    ServiceVersion,
    Synonym,
)
from goldenthread.local_offer.school_information.models import InformationReport
from goldenthread.organisations.models import Closure, Organisation, Term
from goldenthread.people.models import Account, Assignment, AuthorityToAct, Invitation, Parent, YoungPersonAccess
from goldenthread.privacy.models import NamedReader, WithheldAddress
from goldenthread.process.models import Draft
from goldenthread.provision.models import Delivery, Dose, Group, PlannedSession
from goldenthread.sen_support.models import Concern, Contribution, Cycle, Measure, Review, Target, TargetDose
from tests.factories.children import make_identifier, make_need, make_profile
from tests.factories.comments import make_comment
from tests.factories.editing import make_claim, make_report
from tests.factories.local_offer import make_provider, make_service
from tests.factories.offer_pages import make_office
from tests.factories.provision import FRIDAY, make_dose, make_entry, make_group, make_slot
from tests.factories.world import TODAY, give_role, inside, make_account, make_class

from .routes import Route

_number = count(1000000000)
MARK = "Quillfeather"
MORNING = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/London"))
BYTES = f"What {MARK} saw.\n".encode()


@dataclass
class About:
    """Things about one child. reader: an account in the child's family to whom what has one reader is given."""

    child: Child
    reader: Account | None = None

    @property
    def setting(self) -> Organisation:
        return self.child.holder

    @property
    def held(self) -> dict[str, Any]:
        return {"authority_id": self.child.authority_id, "holder_id": self.child.holder_id}

    def _make(self, model: Any, **values: Any) -> Any:
        with inside(self.setting):
            return model.objects.create(child=self.child, **self.held, **values)

    @cached_property
    def writer(self) -> Account:
        """A member of staff of the child's setting who wrote everything, and asks for nothing in the tests."""
        account = make_account("Wren Writer")
        after_the_first = date(2025, 9, 1)  # so that lists of SENCOs keep their order
        give_role(account, "senco", self.setting, from_on=after_the_first)
        return account

    @cached_property
    def adult(self) -> AuthorityToAct:
        """The reader's authority; or that of one more grown-up, in force today, who never signs in."""
        with inside(self.setting):
            mine = AuthorityToAct.objects.select_related("parent").filter(
                child=self.child, parent__account=self.reader, parent__account__isnull=False
            )
            if (found := mine.first()) is not None:
                return found
            parent = Parent.objects.create(given_name=MARK, family_name="Grown-up", **self.held)
        return self._make(
            AuthorityToAct, parent=parent, relationship="mother", evidence="Seen", from_on=date(2024, 9, 1)
        )

    @property
    def parent(self) -> Parent:
        return self.adult.parent

    @cached_property
    def invitation(self) -> Invitation:
        return self._make(
            Invitation, parent=self.parent, code_hash=sha256(uuid4().bytes).hexdigest(),
            made_by=self.writer, made_on=TODAY, last_day_on=date(2026, 12, 4),
        )  # fmt: skip

    @cached_property
    def reader_of_address(self) -> NamedReader:
        """The address of the child's grown-up is withheld, and the writer is named for it."""
        with inside(self.setting):
            address = WithheldAddress(
                parent=self.parent, address=f"9 {MARK} Row", reason=MARK, withheld_on=TODAY,
                withheld_by=self.writer, **self.held,
            )  # fmt: skip
            WithheldAddress.objects.bulk_create([address])
            return NamedReader.objects.create(
                withheld_address_id=address.pk, account=self.writer, from_on=TODAY, named_by=self.writer, **self.held
            )

    @cached_property
    def need(self) -> Any:
        return make_need(self.child, self.setting, words=f"{MARK} needs pictures")

    @cached_property
    def identifier(self) -> Any:
        return make_identifier(self.child, self.setting, "uln", f"{next(_number):010d}")

    @cached_property
    def profile(self) -> Any:
        return make_profile(self.child, self.setting, self.writer, good_at=f"{MARK} jokes")

    @cached_property
    def class_group(self) -> ClassGroup:
        with inside(self.setting):
            found = ClassGroup.objects.filter(
                pk__in=ClassMembership.objects.filter(child=self.child).values("class_group_id"), holder=self.setting
            ).first()
        return found or make_class(self.setting, f"Class of {self.child.pk}", (), (self.child,))

    @cached_property
    def stored_file(self) -> StoredFile:
        document_store().put(BYTES)
        return self._make(
            StoredFile, sha256=sha256(BYTES).hexdigest(), size=len(BYTES), media_type="text/plain", ending=".txt",
            made_here=True, scan="clean",
        )  # fmt: skip

    @cached_property
    def document(self) -> Document:
        """Open to everyone who may see the record, and given by the reader, so that the reader may change it."""
        return self._make(
            Document, title=f"{MARK} report", kind="report", audience=Audience.EVERYONE, on=TODAY,
            submitted_by=self.reader or self.writer, from_family=self.reader is not None, stored_file=self.stored_file,
        )  # fmt: skip

    def _letter(self, state: str) -> Letter:
        own = self._is_own_record
        to = {"to_young_person": True} if own else {"to_parent": self.parent}
        return self._make(
            Letter, kind="free", subject=f"{MARK} letter", words=MARK, channel="portal", state=state,
            written_by=self.writer, written_on=TODAY, rendered=self.stored_file, pictures=[self.stored_file.sha256],
            page_sha256=self.stored_file.sha256, **to,
        )  # fmt: skip

    @property
    def _is_own_record(self) -> bool:
        if self.reader is None:
            return False
        with inside(self.setting):
            return YoungPersonAccess.objects.filter(child=self.child, account=self.reader).exists()

    @cached_property
    def letter(self) -> Letter:
        return self._letter("called_back")

    @cached_property
    def sent_letter(self) -> Letter:
        letter = self._letter("sent")
        self._make(
            SentLetter, letter=letter, recipient=MARK, channel="portal", stored_file=self.stored_file,
            sha256=self.stored_file.sha256, page_sha256=self.stored_file.sha256, sent_by=self.writer, on=TODAY, at=MORNING,
        )  # fmt: skip
        return letter

    @cached_property
    def thread(self) -> MessageThread:
        thread = self._make(
            MessageThread, family_account=self.reader or self.writer, subject=f"{MARK} asks", opened_on=TODAY
        )
        self._make(
            Message, thread=thread, words=MARK, from_family=True, written_by=self.reader or self.writer, on=TODAY
        )
        return thread

    @cached_property
    def communication(self) -> Communication:
        return self._make(
            Communication,
            way="call",
            on=TODAY,
            with_whom=MARK,
            said=MARK,
            shared_with="everyone",
            recorded_by=self.writer,
        )

    @cached_property
    def concern(self) -> Concern:
        return self._make(
            Concern, state="raised", voice="parent", words=f"{MARK} worries", audience="everyone", raised_on=TODAY,
            raised_by_name=MARK, recorded_by=self.writer,
        )  # fmt: skip

    @cached_property
    def cycle(self) -> Cycle:
        return self._make(
            Cycle, state="do", number=1, began_on=date(2026, 9, 7), starts_on=date(2026, 9, 7), weeks=12,
            review_on=date(2026, 12, 11), owner=self.writer, analysis=f"{MARK} reads words",
        )  # fmt: skip

    @cached_property
    def review(self) -> Review:
        return self._make(
            Review, cycle=self.cycle, agreed_on=date(2026, 12, 11), meets_on=date(2026, 12, 11), place=MARK
        )

    @cached_property
    def measure(self) -> Measure:
        return self._make(Measure, name=f"{MARK} words a minute {next(_number)}")

    @cached_property
    def target(self) -> Target:
        target = self._make(
            Target, cycle=self.cycle, number=1, words=f"{MARK} reads 60 words", measure=self.measure, baseline=30.0,
            baseline_on=date(2026, 9, 7), target_value=60.0, by_on=date(2026, 12, 11),
        )  # fmt: skip
        self._make(TargetDose, target=target, dose=self.dose)
        return target

    @cached_property
    def words(self) -> Contribution:
        """Said by the reader, or by the child, for everyone to read."""
        voice = "parent" if self.reader and not self._is_own_record else "child"
        return self._make(
            Contribution, voice=voice, words=f"{MARK} says", said_by=MARK, recorded_by=self.reader or self.writer,
            account=self.reader, on=TODAY, audience="everyone",
        )  # fmt: skip

    @cached_property
    def dose(self) -> Dose:
        return make_dose(self.child, self.setting, what=f"{MARK} reading")

    @cached_property
    def group(self) -> Group:
        return make_group(self.setting, self.writer, (self.child,))

    @cached_property
    def planned_session(self) -> PlannedSession:
        return make_slot(self.setting, FRIDAY, dose=self.dose, starts_at=time(9, 10))

    @cached_property
    def delivery(self) -> Delivery:
        return make_entry(self.dose, self.setting, self.writer, TODAY, planned_session=self.planned_session)

    # Things of a setting, about no child --------------------------------------------------------------------------

    @cached_property
    def batch(self) -> Batch:
        with inside(self.setting):
            return Batch.objects.create(
                kind="pupils",
                file_name="pupils.csv",
                digest="0" * 64,
                read_at=MORNING,
                read_by=self.writer,
                **self.held,
            )

    @cached_property
    def term(self) -> Term:
        return Term.objects.filter(organisation=self.setting).first() or Term.objects.create(
            organisation=self.setting, name="Autumn", starts_on=date(2026, 9, 2), ends_on=date(2026, 12, 18)
        )

    @cached_property
    def closure(self) -> Closure:
        return Closure.objects.create(organisation=self.setting, from_on=TODAY, to_on=TODAY, reason="Training")

    @cached_property
    def assignment(self) -> Assignment:
        with inside(self.setting):
            return Assignment.objects.get(account=self.writer)

    @cached_property
    def comment(self) -> Comment:
        """A comment on the Local Offer of the child's authority, which only the authority's own officers reach."""
        return make_comment(self.child.authority, f"{MARK} cannot get swimming")

    @cached_property
    def intake(self) -> Intake:
        """Services that were brought in and wait for a yes, which only the authority's own officers reach."""
        area = self.child.authority
        with inside(area):
            return Intake.objects.create(
                authority=area, holder=area, kind="gias", named=f"{MARK}.csv", source_name=MARK, read_at=MORNING,
                read_by=self.writer, counts={"new": 1},
            )  # fmt: skip

    # An entry of the Local Offer whose provider is the child's setting ------------------------------------------------

    @cached_property
    def provider(self) -> OfferOrganisation:
        return make_provider(self.child.authority, f"{MARK} Trust", keepers=self.setting)

    @cached_property
    def service(self) -> Service:
        return make_service(self.child.authority, self.provider, name=f"{MARK} swimming")

    @cached_property
    def service_version(self) -> ServiceVersion:
        with inside(self.child.authority):
            return ServiceVersion.objects.filter(service=self.service).earliest("number")

    @cached_property
    def member(self) -> Assignment:
        return give_role(make_account("Ed Hartley"), "provider_editor", self.setting)

    @cached_property
    def claim(self) -> Claim:
        return make_claim(self.child.authority, self.service, name=MARK, proved=True)

    @cached_property
    def page_report(self) -> EntryReport:
        return make_report(self.child.authority, self.service, words=MARK)

    @cached_property
    def report(self) -> InformationReport:
        """The setting's SEN information report, which waits for approval."""
        words = {"parts": [], "links": [], "setting": MARK, "number": 1, "what_changed": MARK, "changed": []}
        days = {"facts_on": "2026-11-20", "published_on": "", "review_by": "", "approved_by": "", "before_on": ""}
        with inside(self.setting):
            return InformationReport.objects.first() or InformationReport.objects.create(
                number=1, state="waiting", contents=words | days, begun_on=TODAY, changed_at=MORNING,
                sent_by=self.writer, sent_on=TODAY, **self.held,
            )  # fmt: skip

    @cached_property
    def synonym(self) -> Synonym:
        """Words that the child's authority keeps, which only its own officers reach."""
        area = self.child.authority
        with inside(area):
            return Synonym.objects.create(authority=area, holder=area, words=[MARK, "ponies"])

    @cached_property
    def phrase(self) -> EverydayPhrase:
        area = self.child.authority
        with inside(area):
            return EverydayPhrase.objects.create(authority=area, holder=area, said=MARK, words=["ponies"])

    @cached_property
    def _office(self) -> dict[str, Any]:
        """A page of the Local Offer with its things, which only the authority's own officers reach."""
        return make_office(self.child.authority, self.writer, MARK)

    @property
    def offer_page(self) -> Any:
        return self._office["offer_page"]

    @property
    def page_version(self) -> Any:
        return self._office["page_version"]

    @property
    def consultation(self) -> Any:
        return self._office["consultation"]

    @property
    def gap(self) -> Any:
        return self._office["gap"]

    @property
    def area_word(self) -> Any:
        return self._office["area_word"]

    @property
    def copy_request(self) -> Any:
        return self._office["copy_request"]

    @cached_property
    def response(self) -> CommentResponse:
        area = self.child.authority
        with inside(area):
            return CommentResponse.objects.create(
                authority=area, holder=area, text=MARK, action=MARK, owner="Short breaks team", status="done",
                done_on=TODAY, written_by=self.writer, changed_at=MORNING,
            )  # fmt: skip

    @cached_property
    def draft(self) -> Draft:
        from goldenthread.database.acting import one_transaction

        with one_transaction(authority=None, person=self.writer.pk):
            return Draft.objects.create(
                person_id=self.writer.pk, form="form/x", fields={"words": [MARK]}, saved_at=MORNING
            )

    # Keys for an address ------------------------------------------------------------------------------------------

    def part(self, name: str, route: str) -> Any:
        """The value of one key of a route. Raises AttributeError when nobody has said what stands there."""
        fixed = {"day": TODAY, "kind": "pupils", "name": "staff", "pk": 1, "organisation": self.setting.pk}
        fixed |= {"rule": "ehcna.final_plan", "source": "gias", "heading": "kinds"}
        fixed |= {"language": "pl", "requirement": "C16", "page_name": "short-breaks"}
        if name in fixed:
            return fixed[name]
        if name == "letter" and route.startswith("my_"):
            return self.sent_letter.pk
        if name == "reader":
            return self.reader_of_address.pk
        thing = getattr(self, name)
        assert isinstance(thing.pk, UUID)
        return thing.pk

    def parts(self, route: Route) -> dict[str, Any]:
        if route.name == "withheld_address":
            assert self.reader_of_address
        if "dose" in route.parts and "target" in route.parts:
            assert self.target
        if route.name == "remove_from_group":
            return {"group": self.group.pk, "child": self.child.pk}
        return {name: self.part(name, route.name) for name in route.parts}

    def everything(self) -> About:
        """Write all of it, so that lists and the record have something to give away."""
        for name in (*ABOUT_THE_CHILD, *GIVEN_TO_ONE):
            getattr(self, name)
        return self

    def given_to(self, reader: Account) -> About:
        """The same things, but what is given to one person is given to this one."""
        other = About(self.child, reader)
        other.__dict__.update({name: getattr(self, name) for name in ABOUT_THE_CHILD})
        for name in GIVEN_TO_ONE:
            getattr(other, name)
        return other


ABOUT_THE_CHILD = (
    "writer", "need", "identifier", "profile", "class_group", "stored_file", "communication", "concern", "cycle", "review",
    "target", "measure", "dose", "delivery", "planned_session", "group",
)  # fmt: skip
GIVEN_TO_ONE = ("adult", "document", "letter", "sent_letter", "thread", "words", "reader_of_address")
