"""How much of a dose is planned in each week: from its timetable, or, until it has one, from the promise itself.

A day on which school is closed plans nothing, so it can never be counted as missed.
Decision record: docs/decisions/0021-the-delivery-ledger.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Protocol

from goldenthread.organisations.timeline import SchoolCalendar, monday_of

from .models import Dose, Kind, Period, PlannedSession

WEEK = timedelta(days=7)
_SCHOOL_WEEK = 5


class Promised(Protocol):
    """What a promise must say for its sessions to be counted: a dose, or as much of one as a sum needs."""

    @property
    def kind(self) -> str: ...
    @property
    def minutes(self) -> int | None: ...
    @property
    def times(self) -> int | None: ...
    @property
    def per(self) -> str: ...
    def runs_on(self, day: date, /) -> bool: ...


class Placed(Protocol):
    """From when until when a place in the timetable is kept."""

    @property
    def from_on(self) -> date: ...
    @property
    def to_on(self) -> date | None: ...


@dataclass(frozen=True)
class Occurrence:
    """One dose is due on one day in one place of the timetable."""

    dose: Dose
    session: PlannedSession
    on: date


def runs(session: PlannedSession, day: date) -> bool:
    """Whether a place in the timetable is kept on this day, as far as its own weekday and dates say."""
    within = session.from_on <= day and (session.to_on is None or session.to_on >= day)
    return within and session.weekday == day.weekday()


def occurrences(
    dose: Dose, sessions: Iterable[PlannedSession], calendar: SchoolCalendar, first: date, last: date
) -> Iterator[Occurrence]:
    """The dated sessions of one dose from first to last, on school days on which it runs, in date order."""
    timetable = list(sessions)
    for day in calendar.between(first, last):
        for session in timetable:
            if runs(session, day) and dose.runs_on(day):
                yield Occurrence(dose, session, day)


def running_days(dose: Promised, days: Iterable[date]) -> list[date]:
    return [day for day in days if dose.runs_on(day)]


def is_timetabled(dose: Promised, sessions: Iterable[Placed], monday: date) -> bool:
    """Whether this week is planned by the timetable. A dose counted by term or year is, once it has any place in it."""
    if dose.per != Period.WEEK:
        return any(True for _ in sessions)
    return any(s.from_on < monday + WEEK and (s.to_on is None or s.to_on >= monday) for s in sessions)


def promised_in_week(dose: Promised, calendar: SchoolCalendar, first: date, last: date) -> int:
    """How many sessions the promise itself plans from first to last, days of one week, both included.

    A week's dose: as many as promised, as far as the days go (5 a week: one a day; a day closed is one fewer).
    A term's or year's: spread evenly over the school days of the term or year on which it runs.
    """
    if dose.kind != Kind.TIMED_SUPPORT or not dose.times or not dose.minutes:
        return 0
    days = running_days(dose, calendar.between(first, last))
    if dose.per == Period.WEEK:
        return min(dose.times, ceil(dose.times / _SCHOOL_WEEK) * len(days))
    return sum(_due_by(dose, calendar, day) - _due_by(dose, calendar, day, before=True) for day in days)


def _due_by(dose: Promised, calendar: SchoolCalendar, day: date, *, before: bool = False) -> int:
    """Sessions due by the end of a day (or by its start) of what a term or year promises."""
    period = calendar.term_days(day) if dose.per == Period.TERM else calendar.year_days(day)
    all_running = running_days(dose, period)
    passed = [d for d in all_running if d < day or (d == day and not before)]
    promised = max(1, round((dose.times or 0) * len(all_running) / len(period)))
    return promised * len(passed) // len(all_running)


def weeks_between(first: date, last: date) -> Iterator[date]:
    """The Monday of each week that has a day from first to last."""
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += WEEK


@dataclass(frozen=True)
class Amounts:
    """Minutes that a timed dose promises: in a full week, this term, this school year, and from first to last day.

    None where it cannot be said: a week's minutes of a dose counted by term, or a dose without an end.
    """

    a_week: int | None
    this_term: int
    this_year: int
    in_all: int | None


def amounts(dose: Dose, calendar: SchoolCalendar, day: date) -> Amounts | None:
    """The computed sum of a promise, as of the term and school year of this day. None for kinds that are not timed."""
    if dose.kind != Kind.TIMED_SUPPORT or not dose.times or not dose.minutes:
        return None
    term, year = calendar.term_days(calendar.school_day_near(day)), calendar.year_days(day)
    in_all = _minutes_over(dose, calendar, calendar.between(dose.from_on, dose.until_on)) if dose.until_on else None
    return Amounts(
        a_week=dose.times * dose.minutes if dose.per == Period.WEEK else None,
        this_term=_minutes_over(dose, calendar, term),
        this_year=_minutes_over(dose, calendar, year),
        in_all=in_all,
    )


def _minutes_over(dose: Dose, calendar: SchoolCalendar, days: Sequence[date]) -> int:
    if not days:
        return 0
    first, last = days[0], days[-1]
    weeks = weeks_between(first, last)
    sessions = (
        promised_in_week(dose, calendar, max(week, first), min(week + WEEK - timedelta(days=1), last)) for week in weeks
    )
    return sum(sessions) * (dose.minutes or 0)


def timetable_gap(dose: Dose, sessions: Iterable[PlannedSession], day: date) -> int:
    """How many promised sessions a week have no place in the timetable on this day; below nought: too many."""
    if dose.per != Period.WEEK or not dose.times:
        return 0
    placed = [s for s in sessions if s.from_on <= day and (s.to_on is None or s.to_on >= day)]
    return dose.times - len(placed)
