"""The ways of counting of `sendlaw.counting` and `sendlaw.tribunal_time`, on whole arrays of days."""

from collections.abc import Callable
from datetime import date

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw import tribunal_time
from sendlaw.bulk.answers import NO_DAY, Array
from sendlaw.calendars import FIRST_YEAR, LAST_YEAR, is_working_day
from sendlaw.parameters import LIMITS, Limit

DAY = np.timedelta64(1, "D")
FIRST, LAST = np.datetime64(f"{FIRST_YEAR}-01-01"), np.datetime64(f"{LAST_YEAR}-12-31")


class Counted:
    """Days of a kind (working days, say) in a table, so that the Nth after any day is one look-up."""

    def __init__(self, counts: Callable[[date], bool]) -> None:
        every = np.arange(FIRST, LAST + DAY)
        self.inside = np.array([counts(day) for day in every.astype(object)])
        self.days = every[self.inside]
        self.up_to = np.concatenate(([0], np.cumsum(self.inside)))

    def _taken(self, index: Array) -> Array:
        """The days at these places of the table; NaT outside it."""
        good = (index >= 0) & (index < len(self.days))
        return np.where(good, self.days[np.clip(index, 0, len(self.days) - 1)], NO_DAY)

    def _place(self, days: Array) -> tuple[Array, Array]:
        """How many lie up to and with each day, and which days the table covers."""
        known = (days >= FIRST) & (days <= LAST)
        at = np.where(known, days - FIRST, np.timedelta64(0, "D")).astype(np.int64)
        return at, known

    def after(self, days: Array, number: int) -> Array:
        """The Nth after a day, that day left out."""
        at, known = self._place(days)
        return np.where(known, self._taken(self.up_to[at + 1] + number - 1), NO_DAY)

    def beginning_with(self, days: Array, number: int) -> Array:
        """The Nth, the day itself being the first if it is of the kind."""
        at, known = self._place(days)
        return np.where(known, self._taken(self.up_to[at] + number - 1), NO_DAY)

    def before(self, days: Array, number: int) -> Array:
        """The Nth counted back from a day, that day left out."""
        at, known = self._place(days)
        return np.where(known, self._taken(self.up_to[at] - number), NO_DAY)


WORKING = Counted(is_working_day)
TRIBUNAL_DAYS = Counted(lambda day: not tribunal_time.is_set_apart(day))
TRIBUNAL_WORKING_DAYS = Counted(lambda day: is_working_day(day) and not tribunal_time.is_set_apart(day))


def corresponding(days: Array, months: int) -> Array:
    """The same day number some months on (or back), or the last day of a month too short for it."""
    month = days.astype("datetime64[M]")
    into = (days - month.astype("datetime64[D]")).astype(np.int64)
    target = month + months
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype(np.int64)
    return target.astype("datetime64[D]") + np.minimum(into, length - 1)


def months_beginning_with(days: Array, months: int) -> Array:
    """The day before the corresponding date, or the last day of a month without one."""
    end = corresponding(days, months)
    return np.where(day_number(end) == day_number(days), end - DAY, end)


def day_number(days: Array) -> Array:
    """The day of the month."""
    return (days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1


def month_number(days: Array) -> Array:
    """The month, 1 to 12."""
    return days.astype("datetime64[M]").astype(np.int64) % 12 + 1


def year_number(days: Array) -> Array:
    """The calendar year."""
    return days.astype("datetime64[Y]").astype(np.int64) + 1970


def day_of(years: Array, month: int, number: int) -> Array:
    """The same day of the year in each of these years (never 29 February)."""
    first = (years - 1970).astype("datetime64[Y]").astype("datetime64[M]") + (month - 1)
    return first.astype("datetime64[D]") + (number - 1)


WAYS: dict[str, Callable[[Array, int], Array]] = {
    "W": lambda days, number: days + 7 * number,
    "D": lambda days, number: days + number,
    "DB": lambda days, number: days + number - 1,
    "M": corresponding,
    "MB": months_beginning_with,
    "WD": WORKING.after,
    "WDB": WORKING.beginning_with,
    "BK": lambda days, number: days - 7 * number,
    "BM": lambda days, number: corresponding(days, -number),
    "BWD": WORKING.before,
    "ON": lambda days, number: days,
}
NEEDS_CALENDAR = frozenset({"WD", "WDB", "BWD"})


def by_law(starts: Array, name: str, work: Callable[[Array, Limit], Array]) -> tuple[Array, Array]:
    """Days worked out with the version of a limit in force on each start, and where one was in force.

    The second is a single true where one version was in force throughout.
    """
    if not len(starts):
        return starts, np.True_
    first, last = starts.min(), starts.max()
    for limit in LIMITS[name]:
        if limit.in_force(first.astype(object)) and limit.in_force(last.astype(object)):
            return work(starts, limit), np.True_
    on, in_force = np.full(len(starts), NO_DAY, dtype="datetime64[D]"), np.zeros(len(starts), dtype=bool)
    for limit in LIMITS[name]:
        until = np.datetime64(limit.until) if limit.until else np.datetime64("9999-12-31")
        mask = (starts >= np.datetime64(limit.since)) & (starts <= until)
        on[mask] = work(starts[mask], limit)
        in_force |= mask
    return on, in_force


def count(starts: Array, name: str) -> tuple[Array, Array]:
    """Days that a limit gives from each start, and where it was in force. NaT in force means no calendar."""
    return by_law(starts, name, lambda days, limit: WAYS[limit.count](days, limit.value))
