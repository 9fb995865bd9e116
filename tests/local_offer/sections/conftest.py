"""An area with its Local Offer, and an officer who keeps it."""

from __future__ import annotations

import pytest

from tests.factories.local_offer import make_offer
from tests.factories.world import World, signed_in, viewer_of


@pytest.fixture
def world():
    made = World()
    make_offer(made.area, phone="020 7946 0150")
    return made


@pytest.fixture
def officer(world):
    return viewer_of(world.staff("authority_officer"))


@pytest.fixture
def office(world, officer):
    """The officer's browser."""
    return signed_in(world.staff("authority_officer"))
