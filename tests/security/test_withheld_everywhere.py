"""A withheld address leaves no trace in what was made before, in what is made after, or in what goes wrong (bar B4).

The walk over every page stands in tests/people/test_withheld_addresses.py; here is what that walk does not make.
"""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from goldenthread.access.permissions import Refused
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.documents.storage import document_store
from goldenthread.letters.actions.messages import open_thread
from goldenthread.letters.models import Letter
from goldenthread.people.models import Account, Parent
from goldenthread.privacy.actions import withhold_address
from tests.factories.letters import a_letter, as_it_stands, held, make_sendable, release
from tests.factories.world import World, inside, make_account, make_parent, seen_by, set_status, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS, POSTCODE = "19 Hidden Orchard", "QX7 7ZZ"
TRACE = re.compile(r"hidden\s*orchard|qx7\s*7zz", re.IGNORECASE)


class Case:
    """Ada's letters went to an ordinary address, which is then withheld for the head alone (or for these people)."""

    def __init__(self) -> None:
        self.world = World()
        assert self.world.ada
        self.ada = make_sendable(self.world, address=f"{ADDRESS}, Larkmere", postcode=POSTCODE)
        self.senco = viewer_of(self.world.staff("senco"))
        self.father: Account = make_account("Tunde Bello")
        make_parent(self.world.amara, self.world.school, "Tunde Bello", self.father, relationship="father")
        set_status(self.world.amara, self.world.school, "K")

    def letter(self, **more: object) -> Letter:
        return a_letter(self.senco, self.world.amara, self.ada, channel="post", **more)

    def withhold(self, *readers: str) -> None:
        named = [self.world.staff(role).pk for role in readers or ("head",)]
        with seen_by(self.senco):
            withhold_address(
                by=self.senco, parent=self.ada, child=self.world.amara.pk, address=ADDRESS, postcode=POSTCODE,
                reason="Court order", readers=named,
            )  # fmt: skip

    def browser(self, role: str = "senco") -> Client:
        return signed_in(self.world.staff(role))


def test_sheets_made_before_the_address_was_withheld_are_shown_to_nobody_afterwards():
    """A posted letter keeps its exact bytes, and they carry the address it went to."""
    case = Case()
    sent, looked_at = case.letter(), case.letter(subject="Second")
    release(held(case.senco, sent))
    pages = [reverse(name, args=[letter.pk]) for letter in (sent, looked_at) for name in ("letter", "letter_page")]
    before = [case.browser().get(page) for page in pages]
    case.withhold()

    after = [case.browser().get(page) for page in pages]
    paper = case.browser().post(reverse("print_letter", args=[sent.pk]))

    assert ADDRESS in document_store().get(as_it_stands(sent).page_sha256).decode(), "it is there to leak"
    assert TRACE.search(before[0].content.decode()) and before[1]["Content-Type"] == "image/png"
    assert [answer.status_code for answer in after] == [200, 409, 200, 409]
    assert [page for page, answer in zip(pages, after, strict=True) if TRACE.search(answer.content.decode())] == []
    assert (paper.status_code, TRACE.search(paper.content.decode())) == (409, None)


def test_a_letter_that_waits_when_its_address_is_withheld_does_not_leave_and_its_reason_does_not_tell():
    case = Case()
    waiting = held(case.senco, case.letter())
    case.withhold()

    release(waiting)

    stopped = as_it_stands(waiting)
    assert stopped.state == "stopped"
    assert TRACE.search(stopped.stopped_because) is None


@pytest.mark.parametrize("words", [f"She lives at {ADDRESS} now.", "They are at 19 hidden  orchard."])
def test_a_named_person_who_types_the_address_into_a_letter_or_message_to_the_other_parent_is_stopped(words):
    """Wakefield 2023 by another way: whoever may know the address writes it to whom it is kept from."""
    case = Case()
    case.withhold("senco")
    with inside(case.world.school):
        father = Parent.objects.get(account=case.father)

    letter = a_letter(case.senco, case.world.amara, father, words=words)
    with pytest.raises(Refused) as said:
        held(case.senco, letter)
    with seen_by(case.senco), pytest.raises(Refused) as told:
        open_thread(
            by=case.senco, child=case.world.amara.pk, subject="Home", words=words, site="/", to_parent=father.pk
        )

    assert "a withheld address" in str(said.value.sentence) and "a withheld address" in str(told.value.sentence)
    assert TRACE.search(f"{said.value.sentence} {told.value.sentence}") is None


def _texts(data: bytes) -> str:
    """What a file says: itself, or every part of it when it is packed."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    if data.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return data.decode(errors="replace")


def test_lists_files_logs_and_searches_hold_a_placeholder_at_most():
    case = Case()
    release(held(case.senco, case.letter()))
    by_hand = a_letter(case.senco, case.world.amara, case.ada, channel="portal", subject="In Golden Thread")
    release(held(case.senco, by_hand))
    case.withhold()
    case.browser("head").post(
        reverse("withheld_address", args=[case.world.amara.pk, case.ada.pk]), {"why": "visit", "words": ""}
    )
    child = case.world.amara.pk
    about = {name: reverse(name, args=[child]) for name in (
        "child", "child_adults", "child_letters", "child_messages", "communications", "who_has_looked", "child_documents",
    )}  # fmt: skip
    staff = [
        *about.values(),
        reverse("download_register"),
        reverse("register"),
        reverse("letters"),
        "/register/?find=x",
    ]
    fathers = [reverse(name, args=[child]) for name in ("my_child_page", "my_letters", "my_messages", "who_has_looked")]
    answers = [(page, case.browser().get(page)) for page in staff]
    answers += [(page, signed_in(case.father).get(page)) for page in fathers]
    answers += [("own file", signed_in(case.world.ada).get(reverse("my_letter_file", args=[by_hand.pk])))]

    told = [page for page, answer in answers if TRACE.search(_texts(b"".join(answer)))]
    with one_transaction(authority=case.world.area.pk):
        entries = [f"{one.why} {one.detail}" for one in Entry.objects.all()]

    assert {answer.status_code for _page, answer in answers} == {200}
    assert told == []
    assert len(entries) > 10 and [entry for entry in entries if TRACE.search(entry)] == []
    adults = case.browser().get(about["child_adults"]).content.decode()
    assert "withheld" in adults, "staff know that there is one, so that they do not ask again"


def test_no_sealed_word_of_it_lies_open_in_any_table(raw_url):
    """What a dump, and so every readable export of a backup, would hold."""
    import psycopg

    case = Case()
    case.withhold("senco")
    case.browser().post(
        reverse("withheld_address", args=[case.world.amara.pk, case.ada.pk]), {"why": "visit", "words": ""}
    )
    with psycopg.connect(raw_url("owner")) as owner:
        named = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        tables = [name for (name,) in owner.execute(named)]
        rows = {
            name: owner.execute(f"SELECT string_agg(t::text, ' ') FROM \"{name}\" t").fetchone()[0] for name in tables
        }

    assert rows["privacy_withheldaddress"]
    assert [name for name, text in rows.items() if text and TRACE.search(text)] == []
