"""Kept files leave from another origin: by a link that works once, for a minute, for one session (bars A6, A11)."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode

from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.documents import files_origin, queries
from goldenthread.documents.actions import change_audience
from goldenthread.documents.jobs import forget_links
from goldenthread.documents.models import Audience, Document, FileLink
from goldenthread.people.middleware import HAT
from tests.access.asking import browser
from tests.access.routes import every_route
from tests.factories.files_origin import HOST, ORIGIN, asked_for, link_of, use_files_origin
from tests.factories.letters import a_document
from tests.factories.world import World, make_account, make_parent, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = b"What the therapist saw.\n"


@pytest.fixture(autouse=True)
def from_another_origin(settings):
    use_files_origin(settings)


@dataclass
class Case:
    """A document on Amara's record that everybody there may open, and the SENCO's browser."""

    world: World = field(default_factory=World)

    def __post_init__(self) -> None:
        self.person = self.world.staff("senco")
        assert self.world.ada
        self.document = a_document(viewer_of(self.person), self.world.amara, audience=Audience.EVERYONE)
        self.client = browser(self.person, "senco")

    def page(self) -> Any:
        return self.client.get(reverse("document_file", args=[self.document.pk]))

    def link(self, client: Client | None = None) -> str:
        return link_of((client or self.client).get(reverse("document_file", args=[self.document.pk])))


@pytest.fixture
def case() -> Case:
    return Case()


def test_the_page_only_leads_to_the_file_and_nothing_on_the_way_is_kept(case):
    answer = case.page()

    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (303, b"", "no-store")
    assert answer["Location"].startswith(f"{ORIGIN}/file/")
    assert answer["Referrer-Policy"] == "same-origin", "the files' origin does not learn which page led to it"


def test_the_file_comes_without_a_cookie_as_something_to_keep_that_no_browser_runs(case):
    answer = asked_for(case.link())

    told = dict(answer.headers)
    assert len(told.pop("X-Reference")) == 10
    assert (answer.status_code, answer.content, dict(answer.cookies)) == (200, WORDS, {})
    assert told == {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{case.document.file_name}"',
        "Content-Length": str(len(WORDS)),
        "Content-Security-Policy": "sandbox; default-src 'none'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "unsafe-none",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex",
    }


def test_a_link_names_a_file_and_a_holder_by_keys_and_nobody(case):
    link = case.link()

    said, _signed_at, _signature = link.removeprefix(f"{ORIGIN}/file/").split(":")
    kind, key, number, holder = json.loads(urlsafe_base64_decode(said))
    row = FileLink.objects.get()
    assert (kind, UUID(key), number, UUID(holder)) == ("document", case.document.pk, 0, row.pk)
    assert row.session_key == case.client.session.session_key
    assert row.session_key not in link and case.person.pk.hex not in link


def test_a_link_works_once(case):
    link = case.link()

    answers = [asked_for(link) for _again in range(3)]

    assert [(answer.status_code, answer.content == WORDS) for answer in answers] == [
        (200, True), (404, False), (404, False),
    ]  # fmt: skip


def test_of_two_processes_that_are_asked_at_once_one_gives_the_file(case, monkeypatch):
    link, both, answers = case.link(), threading.Barrier(2, timeout=20), []
    honest = FileLink.objects.filter

    def together(**asked: Any) -> Any:
        """Both have seen the link before either has spent it."""
        found = honest(**asked)
        if not together.met.get(threading.get_ident()):
            together.met[threading.get_ident()] = bool(found)
            both.wait()
        return found

    together.met = {}
    monkeypatch.setattr(FileLink.objects, "filter", together)

    def ask() -> None:
        answers.append(asked_for(link).status_code)
        connection.close()

    threads = [threading.Thread(target=ask) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert (sorted(answers), list(together.met.values())) == ([200, 404], [True, True])


def test_asking_for_the_headers_alone_does_not_spend_a_link(case):
    link = case.link()

    head, then = asked_for(link, "head"), asked_for(link)

    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", str(len(WORDS)))
    assert (then.status_code, then.content) == (200, WORDS)


@pytest.mark.parametrize(("seconds", "status"), [(59, 200), (62, 404)])
def test_a_link_lives_for_a_minute(case, seconds, status, monkeypatch):
    link, now = case.link(), time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + seconds)

    assert asked_for(link).status_code == status


def test_a_link_that_somebody_wrote_or_changed_opens_nothing(case):
    link = case.link()
    said, signed_at, signature = link.removeprefix(f"{ORIGIN}/file/").split(":")
    other = a_document(viewer_of(case.world.ada), case.world.amara, audience=Audience.OWN)
    holder = FileLink.objects.get().pk.hex
    swapped = signing.b64_encode(json.dumps(["document", other.pk.hex, 0, holder]).encode()).decode()
    tried = [
        f"{swapped}:{signed_at}:{signature}", f"{said}:{signed_at}:{signature[:-1]}", f"{said}:{signed_at}", "x", "",
        signing.dumps(["document", case.document.pk.hex, 0, holder], salt="another"),
    ]  # fmt: skip

    assert [asked_for(f"{ORIGIN}/file/{one}").status_code for one in tried] == [404] * len(tried)
    assert asked_for(link).status_code == 200, "and none of that has spent it"


def test_no_other_method_opens_a_link(case):
    link = case.link()

    assert [asked_for(link, how).status_code for how in ("post", "put", "delete", "options", "patch")] == [404] * 5
    assert asked_for(link).status_code == 200


# What ended between the page and the file -----------------------------------------------------------------------------


def _signed_out(case: Case) -> None:
    case.client.post(reverse("account_logout"))


def _session_ended_elsewhere(case: Case) -> None:
    Session.objects.all().delete()


def _password_changed(case: Case) -> None:
    case.person.set_password("another-long-password")
    case.person.save()


def _account_closed(case: Case) -> None:
    type(case.person).objects.filter(pk=case.person.pk).update(is_active=False)


def _audience_narrowed(case: Case) -> None:
    with seen_by(viewer_of(case.world.ada)) as ada:
        for_all = Document.objects.get(from_family=True)
        change_audience(by=ada, document=for_all.pk, audience=Audience.OWN)


def _session_is_old(case: Case) -> None:
    session = case.client.session
    session["signed_in_at"] = time.time() - 13 * 3600
    session.save()


def _without_the_second_factor(case: Case) -> None:
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
    case = Case()
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
    case = Case()
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
    case = Case()
    case.document = a_document(viewer_of(case.world.ada), case.world.amara, audience=Audience.SCHOOL)
    link = case.link()
    _audience_narrowed(case)

    asked_for(link)

    assert _logged(case.world, action="refused") == [("refused", case.person.pk, [])]


def test_what_cannot_be_opened_is_refused_on_the_page_and_no_link_is_made():
    case = Case()
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


# Two hosts ------------------------------------------------------------------------------------------------------------


def test_on_the_files_host_there_is_nothing_but_files_and_every_no_looks_the_same(case):
    used = case.link()
    asked_for(used)
    addresses = {route.path for route in every_route() if not route.parts} | {
        reverse("document_file", args=[case.document.pk]), "/static/design_system/golden-thread.css", "/file/",
    }  # fmt: skip

    answers = [asked_for(address, client=case.client) for address in [*sorted(addresses), used]]

    assert len(answers) > 100 and reverse("account_login") in addresses
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert [answer.cookies for answer in answers if answer.cookies] == []


def test_a_port_after_the_files_host_makes_no_other_host_of_it():
    answers = [Client().get(reverse("account_login"), HTTP_HOST=f"{host}") for host in (HOST.upper(), f"{HOST}:8443")]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_on_the_pages_host_a_link_to_a_file_opens_nothing(case):
    link = case.link()

    answer = case.client.get(link.removeprefix(ORIGIN))

    assert (answer.status_code, WORDS in answer.content) == (404, False)
    assert asked_for(link).status_code == 200


def test_a_fault_on_the_way_gives_a_reference_and_no_data(case, monkeypatch):
    link = case.link()

    def breaks(*_given: object) -> None:
        raise ValueError("Amara Bello lives at 19 Hidden Orchard")

    monkeypatch.setattr(queries, "document_for", breaks)

    answer = asked_for(link)

    text = answer.content.decode()
    assert (answer.status_code, answer["X-Reference"] in text) == (500, True)
    assert answer["Content-Security-Policy"] == files_origin.TOLD["Content-Security-Policy"]
    assert [word for word in ("Amara", "Hidden", "ValueError") if word in text] == []


def test_without_an_origin_for_files_they_come_from_the_pages_own_address(case, settings):
    settings.FILES_ORIGIN = ""

    answer, other_host = case.page(), Client().get("/health/", HTTP_HOST=HOST)

    assert (answer.status_code, answer.content, FileLink.objects.count()) == (200, WORDS, 0)
    assert other_host.status_code == 200
