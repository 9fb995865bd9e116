""" "When should I hear?" in a real browser on a phone, as a parent at night: with a script and without."""

from __future__ import annotations

import re

import pytest

from tests.chromium import chromium
from tests.functional.browser import PHONE, Windows, axe_violations, fits, keep_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def windows(browser, live_server):
    opened = Windows(browser, live_server.url)
    yield opened
    opened.close()


def walk_to_the_answer(page) -> None:
    page.goto("/")
    page.get_by_role("link", name="When should I hear?").first.click()
    page.get_by_role("link", name="Asking for an EHC needs assessment").click()
    page.get_by_role("link", name="I asked the council for an assessment, or the school did").click()
    page.get_by_label("Day").fill("5")
    page.get_by_label("Month").fill("october")
    page.get_by_label("Year").fill("2026")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("No, or not yet").check()
    page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_parent_finds_the_dates_from_the_front_page_on_a_phone(windows, javascript):
    page = windows.page_as(None, width=PHONE, javascript=javascript)

    walk_to_the_answer(page)

    page.get_by_role("heading", name="Your dates").wait_for()
    keep_picture(page, f"your-dates-{javascript}")
    assert page.get_by_text("By Monday 22 February 2027", exact=True).is_visible()
    assert page.context.cookies() == []
    assert windows.said() == []


def test_going_back_keeps_what_was_answered_and_a_change_keeps_the_rest(windows):
    page = windows.page_as(None, width=PHONE, javascript=False)
    walk_to_the_answer(page)

    page.get_by_role("link", name=re.compile("Back")).click()
    kept = page.get_by_label("No, or not yet").is_checked()
    page.get_by_role("link", name=re.compile("Back")).click()
    days = [page.get_by_label(name).input_value() for name in ("Day", "Month", "Year")]

    assert kept
    assert days == ["5", "10", "2026"]


def test_a_day_reveals_its_boxes_without_a_script(windows):
    page = windows.page_as(None, width=PHONE, javascript=False)
    page.goto("/when-should-i-hear/question/?event=ehcna.assessment_refused&on=2026-10-05")

    hidden = page.get_by_label("Month").is_visible()
    page.get_by_label("Yes, on a day I know").check()

    assert (hidden, page.get_by_label("Month").is_visible()) == (False, True)


ADDRESSES = (
    "/when-should-i-hear/",
    "/when-should-i-hear/question/?event=ehcna.request_received&ask=on&day-day=31&day-month=2&day-year=2026&go=1",
    "/when-should-i-hear/question/?event=sen_support.started&on=2026-10-05",
    "/when-should-i-hear/answer/?event=ehcna.request_received&on=2026-05-11&delay=personal&impractical=yes",
    "/when-should-i-hear/answer/?event=tribunal.order_made&on=2026-10-05&order=unknown&directed_date=none&delay=unknown",
)


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_a_page_is_sound_with_its_scripts_turned_off(windows, width):
    """axe itself is a script of the browser: the page's own are blocked instead."""
    page = windows.page_as(None, width=width)
    page.route("**/*.js", lambda route: route.abort())

    faults = {}
    for address in ADDRESSES:
        page.goto(address)
        faults[address] = axe_violations(page) + ([] if fits(page) else ["has to be moved sideways"])

    assert {address: found for address, found in faults.items() if found} == {}
