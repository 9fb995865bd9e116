"""The calendar of the viewer's own setting, for pages on which several rooms ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.children.register_columns import shared
from goldenthread.organisations.timeline import SchoolCalendar, own_calendar

BACK, AHEAD = timedelta(days=365), timedelta(days=60)


@shared
def calendar_around(viewer: Viewer, _children: Sequence[UUID], on: date) -> SchoolCalendar | None:
    """From a year before a day to two months after it; None for families. Two queries, once for a register."""
    return own_calendar(viewer, on - BACK, on + AHEAD)
