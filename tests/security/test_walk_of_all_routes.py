"""One walk over every address of the site, opened and sent, and what must hold of all of it (bars A10, A12, A13).

Every page that shows a child is in the view log; looking changes nothing; nothing can be sent without the form's own
mark; and no word of anybody reaches an application log, whatever is opened, typed wrong, or breaks.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from goldenthread.children.views import record as record_page
from goldenthread.privacy.logs import NoPersonalText
from tests.access.about import MARK
from tests.access.asking import address_of, ask
from tests.access.expected import BY_STRENGTH, SHOWN
from tests.access.policy import RIGHTS
from tests.access.routes import Route, every_route
from tests.access.test_http_matrix import Standing

from .family import parts_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("walk")]
KEEPS_NOTHING = {"law_api_when"}  # a sum for programs: knows nobody, reads no cookie, writes no row
OF_THE_DIRECTORY = ("/local-offer/", "/api/oruk")
ENDS_THE_SESSION = {"account_logout", "supervised_views"}
# What looking itself writes: the view log, that somebody is signed in, that a letter was opened by its reader, and the
# sign-in library's own row of an account's address, which accounts of the tests lack.
WRITTEN_BY_LOOKING = (
    "audit_entry", "django_session", "usersessions_usersession", "letters_letteropened", "process_stateentry",
    "procrastinate", "people_cache", "account_emailaddress",
)  # fmt: skip
PERSONAL = (MARK, "Kestrel", "Bello", "Wren Writer", "example.org", "Hidden Row", "cried in the car")
FIELDS = (
    "words", "reason", "because", "why", "name", "given_name", "family_name", "email", "phone", "address", "postcode",
    "title", "subject", "to", "find", "who", "helped_by", "on", "code", "login", "password", "value", "what", "said",
    "submission_key", "draft_mark", "looked_at", "parent", "child", "person", "hat", "from", "next",
)  # fmt: skip
TYPED_WRONG = dict.fromkeys(FIELDS, f"{MARK} Kestrel, 9 Hidden Row, QX7 7ZZ, cried in the car")


@dataclass
class Walked:
    """unlogged: pages that showed the child without saying so; shown: how many did; changed: tables that grew by looking."""

    shown: int = 0
    unlogged: list[str] = field(default_factory=list)
    changed: dict[str, tuple[int, int]] = field(default_factory=dict)
    unmarked: list[str] = field(default_factory=list)
    log: str = ""
    sent: int = 0


def roles_for(standing: Standing, route: Route) -> list[str]:
    """The weakest and the strongest role that gets this page; "" for a page that anybody opens."""
    if route.rule == "public":
        return [""]
    if route.rule == "signed_in":
        return ["parent"]
    if route.parts:
        answers = standing.expected(route)
        shown = [role for role in BY_STRENGTH if answers[role] == SHOWN]
    else:
        shown = [role for role in BY_STRENGTH if RIGHTS.get((route.rule, role))]
    return list(dict.fromkeys(shown[:1] + shown[-1:]))


def visits(standing: Standing, *, most: int = 2) -> Iterator[tuple[Route, Client, str, str]]:
    for route in every_route():
        if route.name in ENDS_THE_SESSION:
            continue
        for role in roles_for(standing, route)[:most]:
            client = standing.browser(role) if role else Client(raise_request_exception=False)
            yield route, client, address_of(route, parts_of(standing.about(role or "staff"), route)), role


def _body(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def of_the_directory(route: Route) -> bool:
    """The public directory and what is said about its services: it knows no child, but its words carry the mark too."""
    return "local_offer" in f"{route.rule} {route.view.__module__}" or route.path.startswith(OF_THE_DIRECTORY)


def shows(standing: Standing, body: bytes, *, by_name: bool = False) -> bool:
    return standing.child.name.encode() in body or (not by_name and MARK.encode() in body)


@contextmanager
def application_log() -> Iterator[io.StringIO]:
    """Everything that the configured handlers would write, at any level."""
    handlers = [one for one in logging.getLogger().handlers if any(isinstance(f, NoPersonalText) for f in one.filters)]
    assert handlers, "the configured handler is there"
    written, level = io.StringIO(), logging.getLogger().level
    before = [one.setStream(written) for one in handlers]
    logging.getLogger().setLevel(logging.INFO)
    try:
        yield written
    finally:
        logging.getLogger().setLevel(level)
        for one, stream in zip(handlers, before, strict=True):
            one.setStream(stream)


def _counts(owner: psycopg.Connection) -> dict[str, int]:
    named = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    tables = [name for (name,) in owner.execute(named) if not name.startswith(WRITTEN_BY_LOOKING)]
    union = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables)
    return dict(owner.execute(union).fetchall())


def _ready() -> Standing:
    """Everything that any address names is there, and everybody has signed in."""
    standing = Standing("own")
    list(visits(standing))
    return standing


def _look(standing: Standing, owner: psycopg.Connection, found: Walked) -> None:
    asked: dict[str, str] = {}
    before = _counts(owner)
    for route, client, address, role in visits(standing):
        answer = ask(client, address)
        if answer.status_code == 200 and shows(standing, _body(answer), by_name=of_the_directory(route)):
            asked[answer.headers["X-Reference"]] = f"{route.name} as {role or 'nobody'}"
    after = _counts(owner)
    logged = owner.execute(
        "SELECT DISTINCT reference FROM audit_entry WHERE action = 'view' AND %s = ANY (children)"
        " AND person_id IS NOT NULL AND role <> '' AND why <> ''", [standing.child.pk],
    )  # fmt: skip
    references = {reference for (reference,) in logged}
    found.shown = len(asked)
    found.unlogged = [page for reference, page in asked.items() if reference not in references]
    found.changed = {name: (before[name], after[name]) for name in after if before.get(name) != after[name]}


def _send(standing: Standing, found: Walked) -> None:
    """Forms filled in wrong, with a file of a telling name; first without the form's mark, then with it."""
    for route, client, address, role in visits(standing, most=1):
        client.handler.enforce_csrf_checks = True
        refused = ask(client, address, "POST", {"words": "x"}).status_code in (403, 405)
        if not refused and route.name not in KEEPS_NOTHING:
            found.unmarked.append(f"{route.name} as {role or 'nobody'}")
        client.handler.enforce_csrf_checks = False
        file = SimpleUploadedFile(f"{MARK} Kestrel.exe", b"MZ cried in the car")
        client.post(address, TYPED_WRONG | {"file": file})
        found.sent += 1


