"""What ended between the page and the file ends the download, and what stands in the log of both (bars A6, A12)."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode

from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.documents import queries
from goldenthread.documents.actions import change_audience
from goldenthread.documents.jobs import forget_links
from goldenthread.documents.models import Audience, Document, FileLink
from goldenthread.people.middleware import HAT
from tests.access.asking import browser
from tests.factories.files_origin import ORIGIN, WORDS, Download, asked_for, use_files_origin
from tests.factories.letters import a_document
from tests.factories.world import World, make_account, make_parent, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def from_another_origin(settings):
    use_files_origin(settings)


@pytest.fixture
def case() -> Download:
    return Download()


def _signed_out(case: Download) -> None:
    case.client.post(reverse("account_logout"))


def _session_ended_elsewhere(case: Download) -> None:
    Session.objects.all().delete()


def _password_changed(case: Download) -> None:
    case.person.set_password("another-long-password")
    case.person.save()


def _account_closed(case: Download) -> None:
    type(case.person).objects.filter(pk=case.person.pk).update(is_active=False)


def _audience_narrowed(case: Download) -> None:
    with seen_by(viewer_of(case.world.ada)) as ada:
        for_all = Document.objects.get(from_family=True)
        change_audience(by=ada, document=for_all.pk, audience=Audience.OWN)


def _session_is_old(case: Download) -> None:
    session = case.client.session
    session["signed_in_at"] = time.time() - 13 * 3600
    session.save()


def _without_the_second_factor(case: Download) -> None:
    session = case.client.session
    del session["demo_door"]
    session.save()


ENDED = (
    _signed_out, _session_ended_elsewhere, _password_changed, _account_closed, _session_is_old,
    _without_the_second_factor,
)  # fmt: skip


@pytest.mark.parametrize("ended", ENDED, ids=lambda ended: ended.__name__)
def test_a_session_that_ended_after_the_page_gives_no_file(case, ended):
    link = case.link()

    ended(case)

    answer = asked_for(link)
    assert (answer.status_code, WORDS in answer.content, dict(answer.cookies)) == (404, False, {})


def test_a_document_that_its_giver_closed_after_the_page_gives_no_file():
    case = Download()
    ada = viewer_of(case.world.ada)
    case.document = a_document(ada, case.world.amara, audience=Audience.SCHOOL)
    link = case.link()

    _audience_narrowed(case)

    assert asked_for(link).status_code == 404


def test_a_virus_that_was_found_after_the_page_stops_the_file(case, monkeypatch):
    link = case.link()
    monkeypatch.setattr(queries, "what_stands_in_the_way", lambda file: "It holds a virus.")

    assert asked_for(link).status_code == 404


def test_a_link_belongs_to_the_role_in_which_it_was_asked_for():
    """SENCO here and parent there: a link asked for in one role opens nothing in the other."""
    case = Download()
    make_parent(case.world.amara, case.world.school, "Sam Senco", case.person)
    as_parent = browser(case.person, "parent")
    link = case.link()

    session = case.client.session
    session[HAT] = as_parent.session[HAT]
    session.save()

    assert asked_for(link).status_code == 404
    assert asked_for(case.link()).status_code == 200, "asked for anew, as a parent"


def test_a_cookie_of_somebody_else_changes_nothing(case):
    stranger = signed_in(make_account("Nobody Here"))

    answer = asked_for(case.link(), client=stranger)

    assert (answer.status_code, answer.content, dict(answer.cookies)) == (200, WORDS, {})


# What stands in the log -----------------------------------------------------------------------------------------------


def _logged(world: World, **asked: Any) -> list[tuple[Any, ...]]:
    with one_transaction(authority=world.area.pk):
        return list(Entry.objects.filter(**asked).values_list("action", "person_id", "children"))


def test_one_download_is_one_entry_in_the_view_log(case):
    asked_for(case.link())

    assert _logged(case.world, action="view", detail={"what": "a document's file"}) == [
        ("view", case.person.pk, [case.world.amara.pk])
    ]


def test_a_file_that_was_taken_away_meanwhile_is_noted_as_refused():
    case = Download()
    case.document = a_document(viewer_of(case.world.ada), case.world.amara, audience=Audience.SCHOOL)
    link = case.link()
    _audience_narrowed(case)

    asked_for(link)

    assert _logged(case.world, action="refused") == [("refused", case.person.pk, [])]


def test_what_cannot_be_opened_is_refused_on_the_page_and_no_link_is_made():
    case = Download()
    case.document = a_document(viewer_of(case.person), case.world.amara, checked=False)
    stranger = browser(case.world.staff("governor"), "governor")

    answers = [case.page(), stranger.get(reverse("document_file", args=[case.document.pk]))]

    assert ([answer.status_code for answer in answers], FileLink.objects.count()) == ([409, 404], 0)
    assert "being checked for viruses" in answers[0].content.decode()


def test_links_that_nobody_used_are_thrown_away(case):
    case.link()
    kept = case.link()
    old = FileLink.objects.order_by("made_at").first()
    FileLink.objects.filter(pk=old.pk).update(made_at=old.made_at - timedelta(minutes=11))

    forget_links(0)

    assert [row.pk.hex for row in FileLink.objects.all()] == [json.loads(_said(kept))[3]]


def _said(link: str) -> bytes:
    return urlsafe_base64_decode(link.removeprefix(f"{ORIGIN}/file/").split(":")[0])
