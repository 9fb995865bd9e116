"""Dates that follow from a date of birth, as a table a lawyer can read."""

from datetime import date

import pytest

import sendlaw

YOUNG_PERSON = [
    # born, becomes a young person, why
    ("2011-08-30", "2027-06-26", "last day but one of a school year"),
    ("2011-08-31", "2027-06-26", "last day of a school year: still 15 on the day"),
    ("2011-09-01", "2028-07-01", "first day of the next school year"),
    ("2012-02-29", "2028-07-01", "leap-day birth"),
    ("2012-07-15", "2028-07-01", "July birthday: before the sixteenth birthday"),
    ("2008-01-01", "2024-06-29", "last Friday is 28 June 2024"),
]

SCHOOL_AGE = [
    ("2022-03-30", "2027-03-31", "fifth birthday the day before a prescribed day"),
    ("2022-03-31", "2027-03-31", "fifth birthday on a prescribed day"),
    ("2022-04-01", "2027-08-31", "fifth birthday the day after"),
    ("2022-08-31", "2027-08-31", "on the second prescribed day"),
    ("2022-09-01", "2027-12-31", "the day after it"),
    ("2022-12-31", "2027-12-31", "on the third"),
    ("2020-02-29", "2025-03-31", "leap-day birth"),
]

ADULTHOOD = [
    ("2013-08-31", "2026-09-01", "youngest of the year group"),
    ("2013-09-01", "2027-09-01", "oldest of the next"),
    ("2013-10-10", "2027-09-01", "an ordinary case"),
]


@pytest.mark.parametrize(("born", "expected", "why"), YOUNG_PERSON)
def test_child_becomes_young_person_the_day_after_the_school_leaving_date(born, expected, why):
    outcome = sendlaw.when("person.born", born, "person.becomes_young_person")

    assert outcome.due_on == date.fromisoformat(expected), why


@pytest.mark.parametrize(("born", "expected", "why"), SCHOOL_AGE)
def test_school_age_starts_on_the_prescribed_day(born, expected, why):
    outcome = sendlaw.when("person.born", born, "person.compulsory_school_age_starts")

    assert outcome.due_on == date.fromisoformat(expected), why


@pytest.mark.parametrize(("born", "expected", "why"), ADULTHOOD)
def test_reviews_cover_adulthood_from_year_nine(born, expected, why):
    outcome = sendlaw.when("person.born", born, "review.preparing_for_adulthood_from")

    assert outcome.due_on == date.fromisoformat(expected), why


def test_the_day_itself_and_not_the_day_before_makes_a_young_person():
    def ask(today):
        return sendlaw.when("person.born", "2011-08-31", "person.becomes_young_person", today=today)

    statuses = [ask(day).status for day in ("2027-06-25", "2027-06-26", "2027-06-27")]

    assert statuses == ["waiting", "met", "met"]
