"""Many cases at once give the same answers as one case at a time (needs NumPy; skipped without it)."""

import json
import random
import time
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

import sendlaw  # noqa: E402
from sendlaw import bulk  # noqa: E402
from sendlaw.checking import read_examples  # noqa: E402
from tests.sendlaw.generated_cases import FACTS, IN_FORCE_FROM, a_case, some_day  # noqa: E402

RESULTS = ["deadline", "lifted", "no_fixed_date", "unknown"]
HERE = Path(__file__).parent


def one_by_one(rule, cases):
    outcomes = [sendlaw.when(event, start, rule, facts=facts) for event, start, facts in cases]
    return [(RESULTS.index(one.result), one.due_on) for one in outcomes]


def all_at_once(rule, event, cases):
    starts = [start for _, start, _ in cases]
    answers = bulk.when(event, starts, rule, facts=bulk.columns(facts for _, _, facts in cases))
    return list(zip(answers.result.tolist(), answers.on.astype(object).tolist(), strict=True))


@pytest.mark.parametrize("rule", sorted(bulk.RULES))
def test_many_cases_at_once_equal_one_case_at_a_time(rule):
    dice = random.Random(f"bulk {rule}")
    cases = [a_case(dice, rule) for _ in range(600)]
    cases += [(event, start, {}) for event, start, _ in cases[:40]]
    by_event = {}
    for case in cases:
        by_event.setdefault(case[0], []).append(case)

    for event, group in by_event.items():
        assert all_at_once(rule, event, group) == one_by_one(rule, group)


def test_worked_examples_agree_at_once():
    asked = [row for row in read_examples(HERE / "worked_examples.csv") if "received_at" not in row["facts"]]

    given = {}
    for row in asked:
        answers = bulk.when(
            row["start_event"],
            [row["start_date"]],
            row["deadline_name"],
            facts=bulk.columns([json.loads(row["facts"])]),
        )
        given[row["id"]] = str(answers.on[0]) if answers.result[0] == bulk.DEADLINE else "NO_FIXED_DATE"

    assert given == {row["id"]: row["expected_date"] for row in asked}


REFUSED = [
    ("sen_support.parent_meetings", "sen_support.started", ["2027-03-01"], {}, "case by case"),
    ("ehcna.final_plan", "ehcna.request_received", ["2014-08-31"], {}, "1 September 2014"),
    ("ehcna.final_plan", "decision.notice_sent", ["2027-03-01"], {}, "ehcna.request_received"),
    ("ehcna.final_plan", "ehcna.request_received", ["2027-03-01"], {"weather": ["wet"]}, "weather"),
    ("ehcna.final_plan", "ehcna.request_received", ["NaT"], {}, "missing"),
    ("ehcna.final_plan", "ehcna.request_received", ["2027-03-01", "2027-03-02"], {"impractical": [1]}, "impractical"),
]


@pytest.mark.parametrize(("rule", "event", "starts", "facts", "words"), REFUSED)
def test_question_about_many_cases_is_refused_with_a_sentence(rule, event, starts, facts, words):
    with pytest.raises(sendlaw.Refused, match=words):
        bulk.when(event, starts, rule, facts={name: np.array(column) for name, column in facts.items()})


def test_one_contradicting_case_refuses_the_whole_question():
    facts = bulk.columns([{}, {"certificate_issued": "2027-01-14"}])

    with pytest.raises(sendlaw.Refused, match="1 of the cases"):
        bulk.when("decision.notice_sent", ["2027-01-15", "2027-01-15"], "appeal.deadline", facts=facts)


def test_generated_facts_reach_the_edges():
    dice = random.Random(5)

    assert len({some_day(dice) for _ in range(2_000)}) > 1_000
    assert set(FACTS) & set(IN_FORCE_FROM) == set()


def test_many_cases_at_once_are_at_least_twenty_times_faster_than_one_by_one():
    dice = random.Random(6)
    cases = [a_case(dice, "ehcna.final_plan") for _ in range(2_000)]
    event, starts, facts = cases[0][0], [start for _, start, _ in cases], [facts for _, _, facts in cases]
    began = time.process_time()
    for start, known in zip(starts, facts, strict=True):
        sendlaw.when(event, start, "ehcna.final_plan", facts=known)
    one_by_one_took = (time.process_time() - began) / len(cases)
    many = {name: np.tile(column, 50) for name, column in bulk.columns(facts).items()}

    began = time.process_time()
    bulk.when(event, np.tile(np.array(starts, dtype="datetime64[D]"), 50), "ehcna.final_plan", facts=many)

    assert (time.process_time() - began) / (50 * len(cases)) < one_by_one_took / 20
