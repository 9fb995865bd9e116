"""Events of several days and opening times over midnight: written, kept and shown as they are."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.models import Listing
from goldenthread.local_offer.versions import contents_of
from tests.factories.local_offer import make_service, place
from tests.factories.world import inside, signed_in
from tests.local_offer.editing.test_pages import posted_as_shown

pytestmark = pytest.mark.django_db(transaction=True)

WEEKEND = {"title": "Sailing weekend", "starts_at": "2026-12-04T18:00:00Z", "ends_at": "2026-12-06T12:00:00Z"}
BEGUN = {"title": "Begun this week", "starts_at": "2026-11-19T10:00:00Z", "ends_at": "2026-11-21T12:00:00Z"}
MOMENT = {"title": "Doors open", "starts_at": "2026-12-01T18:00:00Z", "ends_at": "2026-12-01T18:00:00Z"}
PAST = {"title": "Over", "starts_at": "2026-11-17T10:00:00Z", "ends_at": "2026-11-20T00:00:00Z"}
NIGHT = {"freq": "WEEKLY", "interval": 1, "byday": ["FR"], "opens_at": "20:00:00", "closes_at": "08:00:00"}
EVENING = NIGHT | {"byday": ["SA"], "closes_at": "00:00:00"}
ALWAYS = NIGHT | {"byday": ["SU"], "opens_at": "09:00:00", "closes_at": "09:00:00"}


@pytest.fixture
def staying(shop):
    """An entry as an import may bring it: nights, a weekend, and things no form would take."""
    shop.stay = make_service(
        shop.area, shop.provider, name="Short breaks",
        events=[{"id": place()["id"]} | one for one in (PAST, BEGUN, MOMENT, WEEKEND)],
        schedules=[{"id": place()["id"]} | one for one in (NIGHT, EVENING, ALWAYS)],
    )  # fmt: skip
    return shop


def opened(shop, section):
    browser, address = (
        signed_in(shop.world.staff("authority_officer")),
        reverse(f"edit_entry_{section}", args=[shop.stay.pk]),
    )
    return browser, address, posted_as_shown(browser.get(address))


@pytest.mark.parametrize("section", ["events", "when"])
def test_what_an_import_brought_is_saved_as_it_stands(staying, section):
    browser, address, data = opened(staying, section)
    with inside(staying.area):
        before = contents_of(staying.stay)

    answer = browser.post(address, data)

    assert answer.status_code == 302, answer.context["found"]
    with inside(staying.area):
        assert staying.stay.versions.first().contents == before


def typed(shop, section, **more):
    """The section posted with more typed: where it led, or what it said, and the rows as they now wait."""
    browser, address, data = opened(shop, section)
    answer = browser.post(address, data | more)
    pending = shop.pending(shop.stay)
    said = answer.content.decode() if answer.status_code == 200 else ""
    return said, pending.contents if pending else None


def test_an_event_gets_a_last_day(staying):
    last = {"events-2-last_day-day": "6", "events-2-last_day-month": "12", "events-2-last_day-year": "2026"}

    said, contents = typed(staying, "events", **{"events-2-ends": "9.30 am"}, **last)

    row = next(row for row in contents["events"] if row["title"] == "Doors open")
    assert (said, row["starts_at"], row["ends_at"]) == ("", "2026-12-01T18:00:00Z", "2026-12-06T09:30:00Z")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"events-2-ends": "5 pm"}, "If it goes on to another day, say its last day"),
        ({"events-3-last_day-day": "3"}, "The last day must be the first day or later"),
    ],
)
def test_an_event_that_ends_before_it_begins_is_not_taken(staying, more, sentence):
    said, contents = typed(staying, "events", **more)

    assert (sentence in said, contents) == (True, None)


def test_opening_times_end_on_the_next_day_only_when_that_is_said(staying):
    later, contents = typed(staying, "when", **{"schedules-2-closes_at": "7 am"})
    ticked, also = typed(staying, "when", **{"schedules-0-closes_at": "9 pm"})
    right, kept = typed(staying, "when", **{"schedules-2-closes_at": "7 am", "schedules-2-next_day": "on"})

    assert ("If it goes on after midnight, tick the box" in later, contents) == (True, None)
    assert ("An opening time is shorter than a day" in ticked, also) == (True, None)
    assert (right, [row["closes_at"] for row in kept["schedules"]]) == ("", ["08:00:00", "00:00:00", "07:00:00"])


def test_everybody_reads_days_and_nights_as_they_are(staying):
    visitor = Client()

    page = visitor.get(reverse("offer_entry", args=[staying.stay.pk])).content.decode()
    events = visitor.get(reverse("offer_events")).content.decode()
    home = visitor.get(reverse("offer_home")).content.decode()

    weekend = "Friday 4 December 2026, 6 pm – Sunday 6 December 2026, 12 pm"
    assert "Friday, 8 pm to 8 am the next day" in page and "Saturday, 8 pm to midnight" in page
    assert [weekend in text for text in (page, events, home)] == [True] * 3
    assert ["Begun this week" in text for text in (events, home)] == [True] * 2
    assert ["Over: Short breaks" in text for text in (events, home)] == [False] * 2


def test_a_night_is_not_given_to_whoever_asks_for_what_ends_by_a_time(staying):
    by_nine, from_eight = (
        Client().get("/api/oruk/services", asked).json()["contents"]
        for asked in ({"end_time": "09:00"}, {"start_time": "20:00"})
    )

    assert ([one["name"] for one in by_nine], [one["name"] for one in from_eight]) == ([], ["Short breaks"])


def test_a_night_is_found_in_the_evening_of_its_day(staying):
    facets = set(Listing.objects.get(pk=staying.stay.pk).facets)

    assert {"slot:FR-evening", "slot:SA-evening"} <= facets
    assert not facets & {"slot:FR-morning", "slot:FR-afternoon"}
