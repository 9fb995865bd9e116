"""One real Chromium for this folder: windows signed in as somebody, and what may never happen in any of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

from goldenthread.people.models import Account
from tests.chromium import AXE, RULES
from tests.factories.world import signed_in

from .hands import BY_KEYS

PHONE, DESK = 390, 1280
# How a journey is gone, as (javascript, keys): with scripts, without, and by the keyboard alone.
WAYS = [(True, False), (False, False), (True, True)]
PICTURES = os.environ.get("GOLDENTHREAD_PICTURES", "")  # a folder: keep a picture of every page that is looked at


@dataclass
class Windows:
    """Every window a test opens on one site. `complaints`: what the browser or the server said against any of them."""

    browser: Browser
    site: str
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def page_as(
        self,
        account: Account | None,
        role: str | None = None,
        *,
        width: int = PHONE,
        javascript: bool = True,
        keys: bool = False,
    ) -> Page:
        """A window so wide; signed in as this account in this role, or as nobody. keys: used by the keyboard alone."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 844}, base_url=self.site, java_script_enabled=javascript, locale="en-GB"
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        if account is not None:
            key = signed_in(account, role).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": key, "url": self.site}])
        page = context.new_page()
        if keys:
            BY_KEYS.add(page)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("response", self._answered)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        """Errors, and what the security policy refused: Chromium tells both in the console."""
        if message.type == "error" or "Content Security Policy" in message.text:
            self.complaints.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.request.method} {response.url}")

    def said(self) -> list[str]:
        """What was said since the last time this was asked."""
        said, self.complaints = self.complaints, []
        return said

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        self.contexts.clear()


PageAs = Callable[..., Page]


def axe_violations(page: Page, part: str = "html") -> list[str]:
    """What axe finds under WCAG 2.2 A and AA, one line each: rule, place, message."""
    # Evaluated by the browser itself: the page's own policy would rightly refuse a script we added.
    page.evaluate(AXE)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]


def no_axe_violations(page: Page) -> None:
    assert axe_violations(page) == []


def fits(page: Page) -> bool:
    """Nothing has to be moved sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def keep_picture(page: Page, name: str) -> None:
    """When GOLDENTHREAD_PICTURES names a folder: a picture of the whole page in it, to look at."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)