def _break(standing: Standing) -> None:
    """Addresses with a name in them, wrong hosts, and faults of ours that quote a row."""
    client = standing.browser("senco")
    for path in ("/children/Kit%20Kestrel/", "/Bello%0A2026-11-20%20ERROR%20Kestrel/", f"/documents/{MARK}/"):
        client.get(path)
    client.get("/", HTTP_HOST="kestrel.example.org")
    honest = record_page.child_of

    def breaks(*_given: object, **_more: object) -> None:
        raise ValueError(f"Kit Kestrel of 9 Hidden Row: {MARK}")

    record_page.child_of = breaks  # type: ignore[assignment]
    try:
        client.get(f"/children/{standing.child.pk}/")
    finally:
        record_page.child_of = honest


@cache
def walked(owner_url: str) -> Walked:
    found, standing = Walked(), _ready()
    with application_log() as log, psycopg.connect(owner_url, autocommit=True) as owner:
        _look(standing, owner, found)
        _send(standing, found)
        _break(standing)
        found.log = log.getvalue()
    return found


def test_every_page_that_shows_a_child_says_so_in_the_view_log(raw_url):
    """With who, in which role, why and when; under the reference of that very answer."""
    found = walked(raw_url("owner"))

    assert found.shown > 100
    assert found.unlogged == []


def test_looking_changes_nothing(raw_url):
    assert walked(raw_url("owner")).changed == {}


def test_nothing_is_taken_without_the_mark_of_the_form_it_came_from(raw_url):
    found = walked(raw_url("owner"))

    assert found.sent > 150
    assert found.unmarked == []


def test_no_word_about_anybody_reaches_the_application_log(raw_url):
    log = walked(raw_url("owner")).log

    assert "404 GET no page of ours" in log and "ValueError" in log, "the walk was written down"
    assert [word for word in PERSONAL if word.casefold() in log.casefold()] == []


def test_nobody_writes_a_line_of_their_own_into_the_log():
    standing = Standing("own")
    with application_log() as log:
        standing.browser("senco").get("/x%0A2026-11-20%20ERROR%20root%20all%20is%20well")

    assert "all is well" not in log.getvalue()


def test_a_page_that_does_not_log_what_it_shows_is_caught(raw_url, monkeypatch):
    from goldenthread.people import middleware

    standing = Standing("own")
    monkeypatch.setattr(middleware, "write_views", lambda request: None)
    answer = ask(standing.browser("senco"), f"/children/{standing.child.pk}/")

    with psycopg.connect(raw_url("owner")) as owner:
        entries = owner.execute("SELECT count(*) FROM audit_entry WHERE action = 'view'").fetchone()
    assert shows(standing, answer.content)
    assert entries == (0,), "so it would stand among the unlogged"
