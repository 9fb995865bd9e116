"""What a teacher is asked to write, gathered from the rooms that ask: each registers a function in its `ready`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from goldenthread.access.viewer import Viewer


@dataclass(frozen=True)
class ToWrite:
    """One thing asked of this person: what, about which children, by which day (None: no day), and where."""

    text: str | Promise
    href: str
    children: tuple[UUID, ...] = ()
    due_on: date | None = None
    why: str | Promise = ""


Asking = Callable[[Viewer], Iterable[ToWrite]]
_ASKING: list[Asking] = []


def add_to_write(asking: Asking) -> Asking:
    """Register a function that says what it asks this viewer to write. Can be used as a decorator."""
    if asking not in _ASKING:
        _ASKING.append(asking)
    return asking


def to_write(viewer: Viewer) -> list[ToWrite]:
    """Everything asked of this viewer, what is due first, then what has no day."""
    found = [asked for asking in _ASKING for asked in asking(viewer)]
    return sorted(found, key=lambda asked: (asked.due_on is None, asked.due_on or date.max, str(asked.text)))
