"""Time limits in the words of a page: the only file of this room that asks sendlaw.

A page names the limit and never its number, so that a change of the law changes the page on its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sendlaw.parameters import LIMITS, Limit


@dataclass(frozen=True)
class TimeLimit:
    """A limit as a page says it: "6 weeks", or "15 February". is_law: False for guidance and aims."""

    words: str
    citation: str
    is_law: bool


def is_known(name: str) -> bool:
    """Whether a limit of this name has a number or a day that a page can say."""
    return name in LIMITS and _says_something(LIMITS[name][-1])


def time_limit(name: str, today: date) -> TimeLimit | None:
    """The version in force on the day; None where the name is unknown, or nothing is in force."""
    found = next((limit for limit in LIMITS.get(name, ()) if limit.in_force(today)), None)
    if found is None or not _says_something(found):
        return None
    return TimeLimit(_words(found), found.citation, found.kind == "law")


def known_limits() -> list[tuple[str, str]]:
    """Names that a page may use, each with what it says by the newest version."""
    return [(name, _words(limits[-1])) for name, limits in sorted(LIMITS.items()) if _says_something(limits[-1])]


def _says_something(limit: Limit) -> bool:
    return limit.fixed_day is not None or limit.value > 0


def _words(limit: Limit) -> str:
    if limit.fixed_day is not None:
        month, day = limit.fixed_day
        return date_format(date(2000, month, day), "j F")
    if limit.unit == "school year":
        return _("Year %(number)s") % {"number": limit.value}
    unit = limit.unit if limit.value != 1 else limit.unit.rstrip("s")
    return f"{limit.value} {unit}"


def twelve_months_before(today: date) -> date:
    """The first day that still counts as "within twelve months". 29 February counts from 28 February."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year - 1, day=day)
