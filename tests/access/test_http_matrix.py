"""Over HTTP: every page about somebody, for every way in which a child can stand to a person (bar A2)."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from goldenthread.children.models import Child

from .about import MARK, About
from .asking import address_of, ask, browser, said
from .expected import BY_STRENGTH, FAMILY, NOT_FOUND, NOTHING, PAGES, SHOWN, expected, weakest_and_strongest
from .policy import RELATIONSHIPS, names
from .relations import Related
from .routes import Route, every_route

pytestmark = pytest.mark.django_db(transaction=True)
OPEN = (200, 302, 405, 409)  # 405: the page only takes what is sent; 409: inside the reach, but not now
KNOWN = ("public", "signed_in", "NONE")


def pages_with_a_key() -> list[Route]:
    return [route for route in every_route() if route.parts and route.rule not in KNOWN]


class Standing:
    """A child in one relationship, what is written about them, and everybody's browser."""

    def __init__(self, relationship: str) -> None:
        self.related, self.relationship = Related(), relationship
        self.child: Child = self.related.build(relationship)
        whole = About(self.child).everything()
        readers = [role for role in FAMILY if RELATIONSHIPS[relationship, role]]
        self.things = {role: whole.given_to(self.related.person(role)) for role in readers}
        self._whole = whole
        self._browsers: dict[str, Client] = {}

    def about(self, role: str) -> About:
        return self.things.get(role, self._whole)

    def browser(self, role: str) -> Client:
        if role not in self._browsers:
            self._browsers[role] = browser(self.related.person(role), role)
        return self._browsers[role]

    def expected(self, route: Route) -> dict[str, str]:
        world = self.related.world
        return {role: expected(route, role, self.relationship, self.child, world) for role in BY_STRENGTH}

    def ask(self, route: Route, role: str, method: str = "GET") -> HttpResponse:
        return ask(self.browser(role), address_of(route, self.about(role).parts(route)), method)

    def looks_like_nothing(self, route: Route, role: str, answer: HttpResponse) -> bool:
        """Whether the answer is, byte for byte, what the same address says of a key that nobody ever had."""
        parts = self.about(role).parts(route)
        other = {name: uuid4() if hasattr(value, "hex") else value for name, value in parts.items()}
        return said(answer) == said(ask(self.browser(role), address_of(route, other)))

    def tells(self, answer: HttpResponse) -> bool:
        return MARK.encode() in answer.content or self.child.name.encode() in answer.content


def fault(standing: Standing, route: Route, role: str, wanted: str) -> str:
    """What is wrong with the answer that this role gets; "" when it is as the policy says."""
    answer = standing.ask(route, role)
    where = f"{route.name} as {role}: wanted {wanted}, got {answer.status_code}"
    if answer.status_code >= 500:
        return where
    if wanted == SHOWN:
        return "" if answer.status_code in OPEN else where
    if standing.tells(answer):
        return f"{where}, with words about the child"
    if wanted == NOTHING and answer.status_code == 200:
        return ""
    if answer.status_code not in (404, 405):
        return where
    return "" if standing.looks_like_nothing(route, role, answer) else f"{where}, but not like what does not exist"


def faults(relationship: str, *, everybody: bool) -> list[str]:
    standing, found = Standing(relationship), []
    for route in pages_with_a_key():
        answers = standing.expected(route)
        for role in answers if everybody else weakest_and_strongest(answers):
            found.append(fault(standing, route, role, answers[role]))
    return [one for one in found if one]


@pytest.mark.parametrize("relationship", names(RELATIONSHIPS))
def test_the_weakest_role_allowed_gets_in_and_the_strongest_refused_does_not(relationship):
    assert faults(relationship, everybody=False) == []


@pytest.mark.full
@pytest.mark.parametrize("relationship", names(RELATIONSHIPS))
def test_every_role_gets_what_the_policy_says(relationship):
    assert faults(relationship, everybody=True) == []


def test_every_page_named_in_the_table_exists():
    assert set(PAGES) - {route.name for route in every_route()} == set()


def test_a_page_that_forgets_whose_child_it_is_is_caught(monkeypatch):
    from goldenthread.children.views import record

    monkeypatch.setattr(record, "child_of", lambda viewer, child: Child.objects.get(pk=child))
    standing = Standing("other_family_same_school")
    route = next(route for route in every_route() if route.name == "child")

    answer = fault(standing, route, "class_teacher", NOT_FOUND)

    assert answer == "child as class_teacher: wanted not found, got 200, with words about the child"
