"""The worked examples, answered by the library and counted on the fingers."""

import json
from pathlib import Path

import naive_clock
import pytest

import sendlaw
from sendlaw.checking import compare, compare_all, read_examples

HERE = Path(__file__).parent
EXAMPLES = list(read_examples(HERE / "worked_examples.csv"))
NEAR_MISSES = list(read_examples(HERE / "near_misses.csv"))


def name_of(row):
    return f"{row['id']}-{row['deadline_name']}"


@pytest.mark.parametrize("row", [*EXAMPLES, *NEAR_MISSES], ids=name_of)
def test_library_agrees_with_the_worked_example(row):
    compared = compare(row)

    assert compared.given == compared.expected, row["note"]


@pytest.mark.parametrize("row", [*EXAMPLES, *NEAR_MISSES], ids=name_of)
def test_counting_day_by_day_agrees_with_the_worked_example(row):
    facts = json.loads(row["facts"])
    start = naive_clock.day_zero(row["start_date"], facts)

    counted = naive_clock.NAIVE[row["deadline_name"]](start, facts)

    assert (counted.isoformat() if counted else "NO_FIXED_DATE") == row["expected_date"], row["note"]


def test_every_deadline_of_the_examples_is_a_rule():
    asked = {row["deadline_name"] for row in EXAMPLES}

    assert asked - sendlaw.RULES.keys() == set()


def test_a_wrong_expected_date_is_noticed():
    wrong = {**EXAMPLES[0], "expected_date": "2027-01-03"}

    assert [one.agrees for one in compare_all([EXAMPLES[0], wrong])] == [True, False]


@pytest.mark.parametrize("row", [row for row in EXAMPLES if row["expected_date"] != "NO_FIXED_DATE"], ids=name_of)
def test_standing_is_right_the_day_before_the_day_and_the_day_after(row):
    due = naive_clock.day(row["expected_date"])
    rule = sendlaw.RULES[row["deadline_name"]]
    expected = {
        "last_day": ["waiting", "due", "late"],
        "window": ["waiting", "due", "ended"],
        "earliest_day": ["waiting", "met", "met"],
        "day": ["waiting", "met", "met"],
    }[rule.sense]

    standings = [
        sendlaw.when(
            row["start_event"], row["start_date"], rule.name, facts=json.loads(row["facts"]), today=today
        ).status
        for today in (due - naive_clock.ONE, due, due + naive_clock.ONE)
    ]

    assert standings == expected
