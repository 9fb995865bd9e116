"""A school a term into using it: one thing of every kind that an address can name, made through the actions.

Larkmere on 20 November 2026. Everybody is invented. To look at pages with something on them, and all of it at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.children.actions import write_profile
from goldenthread.database.acting import one_transaction
from goldenthread.imports.actions import read_file
from goldenthread.keys import new_key
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.actions.messages import open_thread, write_message
from goldenthread.local_offer.comments.actions import withhold_comment
from goldenthread.local_offer.comments.closing import close_round
from goldenthread.local_offer.intake.models import Intake, IntakeRow, What
from goldenthread.local_offer.models import Outcode
from goldenthread.local_offer.wordbook.actions import keep_phrase, keep_synonym
from goldenthread.organisations.models import Closure
from goldenthread.people.models import Account, Assignment
from goldenthread.privacy.actions import withhold_address
from goldenthread.privacy.models import NamedReader
from goldenthread.process.models import Draft
from goldenthread.provision.models import Kind
from goldenthread.sen_support.actions.agreements import answer
from goldenthread.sen_support.actions.concerns import acknowledge_concern, decide_concern
from goldenthread.sen_support.actions.cycles import Running, begin_cycle, start_cycle
from goldenthread.sen_support.actions.measures import add_reading
from goldenthread.sen_support.actions.plans import tell_parents
from goldenthread.sen_support.actions.reviews import Chosen, Invited, Meeting, Stood, arrange_review, hold_review
from goldenthread.sen_support.models import Cycle
from tests.factories.children import make_identifier, make_need, works_with
from tests.factories.comments import answered, make_comment, officers, published, redacted
from tests.factories.editing import make_edited
from tests.factories.files import a_pupil, csv_file
from tests.factories.letters import a_document, a_letter, held, make_sendable, release
from tests.factories.local_offer import CENTRE, make_offer, make_provider, make_service, place
from tests.factories.offer_pages import make_link, make_office, make_shown_page
from tests.factories.people import authority_of, invited, unlinked_parent
from tests.factories.provision import FRIDAY, MONDAY, WEDNESDAY, make_dose, make_entry, make_group, make_slot
from tests.factories.school_information import begun, school_entry, write
from tests.factories.school_information import published as published_report
from tests.factories.sen_support import a_planned_cycle, a_target, a_worry, review_of, some_words
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_child,
    make_class,
    make_parent,
    make_young_person,
    seen_by,
    set_status,
    signed_in,
    viewer_of,
)  # fmt: skip

BEGAN = date(2026, 9, 14)
SITE = "http://localhost/"


@dataclass
class LivedIn:
    """The school, its people and their things. `things`: what each word in an address stands for."""

    world: World = field(default_factory=World)
    things: dict[str, Any] = field(default_factory=dict)

    def account(self, role: str) -> Account:
        """Who looks, in this role."""
        family = {"parent": self.world.ada, "young_person": self.jordan_account, "other_parent": self.pat_account}
        return family.get(role) or self.world.staff(role)

    def viewer(self, role: str, today: date = TODAY) -> Viewer:
        return viewer_of(self.account(role), role if role != "other_parent" else "parent", today)

    def __post_init__(self) -> None:
        self._people()
        self._class()
        self._plan()
        self._sessions()
        self._worries()
        self._papers()
        self._office()
        self._offer()

    def _people(self) -> None:
        world = self.world
        self.jordan = make_child(world.school, "Jordan Vale", date(2010, 8, 31), year_group="11")
        self.pat_account = make_account("Pat Vale")
        pat = make_parent(self.jordan, world.school, "Pat Vale", self.pat_account)
        self.jordan_account = make_young_person(self.jordan, world.school)
        set_status(self.jordan, world.school, "K", date(2025, 9, 8))
        for role in ("teaching_assistant", "cover_teacher", "head", "governor", "data_manager", "authority_officer"):
            world.staff(role)
        give_role(world.staff("platform_administrator"), "senco", world.other_school)
        mother = make_sendable(world, phone="07700 900123", language="Yoruba", interpreter=True)
        father = make_parent(world.amara, world.school, "Craig Reid", relationship="father", contact_order=2)
        aunt = unlinked_parent(world, name="Folake Adebayo-Whittingham", email="folake@example.org", safe_by_email=True)
        with seen_by(self.viewer("senco")) as senco:
            withheld = withhold_address(
                by=senco, parent=father, child=world.amara.pk, address="19 Hidden Orchard", postcode="QX7 7ZZ",
                reason="Court order of 3 March 2026", readers=[world.staff("head").pk, world.staff("senco").pk],
            )  # fmt: skip
            reader = NamedReader.objects.filter(withheld_address=withheld).first()
        code = invited(world, aunt)
        self.things |= {
            "child": world.amara, "jordan": self.jordan, "parent": mother, "father": father, "pat": pat,
            "reader": reader, "adult": authority_of(world.amara, mother, world), "invitation": code.invitation,
            "uninvited": authority_of(world.amara, aunt, world), "organisation": world.school,
        }  # fmt: skip

    def _class(self) -> None:
        world = self.world
        names = ("Kofi Mensah", "Lena Costa", "Ravi Patel-Montgomery", "Zainab Rahman")
        self.others = [make_child(world.school, name) for name in names]
        children = (world.amara, *self.others)
        teacher, assistant = world.staff("class_teacher"), world.staff("teaching_assistant")
        self.things["class_group"] = make_class(world.school, "4B", (teacher, assistant), children)
        works_with(
            world.staff("cover_teacher"), self.things["class_group"], world.school,
            from_on=TODAY, to_on=TODAY + timedelta(days=1),
        )  # fmt: skip
        set_status(self.others[0], world.school, "K", date(2026, 1, 12))
        set_status(self.others[1], world.school, "E", date(2025, 3, 3))
        need = make_need(world.amara, world.school, "SLCN", words="Finding words, and following long instructions")
        make_need(self.others[0], world.school, "SPLD", area="cognition")
        self.things |= {
            "ravi": self.others[2],
            "need": need,
            "identifier": make_identifier(world.amara, world.school, "uln", "9999999999"),
        }
        with seen_by(self.viewer("senco", TODAY - timedelta(days=1))) as senco:
            self.things["profile"] = write_profile(
                by=senco, child=world.amara.pk, started_from=0, good_at="Telling jokes. Looking after younger children.",
                helps_me="Pictures beside words. One instruction at a time.", does_not_help="Long lists of things to do.",
            )  # fmt: skip

    def _plan(self) -> None:
        amara, then = self.world.amara, self.viewer("senco", BEGAN)
        cycle, target, dose = a_planned_cycle(then, amara)
        second, _other = a_target(then, cycle, "Ask for help in class, three times a day")
        mother = self.viewer("parent", BEGAN)
        with seen_by(then):
            tell_parents(by=then, cycle=cycle.pk, told_on=BEGAN, who="Ada Bello", how="meeting", why="Reading is hard")
        with seen_by(mother):
            answer(by=mother, cycle=cycle.pk, purpose="plan", answer="agreed")
        with seen_by(then):
            cycle = start_cycle(by=then, cycle=cycle.pk, running=Running(BEGAN, 12, date(2026, 12, 11)))
            add_reading(by=then, measure=target.measure_id, value=30, on=BEGAN)
        now = self.viewer("senco")
        review = review_of(now, cycle)
        invited_ones = [Invited("Ada Bello", "mother", parent=True), Invited("Dan Lane", "class teacher")]
        with seen_by(now):
            arrange_review(
                by=now, review=review.pk, meets_on=date(2026, 12, 10), at=time(15, 30), place="Room 2",
                invited=invited_ones,
            )  # fmt: skip
            add_reading(by=now, measure=target.measure_id, value=44, on=date(2026, 11, 16))
        words = some_words(
            now, amara, "I read a whole page to the cat.", voice="child", said_by="Amara", audience="everyone"
        )
        mothers = some_words(mother, amara, "She reads the cereal box aloud now.", audience="everyone")
        self.things |= {
            "cycle": cycle, "target": target, "measure": target.measure_id, "second_target": second, "plan_dose": dose,
            "review": review, "words": words, "mothers_words": mothers,
        }  # fmt: skip
        self._plan_of_kofi(then)
        self._plan_of_jordan(then)
        with seen_by(now):
            self.things["assessing"] = begin_cycle(by=now, child=self.others[1].pk)

    def _plan_of_kofi(self, then: Viewer) -> None:
        """A review held, and the next plan, carried forward, still to be started."""
        kofi = self.others[0]
        cycle, target, dose = a_planned_cycle(then, kofi)
        with seen_by(then):
            cycle = start_cycle(by=then, cycle=cycle.pk, running=Running(BEGAN, 9, TODAY))
        now, review = self.viewer("senco"), review_of(then, cycle)
        with seen_by(now):
            hold_review(
                by=now, review=review.pk,
                meeting=Meeting(
                    held_on=TODAY, targets={target.pk: Stood("partly", "Timed reading", 45.0)},
                    doses={dose.pk: Chosen("keep", "He asks for the next page")}, outcome="continue",
                    reason="It works, and he is not there yet.", attendance=[Invited("Esi Mensah", "mother", parent=True, came=True)],
                    next=Running(TODAY + timedelta(days=3), 10, date(2027, 2, 26)),
                ),
            )  # fmt: skip
            planned = Cycle.objects.get(previous=cycle)
        self.things |= {"kofi": kofi, "planned": planned, "held_review": review}

    def _plan_of_jordan(self, then: Viewer) -> None:
        cycle, _target, _dose = a_planned_cycle(then, self.jordan)
        with seen_by(then):
            cycle = start_cycle(by=then, cycle=cycle.pk, running=Running(BEGAN, 12, date(2026, 12, 11)))
        own = self.viewer("young_person")
        some_words(own, self.jordan, "I want to do the bike course at college.", question="next")
        some_words(own, self.jordan, "Being told the plan for the day helps me.", question="helps")
        self.things |= {"jordan_cycle": cycle, "jordan_review": review_of(self.viewer("senco"), cycle)}

    def _sessions(self) -> None:
        world, assistant = self.world, self.world.staff("teaching_assistant")
        children = (world.amara, *self.others)
        group = make_group(world.school, assistant, children)
        friday = make_slot(world.school, FRIDAY, group=group, leader=assistant, place="Willow room")
        monday = make_slot(world.school, MONDAY, group=group, leader=assistant, place="Willow room")
        speech = make_dose(
            world.amara, world.school, what="Speech practice", group_size=1, minutes=10, times=2, deliverer=assistant
        )
        wednesday = make_slot(world.school, WEDNESDAY, dose=speech, leader=assistant, minutes=10)
        with inside(world.school):
            by_child = {found.child_id: found for found in group.doses.all()}
        states = ("delivered", "part", "missed", "delivered", "delivered")
        for child, state in zip(children, states, strict=True):
            for week in range(3):
                day = date(2026, 11, 16) - timedelta(weeks=week)
                make_entry(by_child[child.pk], world.school, assistant, day, state, planned_session=monday)
        missed = make_entry(
            speech, world.school, assistant, date(2026, 11, 11), "missed", note="Assembly ran over",
            planned_session=wednesday,
        )  # fmt: skip
        make_entry(speech, world.school, assistant, date(2026, 11, 12), "delivered", minutes=10, makes_up=missed)
        entry = make_entry(
            speech, world.school, assistant, date(2026, 11, 18), "delivered", minutes=10, planned_session=wednesday
        )
        slope = make_dose(
            world.amara, world.school, kind=Kind.EQUIPMENT, what="Writing slope", minutes=None, times=None, per="",
            group_size=None, in_place_by=BEGAN, check_every_weeks=6,
        )  # fmt: skip
        self.things |= {
            "group": group, "planned_session": friday, "dose": speech, "slope": slope, "delivery": entry,
            "group_child": self.others[3],
        }  # fmt: skip

    def _worries(self) -> None:
        mother, teacher, senco = self.viewer("parent"), self.viewer("class_teacher"), self.viewer("senco")
        raised = a_worry(mother, self.world.amara, "She comes home with a headache and will not say why.")
        taken = a_worry(teacher, self.others[2], "He squints at the board.")
        with seen_by(senco):
            acknowledge_concern(by=senco, concern=taken.pk)
        earlier = self.viewer("senco", TODAY - timedelta(days=30))
        watched = a_worry(
            viewer_of(self.account("class_teacher"), None, earlier.today), self.others[3], "She is quiet."
        )
        with seen_by(earlier):
            acknowledge_concern(by=earlier, concern=watched.pk)
            decide_concern(
                by=earlier, concern=watched.pk, decision="watch", reason="New to the school in September.",
                look_again_on=TODAY - timedelta(days=2), site="https://gt.example.org/",
            )  # fmt: skip
        self.things |= {"concern": raised, "taken": taken, "watched": watched}

    def _papers(self) -> None:
        world, senco, mother = self.world, self.viewer("senco"), self.viewer("parent")
        report = a_document(senco, world.amara, title="Speech and language report", kind="report", audience="everyone")
        to = self.things["parent"]
        letter = a_letter(senco, world.amara, to)
        waiting = held(senco, a_letter(senco, world.amara, to, subject="Dates for the spring term"))
        sent = held(senco, a_letter(senco, world.amara, to, subject="How the autumn term went"))
        release(sent)
        on_paper = held(senco, a_letter(senco, world.amara, to, subject="A copy on paper", channel="post"))
        release(on_paper)
        with seen_by(mother):
            thread = open_thread(
                by=mother,
                child=world.amara.pk,
                subject="Swimming on Tuesday",
                words="Does she need her goggles?",
                site=SITE,
            )
        with seen_by(senco):
            write_message(by=senco, thread=thread.pk, words="Yes please, the blue ones.", site=SITE)
            talk = record_communication(
                by=senco, child=world.amara.pk, way="call", on=TODAY, with_parent=to.pk,
                said="She slept badly.", agreed="We ring again on Friday.", shared_with="everyone",
            )  # fmt: skip
        self.things |= {
            "document": report, "letter": letter, "waiting": waiting, "sent": sent, "on_paper": on_paper,
            "thread": thread, "communication": talk,
        }  # fmt: skip

    def _office(self) -> None:
        world = self.world
        rows = [a_pupil(number) for number in range(1, 9)] + [a_pupil(9, sex="X")]
        with seen_by(self.viewer("data_manager")) as office:
            bad = read_file(by=office, kind="pupils", file_name="pupils.csv", chunks=[csv_file("pupils", rows)])
            good = read_file(by=office, kind="pupils", file_name="new.csv", chunks=[csv_file("pupils", rows[:8])])
        later = date(2026, 12, 4)
        closure = Closure.objects.create(organisation=world.school, from_on=later, to_on=later, reason="Staff training")
        with inside(world.school):
            assignment = Assignment.objects.get(account=world.staff("class_teacher"))
        self.things |= {
            "batch": good, "bad_batch": bad, "term": world.school.terms.first(), "closure": closure,
            "assignment": assignment, "draft": self._begun_form(),
        }  # fmt: skip

    def _offer(self) -> None:
        """A small Local Offer: two services near each other, one of them with an event."""
        area = self.world.area
        make_offer(area, phone="020 7946 0150")
        Outcode.objects.create(outcode="QX4", lad_code="X99000399", latitude=CENTRE[0], longitude=CENTRE[1])
        hall = place(access=["hoist", "lift"], access_notes="Ring the bell.")
        event = {
            "id": str(new_key()), "title": "Open morning", "description": "Come and look.", "place": hall["id"],
            "starts_at": "2026-12-05T10:00:00Z", "ends_at": "2026-12-05T12:00:00Z",
        }  # fmt: skip
        service = make_service(area, places=[hall], events=[event], alert="Closed on 24 December")
        make_service(area, make_provider(area, "Plover Trust"), name="Plover swimming", needs=["PD", "HI"])
        self.things |= {"service": service, "event": UUID(event["id"])}
        self._comments()
        self._offer_pages()
        self._reports()
        self._intakes()
        self._editing()

    def _editing(self) -> None:
        """A provider's entries at every state, with its people, a claim and a report."""
        self.things |= make_edited(self.world)

    def _offer_pages(self) -> None:
        """The pages that ship, one of them shown with a film and a translation; one of everything else an officer keeps."""
        area, officer = self.world.area, self.viewer("authority_officer")
        self.things |= make_office(area, self.account("authority_officer"), "Larkmere")
        shown = make_shown_page(officer)
        make_link(area, "https://gone.example.org/")
        self.things |= {"offer_page": shown["page"], "page_version": shown["version"], "written_page": shown["draft"]}

    def _intakes(self) -> None:
        """Services brought in from a register: one that waits for a yes, with a row of each kind."""
        area = self.world.area
        with inside(area):
            intake = Intake.objects.create(
                authority=area, holder=area, kind="gias", named="register.csv", source_name="Register", read_at=timezone.now(),
                read_by=self.world.staff("authority_officer"), counts={str(what): 1 for what in What.values} | {"same": 3},
            )  # fmt: skip
            IntakeRow.objects.bulk_create(
                IntakeRow(authority=area, holder=area, intake=intake, number=number, what=what, key=str(number),
                          name=f"School {number}", changed=["name"], kept=["contacts"], why="Why it is so.")
                for number, what in enumerate(What.values, start=1)
            )  # fmt: skip
        self.things |= {"intake": intake}

    def _reports(self) -> None:
        """The school's SEN information report: last year's published, this year's begun; and words kept for the search."""
        self.things["school_service"] = school_entry(self.world)
        last_year = date(2025, 11, 3)
        old = published_report(self.viewer("senco", last_year), self.viewer("head", last_year))
        senco = self.viewer("senco")
        report = begun(senco)
        write(senco, report, "parents", "We meet every term. Mrs Lane's group meets each week.")
        with seen_by(self.viewer("authority_officer")) as officer:
            synonym = keep_synonym(by=officer, words=["gee-gees", "ponies"])
            facts = {"said": "bounces about", "needs": ["PD"], "sections": ["leisure"], "words": ["swimming"]}
            phrase = keep_phrase(by=officer, facts=facts)
        self.things |= {
            "report": report, "setting": self.world.school, "synonym": synonym, "phrase": phrase,
            "published_report": old, "what_changed": "what-changed",
        }  # fmt: skip

    def _comments(self) -> None:
        """Comments at several states, a round that was closed, and a text that still looks as if it named somebody."""
        area, (first, second) = self.world.area, officers(self.world)
        shown, held, new, comment = (make_comment(area, section="leisure") for _ in range(4))
        published(first, second, shown)
        response = answered(first, shown)
        with seen_by(first):
            withhold_comment(by=first, comment=held.pk, withheld_reason="one_person", reason="About one boy's plan")
            copy = close_round(by=first)
        redacted(second, comment, "Mrs Lane said that swimming is full.")
        self.things |= {
            "comment": comment, "new_comment": new, "shown_comment": shown, "held_comment": held, "response": response,
            "copy": copy,
        }  # fmt: skip

    def _begun_form(self) -> Draft:
        """A worry that the mother began to write and kept for later."""
        browser, address = signed_in(self.world.ada, "parent"), f"/my-child/{self.world.amara.pk}/worry/"
        mark = browser.get(address).content.decode().split('name="draft_mark" value="')[1].split('"')[0]
        browser.post(address, {"draft_mark": mark, "words": "She cannot sleep", "save": "draft"})
        with one_transaction(authority=None, person=self.world.ada.pk):
            return Draft.objects.get()
