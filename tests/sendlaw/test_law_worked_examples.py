"""The worked examples, answered by the library and counted on the fingers."""

import json
from pathlib import Path

import pytest

import sendlaw
from sendlaw.checking import compare, compare_all, read_examples
from tests.sendlaw import naive_clock, naive_walk

HERE = Path(__file__).parent
EXAMPLES = list(read_examples(HERE / "worked_examples.csv"))
NEAR_MISSES = list(read_examples(HERE / "near_misses.csv"))
FURTHER = list(read_examples(HERE / "further_examples.csv"))


def name_of(row):
    return f"{row['id']}-{row['deadline_name']}"


@pytest.mark.parametrize("row", [*EXAMPLES, *NEAR_MISSES, *FURTHER], ids=name_of)
def test_library_agrees_with_the_worked_example(row):
    compared = compare(row)

    assert compared.given == compared.expected, row["note"]


@pytest.mark.parametrize("row", [*EXAMPLES, *NEAR_MISSES], ids=name_of)
def test_counting_day_by_day_agrees_with_the_worked_example(row):
    facts = json.loads(row["facts"])
    start = naive_walk.day_zero(row["start_date"], facts)

    counted = naive_clock.NAIVE[row["deadline_name"]](start, facts)

    assert (counted.isoformat() if counted else "NO_FIXED_DATE") == row["expected_date"], row["note"]


def test_every_rule_has_an_example_and_every_example_a_rule():
    asked = {row["deadline_name"] for row in (*EXAMPLES, *NEAR_MISSES, *FURTHER)}

    assert asked == sendlaw.RULES.keys()


CITED = [
    # event, rule, facts, provision, certainty: where the provision depends on the facts
    ("plan.first_made", "review.latest_completion", {}, "s.44(1)(a)", "A"),
    ("plan.last_reviewed", "review.latest_completion", {}, "s.44(1)(b)", "B"),
    ("review.meeting_held", "review.report_due", {"attends": "school"}, "reg 20(7)-(9)", "B"),
    ("review.meeting_held", "review.report_due", {"attends": "none"}, "reg 21(7)", "A"),
    ("review.meeting_held", "review.decision_notice", {}, "reg 20(10)", "B"),
    ("review.meeting_held", "review.decision_notice", {"attends": "none"}, "reg 21(8)-(9)", "B"),
    ("draft.served", "draft.representations_last_day", {}, "reg 13(1)(a); CFA 2014 s.38(2)", "A"),
    ("amendment.notice_served", "draft.representations_last_day", {}, "reg 22(2)(c)", "A"),
    ("tribunal.order_made", "order.final_plan", {"order": "assess"}, "reg 44(2)(b)", "A"),
    ("tribunal.order_made", "order.final_plan", {"order": "make_plan"}, "reg 44(2)(c)", "A"),
    ("tribunal.order_made", "order.amended_plan", {"order": "change_named_school_only"}, "reg 44(2)(f)", "B"),
    ("mediation.concluded", "mediation.certificate_due", {}, "reg 39; CFA 2014 s.55(5)", "B"),
    ("mediation.icb_told_by_la", "mediation.arranged_by", {}, "reg 35", "B"),
    ("claim.conduct_date", "claim.latest", {"ehrc_conciliation": True}, "Sch 17 para 4(2)", "A"),
]


@pytest.mark.parametrize(("event", "rule", "facts", "provision", "certainty"), CITED)
def test_the_provision_cited_is_the_one_applied(event, rule, facts, provision, certainty):
    outcome = sendlaw.when(event, "2027-03-01", rule, facts=facts)

    assert (outcome.citation.endswith(f" {provision}"), outcome.certainty) == (True, certainty), outcome.citation


