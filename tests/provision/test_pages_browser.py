"""The pages of this room in a real browser: axe, nothing sideways on a phone, and two taps without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from goldenthread.people.models import Account
from goldenthread.provision.models import Kind, PlannedSession
from tests.chromium import AXE, RULES, chromium
from tests.factories.provision import FRIDAY, MONDAY, WEDNESDAY, make_dose, make_entry, make_group, make_slot
from tests.factories.world import TODAY, World, inside, make_child, make_class, signed_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens an address as somebody, in a window so wide."""
    contexts = []

    def open_page(account: Account, address: str, width: int = 390, **window: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **window)
        contexts.append(context)
        cookies = signed_in(account).cookies
        context.add_cookies([{"name": "sessionid", "value": cookies["sessionid"].value, "url": live_server.url}])
        tab = context.new_page()
        tab.goto(live_server.url + address)
        return tab

    yield open_page
    for context in contexts:
        context.close()


def _school_day() -> tuple[World, PlannedSession, dict[str, str]]:
    """A Friday with a group partly recorded, a single session, support without a time, and things to check."""
    world = World()
    names = ["Kofi Mensah", "Lena Costa", "Ravi Patel-Montgomery"]
    others = [make_child(world.school, name) for name in names]
    children = (world.amara, *others)
    make_class(world.school, "4B", (world.staff("class_teacher"),), children)
    assistant = world.staff("teaching_assistant")
    group = make_group(world.school, assistant, children)
    planned = make_slot(world.school, FRIDAY, group=group, leader=assistant, place="Willow room")
    monday = make_slot(world.school, MONDAY, group=group, leader=assistant, place="Willow room")
    dose = make_dose(world.amara, world.school, what="Speech practice", group_size=1, times=2, deliverer=assistant)
    wednesday = make_slot(world.school, WEDNESDAY, dose=dose, leader=assistant)
    make_dose(others[0], world.school, what="Sensory circuit", group_size=1)
    with inside(world.school):
        by_child = {found.child_id: found for found in group.doses.all()}
    for child, state in zip(children, ("delivered", "part", "missed", "delivered"), strict=True):
        make_entry(by_child[child.pk], world.school, assistant, date(2026, 11, 16), state, planned_session=monday)
    missed = make_entry(
        dose, world.school, assistant, date(2026, 11, 11), "missed", note="Assembly ran over", planned_session=wednesday
    )
    make_entry(dose, world.school, assistant, date(2026, 11, 12), "delivered", makes_up=missed)
    slope = make_dose(
        world.amara, world.school, kind=Kind.EQUIPMENT, what="Writing slope", minutes=None, times=None, per="",
        group_size=None, in_place_by=date(2026, 9, 14), check_every_weeks=6,
    )  # fmt: skip
    pages = {
        "today": reverse("today"),
        "session": reverse("session", args=[planned.pk, TODAY]),
        "dose": reverse("dose", args=[dose.pk]),
        "slope": reverse("dose", args=[slope.pk]),
        "support": reverse("child_support", args=[world.amara.pk]),
        "extra": reverse("extra_session", args=[dose.pk, TODAY]),
        "checks": reverse("checks"),
        "check": reverse("check_dose", args=[slope.pk]),
        "groups": reverse("groups"),
        "group": reverse("group", args=[group.pk]),
        "choose": reverse("choose_children") + "?who=everyone",
        "start": reverse("start_group") + f"?child={children[0].pk}&child={children[1].pk}",
        "timetable": reverse("plan_group_timetable", args=[group.pk]),
        "add": reverse("add_to_group", args=[group.pk]),
    }
    return world, planned, pages


TEACHER = ("today", "session", "dose", "slope", "support", "extra", "checks", "check")
SENCO = (*TEACHER, "groups", "group", "choose", "start", "timetable", "add")
FAMILY = ("dose", "slope", "support")


def _troubles(tab: Page) -> list[str]:
    """What axe finds, and whether the page must be moved sideways."""
    tab.evaluate(AXE)
    found = tab.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    said = [f"{v['id']}: {node['html'][:160]}" for v in found["violations"] for node in v["nodes"]]
    sideways = tab.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return said + (["wider than the window"] if sideways else [])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("who", "names"),
    [("teaching_assistant", ("today",)), ("class_teacher", TEACHER), ("senco", SENCO), ("parent", FAMILY)],
)
def test_pages_are_sound_on_a_phone_and_a_wide_screen(opened, who, names, width):
    world, _planned, pages = _school_day()
    account = world.ada if who == "parent" else world.staff(who)

    found = {name: _troubles(opened(account, pages[name], width, bypass_csp=True)) for name in names}

    assert found == {name: [] for name in names}


def test_two_taps_without_javascript_record_a_group_and_the_page_comes_back_to_it(opened):
    world, planned, pages = _school_day()
    tab = opened(world.staff("teaching_assistant"), pages["today"], java_script_enabled=False)

    tab.locator(f"#session-{planned.pk}").get_by_role("button", name="All done").click()
    tab.wait_for_load_state()

    card = tab.locator(f"#session-{planned.pk}")
    assert tab.url.endswith(f"#session-{planned.pk}")
    assert card.get_by_text("Done", exact=True).count() == 4
    assert card.get_by_role("button").count() == 0


def test_did_not_happen_opens_its_reasons_without_javascript(opened):
    world, planned, pages = _school_day()
    tab = opened(world.staff("teaching_assistant"), pages["today"], java_script_enabled=False)
    card = tab.locator(f"#session-{planned.pk}")

    card.get_by_text("Did not happen").click()
    card.get_by_role("button", name="Trip").click()
    tab.wait_for_load_state()

    assert tab.locator(f"#session-{planned.pk}").get_by_text("Missed", exact=True).count() == 4


@pytest.mark.parametrize("javascript", [True, False])
def test_how_long_and_why_are_asked_only_of_a_child_who_got_less(opened, javascript):
    world, planned, _addresses = _school_day()
    tab = opened(
        world.staff("teaching_assistant"),
        reverse("session", args=[planned.pk, TODAY]),
        java_script_enabled=javascript,
    )
    ravi = tab.get_by_role("region", name="Ravi Patel-Montgomery")
    what_happened = ravi.get_by_role("group", name=re.compile("What happened.*Ravi Patel-Montgomery"))
    minutes, reason = ravi.get_by_label(re.compile("Minutes.*Ravi")), ravi.get_by_label(re.compile("Why.*Ravi"))

    asked = []
    for answer in ("Done", "Part", "Missed"):
        what_happened.get_by_label(answer).check()
        asked.append((answer, minutes.is_visible(), reason.is_visible()))

    assert asked == [("Done", False, False), ("Part", True, True), ("Missed", False, True)]
