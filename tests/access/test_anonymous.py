"""Somebody who is not signed in, and somebody with the wrong method (bars A1, A2)."""

from __future__ import annotations

import psycopg
import pytest
from django.test import Client

from .about import MARK
from .asking import address_of, ask
from .expected import BY_STRENGTH, NOT_FOUND, SHOWN, weakest_and_strongest
from .routes import Route, every_route
from .test_http_matrix import Standing, pages_with_a_key

pytestmark = pytest.mark.django_db(transaction=True)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


def closed_routes() -> list[Route]:
    return [route for route in every_route() if route.rule != "public"]


def _to_sign_in(answer) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/account/login/") and not answer.content


def _fault_of(route: Route, standing: Standing, method: str) -> str:
    answer = ask(Client(raise_request_exception=False), address_of(route, standing.about("staff").parts(route)), method)
    if _to_sign_in(answer) or (answer.status_code == 405 and MARK not in answer.content.decode()):
        return ""
    return f"{method} {route.path}: {answer.status_code} {answer.headers.get('Location', '')}"


def test_without_signing_in_every_page_that_is_not_public_leads_to_the_sign_in():
    standing = Standing("own")

    faults = [_fault_of(route, standing, "GET") for route in closed_routes()]

    assert [fault for fault in faults if fault] == []


def test_without_signing_in_nothing_can_be_sent_to_a_page_that_is_not_public():
    standing = Standing("own")

    faults = [_fault_of(route, standing, "POST") for route in closed_routes()]

    assert [fault for fault in faults if fault] == []


@pytest.mark.full
@pytest.mark.parametrize("method", METHODS)
def test_without_signing_in_no_method_opens_a_page_that_is_not_public(method):
    standing = Standing("own")

    faults = [_fault_of(route, standing, method) for route in closed_routes()]

    assert [fault for fault in faults if fault] == []


def _written(raw_url) -> dict[str, int]:
    """How many rows each table holds, leaving out what noting a refusal or a visit writes itself."""
    passing = ("django_session", "usersessions_usersession", "audit_entry")
    with psycopg.connect(raw_url("owner")) as owner:
        named = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        tables = [name for (name,) in owner.execute(named) if not name.startswith(passing)]
        counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables)
        acts = owner.execute("SELECT count(*) FROM audit_entry WHERE action NOT IN ('view', 'refused')").fetchone()
        return dict(owner.execute(counts).fetchall()) | {"acts": acts[0]}


def _ready(raw_url) -> tuple[Standing, dict[str, int]]:
    """A child with everything that any address names, everybody's sign-in, and what lies in the database then."""
    standing = Standing("other_family_same_school")
    for role in BY_STRENGTH:
        standing.browser(role)
        for route in pages_with_a_key():
            standing.about(role).parts(route)
    return standing, _written(raw_url)


def _refused(standing: Standing, methods: tuple[str, ...]) -> list[str]:
    faults = []
    for route in pages_with_a_key():
        answers = standing.expected(route)
        role = next((role for role in reversed(weakest_and_strongest(answers)) if answers[role] == NOT_FOUND), None)
        for method in methods if role else ():
            answer = standing.ask(route, role, method)
            if answer.status_code not in (404, 405) or standing.tells(answer):
                faults.append(f"{method} {route.name} as {role}: {answer.status_code}")
    return faults


def test_what_the_strongest_role_refused_sends_changes_nothing(raw_url):
    standing, before = _ready(raw_url)

    faults = _refused(standing, ("POST",))

    assert faults == []
    assert _written(raw_url) == before


@pytest.mark.full
@pytest.mark.parametrize(
    "relationship", ["own", "other_family_same_school", "left_yesterday", "other_school", "other_area"]
)
def test_no_method_gets_the_strongest_role_refused_anywhere(relationship):
    standing = Standing(relationship)

    faults = _refused(standing, METHODS)

    assert faults == []


@pytest.mark.full
@pytest.mark.parametrize("method", METHODS)
def test_no_method_breaks_a_page_for_the_weakest_role_allowed(method):
    standing, faults = Standing("own"), []
    for route in pages_with_a_key():
        answers = standing.expected(route)
        role = next((role for role in weakest_and_strongest(answers) if answers[role] == SHOWN), None)
        if role and (answer := standing.ask(route, role, method)).status_code >= 500:
            faults.append(f"{method} {route.name} as {role}: {answer.status_code}")

    assert faults == []
