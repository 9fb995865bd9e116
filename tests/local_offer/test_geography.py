"""From a postcode, an outward code or a town to a point, with no network."""

from __future__ import annotations

import pytest

from goldenthread.local_offer.geography import Point, box_around, find_point, miles_between
from goldenthread.local_offer.models import Outcode, Postcode, Town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def places():
    Postcode.objects.create(postcode="DA146NE", lad_code="E09000004", lad_name="Bexley", latitude=51.43, longitude=0.1)
    Outcode.objects.create(outcode="DA14", lad_code="E09000004", latitude=51.42, longitude=0.11)
    Town.objects.create(name="sidcup", shown="Sidcup", latitude=51.425, longitude=0.105)


@pytest.mark.parametrize("asked", ["DA14 6NE", "da146ne", " Da14  6nE ", "DA14-6NE"])
def test_a_postcode_is_found_however_it_is_typed(asked):
    assert find_point(asked) == Point("DA14 6NE", 51.43, 0.1, ("E09000004", "DA14", "DA146NE"))


def test_a_postcode_the_table_lacks_is_as_near_as_its_outward_code():
    assert find_point("DA14 9ZZ") == Point("DA14", 51.42, 0.11, ("E09000004", "DA14"), "DA14___")


def test_outward_codes_and_towns_are_found():
    assert find_point("da14") == Point("DA14", 51.42, 0.11, ("E09000004", "DA14"), "DA14___")
    assert find_point("  SIDCUP ") == Point("Sidcup", 51.425, 0.105)


@pytest.mark.parametrize("asked", ["", "ZZ99 9ZZ", "Nowhere", "<script>", "x" * 10_000, "\x00"])
def test_what_is_not_known_is_none(asked):
    assert find_point(asked) is None


def test_distance_is_the_straight_line_over_the_ground():
    """Greenwich Observatory to the Tower of London, reckoned on a sphere of 3,958.8 miles."""
    greenwich = Point("Greenwich", 51.4769, 0.0)

    assert miles_between(greenwich, 51.5081, -0.0759) == pytest.approx(3.91, abs=0.05)


def test_the_box_holds_every_point_so_near_and_little_more():
    point = Point("DA14", 51.42, 0.11)
    south, north, west, east = box_around(point, 5)

    assert miles_between(point, south, 0.11) == pytest.approx(5, abs=0.05)
    assert miles_between(point, 51.42, east) == pytest.approx(5, abs=0.05)
    assert (north > 51.42 > south, east > 0.11 > west) == (True, True)
