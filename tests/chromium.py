"""The one way of starting Chromium: for tests, tools/screenshots and bench/pages. Knows nothing of Django."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DEMO_PEOPLE = Path(__file__).resolve().parents[1] / "var" / "demo-people.json"
AXE = (Path(__file__).resolve().parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium without a window; CHROMIUM in the environment names another than Debian's."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def demo_people() -> dict[str, dict[str, str]]:
    """The people of a loaded demo, by their short names."""
    return {person["slug"]: person for person in json.loads(DEMO_PEOPLE.read_text())}


def came_in(browser: Browser, address: str, name: str, *, width: int, height: int) -> Page:
    """A window of this size on a running demo; through its door as this person, unless the name is empty."""
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=address, locale="en-GB")
    page = context.new_page()
    if name:
        page.goto("/demo/")
        page.get_by_role("button", name=name).first.click()
        page.wait_for_load_state()
    return page
