"""The family's first page: this week in words, and where it leads."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.provision.queries import this_week
from goldenthread.sen_support.views.family.home import week_line
from tests.factories.provision import FRIDAY, MONDAY, WEDNESDAY, make_dose, make_entry, make_slot
from tests.factories.sen_support import mother_of
from tests.factories.world import World, make_young_person, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY_16, WEDNESDAY_18, FRIDAY_20 = date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 20)


def a_week(world: World):
    """Small-group reading on Monday, Wednesday and Friday, 20 minutes each."""
    dose = make_dose(world.amara, world.school)
    return dose, [make_slot(world.school, day, dose=dose) for day in (MONDAY, WEDNESDAY, FRIDAY)]


def links_on(browser: Client, address: str) -> dict[str, str]:
    """Where each link of a page leads, by its words."""
    page = browser.get(address).content.decode()
    found = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', page, re.DOTALL)
    return {" ".join(unescape(re.sub("<[^>]+>", " ", words)).split()): href for href, words in found}


def test_a_session_given_in_part_is_told_apart_from_one_that_was_done():
    world = World()
    dose, (monday, wednesday, friday) = a_week(world)
    teacher = world.staff("class_teacher")
    make_entry(dose, world.school, teacher, MONDAY_16, planned_session=monday)
    make_entry(dose, world.school, teacher, WEDNESDAY_18, planned_session=wednesday)
    make_entry(dose, world.school, teacher, FRIDAY_20, "part", planned_session=friday, reason="child_away")
    mother = mother_of(world)

    with seen_by(mother):
        (line,) = [week_line(one) for one in this_week(mother, world.amara.pk)]

    assert line == {
        "what": "Small-group reading",
        "done": "2 of 3 done, one in part (10 of 20 minutes: child away)",
        "more": "Next: Monday 23 November.",
        "href": reverse("dose", args=[dose.pk]),
    }


def test_two_sessions_in_part_and_one_missed_are_each_told_with_their_reason():
    world = World()
    dose, (monday, wednesday, friday) = a_week(world)
    teacher = world.staff("class_teacher")
    make_entry(dose, world.school, teacher, MONDAY_16, "part", planned_session=monday, minutes=5, reason="trip")
    make_entry(dose, world.school, teacher, WEDNESDAY_18, "part", planned_session=wednesday, reason="room")
    make_entry(dose, world.school, teacher, FRIDAY_20, "missed", planned_session=friday, reason="staff_ill")
    mother = mother_of(world)

    with seen_by(mother):
        (line,) = [week_line(one) for one in this_week(mother, world.amara.pk)]

    assert (line["done"], line["more"]) == (
        "0 of 3 done, 2 in part (5 of 20 minutes: trip; 10 of 20 minutes: room)",
        "Missed on Friday: staff ill. Next: Monday 23 November.",
    )


def the_child(world: World) -> UUID:
    a_week(world)
    return world.amara.pk


def test_a_parent_goes_from_this_week_to_what_was_promised_and_given():
    world = World()
    child = the_child(world)
    browser = signed_in(world.ada, "parent")

    links = links_on(browser, reverse("my_child_page", args=[child]))
    given = browser.get(links["What Amara is promised and gets"])
    sessions = browser.get(links["Small-group reading"])

    assert links["What Amara is promised and gets"] == reverse("child_support", args=[child])
    assert links["Earlier weeks: what was promised, and what was given"] == reverse("child_support", args=[child])
    assert "What Amara is promised and gets" in given.content.decode()
    assert "Planned and given" in sessions.content.decode()


def test_a_young_person_is_led_to_what_they_are_promised_and_get():
    world = World()
    child = the_child(world)
    browser = signed_in(make_young_person(world.amara, world.school), "young_person")

    links = links_on(browser, reverse("my_plan"))

    assert links["What I am promised, and what I get"] == reverse("child_support", args=[child])
    assert browser.get(links["What I am promised, and what I get"]).status_code == 200
