"""Every kind of file that a room hands over comes from the files' origin, and each asks again for itself (bar A11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldenthread.documents.kept_files import KINDS
from goldenthread.documents.models import Audience, FileLink
from goldenthread.letters.models import LetterOpened
from goldenthread.local_offer.comments.closing import close_round
from goldenthread.local_offer.models import PublishedRound
from goldenthread.local_offer.school_information.models import PublishedReport
from goldenthread.people.models import Parent
from tests.access.asking import browser
from tests.factories.comments import answered, make_comment, officers, published
from tests.factories.files_origin import ORIGIN, asked_for, link_of, use_files_origin
from tests.factories.letters import a_document, a_letter, held, make_sendable, release
from tests.factories.local_offer import make_offer
from tests.factories.school_information import head, senco
from tests.factories.school_information import published as published_report
from tests.factories.world import World, inside, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def from_another_origin(settings):
    use_files_origin(settings)


@dataclass
class Handed:
    """How a file is asked for on the pages' host; begins: its first bytes; ends: what takes it away meanwhile."""

    ask: Callable[[], HttpResponse]
    begins: bytes
    media_type: str
    ends: Callable[[], object]
    resource_policy: str = "same-origin"


def _document(world: World) -> Handed:
    document = a_document(viewer_of(world.staff("senco")), world.amara, audience=Audience.EVERYONE)
    client, address = browser(world.staff("senco"), "senco"), reverse("document_file", args=[document.pk])
    return Handed(lambda: client.get(address), b"What", "text/plain; charset=utf-8", client.logout)


def _letter(world: World, channel: str, **contact: Any) -> Any:
    by = viewer_of(world.staff("senco"))
    assert world.ada
    letter = a_letter(by, world.amara, make_sendable(world, **contact), channel=channel)
    release(held(by, letter))
    return letter


def _withhold(world: World) -> None:
    with inside(world.school):
        Parent.objects.filter(account=world.ada).update(address="", postcode="", address_withheld=True)


def _sheet(world: World) -> Handed:
    letter = _letter(world, "post")
    client, address = browser(world.staff("senco"), "senco"), reverse("letter_page", args=[letter.pk])
    return Handed(lambda: client.get(address), b"\x89PNG", "image/png", lambda: _withhold(world), "cross-origin")


def _to_print(world: World) -> Handed:
    letter = _letter(world, "post")
    client, address = browser(world.staff("senco"), "senco"), reverse("print_letter", args=[letter.pk])

    def moves_away() -> None:
        with inside(world.school):
            Parent.objects.filter(account=world.ada).update(address="9 Elsewhere Road")

    return Handed(lambda: client.post(address), b"%PDF", "application/pdf", moves_away)


def _to_me(world: World) -> Handed:
    letter = _letter(world, "portal")
    client, address = signed_in(world.ada), reverse("my_letter_file", args=[letter.pk])
    return Handed(lambda: client.get(address), b"%PDF", "application/pdf", client.logout)


def _report(world: World, name: str, begins: bytes, media_type: str) -> Handed:
    make_offer(world.area)
    for role in ("senco", "head", "governor"):
        world.staff(role)
    published_report(senco(world), head(world))
    address = reverse(name, args=[world.school.pk])

    def withdrawn() -> None:
        with inside(world.school):
            PublishedReport.objects.all().delete()

    return Handed(lambda: Client().get(address), begins, media_type, withdrawn)


def _round(world: World) -> Handed:
    first, second = officers(world)
    comment = make_comment(world.area)
    published(first, second, comment)
    answered(first, comment)
    with seen_by(first):
        copy = close_round(by=first)
    address = reverse("comment_round_pdf", args=[copy.pk])

    def gone() -> None:
        with inside(world.area):
            PublishedRound.objects.all().delete()

    return Handed(lambda: Client().get(address), b"%PDF", "application/pdf", gone)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, Callable[[World], Handed]] = {
    "document": _document,
    "letter-sheet": _sheet,
    "letter-to-print": _to_print,
    "letter-to-me": _to_me,
    "school-report-pdf": lambda world: _report(world, "school_report_pdf", b"%PDF", "application/pdf"),
    "school-report-word": lambda world: _report(world, "school_report_word", b"PK", WORD),
    "comment-round": _round,
}


def test_every_kind_of_file_is_tried_here():
    assert set(MADE) == set(KINDS)


@pytest.mark.parametrize("kind", MADE)
def test_the_page_leads_to_the_files_origin_which_gives_the_bytes(kind):
    handed = MADE[kind](World())

    answer = asked_for(link_of(handed.ask()))

    assert (answer.status_code, answer.content[: len(handed.begins)]) == (200, handed.begins)
    assert (answer["Content-Type"], answer["Cross-Origin-Resource-Policy"]) == (
        handed.media_type, handed.resource_policy,
    )  # fmt: skip
    assert answer["Content-Disposition"].startswith('attachment; filename="')


@pytest.mark.parametrize("kind", MADE)
def test_what_is_taken_away_after_the_page_is_not_given(kind):
    handed = MADE[kind](World())
    link = link_of(handed.ask())

    handed.ends()

    answer = asked_for(link)
    assert (answer.status_code, answer.content.startswith(handed.begins)) == (404, False)


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.right is None])
def test_what_is_published_needs_no_session_and_writes_no_row(kind):
    handed = MADE[kind](World())

    link = link_of(handed.ask())

    assert FileLink.objects.count() == 0
    assert [asked_for(link).status_code for _again in range(2)] == [200, 200]


def test_a_reader_s_letter_is_noted_as_opened_once():
    world = World()
    handed = _to_me(world)

    asked_for(link_of(handed.ask()))

    with inside(world.school):
        assert LetterOpened.objects.count() == 1


def test_only_the_page_that_shows_sheets_may_load_pictures_from_there_or_send_a_form_that_ends_there():
    world = World()
    letter = _letter(world, "post")
    client = browser(world.staff("senco"), "senco")

    policies = {
        name: client.get(reverse(name, args=[key.pk]))["Content-Security-Policy"]
        for name, key in (("letter", letter), ("child_letters", world.amara))
    }

    parts = {name: set(policy.split("; ")) for name, policy in policies.items()}
    assert parts["letter"] - parts["child_letters"] == {f"img-src 'self' {ORIGIN}", f"form-action 'self' {ORIGIN}"}
    assert parts["child_letters"] - parts["letter"] == {"img-src 'self'", "form-action 'self'"}


@pytest.mark.parametrize("number", ["0", "99", "-1", "1x", "²", "9" * 5000, ""])
def test_a_sheet_that_is_not_there_is_not_found(number):
    world = World()
    letter = _letter(world, "post")

    answer = browser(world.staff("senco"), "senco").get(reverse("letter_page", args=[letter.pk]), {"number": number})

    assert answer.status_code == 404
