"""School years and year groups. A school year runs from 1 September to 31 August and is named by its first year."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

YEAR_GROUPS = {
    "E1": gettext_lazy("Early years, first year"),
    "E2": gettext_lazy("Early years, second year"),
    "N1": gettext_lazy("Nursery, first year"),
    "N2": gettext_lazy("Nursery, second year"),
    "R": gettext_lazy("Reception"),
    **{str(number): gettext_lazy("Year %(number)s") for number in range(1, 15)},
    "X": gettext_lazy("Not in a year group"),
}
IN_ORDER = tuple(YEAR_GROUPS)
OLDEST = 14


def school_year(day: date) -> int:
    """The year in which the school year of this day began: 2026 for any day of 2026/27."""
    return day.year if day.month >= 9 else day.year - 1


def school_year_name(first: int) -> str:
    """The school year as people write it: 2026/27."""
    return f"{first}/{(first + 1) % 100:02d}"


def year_group_for(born_on: date, day: date) -> str:
    """The year group that goes with a date of birth on a day: the age on 31 August before the school year, less 4.

    "N2" for the year before Reception; "" for younger children, whose groups each setting makes itself, and for those
    past Year 14. A child taught in another year group is enrolled in that one: this is only what age alone gives.
    Source: the Department for Education's common basic data set, national curriculum year.
    """
    last_of_august = date(school_year(day), 8, 31)
    had_birthday = (born_on.month, born_on.day) <= (8, 31)
    age = last_of_august.year - born_on.year - (0 if had_birthday else 1)
    number = age - 4
    if number == 0:
        return "R"
    if number == -1:
        return "N2"
    return str(number) if 1 <= number <= OLDEST else ""


def year_group_moved(year_group: str, years: int) -> str:
    """The year group of somebody who is in `year_group` now, `years` school years later (earlier when negative).

    Stays within N2 to 14, the groups that follow one another a year apart; any other group stays what it is.
    """
    ladder = IN_ORDER[IN_ORDER.index("N2") : IN_ORDER.index("14") + 1]
    if year_group not in ladder:
        return year_group
    return ladder[min(max(ladder.index(year_group) + years, 0), len(ladder) - 1)]


def year_name(year_group: str) -> str:
    """The year group in words: "Year 4", "Reception"."""
    name = YEAR_GROUPS.get(year_group)
    if name is None:
        return _("Year group not known")
    return str(name) % {"number": year_group} if year_group.isdigit() else str(name)
