"""The library against counting on the fingers, on thousands of generated cases for every deadline."""

import random

import pytest

import sendlaw
from sendlaw.checking import answer_in_a_word
from tests.sendlaw import naive_clock
from tests.sendlaw.generated_cases import PROCEDURES, a_case

SHORT, LONG = 2_000, 100_000


def differences(rule, cases, seed):
    """The cases on which the two ways disagree, with both answers (the first ten)."""
    dice = random.Random(f"{seed} {rule}")
    found = []
    for _ in range(cases):
        event, start, facts = a_case(dice, rule)
        given = answer_in_a_word(sendlaw.when(event, start, rule, facts=facts))
        counted = naive_clock.NAIVE[rule](start, facts)
        expected = counted.isoformat() if counted else "NO_FIXED_DATE"
        if given != expected:
            found.append((event, start.isoformat(), facts, given, expected))
    return found[:10]


@pytest.mark.parametrize("rule", PROCEDURES)
def test_two_ways_of_counting_agree(rule):
    assert differences(rule, SHORT, seed=1) == []


@pytest.mark.full
@pytest.mark.parametrize("rule", PROCEDURES)
def test_two_ways_of_counting_agree_on_a_hundred_thousand_cases(rule):
    assert differences(rule, LONG, seed=2) == []


def test_generated_cases_reach_both_a_date_and_a_lifted_limit():
    dice = random.Random(3)
    cases = [a_case(dice, "ehcna.final_plan") for _ in range(2_000)]

    results = {sendlaw.when(event, start, "ehcna.final_plan", facts=facts).result for event, start, facts in cases}

    assert results == {"deadline", "lifted"}
