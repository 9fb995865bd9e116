"""The gallery in a real browser: axe, the strict policy, narrow and large, dark, paper, forced colours, keyboard.

Pages are made first and handed to the browser by the test itself, so neither server nor database is needed.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route

from tests.chromium import AXE, RULES, chromium

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
SITE = "http://golden-thread.test"
ADDRESSES = (
    "/design/",
    "/design/?layout=family",
    "/design/?text_size=large",
    "/design/?appearance=contrast&text_size=larger",
    "/design/layout/family/",
    "/design/layout/family/?appearance=dark&text_size=large",
    "/design/layout/staff/",
    "/design/layout/staff/?appearance=contrast&text_size=larger",
    "/design/layout/public/",
    "/design/layout/document/",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, page: Callable[[str], str]) -> Iterator[Callable[..., Page]]:
    """Opens one address in a window; on leaving, nothing may have been refused, missing or thrown."""
    html = {address: page(address) for address in ADDRESSES}
    troubles: list[str] = []
    contexts = []

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path in html:
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
            return route.fulfill(body=html[path], headers=headers)
        found = finders.find(path.removeprefix("/static/"))
        if not found:
            troubles.append(f"404 {path}")
            return route.fulfill(status=404, body="")
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        return route.fulfill(body=Path(found).read_bytes(), content_type=kind)

    def open_page(address: str, width: int = 390, **window: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **window)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning", "log") else None)
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.route("**/*", answer)
        tab.goto(SITE + address, wait_until="networkidle")
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def violations(tab: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of the page: rule and place, one a line."""
    # Evaluated by the browser itself, since the page's policy would rightly refuse a script we added.
    tab.evaluate(AXE)
    found = tab.evaluate("([part, rules]) => axe.run(part, {runOnly: rules})", [part, RULES])
    return [
        f"{rule['id']}: {node['target']} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [("/design/", width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
    + [(address, width, "light") for address, width in zip(ADDRESSES[1:], [390, 1280] * 5, strict=False)],
)
def test_axe_finds_nothing(opened, address, width, scheme):
    tab = opened(address, width, color_scheme=scheme)
    tab.evaluate("document.querySelectorAll('details:not(.gt-menu)').forEach(part => part.open = true)")

    assert violations(tab) == []


@pytest.mark.parametrize("address", ["/design/layout/family/", "/design/layout/staff/"])
def test_axe_finds_nothing_in_the_open_menu(opened, address):
    tab = opened(address)
    tab.locator(".gt-header .gt-menu summary").click()

    assert tab.locator(".gt-header .gt-menu__panel a").first.is_visible()
    assert violations(tab, ".gt-header .gt-menu") == []


@pytest.mark.parametrize("address", ["/design/", "/design/layout/family/", "/design/layout/document/"])
def test_axe_finds_nothing_on_paper(opened, address):
    tab = opened(address, 800)
    tab.emulate_media(media="print")

    assert violations(tab) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_scrolls_sideways_at_320(opened, address):
    tab = opened(address, 320)
    tab.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")

    assert tab.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("address", ["/design/", "/design/layout/family/", "/design/layout/staff/"])
def test_text_twice_as_large_still_fits(opened, address):
    tab = opened(address, 1280)
    tab.evaluate("document.documentElement.classList.add('twice')")
    tab.evaluate(
        "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('html.twice { font-size: 200% !important }');"
        " document.adoptedStyleSheets = [sheet]; }"
    )

    clipped = tab.evaluate(
        """() => [...document.querySelectorAll('main *')]
            .filter(part => part.children.length === 0 && part.textContent.trim())
            .filter(part => getComputedStyle(part).overflow === 'hidden' || getComputedStyle(part).overflow === 'clip')
            .filter(part => !part.closest('.govuk-visually-hidden') && part.scrollHeight > part.clientHeight + 1)
            .map(part => part.className)"""
    )
    assert clipped == []
    assert tab.evaluate("document.documentElement.scrollWidth") == 1280


