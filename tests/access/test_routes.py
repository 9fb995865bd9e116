"""One access rule on every view, typed ids, and a checked-in list that equals reality (bar A1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.urls.converters import StringConverter

from goldenthread.access.permissions import RIGHTS
from goldenthread.access.roles import ROLES
from goldenthread.access.rules import public, signed_in

from .routes import NUMBERED, every_route, walk

LIST = Path(__file__).with_name("routes.txt")
# The keys of one's own passkeys are numbered by the sign-in library, which looks only among one's own.
NUMBERED_BY_THE_LIBRARY = {"mfa_remove_webauthn", "mfa_edit_webauthn"}


def planted(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a child's name")


def without_rule(routes):
    return [route.path for route in routes if route.rule == "NONE"]


def test_every_view_declares_an_access_rule():
    assert without_rule(every_route()) == []


def test_a_planted_view_without_a_rule_is_caught():
    assert without_rule(walk([path("planted/", planted, name="planted")])) == ["/planted/"]


def test_a_view_cannot_declare_two_rules():
    with pytest.raises(ValueError, match="two access rules"):
        signed_in(public(lambda request: HttpResponse()))


def test_the_checked_in_list_of_routes_equals_the_site():
    """A new, changed or lost page is a decision: put it into routes.txt by hand, and into the matrix."""
    assert [route.line for route in every_route()] == LIST.read_text().splitlines()


def test_ids_in_addresses_are_uuids():
    loose = [
        route.path
        for route in every_route()
        for converter in route.parts.values()
        if isinstance(converter, NUMBERED) and route.name not in NUMBERED_BY_THE_LIBRARY
    ]
    text = [
        (route.path, name)
        for route in every_route()
        for name, converter in route.parts.items()
        if type(converter) is StringConverter
    ]

    assert loose == []
    assert text == []


def test_roles_and_rights_name_each_other():
    given = {right for role in ROLES.values() for right in role.rights}

    assert given - set(RIGHTS) == set(), "a role holds a right that no app declares"
    assert set(RIGHTS) - given == set(), "an app declares a right that no role holds"
