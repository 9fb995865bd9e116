"""The published copy is what publishing would write, however an entry came to be."""

from __future__ import annotations

import pytest

from goldenthread.demo.local_offer.kinds import bodies, body_key, entries
from goldenthread.local_offer.bulk import write_entries
from goldenthread.local_offer.facets import FACETS, NUMBERS, age_bands, parts_of_day
from goldenthread.local_offer.lifecycle import archive, bring_back, live_version, same_as_version
from goldenthread.local_offer.models import Listing, ListingEvent, ListingPlace, OfferOrganisation, Service
from goldenthread.local_offer.publishing import publish
from tests.factories.local_offer import NOW, make_service
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)


def copies():
    rows = Listing.objects.order_by("pk").values_list("pk", "text_hash", "facets", "facet_numbers", "said", "words")
    points = ListingPlace.objects.order_by("pk").values_list("pk", "latitude", "longitude", "outward_code")
    return list(rows), list(points), list(ListingEvent.objects.order_by("pk").values_list("pk", "starts_at", "entry"))


def test_entries_written_in_bulk_are_as_if_approved_one_by_one():
    world = World()
    with inside(world.area):
        both = {"authority_id": world.area.pk, "holder_id": world.area.pk}
        OfferOrganisation.objects.bulk_create(
            OfferOrganisation(id=body_key(key), name=name, description=text, **both)
            for key, (name, text) in bodies().items()
        )
        some = [entry for number, entry in enumerate(entries()) if number % 20 == 0]
        write_entries(world.area.pk, iter(some), why="Test", at=NOW)
        before = copies()

        count = publish(Service.objects.all())

        assert count == len(some) > 10
        assert copies() == before
        assert all(same_as_version(service) for service in Service.objects.all()[:5])


def test_an_archived_entry_is_out_of_sight_and_can_be_brought_back():
    world = World()
    service = make_service(world.area)
    with inside(world.area):
        before = copies()[0][0][2:]

        archive(service, by=None, at=NOW)
        while_archived = copies()
        bring_back(service, at=NOW)

        assert while_archived == ([], [], [])
        assert copies()[0][0][2:] == before
        assert live_version(service).number == 1


def test_numbers_of_facets_are_fixed():
    """Rows keep them: whoever changes the order of this list has to publish every entry anew."""
    assert len(FACETS) == len(set(FACETS)) == len(NUMBERS)
    assert (NUMBERS["need:CI"], NUMBERS["section:leisure"], NUMBERS["cost:free"], NUMBERS["slot:SU-evening"]) == (
        0, 30, 55, 91,
    )  # fmt: skip
    assert NUMBERS["type:other"] == len(FACETS) - 1 == 102


@pytest.mark.parametrize(
    ("low", "high", "bands"),
    [
        (None, None, ["0-4", "5-10", "11-15", "16-18", "19-25"]),
        (0, 59, ["0-4"]),
        (60, 131, ["5-10"]),
        (59, 60, ["0-4", "5-10"]),
        (192, None, ["16-18", "19-25"]),
    ],
)
def test_life_stages_are_those_that_overlap(low, high, bands):
    assert age_bands(low, high) == bands


@pytest.mark.parametrize(
    ("opens", "closes", "parts"),
    [
        ("09:00", "12:00", ["morning"]),
        ("09:00", "12:01", ["morning", "afternoon"]),
        ("12:00", "17:00", ["afternoon"]),
        ("16:30", "18:00", ["afternoon", "evening"]),
        (None, "18:00", []),
    ],
)
def test_parts_of_the_day_are_those_that_opening_reaches_into(opens, closes, parts):
    assert parts_of_day(opens, closes) == parts
