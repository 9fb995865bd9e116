"""Finding services: words, place, filters with counts, order."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from goldenthread.local_offer.bulk import rebuild_words
from goldenthread.local_offer.finding.asked import Asked, asked_of
from goldenthread.local_offer.finding.searching import search, similar
from goldenthread.local_offer.finding.unanswered import remember_unanswered
from goldenthread.local_offer.models import Listing, Outcode, UnansweredWord
from tests.factories.local_offer import CENTRE, make_offer, make_provider, make_service, place
from tests.factories.world import TODAY, World, inside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def offer(world):
    Outcode.objects.create(outcode="QX4", lad_code="X99000399", latitude=CENTRE[0], longitude=CENTRE[1])
    return make_offer(world.area)


@pytest.fixture
def make(world, offer):
    provider = make_provider(world.area)
    return lambda **more: make_service(world.area, provider, **more)


def away(miles: float) -> dict:
    """A place so many miles north of QX4."""
    return place(latitude=CENTRE[0] + miles / 69.1, longitude=CENTRE[1])


def names(offer, **asked):
    return [result.listing.name for result in search(offer, Asked(**asked), TODAY).results]


def test_a_name_counts_more_than_a_description_and_that_more_than_a_tag(make, offer):
    filler = "A weekly meeting for families in the borough with tea, toys and people to talk to."
    make(name="Tagged", description=filler, labels=["Kestrel award"])
    make(name="Described", description=f"{filler} We have the kestrel on our door.")
    make(name="Kestrel club", description=filler)

    assert names(offer, words="kestrel") == ["Kestrel club", "Described", "Tagged"]


def test_words_are_found_in_other_forms_and_by_words_that_mean_the_same(make, offer):
    make(name="Swimmers", description="A club where children are swimming every Saturday morning with a coach.")
    make(name="OT clinic", description="Occupational therapists help with dressing, cutlery and writing at a desk.")

    assert names(offer, words="swim") == ["Swimmers"]
    assert names(offer, words="occupational therapist") == ["OT clinic"]


def test_one_slip_is_mended_and_said(make, offer, world):
    make(name="Hydrotherapy", description="Exercise in a warm pool with a therapist for stiff or painful muscles.")
    with inside(world.area):
        rebuild_words(world.area.pk)

    found = search(offer, Asked(words="hydrotheripy"), TODAY)

    assert ([result.listing.name for result in found.results], found.mended) == (
        ["Hydrotherapy"],
        {"hydrotheripy": "hydrotherapy"},
    )


def test_a_word_of_english_is_no_slip_and_one_of_the_lists_may_be_meant(make, offer, world):
    make(name="Hearing clinic", description="Tests for children who may be deaf, with a waiting room full of toys.")
    with inside(world.area):
        rebuild_words(world.area.pk)

    assert search(offer, Asked(words="bread chess behaviour centre"), TODAY).mended == {}
    for slip, meant in (("granson", "grandson"), ("wheellchair", "wheelchair"), ("autisim", "autism")):
        assert search(offer, Asked(words=slip), TODAY).mended == {slip: meant}


def test_a_group_that_meets_at_a_football_ground_is_no_football(make, offer):
    make(name="Ball games", description="Football, rounders and cricket on the grass, with helpers for everybody.")
    make(name="Dads group", description="Fathers meet for tea and talk.", places=[place(name="Football Ground")])

    assert names(offer, words="football") == ["Ball games"]
    assert names(offer, words="ground") == ["Dads group"]


def test_where_a_place_is_typed_among_the_words_what_is_there_comes_first(make, offer):
    make(name="A swim", description="Swimming for disabled children and their families on Sunday mornings.")
    make(
        name="B swim", description="Swimming for disabled children and their families.", places=[place(town="Fairmead")]
    )

    assert names(offer, words="swimming in Fairmead") == ["B swim", "A swim"]


def test_choices_in_a_group_mean_or_and_groups_mean_and(make, offer):
    make(name="One", needs=["ASD"], sections=["leisure"])
    make(name="Two", needs=["HI"], sections=["leisure"])
    make(name="Three", needs=["HI"], sections=["health"])

    assert names(offer, chosen={"need": ["ASD", "HI"]}) == ["One", "Three", "Two"]
    assert names(offer, chosen={"need": ["HI"], "section": ["leisure"]}) == ["Two"]


def test_the_count_beside_a_choice_is_what_choosing_it_finds(make, offer):
    make(name="One", needs=["ASD"], sections=["leisure"], free=True)
    make(name="Two", needs=["HI"], sections=["leisure"], free=False, cost_statement="2 pounds")
    make(name="Three", needs=["HI"], sections=["health"], free=True)
    base = {"section": ["leisure"]}

    found = search(offer, Asked(chosen=base), TODAY)

    for facet in ("need:ASD", "need:HI", "cost:free"):
        group, code = facet.split(":")
        assert found.counts[facet] == search(offer, Asked(chosen=base | {group: [code]}), TODAY).total, facet
    assert found.counts["section:health"] == search(offer, Asked(chosen={"section": ["health"]}), TODAY).total
    assert found.total == 2


def test_age_is_by_overlap_and_no_limit_fits_everybody(make, offer):
    make(name="Five to seven", min_months=60, max_months=95)
    make(name="Any age", min_months=None, max_months=None)
    make(name="Eight up", min_months=96, max_months=None)

    assert names(offer, years=7) == ["Any age", "Five to seven"]
    assert names(offer, years=8) == ["Any age", "Eight up"]


def test_nearest_first_then_those_without_a_place_and_closed_ones_last(make, offer):
    area = [{"name": "All of Larkmere"}]
    make(name="Everywhere", places=[], areas=area)
    make(name="Far", places=[away(4)])
    make(name="Near", places=[away(9), away(1)])
    make(name="Closed", places=[away(0.1)], status="temporarily closed")

    found = search(offer, Asked(place="QX4"), TODAY)

    assert [result.listing.name for result in found.results] == ["Near", "Far", "Everywhere", "Closed"]
    assert found.results[0].miles == pytest.approx(1, abs=0.02)


def test_a_limit_of_miles_leaves_out_what_is_farther_but_not_what_covers_the_area(make, offer):
    make(name="Everywhere", places=[], areas=[{"name": "All of Larkmere"}])
    make(name="Far", places=[away(3.1)])
    make(name="Near", places=[away(2.9)])

    assert names(offer, place="QX4", miles=3) == ["Near", "Everywhere"]


def test_an_unknown_place_is_said_and_does_not_hide_what_there_is(make, offer):
    make(name="Club")

    found = search(offer, Asked(place="Atlantis", miles=3), TODAY)

    assert (found.place_unknown, found.total) == (True, 1)


def test_day_and_time_must_fit_one_session(make, offer):
    sessions = [
        {"byday": ["SA"], "opens_at": "09:00:00", "closes_at": "11:00:00"},
        {"byday": ["MO"], "opens_at": "18:00:00", "closes_at": "20:00:00"},
    ]
    make(name="Club", schedules=sessions)

    assert names(offer, chosen={"day": ["SA"], "time": ["morning"]}) == ["Club"]
    assert names(offer, chosen={"day": ["SA"], "time": ["evening"]}) == []


def test_outside_its_days_an_entry_is_not_found(make, offer):
    make(name="Over", visible_to=date(2026, 11, 19), visible_from=date(2020, 1, 1))

    assert names(offer) == []


def test_another_areas_services_are_not_found(make, offer, world):
    make_service(world.other_area, make_provider(world.other_area, "Theirs"), name="Their club")
    make(name="Our club")

    assert names(offer) == ["Our club"]


def test_pages_follow_each_other_without_loss(make, offer):
    for number in range(5):
        make(name=f"Club {number}")

    pages = [search(offer, Asked(page=page), TODAY, size=2) for page in (1, 2, 3, 4)]

    assert [[result.listing.name for result in page.results] for page in pages] == [
        ["Club 0", "Club 1"], ["Club 2", "Club 3"], ["Club 4"], [],
    ]  # fmt: skip
    assert {page.total for page in pages} == {5}


def test_similar_services_share_needs_and_kind(make, offer):
    make(name="Swim one", needs=["PD"])
    make(name="Swim two", needs=["PD"])
    make(name="Clinic", needs=["HI"], sections=["health"])

    found = similar(offer, Listing.objects.get(name="Swim one"), TODAY)

    assert [result.listing.name for result in found] == ["Swim two"]


def test_what_an_address_says_wrongly_is_left_out():
    query = QueryDict("q=a%00b&page=0&miles=x&years=99&sort=evil&need=ASD&need=NOPE&nothing=1&page=abc")

    asked = asked_of(query)

    assert asked == Asked(words="ab", chosen={"need": ["ASD"]})


def test_an_address_asks_for_the_same_again():
    asked = Asked(words="swim & dive", place="QX4", miles=3, chosen={"need": ["ASD", "HI"]}, sort="name", page=3)

    assert asked_of(QueryDict(asked.address(page=3))) == asked


@pytest.mark.parametrize("words", ["x" * 10_000, "'; DROP TABLE x; --", "%s %s", "a & | ! ( ) : *", "\\", "🙂"])
def test_no_words_break_the_search(make, offer, words):
    make(name="Club")

    found = search(offer, Asked(words=words[:300], place=words[:80]), TODAY)

    assert (found.total, found.place_unknown) in ((0, True), (1, True))


def test_words_that_led_to_nothing_are_counted_one_by_one_and_nothing_else_is_kept(offer, world):
    for _time in range(2):
        remember_unanswered(world.area.pk, "My son Kofi 07700 900123 wants zorbing in DA14 6NE please", TODAY)

    with inside(world.area):
        kept = list(UnansweredWord.objects.order_by("word").values_list("word", "month", "times"))
    assert kept == [("kofi", date(2026, 11, 1), 2), ("zorbing", date(2026, 11, 1), 2)]
    assert not {"created_at", "question", "place"} & {field.name for field in UnansweredWord._meta.fields}
