"""Working days in England, from a table of bank holidays kept in this folder."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files

from sendlaw.refusal import Refused

ONE_DAY = timedelta(days=1)


class CalendarEnds(Refused):
    """A working day was asked for outside the years the table of bank holidays covers."""

    def __init__(self, year: int) -> None:
        super().__init__(f"The table of bank holidays does not cover {year}; it runs from {FIRST_YEAR} to {LAST_YEAR}.")
        self.year = year


def _read_bank_holidays() -> tuple[dict[date, str], range]:
    text = (files(__package__) / "bank_holidays_england.toml").read_text(encoding="utf-8")
    years = tomllib.loads(text)["year"]
    named = {day: name for year in years.values() for name, day in year["days"].items()}
    return named, range(min(map(int, years)), max(map(int, years)) + 1)


BANK_HOLIDAYS, _YEARS = _read_bank_holidays()
FIRST_YEAR, LAST_YEAR = _YEARS[0], _YEARS[-1]


def is_working_day(day: date) -> bool:
    """Monday to Friday, and not a bank holiday in England, Good Friday or Christmas Day.

    Raises CalendarEnds outside the years of the table.
    """
    if day.year not in _YEARS:
        raise CalendarEnds(day.year)
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, otherwise the first one after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_working_day_by(day: date) -> date:
    """The day itself if a working day, otherwise the last one before it (a working target, never a limit)."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def step_working_days(day: date, days: int) -> date:
    """The Nth working day after a day (before it, if `days` is negative); the day itself is not counted."""
    direction = ONE_DAY if days > 0 else -ONE_DAY
    for _ in range(abs(days)):
        day += direction
        while not is_working_day(day):
            day += direction
    return day


def bank_holidays_between(first: date, last: date) -> tuple[tuple[date, str], ...]:
    """The weekday holidays from `first` to `last`, both inside, with their names, in date order."""
    return tuple(sorted((day, name) for day, name in BANK_HOLIDAYS.items() if first <= day <= last))
