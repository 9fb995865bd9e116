"""Where a person can go from anywhere. Each app adds its entries, with the right that opens them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from goldenthread.access.viewer import Viewer


@dataclass(frozen=True)
class Entry:
    text: str | Promise
    url_name: str
    right: str
    order: int


_ENTRIES: list[Entry] = []
_FOOTER: list[Entry] = []


def in_navigation(text: str | Promise, url_name: str, *, right: str, order: int) -> None:
    """Add a page to the navigation of every role that holds the right. Called from an app's `ready`."""
    _ENTRIES.append(Entry(text, url_name, right, order))
    _ENTRIES.sort(key=lambda entry: entry.order)


def in_footer(text: str | Promise, url_name: str, *, order: int) -> None:
    """Add a public page to the footer of every page."""
    _FOOTER.append(Entry(text, url_name, "", order))
    _FOOTER.sort(key=lambda entry: entry.order)


def navigation_for(viewer: Viewer, path: str) -> list[dict[str, Any]]:
    entries = [entry for entry in _ENTRIES if viewer.has(entry.right)]
    links = [(entry.text, reverse(entry.url_name)) for entry in entries]
    return [{"text": text, "href": href, "current": path.startswith(href)} for text, href in links]


def footer_for(viewer: Viewer | None) -> list[dict[str, Any]]:
    return [{"text": entry.text, "href": reverse(entry.url_name)} for entry in _FOOTER]
