"""What was due of many promises at once: the ledger's sum without its sessions one by one. Pure.

A session of a past day is due whether or not anybody wrote about it, so only today's sessions, and this week's where
a dose has no timetable, need their entries. tests/provision/test_shares.py holds these sums equal to the ledger's.
Decision record: docs/decisions/0024-shares-of-a-whole-school.md.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate
from uuid import UUID

from goldenthread.organisations.timeline import SchoolCalendar

from .planned import WEEK, is_timetabled, promised_in_week, running_days, weeks_between

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Promise:
    """As much of a timed dose as its sums need; doses that promise the same are equal."""

    kind: str
    minutes: int | None
    times: int | None
    per: str
    from_on: date
    until_on: date | None
    stopped_on: date | None

    @property
    def last_on(self) -> date:
        """The last day on which it runs."""
        ends = (self.until_on or date.max, self.stopped_on - DAY if self.stopped_on else date.max)
        return min(ends)

    def runs_on(self, day: date) -> bool:
        return self.from_on <= day <= self.last_on


@dataclass(frozen=True, slots=True)
class Place:
    """A weekly place in the timetable."""

    key: UUID
    weekday: int
    minutes: int
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class OpenWeek:
    """A week not over, in which a dose without a timetable is due as often as something was written about it."""

    first: date
    last: date
    planned: int


@dataclass(frozen=True, slots=True)
class DueSum:
    """minutes: due whatever was written. open_weeks: where the entries decide."""

    minutes: int
    open_weeks: tuple[OpenWeek, ...] = ()


@dataclass(frozen=True)
class Window:
    """Days of one setting from first to last, read on the day `as_of`."""

    calendar: SchoolCalendar
    first: date
    last: date
    as_of: date

    @cached_property
    def days(self) -> tuple[date, ...]:
        return self.calendar.between(self.first, self.last)

    @property
    def length(self) -> int:
        """How many days, school or not."""
        return (self.last - self.first).days + 1

    @property
    def today(self) -> date | None:
        """The day it is read, if that is a school day of the window."""
        return self.as_of if self.as_of in self.days else None

    @property
    def days_counted(self) -> str:
        """Of Mondays to Fridays in turn: how many that are school days lie among the first 0, 1 … `length` days.

        As PostgreSQL reads an array of numbers.
        """
        return _counted(self.days, self.first, self.length)

    @cached_property
    def _weekdays(self) -> tuple[list[date], ...]:
        return tuple([day for day in self.days if day.weekday() == number] for number in range(5))

    @cached_property
    def _mondays(self) -> list[date]:
        return list(weeks_between(self.first, self.last))

    def due(self, promise: Promise, timetable: Sequence[Place]) -> DueSum:
        """What was due of a promise by the start of the day it is read."""
        placed = sum(place.minutes * self._times_past(promise, place) for place in timetable)
        mondays = [] if self._wholly_timetabled(promise, timetable) else self._mondays
        unplaced = [self._of_week(promise, day) for day in mondays if not is_timetabled(promise, timetable, day)]
        return DueSum(
            placed + sum(one for one in unplaced if isinstance(one, int)),
            tuple(one for one in unplaced if isinstance(one, OpenWeek)),
        )

    def plans(self, promise: Promise, place: Place, on: date) -> bool:
        """Whether a place of the timetable is a session of this promise on a day of the window."""
        runs = place.from_on <= on <= (place.to_on or date.max) and place.weekday == on.weekday()
        return runs and promise.runs_on(on) and self.first <= on <= self.last and self.calendar.is_school_day(on)

    def _times_past(self, promise: Promise, place: Place) -> int:
        days = self._weekdays[place.weekday]
        first = max(promise.from_on, place.from_on)
        last = min(promise.last_on, place.to_on or date.max, self.as_of - DAY)
        return max(0, bisect_right(days, last) - bisect_left(days, first))

    def _wholly_timetabled(self, promise: Promise, timetable: Iterable[Place]) -> bool:
        first, last = max(self.first, promise.from_on), min(self.last, promise.last_on)
        return any(place.from_on <= first and (place.to_on or date.max) >= last for place in timetable)

    def _of_week(self, promise: Promise, monday: date) -> int | OpenWeek:
        """Minutes due in a week that is over for this promise; else what the entries must decide."""
        first, last = max(monday, self.first), min(monday + WEEK - DAY, self.last)
        planned = promised_in_week(promise, self.calendar, first, last)
        if self.as_of > last or not running_days(promise, self.calendar.between(max(self.as_of, first), last)):
            return planned * (promise.minutes or 0)
        return OpenWeek(first, last, planned)


@lru_cache(maxsize=100)
def _counted(school_days: tuple[date, ...], first: date, length: int) -> str:
    known, every = set(school_days), (first + DAY * number for number in range(length))
    open_days = [day.weekday() if day in known else None for day in every]
    counts = (accumulate((one == weekday for one in open_days), initial=0) for weekday in range(5))
    return f"{{{','.join(str(int(count)) for of_weekday in counts for count in of_weekday)}}}"
