"""Every page of the site, opened in a real browser by somebody who may: axe, no complaint, nothing sideways.

One world and one window for each person; each page is looked at as wide as a desk and as narrow as a phone. A route
is either opened here or stands in not_walked.txt with its reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.access.routes import every_route
from tests.factories.world import signed_in

from .addresses import MORE_STATES, address_of, who_opens
from .walking import worn

pytestmark = pytest.mark.browser

LIST = Path(__file__).with_name("not_walked.txt")
ROUTES = {route.name: route for route in every_route()}


def _left_out() -> dict[str, tuple[str, str]]:
    """Route → its kind, and why it is not opened here."""
    lines = [line for line in LIST.read_text().splitlines() if line and not line.startswith("#")]
    named = [line.split(" ", 1) for line in lines]
    return {name: tuple(rest.split(": ", 1)) for name, rest in named}  # type: ignore[misc]


LEFT_OUT = _left_out()
WALKED = sorted(ROUTES.keys() - LEFT_OUT.keys())
KINDS: dict[str, Any] = {
    "POST": lambda answer: answer.status_code == 405,
    "file": lambda answer: answer.status_code == 200 and not answer.headers["Content-Type"].startswith("text/html"),
    "leads": lambda answer: answer.status_code == 302,
    "none": lambda answer: answer.status_code == 404,
    "step": None,
    "other": None,
}


def test_every_route_is_either_walked_or_left_out_for_a_reason():
    """A new page is walked by itself; a line in not_walked.txt about a page that is gone has to go, too."""
    assert LEFT_OUT.keys() - ROUTES.keys() == set()
    assert {name for name, (kind, reason) in LEFT_OUT.items() if kind not in KINDS or len(reason) < 12} == set()


@pytest.mark.parametrize("name", [name for name, (kind, _reason) in LEFT_OUT.items() if KINDS[kind]])
def test_a_route_left_out_is_what_its_line_says(walk, name):
    route, (kind, _reason) = ROUTES[name], LEFT_OUT[name]
    role = who_opens(route)
    browser = signed_in(walk.lived_in.account(role), worn(role)) if role else Client()

    answer = browser.get(address_of(walk.lived_in, route))

    assert KINDS[kind](answer), (answer.status_code, answer.headers)


@pytest.mark.parametrize("name", WALKED)
def test_a_page_is_sound_wide_and_narrow(walk, name):
    route = ROUTES[name]

    troubles = walk.troubles(name, who_opens(route), address_of(walk.lived_in, route))

    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("state", sorted(MORE_STATES))
def test_a_page_is_sound_in_its_other_states(walk, state):
    name, visit = MORE_STATES[state]
    route = ROUTES[name]

    troubles = walk.troubles(state, visit.role or who_opens(route), address_of(walk.lived_in, route, visit))

    assert not troubles, "\n".join(troubles)
