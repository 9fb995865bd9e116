"""Terms, half terms, bank holidays and inset days of the three school years the demo spans."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from goldenthread.demo.larkmere.rows import ClosureRow, TermRow
from goldenthread.demo.larkmere.seed import Keys
from goldenthread.demo.stated_date import STATED_DATE

TODAY = STATED_DATE
SCHOOL_YEAR = 2026  # the one that is running: 2026/27
_DAY = timedelta(days=1)


class Term(NamedTuple):
    school_year: int
    name: str
    from_on: date
    until_on: date
    half_term: tuple[date, date]


TERMS = (
    Term(2024, "Autumn", date(2024, 9, 2), date(2024, 12, 20), (date(2024, 10, 28), date(2024, 11, 1))),
    Term(2024, "Spring", date(2025, 1, 6), date(2025, 4, 4), (date(2025, 2, 17), date(2025, 2, 21))),
    Term(2024, "Summer", date(2025, 4, 22), date(2025, 7, 22), (date(2025, 5, 26), date(2025, 5, 30))),
    Term(2025, "Autumn", date(2025, 9, 1), date(2025, 12, 19), (date(2025, 10, 27), date(2025, 10, 31))),
    Term(2025, "Spring", date(2026, 1, 5), date(2026, 3, 27), (date(2026, 2, 16), date(2026, 2, 20))),
    Term(2025, "Summer", date(2026, 4, 13), date(2026, 7, 20), (date(2026, 5, 25), date(2026, 5, 29))),
    Term(2026, "Autumn", date(2026, 9, 1), date(2026, 12, 18), (date(2026, 10, 26), date(2026, 10, 30))),
    Term(2026, "Spring", date(2027, 1, 4), date(2027, 3, 25), (date(2027, 2, 15), date(2027, 2, 19))),
    Term(2026, "Summer", date(2027, 4, 12), date(2027, 7, 21), (date(2027, 5, 31), date(2027, 6, 4))),
)
BANK_HOLIDAYS = {
    date(2025, 5, 5): "Early May bank holiday",
    date(2026, 5, 4): "Early May bank holiday",
    date(2027, 5, 3): "Early May bank holiday",
}
"""Only those on which term time would otherwise go on; the others fall in holidays."""

SHARED_INSET_DAYS = (
    date(2024, 9, 2), date(2024, 9, 3), date(2025, 9, 1), date(2025, 9, 2),
    date(2026, 9, 1), date(2026, 9, 2),
)  # fmt: skip
FIRST_PUPIL_DAY = {2024: date(2024, 9, 4), 2025: date(2025, 9, 3), 2026: date(2026, 9, 3)}

# Three more days that each school chooses: pattern 0 is Hollow Oak's, 1 is Fairmead's.
INSET_PATTERNS: tuple[tuple[date, ...], ...] = (
    (date(2024, 11, 29), date(2025, 2, 14), date(2025, 6, 30),
     date(2025, 11, 28), date(2026, 2, 13), date(2026, 6, 29),
     date(2026, 11, 27), date(2027, 2, 12), date(2027, 6, 28)),
    (date(2024, 11, 4), date(2025, 1, 6), date(2025, 7, 4),
     date(2025, 11, 3), date(2026, 1, 5), date(2026, 7, 3),
     date(2026, 11, 2), date(2027, 1, 4), date(2027, 7, 2)),
    (date(2024, 11, 4), date(2025, 2, 24), date(2025, 7, 22),
     date(2025, 11, 3), date(2026, 2, 23), date(2026, 7, 20),
     date(2026, 11, 2), date(2027, 2, 22), date(2027, 7, 21)),
    (date(2024, 12, 20), date(2025, 4, 4), date(2025, 6, 2),
     date(2025, 12, 19), date(2026, 3, 27), date(2026, 6, 1),
     date(2026, 12, 18), date(2027, 3, 25), date(2027, 6, 7)),
)  # fmt: skip


@cache
def school_days(inset_pattern: int | None = None) -> tuple[date, ...]:
    """Every day on which pupils come, in order. Without a pattern: whatever a single school closes for."""
    own = INSET_PATTERNS[inset_pattern] if inset_pattern is not None else ()
    shut = {*BANK_HOLIDAYS, *SHARED_INSET_DAYS, *own}
    return tuple(day for term in TERMS for day in _weekdays_of(term) if day not in shut)


def _weekdays_of(term: Term) -> list[date]:
    first, last = term.half_term
    days = [term.from_on + _DAY * n for n in range((term.until_on - term.from_on).days + 1)]
    return [day for day in days if day.weekday() < 5 and not first <= day <= last]


@cache
def _school_day_set(inset_pattern: int | None) -> frozenset[date]:
    return frozenset(school_days(inset_pattern))


def is_school_day(day: date, inset_pattern: int | None = None) -> bool:
    return day in _school_day_set(inset_pattern)


def days_between(first: date, last: date, inset_pattern: int) -> list[date]:
    """School days from the first to the last, both counted."""
    return [day for day in school_days(inset_pattern) if first <= day <= last]


def school_day_on_or_after(day: date, inset_pattern: int | None = None) -> date:
    return next(found for found in school_days(inset_pattern) if found >= day)


def school_day_on_or_before(day: date, inset_pattern: int | None = None) -> date:
    return next(found for found in reversed(school_days(inset_pattern)) if found <= day)


def monday_of(day: date) -> date:
    return day - _DAY * day.weekday()


def school_week(start: date, day: date) -> int:
    """Which school week of a plan a day is in: it starts in week 1; weeks without school do not count."""
    return len({monday_of(found) for found in school_days() if monday_of(start) <= found <= day})


def calendar_rows(keys: Keys) -> tuple[list[TermRow], list[ClosureRow]]:
    """The terms, and the days in which every school of the area is closed."""
    terms = [TermRow(keys.new(), t.school_year, t.name, t.from_on, t.until_on) for t in TERMS]
    closures = [_shared(keys, "half term", f"{t.name} half term", *t.half_term) for t in TERMS]
    closures += [_shared(keys, "bank holiday", name, day, day) for day, name in BANK_HOLIDAYS.items()]
    closures += [_shared(keys, "inset day", "Inset day", day, day) for day in SHARED_INSET_DAYS]
    for before, after in pairwise(TERMS):
        label = {"Autumn": "Christmas holiday", "Spring": "Easter holiday"}.get(before.name, "Summer holiday")
        closures.append(_shared(keys, "holiday", label, before.until_on + _DAY, after.from_on - _DAY))
    return terms, closures


def inset_rows(keys: Keys, organisation: UUID, inset_pattern: int) -> list[ClosureRow]:
    return [
        ClosureRow(keys.new(), organisation, "inset day", "Inset day", day, day)
        for day in INSET_PATTERNS[inset_pattern]
    ]


def _shared(keys: Keys, kind: str, label: str, first: date, last: date) -> ClosureRow:
    return ClosureRow(keys.new(), None, kind, label, first, last)
