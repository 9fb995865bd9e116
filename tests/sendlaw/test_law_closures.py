"""Term dates passed in: which closure, if any, a request for advice met."""

from datetime import date

import pytest

import sendlaw
from sendlaw import Closure, closure_facts

CLOSURES = [
    Closure(date(2026, 10, 24), date(2026, 11, 2)),
    Closure(date(2026, 12, 19), date(2027, 1, 5)),
    Closure(date(2027, 7, 21), date(2027, 9, 6)),
    Closure(date(2026, 7, 23), date(2026, 9, 2)),
]
ASKED = [
    ("2026-07-15", None),
    ("2026-07-16", "2026-07-23"),
    ("2026-08-26", "2026-07-23"),
    ("2026-08-27", None),
    ("2026-12-19", None),
    ("2027-07-14", "2027-07-21"),
]


@pytest.mark.parametrize(("asked", "closed"), ASKED)
def test_request_meets_a_long_closure_or_none(asked, closed):
    facts = closure_facts(date.fromisoformat(asked), CLOSURES)

    assert (facts["school_closed_from"].isoformat() if facts else None) == closed


def test_facts_of_a_closure_lift_the_limit_only_with_the_second_finding():
    facts = closure_facts(date(2026, 7, 17), CLOSURES)

    results = [
        sendlaw.when("ehcna.request_received", "2026-05-11", "ehcna.final_plan", facts={**facts, **found}).result
        for found in ({}, {"impractical": True})
    ]

    assert results == ["deadline", "lifted"]


def test_early_years_provider_has_its_own_facts():
    facts = closure_facts(date(2026, 7, 17), CLOSURES, early_years=True)

    assert sorted(facts) == ["advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens"]
