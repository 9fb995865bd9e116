"""The dates of an answer for somebody's own calendar (RFC 5545): all-day entries that say nothing about anybody.

The same date of the same case keeps its UID, so that adding the file again changes an entry instead of doubling it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from .shown import Duty, Shown
from .timeline import LAW_VERSION


def calendar_bytes(shown: Shown) -> bytes:
    """One entry for each dated duty that is not met already."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Golden Thread//When should I hear//EN")
    calendar.add("x-wr-calname", _("When should I hear?"))
    for duty in shown.dated:
        if duty.day is not None and duty.outcome.met_on is None:
            calendar.add_component(_entry(duty, duty.day))
    return bytes(calendar.to_ical())


def _entry(duty: Duty, day: date) -> Event:
    entry = Event()
    entry.add("uid", f"{duty.rule}-{duty.outcome.started_on:%Y%m%d}@when-should-i-hear")
    # The law's own date, so that the same question gives the same file on every day.
    entry.add("dtstamp", datetime.combine(LAW_VERSION, time(), UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", duty.said)
    entry.add("description", f"{duty.words} {duty.source}: {duty.citation}.")
    entry.add("transp", "TRANSPARENT")
    return entry
