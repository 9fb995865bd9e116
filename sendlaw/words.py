"""Dates and numbers as a person would write them. No locale and no clock is read."""

from collections.abc import Iterable
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def day_in_words(day: date) -> str:
    """`Saturday 21 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}"


def short_day(day: date) -> str:
    """`21 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_in_words(number: int) -> str:
    """`six` up to twelve, figures above."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def amount(number: int, unit: str) -> str:
    """`six weeks`, `one month`: the unit is given in the plural and loses its s for one."""
    return f"{number_in_words(number)} {unit.removesuffix('s') if number == 1 else unit}"


def sentence_case(text: str) -> str:
    """The first letter raised, the rest left alone."""
    return text[:1].upper() + text[1:]


def listed(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    named = tuple(parts)
    if len(named) < 2:
        return "".join(named)
    return f"{', '.join(named[:-1])} and {named[-1]}"
