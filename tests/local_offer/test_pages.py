"""The public pages: what a family reads, keeps and shares, without an account and without JavaScript."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.keys import new_key
from goldenthread.local_offer.models import ListingEvent, Outcode, UnansweredWord
from goldenthread.local_offer.saved import COOKIE
from tests.factories.local_offer import CENTRE, contact, make_offer, make_provider, make_service, place
from tests.factories.world import World, inside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def make(world):
    Outcode.objects.create(outcode="QX4", lad_code="X99000399", latitude=CENTRE[0], longitude=CENTRE[1])
    make_offer(world.area, phone="020 7946 0150")
    provider = make_provider(world.area)
    return lambda **more: make_service(world.area, provider, **more)


def read(client: Client, name: str, query: str = "", *args) -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def event(**more):
    return {"id": str(new_key()), "title": "Open morning", "description": "Come and look.",
            "starts_at": "2026-12-05T10:00:00Z", "ends_at": "2026-12-05T12:00:00Z"} | more  # fmt: skip


def test_the_home_page_has_two_boxes_six_ways_in_and_what_is_on(make, client):
    make(events=[event()])

    page = read(client, "offer_home")

    assert page.count('class="gt-card"') == 6
    assert ('name="q"' in page, 'name="where"' in page) == (True, True)
    assert "Open morning: Saturday Splash" in page
    assert "020 7946 0150" in page


def test_a_result_says_what_for_whom_how_what_it_costs_how_far_and_when_checked(make, client):
    make(name="Saturday Splash")

    page = read(client, "offer_results", "?q=swimming&where=QX4")

    assert page.count("<h1") == 1
    assert "1 service for “swimming” near QX4" in page
    for part in (
        "Swimming on Saturday mornings for disabled children", "Ages 5 to 11; Physical disability",
        "Just turn up or book yourself", "Free", "less than 0.1 miles away", "Checked on 1 October 2026",
    ):  # fmt: skip
        assert part in page, part


def test_filters_stand_in_the_address_and_can_be_taken_away(make, client):
    make(name="One", needs=["ASD"])
    make(name="Two", needs=["HI"])

    page = read(client, "offer_results", "?need=ASD")

    assert ("One" in page, ">Two<" in page) == (True, False)
    assert 'value="ASD" checked' in page
    assert 'Hearing impairment <span class="gt-quiet">(1)</span>' in page
    assert '<a class="gt-filter__remove" href="?">' in page


def test_an_unknown_place_is_told_kindly(make, client):
    make()

    page = read(client, "offer_results", "?where=Atlantis")

    assert "We do not know the place “Atlantis”" in page
    assert "1 service" in page


def test_words_that_led_to_nothing_are_counted(make, client, world):
    make()

    read(client, "offer_results", "?q=zorbing")

    with inside(world.area):
        assert list(UnansweredWord.objects.values_list("word", "times")) == [("zorbing", 1)]


@pytest.mark.parametrize(
    "query",
    ["?page=0", "?page=999999", "?page=x", "?q=" + "x" * 10_000, "?q=%00", "?where=%00", "?need=NOPE", "?miles=abc",
     "?years=-1", "?q=%F0%9F%99%82", "?q=<script>alert(1)</script>", "?sort=drop"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["offer_results", "offer_map"])
def test_bad_input_gets_a_page(make, client, query, name):
    make()

    page = read(client, name, query)

    assert "<script>alert" not in page


def test_the_map_and_its_list_hold_the_same(make, client):
    make(name="Near", places=[place()])
    make(name="Everywhere", places=[], areas=[{"name": "All of Larkmere"}])

    page = read(client, "offer_map", "?where=QX4")

    assert page.count("<circle") == 1
    assert page.index("Near") < page.index("Everywhere")
    assert "(no place of its own)" in page
    assert "http" not in page.split("<svg")[1].split("</svg>")[0]


def test_an_entry_tells_everything_public_and_nothing_else(make, client):
    hidden = place(hide_address=True, address_1="17 Withy Lane", postcode="QX7 3BD", name="Heronsgate")
    service = make(
        places=[hidden], contacts=[contact(phone="020 7946 0101"), contact(phone="020 7946 0777", visible=False)],
        schedules=[{"byday": ["SA"], "opens_at": "14:00:00", "closes_at": "15:30:00", "term_time_only": True}],
        answers=[{"question": "starting", "text": "Come at ten."}], route="self", eligibility="Children of Larkmere.",
    )  # fmt: skip

    page = read(client, "offer_entry", "", service.pk)

    for part in (
        "Saturday, 2 pm to 3.30 pm, in term time", "Come at ten.", "020 7946 0101", "Children of Larkmere.",
        "Checked on 1 October 2026", "Near QX7. The address is not published.", "Larkmere Play Trust",
    ):  # fmt: skip
        assert part in page, part
    assert [secret for secret in ("Withy", "X7 3BD", "Heronsgate", "7946 0777") if secret in page] == []


def test_an_entry_not_checked_for_over_a_year_says_so(make, client):
    service = make(assured_on=date(2025, 11, 19))

    assert "We have not checked this for over a year" in read(client, "offer_entry", "", service.pk)


def test_an_alert_ends_with_its_day(make, client):
    over = make(name="Over", alert="Boiler broken", alert_until=date(2026, 11, 19))
    today = make(name="Now", alert="Boiler broken", alert_until=date(2026, 11, 20))

    assert "Boiler broken" not in read(client, "offer_entry", "", over.pk)
    assert "Boiler broken" in read(client, "offer_entry", "", today.pk)


def test_an_entry_that_is_not_shown_is_not_found(make, client):
    service = make(visible_to=date(2026, 11, 19))

    assert client.get(reverse("offer_entry", args=[service.pk])).status_code == 404
    assert client.get(reverse("offer_entry", args=[new_key()])).status_code == 404


def test_without_an_offer_there_is_no_page(client):
    assert client.get(reverse("offer_home")).status_code == 404


def test_a_list_is_kept_without_an_account_shared_and_forgotten(make, client):
    one, two = make(name="One"), make(name="Two")
    for service in (one, two):
        client.post(reverse("offer_keep", args=[service.pk]), {"keep": "yes"})

    page = read(client, "offer_my_list")
    sent = read(Client(), "offer_my_list", f"?service={two.pk}&service={one.pk}&service=nonsense")
    client.post(reverse("offer_keep", args=[one.pk]), {"keep": "no"})
    fewer = read(client, "offer_my_list")
    client.post(reverse("offer_forget_list"))

    assert (">One<" in page, ">Two<" in page) == (True, True)
    assert f"service={one.pk}&amp;service={two.pk}" in page
    assert sent.index(">Two<") < sent.index(">One<")
    assert (">One<" in fewer, ">Two<" in fewer) == (False, True)
    assert "Nothing is on this list" in read(client, "offer_my_list")


def test_an_altered_list_cookie_is_an_empty_list(make, client):
    make()
    client.cookies[COOKIE] = "0" * 32 + ":made-up"

    assert "Nothing is on this list" in read(client, "offer_my_list")


def test_four_at_most_stand_side_by_side(make, client):
    services = [make(name=f"Club {number}") for number in range(5)]

    page = read(client, "offer_compare", "?" + "&".join(f"service={service.pk}" for service in services))

    assert [f"Club {number}" in page for number in range(5)] == [True, True, True, True, False]
    assert "Four at most fit side by side" in page


def test_events_are_a_page_and_a_calendar(make, client):
    where = place()
    make(
        places=[where],
        events=[
            event(place=where["id"]),
            event(title="Past", starts_at="2026-11-01T10:00:00Z", ends_at="2026-11-01T11:00:00Z"),
        ],
    )

    page = read(client, "offer_events")
    calendar = client.get(reverse("offer_calendar"))
    one = client.get(reverse("offer_event_file", args=[ListingEvent.objects.get(starts_at__month=12).pk]))

    assert ("Saturday 5 December 2026, 10 am – 12 pm" in page, "Past" in page) == (True, False)
    text = calendar.content.decode()
    assert (calendar["Content-Type"], text.count("BEGIN:VEVENT")) == ("text/calendar; charset=utf-8", 1)
    assert "DTSTART:20261205T100000Z" in text
    assert "4 Plover Road" in text.replace("\r\n ", "")
    assert one.content.decode().count("BEGIN:VEVENT") == 1


def test_a_to_z_shows_the_area_first_and_elsewhere_when_asked(make, client):
    make(name="Bounce")
    make(name="Beyond", area_scope="outside")

    page = read(client, "offer_a_to_z", "?letter=b")

    assert ("Bounce" in page, "Beyond" in page) == (True, False)
    assert "Beyond" in read(client, "offer_a_to_z", "?letter=B&scope=all")
    assert "Services beginning with A" in read(client, "offer_a_to_z", "?letter=%C3%A9")


def test_lists_cost_the_same_number_of_queries_for_one_and_for_many(make, client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make(name="Club 0")
    counts = []
    for total in (1, 4):
        with CaptureQueriesContext(connection) as asked:
            read(client, "offer_results")
        counts.append(len(asked))
        if total == 1:
            for number in (1, 2, 3):
                make(name=f"Club {number}")

    assert counts[0] == counts[1]


def test_the_credit_line_stands_in_the_footer(make, client):
    make()

    assert "Contains public sector information licensed under the Open Government Licence v3.0" in read(
        client, "offer_results"
    )
