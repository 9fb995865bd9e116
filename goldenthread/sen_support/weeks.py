"""School weeks: a week in which the setting has no school day, such as half term, does not count."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.organisations.timeline import SchoolCalendar, monday_of

WEEK = timedelta(days=7)


def _first_monday(starts_on: date) -> date:
    """The Monday of the first week; a start at the weekend means the week that follows."""
    return monday_of(starts_on + timedelta(days=2 if starts_on.weekday() > 4 else 0))


def _is_school_week(calendar: SchoolCalendar, monday: date) -> bool:
    return any(calendar.open_as_far_as_known(monday + timedelta(days=number)) for number in range(5))


def week_number(calendar: SchoolCalendar, starts_on: date, on: date) -> int:
    """Which school week `on` lies in, counting the week of starts_on as the first; 0 before it."""
    if on < starts_on:
        return 0
    monday, last, number = _first_monday(starts_on), monday_of(on), 0
    while monday <= last:
        number += _is_school_week(calendar, monday)
        monday += WEEK
    return max(number, 1)


def school_days_after(calendar: SchoolCalendar, first: date, days: int) -> date:
    """So many school days after a day. Looks at most a year ahead."""
    day, left = first, days
    for _step in range(365):
        if left <= 0:
            break
        day += timedelta(days=1)
        left -= calendar.open_as_far_as_known(day)
    return day
