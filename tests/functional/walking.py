"""A walk over the pages of one lived-in school: a window for each person, each page wide and narrow."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page

from .browser import DESK, PHONE, Windows, axe_violations, fits, keep_picture
from .lived_in import LivedIn


def worn(role: str) -> str | None:
    """The role as the site calls it."""
    return {"other_parent": "parent", "": None}.get(role, role)


@dataclass
class Walk:
    """One lived-in school, its site, and a window for each person who looks."""

    lived_in: LivedIn
    windows: Windows
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, role: str) -> Page:
        if role not in self.pages:
            account = self.lived_in.account(role) if role else None
            self.pages[role] = self.windows.page_as(account, worn(role), width=DESK)
        return self.pages[role]

    def troubles(self, name: str, role: str, address: str) -> list[str]:
        """What is wrong with a page, wide and narrow. The page must be the one that was asked for."""
        self.windows.said()
        page = self.page(role)
        page.set_viewport_size({"width": DESK, "height": 800})
        try:
            page.goto(address, wait_until="load")
            arrived = urlsplit(page.url).path
            found = self.looked_at(page, name) if arrived == urlsplit(address).path else [f"led to {arrived}"]
        except Error as fault:
            found = [fault.message]
            self.pages.pop(role).close()
        return found + self.windows.said()

    def looked_at(self, page: Page, name: str) -> list[str]:
        # A menu lies over the page while it is open, as menus do, and closes by itself; what folds in place is opened.
        page.evaluate("document.querySelectorAll('main details:not(.gt-menu)').forEach(part => part.open = true)")
        found = []
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 844})
            keep_picture(page, f"{name}-{width}".replace(" ", "-"))
            found += [f"{width}: {trouble}" for trouble in axe_violations(page)]
            found += [] if fits(page) else [f"{width}: has to be moved sideways"]
        return found