EXCUSED = [
    # event, rule, facts beside `impractical`, provision of the excuse
    ("ehcna.request_received", "ehcna.decision_to_assess", {"absent_days": 28}, "reg 5(4)(d)"),
    (
        "ehcna.request_received",
        "ehcna.refusal_to_issue_notice",
        {"exceptional_personal_circumstances": True},
        "reg 10(4)(c)",
    ),
    ("ehcna.request_received", "ehcna.final_plan", {"absent_days": 28}, "reg 13(3) with 10(4)(d)"),
    ("ehcna.advice_request_received_by_body", "ehcna.advice_due", {"missed_body_appointment": True}, "reg 8(2)(c)"),
    ("ehcna.advice_request_received_by_body", "ehcna.advice_due", {"absent_days": 28}, "reg 8(2)(b)"),
    ("reassessment.decision_notified", "reassess.final_plan", {"absent_days": 28}, "reg 27(3)"),
    ("tribunal.order_made", "order.amended_plan", {"order": "amend", "absent_days": 14}, "reg 44(3)"),
]


@pytest.mark.parametrize(("event", "rule", "facts", "provision"), EXCUSED)
def test_an_excuse_names_its_provision_and_what_it_lifts(event, rule, facts, provision):
    asked = {**facts, "impractical": True}
    limit = sendlaw.when(event, "2027-03-01", rule, facts={**facts, "impractical": False}).due_on

    outcome = sendlaw.when(event, "2027-03-01", rule, facts=asked, today="2027-03-02")

    assert (outcome.excuse.citation, outcome.original_due_on, outcome.status) == (provision, limit, "excused")


def test_an_absence_of_a_detained_person_is_unknown_only_when_it_is_claimed():
    asked = {
        claimed: sendlaw.when(
            "detained.request_received",
            "2027-03-01",
            "detained.final_plan",
            facts={"absent_days": 40, "impractical": claimed},
        ).result
        for claimed in (True, False)
    }

    assert asked == {True: "unknown", False: "deadline"}


WARNINGS = [
    # event, date, rule, due, the earlier day to plan for
    ("review.meeting_planned", "2027-03-17", "review.meeting_notice_latest", "2027-03-03", "2027-03-02"),
    ("plan.first_made", "2024-02-29", "review.latest_completion", "2025-02-28", "2025-02-27"),
    ("plan.first_made", "2024-02-28", "review.latest_completion", "2025-02-27", None),
    ("claim.conduct_date", "2026-08-31", "claim.latest", "2027-02-28", "2027-02-27"),
    ("tribunal.recommendation_sent", "2027-02-15", "recommendation.response", "2027-03-22", "2027-03-21"),
    ("reassessment.request_received", "2027-04-06", "reassess.decision", "2027-04-21", None),
]


@pytest.mark.parametrize(("event", "on", "rule", "due", "warn"), WARNINGS)
def test_earlier_day_is_shown_where_a_stricter_reading_exists(event, on, rule, due, warn):
    outcome = sendlaw.when(event, on, rule)

    assert (outcome.due_on.isoformat(), outcome.warn_on and outcome.warn_on.isoformat()) == (due, warn)


def test_working_target_is_the_last_working_day_and_never_the_limit():
    outcome = sendlaw.when("ehcna.request_received", "2026-11-21", "ehcna.decision_to_assess")

    assert (outcome.due_on.isoformat(), outcome.working_target_on.isoformat()) == ("2027-01-02", "2026-12-31")


def test_guidance_and_working_aims_are_never_called_law():
    kinds = {
        rule: sendlaw.when(event, "2027-03-01", rule).law_or_guidance
        for event, rule in (
            ("sen_support.review_agreed_for", "sen_support.review"),
            ("placement.consultation_received", "placement.consultation_response"),
            ("ehcna.request_received", "ehcna.draft_plan_aim"),
            ("ehcna.request_received", "ehcna.final_plan"),
        )
    }

    assert kinds == {
        "sen_support.review": "guidance",
        "placement.consultation_response": "guidance",
        "ehcna.draft_plan_aim": "practice",
        "ehcna.final_plan": "law",
    }


def test_a_wrong_expected_date_is_noticed():
    wrong = {**EXAMPLES[0], "expected_date": "2027-01-03"}

    assert [one.agrees for one in compare_all([EXAMPLES[0], wrong])] == [True, False]


@pytest.mark.parametrize("row", [row for row in EXAMPLES if row["expected_date"] != "NO_FIXED_DATE"], ids=name_of)
def test_standing_is_right_the_day_before_the_day_and_the_day_after(row):
    due = naive_walk.day(row["expected_date"])
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
        for today in (due - naive_walk.ONE, due, due + naive_walk.ONE)
    ]

    assert standings == expected
