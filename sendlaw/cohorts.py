"""School years from a date of birth: the usual cohort, counted from 1 September."""

from datetime import date, timedelta

from sendlaw.counting import anniversary
from sendlaw.london import last_weekday_of

FIRST_MONTH = 9
RECEPTION_AGE = 5
FRIDAY = 4


def cohort(born: date) -> int:
    """The September that opens the school year of birth: the birth year, or the year before it."""
    return born.year if born.month >= FIRST_MONTH else born.year - 1


def starts_year_group(born: date, year_group: int) -> date:
    """1 September on which a child in the usual cohort starts a year group (Reception is 0)."""
    return date(cohort(born) + RECEPTION_AGE + year_group, FIRST_MONTH, 1)


def school_year_ends(day: date) -> int:
    """The calendar year in which the school year around a day ends (school years start on 1 September)."""
    return day.year + 1 if day.month >= FIRST_MONTH else day.year


def school_leaving_date(born: date, age: int) -> date:
    """The last Friday in June of the school year in which that age is reached."""
    return last_weekday_of(school_year_ends(anniversary(born, age)), 6, FRIDAY)


def day_after(day: date) -> date:
    """The next calendar day."""
    return day + timedelta(days=1)
