"""What other rooms put on a child's record: the thread, what is due, the plan, adults, alerts, tabs.

Each provider is called once a page, with the viewer and the child's key. One that may not show something answers
with nothing, and the page leaves no gap where it would have stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components import DoseLine, JoinedPart, ThreadEntry

Text = str | Promise


@dataclass(frozen=True)
class Due:
    """Something to be done for the child. state: due, late, met, waiting or excused. on: None without a date.

    text: a few words, which become the link; note: what else to say, such as the provision it rests on.
    """

    on: date | None
    text: str
    href: str = ""
    state: str = "due"
    owner: str = ""
    note: str = ""


@dataclass(frozen=True)
class CurrentPlan:
    """The running plan. lines: for each need or target, its parts in order, joined by the gold line."""

    title: str
    href: str
    lines: tuple[tuple[JoinedPart, ...], ...] = ()
    doses: tuple[DoseLine, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Delivered:
    """What was delivered of what was planned. share: 0 to 1, None when nothing was planned."""

    share: float | None
    sentence: str
    html: SafeString | None = None


@dataclass(frozen=True)
class Adult:
    """A grown-up in the child's life and in what capacity: who acts for them, who works with them."""

    name: str
    role: str
    detail: str = ""
    href: str = ""


@dataclass(frozen=True)
class Alert:
    """Something that whoever opens the record must know first. link_text: what the reader finds behind the link."""

    text: str
    href: str = ""
    detail: str = ""
    link_text: str = ""


@dataclass(frozen=True)
class Tab:
    text: Text
    url_name: str
    right: str
    order: int


Many = TypeVar("Many")
Provider = Callable[[Viewer, UUID], Many]

_THREAD: list[Provider[Iterable[ThreadEntry]]] = []
_DUE: list[Provider[Iterable[Due]]] = []
_PLAN: list[Provider[CurrentPlan | None]] = []
_DELIVERED: list[Provider[Delivered | None]] = []
_ADULTS: list[Provider[Iterable[Adult]]] = []
_ALERTS: list[Provider[Iterable[Alert]]] = []
_TABS: list[Tab] = []
_FAMILY_PAGE: list[str] = []

add_thread = _THREAD.append
add_due = _DUE.append
add_plan = _PLAN.append
add_delivered = _DELIVERED.append
add_adults = _ADULTS.append
add_alert = _ALERTS.append


def add_tab(text: Text, url_name: str, *, right: str, order: int) -> None:
    """Add a page about a child to the row of links above each of them. The address takes `child`."""
    _TABS.append(Tab(text, url_name, right, order))
    _TABS.sort(key=lambda tab: tab.order)


def opens_for_family(url_name: str) -> None:
    """Say which page of a child is the family's own. The address takes `child`."""
    _FAMILY_PAGE[:] = [url_name]


def family_page(child: UUID) -> str:
    """The address of the family's own page about a child; "" while no room has one."""
    return reverse(_FAMILY_PAGE[0], kwargs={"child": child}) if _FAMILY_PAGE else ""


def tabs_for(viewer: Viewer, child: UUID, current: str) -> list[dict[str, Any]]:
    """The pages about a child that this viewer may open. current: the url name of the one they are on."""
    return [
        {
            "text": tab.text,
            "href": reverse(tab.url_name, kwargs={"child": child}),
            "current": tab.url_name == current,
        }
        for tab in _TABS
        if viewer.has(tab.right)
    ]


def thread_of(viewer: Viewer, child: UUID, kind: str = "") -> list[ThreadEntry]:
    """Everything on the child's thread that this viewer may see, newest first. kind: only this kind of entry."""
    entries = [entry for provider in _THREAD for entry in provider(viewer, child)]
    chosen = [entry for entry in entries if not kind or entry.kind == kind]
    return sorted(chosen, key=lambda entry: entry.on, reverse=True)


def due_for(viewer: Viewer, child: UUID) -> list[Due]:
    """What is to be done for the child, soonest first; what has no date comes last."""
    found = [due for provider in _DUE for due in provider(viewer, child)]
    return sorted(found, key=lambda due: due.on or date.max)


def plan_of(viewer: Viewer, child: UUID) -> CurrentPlan | None:
    return next((plan for provider in _PLAN if (plan := provider(viewer, child)) is not None), None)


def delivered_to(viewer: Viewer, child: UUID) -> Delivered | None:
    return next((found for provider in _DELIVERED if (found := provider(viewer, child)) is not None), None)


def adults_for(viewer: Viewer, child: UUID) -> list[Adult]:
    return [adult for provider in _ADULTS for adult in provider(viewer, child)]


def alerts_for(viewer: Viewer, child: UUID) -> list[Alert]:
    return [alert for provider in _ALERTS for alert in provider(viewer, child)]
