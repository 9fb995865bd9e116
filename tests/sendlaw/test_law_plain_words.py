"""What a family reads when a fact is missing: words, never the code of a fact."""

from __future__ import annotations

import re

import pytest

from sendlaw import RULES, when

CASES = [(rule.name, event) for rule in RULES.values() for event in rule.starts]
FACTS_THAT_ASK_FOR_MORE = {
    "review_concluded_by": {"review_concluded_by": "meeting"},
    "usual_cohort": {"phase": "primary_to_secondary"},
    "transfer_date": {"phase": "primary_to_secondary", "usual_cohort": False},
    "academic_year_ends": {"attends": "elsewhere"},
    "apprenticeship_ends": {"attends": "apprenticeship"},
    "certificate_issued": {"appeal_made": False, "mediation_adviser_contacted": True},
    "mediation.icb_told_by_la": {"issues": ["health"]},
}


def bare_name_of(fact: str) -> str:
    """The fact's key made into words, which is what a sentence shows when nobody has written better ones."""
    return f"know {fact.replace('_', ' ')}."


@pytest.mark.parametrize(("rule", "event"), CASES)
def test_a_family_is_never_shown_the_code_of_a_fact(rule, event):
    answers = [when(event, "2026-10-05", rule, facts=facts) for facts in ({}, *FACTS_THAT_ASK_FOR_MORE.values())]

    codes = [one.for_parent for one in answers if re.search(r"[a-z]_[a-z]|\w\.\w", one.for_parent)]
    assert codes == []
    bare = [one.for_parent for one in answers for fact in one.missing if bare_name_of(fact) in one.for_parent]
    assert bare == []


@pytest.mark.parametrize(("fact", "facts"), FACTS_THAT_ASK_FOR_MORE.items())
def test_each_of_these_facts_is_really_asked_for_in_that_case(fact, facts):
    missing = {name for rule, event in CASES for name in when(event, "2026-10-05", rule, facts=facts).missing}

    assert fact in missing


def test_bank_holidays_beyond_the_table_are_named_in_words():
    answer = when("complaint.received", "2097-10-05", "complaint.acknowledge")

    assert answer.for_parent == "We cannot work out this date yet. We need to know the bank holidays of 2097."
