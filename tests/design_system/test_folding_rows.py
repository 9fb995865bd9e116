"""Rows of links in a real browser: each link stands in one place, and all can be reached without a script."""

from __future__ import annotations

import pytest

from tests.design_system.test_gallery_browser import browser, opened, violations  # noqa: F401  (fixtures)

pytestmark = pytest.mark.browser
IN_THE_ROW = ".gt-navigation .gt-row__list a"
BEHIND_MORE = ".gt-navigation .gt-row__panel a"


def shown(tab, selector):
    return [link.inner_text() for link in tab.locator(selector).all() if link.is_visible()]


def test_on_a_phone_the_row_keeps_one_line_and_the_rest_stands_behind_more(opened):  # noqa: F811
    tab = opened("/design/layout/staff/", 390, java_script_enabled=False)

    row = shown(tab, IN_THE_ROW)
    tab.locator(".gt-navigation summary").click()

    assert row == ["Gallery", "Staff"]
    assert shown(tab, BEHIND_MORE) == ["Family", "Public", "Document"]
    assert tab.locator(".gt-navigation").bounding_box()["height"] < 60


def test_with_room_every_link_stands_in_the_row(opened):  # noqa: F811
    tab = opened("/design/layout/staff/", 1280)

    assert shown(tab, IN_THE_ROW) == ["Gallery", "Family", "Staff", "Public", "Document"]
    assert not tab.locator(".gt-navigation summary").is_visible()


def test_the_opened_row_lies_above_the_page_and_passes_axe(opened):  # noqa: F811
    tab = opened("/design/layout/staff/", 390)

    tab.locator(".gt-navigation summary").click()

    assert violations(tab, ".gt-navigation") == []
    last = tab.locator(BEHIND_MORE).last.bounding_box()
    middle = [last["x"] + last["width"] / 2, last["y"] + last["height"] / 2]
    assert tab.evaluate("([x, y]) => document.elementFromPoint(x, y).textContent.trim()", middle) == "Document"


def test_larger_words_fold_the_row_without_a_scroll_sideways(opened):  # noqa: F811
    tab = opened("/design/layout/staff/?appearance=contrast&text_size=larger", 390)

    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
