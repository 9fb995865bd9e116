"""Real schools as neighbours' entries: only what the list says."""

from __future__ import annotations

import gzip

import pytest

from goldenthread.local_offer.models import Listing, OfferOrganisation, Service
from goldenthread.local_offer.places_file import SCHOOLS, rows_of
from goldenthread.local_offer.schools import load_schools
from tests.factories.local_offer import NOW
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def three_schools(tmp_path):
    with gzip.open(SCHOOLS, "rt") as lines:
        wanted = [
            line
            for number, line in enumerate(lines)
            if number == 0 or line.startswith(("102276,", "100000,", "100001,"))
        ]
    path = tmp_path / "schools.csv"
    path.write_text("".join(wanted))
    return path


def test_a_school_is_an_entry_with_the_facts_of_the_list_and_no_others(three_schools):
    world = World()

    with inside(world.area):
        count = load_schools(world.area.pk, at=NOW, path=three_schools)

    entry = Listing.objects.get(name="Hylands Primary School").entry
    assert count == 3
    assert entry["description"] == (
        "A school or college in Romford in Havering, listed as open in April 2022 with the number (URN) 102276."
        " In July 2017 it was recorded as: Community School, Primary, ages 3 to 11."
    )
    assert (entry["area_scope"], entry["source"], entry["urn"]) == ("outside", "gias", "102276")
    assert (entry["min_months"], entry["max_months"]) == (36, 143)
    assert (entry["needs"], entry["all_needs"], entry["route"], entry["cost_statement"]) == ([], False, "", "")
    assert entry["contacts"][0]["phone"] == "01708743704"
    assert entry["places"][0]["postcode"] == "RM1 2RU"


def test_a_school_of_which_little_is_known_says_little(three_schools):
    world = World()

    with inside(world.area):
        load_schools(world.area.pk, at=NOW, path=three_schools)

    entry = Listing.objects.get(name="The Aldgate School").entry
    assert entry["description"] == (
        "A school or college in London in City of London, listed as open in April 2022 with the number (URN) 100000."
    )
    assert (entry["min_months"], entry["contacts"], entry["url"]) == (None, [], "")


def test_loading_twice_is_refused_whole(three_schools):
    from django.db import IntegrityError

    world = World()
    with inside(world.area):
        load_schools(world.area.pk, at=NOW, path=three_schools)

    with pytest.raises(IntegrityError), inside(world.area):
        load_schools(world.area.pk, at=NOW, path=three_schools)

    with inside(world.area):
        assert (Service.objects.count(), OfferOrganisation.objects.count()) == (3, 3)


def test_the_shipped_list_has_no_column_about_how_a_school_does():
    columns = next(rows_of(SCHOOLS)).keys()

    assert not {name for name in columns if any(word in name for word in ("result", "ofsted", "rating", "progress"))}