def test_forced_colours_keep_every_line_and_shape(opened):
    tab = opened("/design/layout/family/", 390, forced_colors="active")

    lines = tab.evaluate(
        """() => [...document.querySelectorAll('.gt-thread__entry')]
            .map(entry => getComputedStyle(entry, '::before'))
            .map(line => line.borderLeftWidth + ' ' + line.borderLeftStyle)"""
    )
    strokes = tab.evaluate("() => getComputedStyle(document.querySelector('.gt-thread__shape')).stroke")
    ink = tab.evaluate("() => getComputedStyle(document.body).color")
    assert lines == ["3px solid", "3px dashed", "3px solid", "3px solid", "3px solid", "3px solid"]
    assert strokes == ink


def test_without_scripts_everything_is_there(opened):
    tab = opened("/design/", 390, java_script_enabled=False)

    tab.locator(".gt-term summary").click()
    tab.locator(".gt-chart summary").first.click()

    assert tab.locator(".gt-term__text").is_visible()
    assert tab.locator(".gt-chart table").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_field_waits_for_its_choice_with_and_without_scripts(opened, scripts):
    tab = opened("/design/", 390, java_script_enabled=scripts)
    field = tab.locator("[id=id_asked-best_time]")

    before = field.is_visible()
    tab.locator("[id=id_asked-contact_by-2]").check()

    assert (before, field.is_visible()) == (False, True)


def test_the_first_tab_stop_leads_past_the_navigation(opened):
    tab = opened("/design/layout/staff/", 1280)

    tab.keyboard.press("Tab")
    skip = tab.evaluate("document.activeElement.textContent")
    tab.keyboard.press("Enter")

    assert skip == "Skip to main content"
    assert tab.evaluate("document.activeElement.id") == "main-content"


def test_the_menu_opens_by_key_and_gives_the_focus_back(opened):
    tab = opened("/design/layout/family/", 390)
    summary = tab.locator(".gt-header .gt-menu summary")

    summary.focus()
    tab.keyboard.press("Enter")
    was_open = tab.locator(".gt-header .gt-menu").get_attribute("open")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")

    assert was_open == ""
    assert tab.locator(".gt-header .gt-menu").get_attribute("open") is None
    assert tab.evaluate("document.activeElement.className") == "gt-menu__summary"


def test_the_name_and_the_menu_share_one_line_on_a_phone(opened):
    tab = opened("/design/layout/family/", 390)

    brand = tab.locator(".gt-header__brand").bounding_box()
    menu = tab.locator(".gt-header .gt-menu").bounding_box()
    assert menu["y"] < brand["y"] + brand["height"]
    assert brand["x"] + brand["width"] < menu["x"]


@pytest.mark.parametrize(("scheme", "page_colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(15, 23, 41)")])
def test_dark_comes_from_the_readers_own_setting(opened, scheme, page_colour):
    tab = opened("/design/layout/family/", color_scheme=scheme)

    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == page_colour


def test_paper_is_white_even_when_the_screen_is_dark(opened):
    tab = opened("/design/layout/family/?appearance=dark&text_size=large", color_scheme="dark")
    tab.emulate_media(media="print", color_scheme="dark")

    assert tab.evaluate("getComputedStyle(document.querySelector('.gt-thread__who')).color") == "rgb(20, 33, 61)"
    assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") == "20.2667px"  # 15.2 pt


def test_a_box_is_as_wide_as_its_answer(opened):
    tab = opened("/design/", 1280)

    widths = [
        tab.locator(f"[id=id_asked-{name}]").bounding_box()["width"] for name in ("minutes", "child_name", "email")
    ]
    assert widths == sorted(widths)
    assert widths[0] < 100 < widths[1] < 400 < widths[2] < 42 * 16


def test_families_read_at_nineteen_pixels(opened):
    tab = opened("/design/layout/family/")

    assert tab.evaluate("getComputedStyle(document.querySelector('.gt-thread__text')).fontSize") == "19px"
