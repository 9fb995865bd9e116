"""What must hold for every case, whatever the numbers are."""

import json
import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

import sendlaw
from sendlaw import counting
from sendlaw.checking import compare_all, read_examples
from sendlaw.facts import Facts
from sendlaw.london import is_summer_time, london_date

EXAMPLES = list(read_examples(Path(__file__).parent / "worked_examples.csv"))
DAYS = st.dates(date(2014, 9, 1), date(2029, 6, 30))
WITHOUT_DATES = [
    row
    for row in EXAMPLES
    if not any(isinstance(value, list) or str(value)[:2] == "20" for value in json.loads(row["facts"]).values())
]
DISTINCT = list({(row["start_event"], row["deadline_name"], row["facts"]): row for row in WITHOUT_DATES}.values())


def ask(row, on):
    return sendlaw.when(row["start_event"], on, row["deadline_name"], facts=json.loads(row["facts"]))


@given(st.sampled_from(DISTINCT), DAYS, st.integers(0, 40))
def test_a_later_start_never_gives_an_earlier_date(row, start, later):
    first, second = ask(row, start), ask(row, start + timedelta(days=later))

    if first.due_on and second.due_on:
        assert first.due_on <= second.due_on


@given(DAYS, st.integers(1, 60))
def test_weeks_keep_the_weekday(start, number):
    assert counting.weeks_after(start, number).weekday() == start.weekday()


@given(DAYS, st.integers(1, 60))
def test_months_keep_the_day_or_end_the_month(start, number):
    end = counting.months_after(start, number)

    turned = (end.year - start.year) * 12 + end.month - start.month
    assert turned == number
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(DAYS, st.integers(1, 60))
def test_a_period_beginning_with_a_day_is_never_longer_than_one_after_it(start, number):
    after = counting.months_after(start, number)

    assert counting.months_beginning_with(start, number) in (after, after - timedelta(days=1))


@given(DAYS, st.integers(1, 30))
def test_working_days_there_and_back(start, number):
    end = counting.working_days_after(start, number)

    assert counting.working_days_before(end, number) <= start


@given(st.datetimes(datetime(2014, 9, 1), datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_the_day_in_london_agrees_with_the_time_zone_database(moment):
    assert london_date(moment) == moment.astimezone(ZoneInfo("Europe/London")).date()


SUMMER_TIME = [
    # moment in Greenwich time, day in London
    ("2026-03-29T00:59:59+00:00", "2026-03-29"),
    ("2026-03-28T23:30:00+00:00", "2026-03-28"),
    ("2026-03-29T23:00:00+00:00", "2026-03-30"),
    ("2026-03-29T22:59:59+00:00", "2026-03-29"),
    ("2026-10-24T23:00:00+00:00", "2026-10-25"),
    ("2026-10-25T23:59:59+00:00", "2026-10-25"),
    ("2028-02-29T23:59:59+00:00", "2028-02-29"),
]


@pytest.mark.parametrize(("moment", "day"), SUMMER_TIME)
def test_day_in_london_at_the_changes_of_2026_and_the_leap_day(moment, day):
    assert london_date(datetime.fromisoformat(moment)).isoformat() == day


@pytest.mark.parametrize(
    ("moment", "summer"),
    [
        ("2026-03-29T00:59:59", False),
        ("2026-03-29T01:00:00", True),
        ("2026-10-25T00:59:59", True),
        ("2026-10-25T01:00:00", False),
    ],
)
def test_summer_time_turns_at_one_in_the_morning_greenwich(moment, summer):
    assert is_summer_time(datetime.fromisoformat(moment).replace(tzinfo=UTC)) is summer


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/London"])
@pytest.mark.parametrize("clock", ["2015-01-01", "2028-02-29", "2040-08-01"])
def test_no_date_moves_with_the_machine(zone, clock, monkeypatch):
    expected = compare_all(EXAMPLES)
    monkeypatch.setenv("TZ", zone)
    time.tzset()

    with time_machine.travel(datetime.fromisoformat(clock).replace(tzinfo=UTC)):
        given_there = compare_all(EXAMPLES)

    monkeypatch.delenv("TZ")
    time.tzset()
    assert "TZ" not in os.environ
    assert given_there == expected


@given(st.sampled_from(EXAMPLES))
def test_an_outcome_keeps_its_sum_and_its_source(row):
    outcome = ask(row, row["start_date"])

    assert outcome.steps and all(step.endswith(".") for step in outcome.steps)
    assert outcome.citation and outcome.certainty in "ABC"
    assert outcome.law_version == sendlaw.LAW_VERSION
    assert outcome.for_officer and outcome.for_parent


def test_one_answer_with_its_explanation_takes_under_a_millisecond():
    facts = {"absent_from_area": ["2027-04-05", "2027-05-03"], "impractical": True}
    started = time.process_time()

    for _ in range(300):
        sendlaw.when("ehcna.request_received", "2027-03-01", "ehcna.final_plan", facts=facts, today="2027-03-02")

    assert (time.process_time() - started) / 300 < 0.001


def test_facts_given_cannot_be_changed_from_outside():
    given_facts = {"issues": ["health"]}
    known = Facts(given_facts)

    given_facts["issues"].append("education")

    assert known["issues"] == ("health",)
    with pytest.raises(TypeError):
        known["issues"] = ()


def test_an_answer_cannot_be_changed():
    outcome = ask(EXAMPLES[0], EXAMPLES[0]["start_date"])

    with pytest.raises(AttributeError):
        outcome.due_on = date(2030, 1, 1)
