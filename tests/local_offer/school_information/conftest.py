"""A school whose SENCO, head and governor have accounts, in an area with a Local Offer."""

from __future__ import annotations

import pytest

from tests.factories.local_offer import make_offer
from tests.factories.world import World


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    for role in ("senco", "head", "governor"):
        found.staff(role)
    return found
