"""Year groups: birthdays, first and last days, and how many pupils of each status a school has in each."""

from datetime import date, timedelta
from random import Random

from goldenthread.demo.larkmere.figures import filled_resourced_places, shares, year_groups
from goldenthread.demo.larkmere.school_calendar import FIRST_PUPIL_DAY, SCHOOL_YEAR, TERMS
from goldenthread.demo.larkmere.schools import School

_LAST_DAYS = {term.school_year: term.until_on for term in TERMS if term.name == "Summer"}


def entered(school: School, started: int) -> int:
    """The calendar year in which a child who started Reception in `started` joined this school."""
    return started + max(school.plan.first_year, 0)


def school_year_of(day: date) -> int:
    return day.year if day.month >= 9 else day.year - 1


def year_code(year: int) -> str:
    return {-1: "N2", 0: "R"}.get(year, str(year))


def first_day(year: int) -> date:
    """The first day of pupils in September of a year."""
    if year in FIRST_PUPIL_DAY:
        return FIRST_PUPIL_DAY[year]
    day = date(year, 9, 4)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def last_day(year: int) -> date:
    """The last day of the school year that began in September of a year."""
    if year in _LAST_DAYS:
        return _LAST_DAYS[year]
    day = date(year + 1, 7, 21)
    return day - timedelta(days=max(0, day.weekday() - 4))


def born_in_year(rng: Random, year: int) -> date:
    """A birthday that puts a child in this year group: year plus four on 31 August before the school year."""
    first = date(SCHOOL_YEAR - year - 5, 9, 1)
    return first + timedelta(days=int(rng.random() * 365))


def statuses_of(rng: Random, school: School, taken: list[str]) -> list[tuple[str, bool]]:
    """Status and resource provision place of each pupil, in the order they will be written.

    `taken` are the statuses of children of the stories, who are written apart.
    """
    resourced = min(filled_resourced_places(school.plan), school.with_plan)
    statuses = [("E", True)] * resourced + [("E", False)] * (school.with_plan - resourced)
    statuses += [("K", False)] * school.on_sen_support
    statuses += [("N", False)] * (school.roll - len(statuses))
    for status in taken:
        statuses.remove((status, False))
    rng.shuffle(statuses)
    return statuses


def year_sizes(rng: Random, school: School) -> list[tuple[int, int]]:
    """How many pupils are in each year group; later years of a sixth form are smaller."""
    years = year_groups(school.plan)
    weights = []
    for year in years:
        if year >= 12 and school.plan.sixth_form:
            weights.append(school.plan.sixth_form / 2 * (1.08 if year == 12 else 0.92))
        else:
            weights.append((school.plan.places_a_year or 10) * rng.uniform(0.965, 1.0))
    return list(zip(years, shares(school.roll, weights), strict=True))
