"""Counting on the fingers: days, weeks, months and working days, a day at a time, nothing taken from `sendlaw`.

Bank holidays are worked out from the Act and the proclamations, not from a table.
"""

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

ONE = timedelta(days=1)


def day(text):
    return date.fromisoformat(text)


def day_zero(text, facts):
    """The day logged, or the London day of the moment of receipt (by the time zone database, not by rule)."""
    if "received_at" not in facts:
        return day(text)
    return datetime.fromisoformat(facts["received_at"]).astimezone(ZoneInfo("Europe/London")).date()


# the calendar, from the Act and the proclamations, not from a table


def easter(year):
    """Anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, dom = (h + m - 7 * n + 114) // 31, (h + m - 7 * n + 114) % 31 + 1
    return date(year, month, dom)


def first_monday(year, month):
    found = date(year, month, 1)
    while found.weekday() != 0:
        found += ONE
    return found


def last_monday(year, month):
    found = date(year, month, 31)
    while found.weekday() != 0:
        found -= ONE
    return found


PROCLAIMED = {
    2020: ({date(2020, 5, 4)}, {date(2020, 5, 8)}),
    2022: ({date(2022, 5, 30)}, {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}),
    2023: (set(), {date(2023, 5, 8)}),
}


@cache
def holidays(year):
    days = {easter(year) - 2 * ONE, easter(year) + ONE}
    days |= {first_monday(year, 5), last_monday(year, 5), last_monday(year, 8)}
    moved, added = PROCLAIMED.get(year, (set(), set()))
    days = (days - moved) | added
    for month, dom in ((1, 1), (12, 25), (12, 26)):
        actual = date(year, month, dom)
        while actual.weekday() > 4 or actual in days:
            actual += ONE
        days.add(actual)
    return days


def works(one):
    return one.weekday() < 5 and one not in holidays(one.year)


# walking


def walk(start, days):
    for _ in range(days):
        start += ONE
    return start


def walk_back(start, days):
    for _ in range(days):
        start -= ONE
    return start


def weeks(start, number):
    return walk(start, 7 * number)


def same_date(start, months):
    """Walk until the month has turned `months` times, then to the same day number or the month's end."""
    at, turned = start, 0
    while turned < months:
        at += ONE
        if at.day == 1:
            turned += 1
    while at.day < start.day and (at + ONE).day != 1:
        at += ONE
    return at


def period_of_months(start, months):
    """The last day inside a period that begins with `start`."""
    end = same_date(start, months)
    return walk_back(end, 1) if end.day == start.day else end


def months_back(start, months):
    at, turned = start, 0
    while turned < months:
        at -= ONE
        if (at + ONE).day == 1:
            turned += 1
    while at.day > start.day:
        at -= ONE
    return at


def working_days(start, number):
    while number:
        start += ONE
        number -= works(start)
    return start


def working_days_from(start, number):
    counted = 0
    while True:
        counted += works(start)
        if counted == number:
            return start
        start += ONE


def set_apart(one):
    return one.month == 8 or (one.month == 12 and one.day >= 25) or (one.month == 1 and one.day == 1)


def next_working(one):
    while not works(one):
        one += ONE
    return one


def days_of_summer_window(closed, opens):
    """Every day of the window around a closure, one by one; empty if the closure is short."""
    closed_days, at = 0, closed
    while at < opens:
        closed_days += 1
        at += ONE
    if closed_days < 28:
        return set()
    window, at = set(), walk_back(closed, 7)
    while at <= walk_back(opens, 7):
        window.add(at)
        at += ONE
    return window
