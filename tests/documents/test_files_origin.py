"""Kept files leave from another origin: by a link that works once, for a minute, for one session (bars A6, A11)."""

from __future__ import annotations

import json
import threading
import time
from typing import Any
from uuid import UUID

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode

from goldenthread.documents import files_origin, queries
from goldenthread.documents.models import Audience, FileLink
from tests.access.routes import every_route
from tests.factories.files_origin import HOST, ORIGIN, WORDS, Download, asked_for, use_files_origin
from tests.factories.letters import a_document
from tests.factories.world import viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def from_another_origin(settings):
    use_files_origin(settings)


@pytest.fixture
def case() -> Download:
    return Download()


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
