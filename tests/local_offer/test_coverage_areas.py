"""A service without a place shows where its area holds the place asked for, after those that have a place."""

from __future__ import annotations

import pytest

from goldenthread.local_offer.finding.asked import Asked
from goldenthread.local_offer.finding.searching import search
from goldenthread.local_offer.models import Offer, Outcode, Postcode, Town
from tests.factories.local_offer import CENTRE, make_offer, make_provider, make_service, place
from tests.factories.world import TODAY, World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    for outcode, lad in (("QX4", "X99000399"), ("QX9", "X99000398")):
        Outcode.objects.create(outcode=outcode, lad_code=lad, latitude=CENTRE[0], longitude=CENTRE[1])
        Postcode.objects.create(
            postcode=f"{outcode}1AB", lad_code=lad, lad_name="Somewhere", latitude=CENTRE[0], longitude=CENTRE[1]
        )
    Town.objects.create(name="larkmere", shown="Larkmere", latitude=CENTRE[0], longitude=CENTRE[1])
    provider = make_provider(found.area)
    for name, more in {
        "Far hall": {"places": [place(latitude=CENTRE[0] + 0.05)]},
        "Near hall": {"places": [place()]},
        "Covers the borough": {"places": [], "areas": [{"name": "All of Larkmere", "extent": "X99000399"}]},
        "Covers QX9": {"places": [], "areas": [{"name": "QX9", "extent": "QX9"}]},
        "Covers one street": {"places": [], "areas": [{"name": "Plover Road", "extent": "QX41AB"}]},
        "Covers the county": {"places": [], "areas": [{"name": "All of the county", "extent": "E10000099"}]},
        "Covers the nation": {"places": [], "areas": [{"name": "England", "extent": "E92000001"}]},
        "Covers another street": {"places": [], "areas": [{"name": "Heron Road", "extent": "qx4 9zz"}]},
        "Covers somewhere": {"places": [], "areas": [{"name": "The hills", "extent": ""}]},
        "Everywhere by telephone": {"places": []},
    }.items():
        make_service(found.area, provider, name=name, **more)
    return found


def names(**asked) -> list[str]:
    return [one.listing.name for one in search(Offer.objects.get(), Asked(**asked), TODAY).results]


def test_by_distance_what_covers_the_postcode_stands_after_what_has_a_place(world):
    assert names(place="QX4 1AB") == [
        "Near hall", "Far hall", "Covers one street", "Covers somewhere", "Covers the borough", "Covers the county",
        "Covers the nation", "Everywhere by telephone",
    ]  # fmt: skip


def test_a_limit_of_miles_leaves_in_what_covers_the_place(world):
    assert names(place="QX4 1AB", miles=1) == [
        "Near hall", "Covers one street", "Covers somewhere", "Covers the borough", "Covers the county", "Covers the nation",
        "Everywhere by telephone",
    ]  # fmt: skip


def test_elsewhere_the_same_services_do_not_stand_in_the_way(world):
    assert names(place="QX9", miles=1) == [
        "Near hall", "Covers QX9", "Covers somewhere", "Covers the county", "Covers the nation", "Everywhere by telephone",
    ]  # fmt: skip


def test_an_outward_code_holds_its_postcodes_and_every_district_that_it_lies_in(world):
    Postcode.objects.create(
        postcode="QX92AB", lad_code="X99000399", lad_name="Larkmere", latitude=CENTRE[0], longitude=CENTRE[1]
    )

    assert "Covers the borough" in names(place="QX9")
    assert {"Covers one street", "Covers another street"} <= set(names(place="QX4"))
    assert "Covers another street" not in names(place="QX4 1AB")


def test_a_town_may_lie_in_several_areas_so_nothing_is_left_out(world):
    assert len(names(place="Larkmere")) == 10


def test_counts_beside_the_filters_count_the_same_services(world):
    found = search(Offer.objects.get(), Asked(place="QX4 1AB"), TODAY)

    assert (found.total, found.counts["cost:free"]) == (8, 8)
