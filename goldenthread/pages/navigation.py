"""Where a person can go from anywhere. Each app adds its entries, with the right that opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from goldenthread.access.viewer import Viewer
from goldenthread.addresses import address

Words = str | Promise


@dataclass(frozen=True)
class Entry:
    """within: the page that lists this one, for those who can open that page; about: what it says there.

    waiting: answers in words how much waits there for the viewer, "" for nothing.
    """

    text: Words
    url_name: str
    right: str
    order: int
    within: str = ""
    about: Words = ""
    waiting: Callable[[Viewer], str] | None = None


_ENTRIES: list[Entry] = []
_FOOTER: list[Entry] = []


def in_navigation(
    text: Words, url_name: str, *, right: str, order: int, within: str = "", about: Words = "",
    waiting: Callable[[Viewer], str] | None = None,
) -> None:  # fmt: skip
    """Add a page to the navigation of every role that holds the right. Called from an app's `ready`."""
    _ENTRIES.append(Entry(text, url_name, right, order, within, about, waiting))
    _ENTRIES.sort(key=lambda entry: entry.order)


def in_footer(text: Words, url_name: str, *, order: int) -> None:
    """Add a public page to the footer of every page."""
    _FOOTER.append(Entry(text, url_name, "", order))
    _FOOTER.sort(key=lambda entry: entry.order)


def entries_within(viewer: Viewer, url_name: str) -> list[Entry]:
    """The pages that stand under another one, as far as the viewer may open them, in their order."""
    return [entry for entry in _ENTRIES if entry.within == url_name and viewer.has(entry.right)]


def navigation_for(viewer: Viewer, path: str) -> list[dict[str, Any]]:
    """The row of links. What a page gathers stands there and not in the row; the row then marks that page."""
    held = [entry for entry in _ENTRIES if viewer.has(entry.right)]
    addresses = {entry.url_name: address(entry.url_name) for entry in held}
    here = {
        name for entry in held if path.startswith(addresses[entry.url_name]) for name in (entry.url_name, entry.within)
    }
    return [
        {"text": entry.text, "href": addresses[entry.url_name], "current": entry.url_name in here}
        for entry in held
        if entry.within not in addresses
    ]


def footer_for(viewer: Viewer | None) -> list[dict[str, Any]]:
    return [{"text": entry.text, "href": address(entry.url_name)} for entry in _FOOTER]
