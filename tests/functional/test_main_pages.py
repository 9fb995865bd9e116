"""The pages of the four main journeys beyond axe: keyboard, 320 pixels, text twice as large, no scripts, first load.

What axe cannot see. The weight is measured as a browser counts it, from a server with collected, compressed files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page

from .addresses import VISITS, address_of, who_opens
from .browser import DESK, PHONE, Windows, fits
from .test_every_page import ROUTES
from .walking import Walk, worn

pytestmark = pytest.mark.browser

# Route → who opens it on their journey.
MAIN = {
    "register": "senco",
    "import_bring": "senco",
    "worry": "senco",
    "plan": "senco",
    "hold_review": "senco",
    "today": "teaching_assistant",
    "session": "class_teacher",
    "profile": "class_teacher",
    "raise_worry": "class_teacher",
    "my_child_page": "parent",
    "my_agreed_plan": "parent",
    "raise_my_worry": "parent",
    "if_not_working": "parent",
    "my_plan": "young_person",
    "my_next": "young_person",
    "decide_access": "young_person",
}
MOST = 100_000  # bytes of a first load, everything together

_TWICE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('html { font-size: 200% !important }');
  document.adoptedStyleSheets = [sheet];
}"""
_CLIPPED = """() => [...document.querySelectorAll('main *')]
  .filter(part => part.children.length === 0 && part.textContent.trim())
  .filter(part => ['hidden', 'clip'].includes(getComputedStyle(part).overflow))
  .filter(part => !part.closest('.govuk-visually-hidden') && part.scrollHeight > part.clientHeight + 1)
  .map(part => part.outerHTML.slice(0, 120))"""
# Everything a key must reach; of radio buttons with one name the browser stops at one.
_CONTROLS = """() => {
  const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const seen = [...document.querySelectorAll(wanted)]
    .filter(part => !part.disabled && part.getClientRects().length && part.checkVisibility());
  window.theControls = seen;
  return seen.map(part => part.type === 'radio' ? 'radio ' + part.name : part.outerHTML.replace(/ data-[\\w-]+-init=""/g, '').slice(0, 160));
}"""
_FOCUS = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const label = part.labels && part.labels[0];
  const marks = [getComputedStyle(part), label && getComputedStyle(label, '::before'), label && getComputedStyle(label)];
  const shows = marks.filter(Boolean).some(mark => mark.boxShadow !== 'none'
    || (mark.outlineStyle !== 'none' && parseFloat(mark.outlineWidth) >= 2));
  const where = part.getBoundingClientRect();
  const inside = where.bottom > 0 && where.top < window.innerHeight;
  const name = part.type === 'radio' ? 'radio ' + part.name
    : part.outerHTML.replace(/ data-[\\w-]+-init=""/g, '').slice(0, 160);
  return {name, shows, inside};
}"""


def _open(walk: Walk, name: str, width: int, **window: Any) -> Page:
    route, role = ROUTES[name], MAIN[name]
    account = walk.lived_in.account(role)
    page = walk.windows.page_as(account, worn(role), width=width, **window)
    page.goto(address_of(walk.lived_in, route))
    return page


def test_the_main_pages_are_opened_by_those_whose_journey_they_are():
    assert {name for name in MAIN if name not in ROUTES} == set()
    assert {name for name in MAIN if name in VISITS and not who_opens(ROUTES[name])} == set()


@pytest.mark.parametrize("name", MAIN)
def test_keys_alone_reach_every_control_and_show_where_they_are(walk, name):
    page = _open(walk, name, DESK)
    controls = page.evaluate(_CONTROLS)

    stops = []
    for _key in range(len(controls) + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop is None:
            break
        stops.append(stop)
    page.close()

    assert set(controls) - {stop["name"] for stop in stops} == set()
    assert [stop["name"] for stop in stops if not stop["shows"]] == []
    assert [stop["name"] for stop in stops if not stop["inside"]] == []


@pytest.mark.parametrize("name", MAIN)
def test_nothing_is_lost_at_320_pixels_or_with_text_twice_as_large(walk, name):
    page = _open(walk, name, 320)
    narrow = fits(page)
    page.set_viewport_size({"width": DESK, "height": 844})
    page.evaluate(_TWICE)
    large, clipped = fits(page), page.evaluate(_CLIPPED)
    page.close()

    assert (narrow, large, clipped) == (True, True, [])


@pytest.mark.parametrize("name", MAIN)
def test_without_scripts_every_control_is_there(walk, name):
    said = []
    for javascript in (True, False):
        page = _open(walk, name, PHONE, javascript=javascript)
        shown = page.locator(
            "a:visible, button:visible, summary:visible, input:visible, select:visible, textarea:visible"
        )
        said.append({(one.get_attribute("name") or one.inner_text()).strip() for one in shown.all()})
        page.close()

    assert said[0] - said[1] == set()


@pytest.fixture(scope="module")
def compressed(walk: Walk, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The same school on a server as it is installed: files collected, named by content and compressed."""
    root: Path = tmp_path_factory.mktemp("static")
    kept = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    with override_settings(STATIC_ROOT=root, STORAGES=kept):
        call_command("collectstatic", interactive=False, verbosity=0)
        server = LiveServerThread("localhost", static_handler=lambda application: application)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        windows = Windows(browser, f"http://localhost:{server.port}")
        yield Walk(walk.lived_in, windows)
        windows.close()
        server.terminate()


@pytest.mark.parametrize("name", MAIN)
def test_the_first_load_is_light(compressed, name):
    role = MAIN[name]
    page = compressed.windows.page_as(compressed.lived_in.account(role), worn(role))
    session = page.context.new_cdp_session(page)
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda done: sizes.append(int(done["encodedDataLength"])))
    session.send("Network.enable")

    page.goto(address_of(compressed.lived_in, ROUTES[name]), wait_until="networkidle")
    page.close()

    assert len(sizes) >= 3, "a page without its style and script was measured"
    assert sum(sizes) <= MOST, f"{sum(sizes)} bytes in {len(sizes)} answers"
