"""Dates that follow from dates of birth, on whole arrays."""

from collections.abc import Callable

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw.asking import LAW_VERSION
from sendlaw.bulk.answers import Answers, Array, answered
from sendlaw.bulk.cases import Cases
from sendlaw.bulk.counting import DAY, corresponding, day_of, month_number, year_number
from sendlaw.cohorts import FIRST_MONTH, FRIDAY, RECEPTION_AGE
from sendlaw.parameters import Law
from sendlaw.rules.people import PRESCRIBED_DAYS

EPOCH_WEEKDAY = 3  # 1 January 1970 was a Thursday


def cohorts(born: Array) -> Array:
    """The September that opens the school year of each birth."""
    return year_number(born) - (month_number(born) < FIRST_MONTH)


def starts_year_group(born: Array, year_group: Array | int) -> Array:
    """1 September on which the usual cohort starts a year group."""
    return day_of(cohorts(born) + RECEPTION_AGE + year_group, FIRST_MONTH, 1)


def _value(name: str) -> int:
    return Law(LAW_VERSION).limit(name).value


def _young_person(cases: Cases) -> Answers:
    birthday = corresponding(cases.starts, 12 * _value("person.becomes_young_person"))
    year = year_number(birthday) + (month_number(birthday) >= FIRST_MONTH)
    last = day_of(year, 6, 30)
    weekday = (last.astype(np.int64) + EPOCH_WEEKDAY) % 7
    return answered(last - (weekday - FRIDAY) % 7 + DAY)


def _school_age(cases: Cases) -> Answers:
    birthday = corresponding(cases.starts, 12 * _value("person.compulsory_school_age_starts"))
    year = year_number(birthday)
    days = [day_of(year, month, number) for month, number in PRESCRIBED_DAYS]
    on = days[-1]
    for one in reversed(days):
        on = np.where(one >= birthday, one, on)
    return answered(on)


def _adulthood(cases: Cases) -> Answers:
    return answered(starts_year_group(cases.starts, _value("review.preparing_for_adulthood_from")))


def _progress_check(cases: Cases) -> Answers:
    return answered(corresponding(cases.starts, 12 * _value("early_years.progress_check_latest")) - DAY)


PEOPLE: dict[str, Callable[[Cases], Answers]] = {
    "person.becomes_young_person": _young_person,
    "person.compulsory_school_age_starts": _school_age,
    "review.preparing_for_adulthood_from": _adulthood,
    "early_years.progress_check_latest": _progress_check,
}
