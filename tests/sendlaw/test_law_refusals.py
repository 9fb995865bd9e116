"""Questions that are refused, each with a sentence; and missing facts, each named."""

import pytest

import sendlaw
from sendlaw.parameters import LIMITS
from sendlaw.relaxations import RELAXATIONS

REFUSED = [
    # event, date, rule, facts, words in the sentence
    ("ehcna.request_received", "2027-02-30", "ehcna.final_plan", {}, "2027-02-30"),
    ("ehcna.request_received", "soon", "ehcna.final_plan", {}, "soon"),
    ("ehcna.request_received", "2014-08-31", "ehcna.final_plan", {}, "1 September 2014"),
    ("ehcna.request_received", "2100-01-01", "ehcna.final_plan", {}, "2099"),
    ("ehcna.request_lost", "2027-03-01", "ehcna.final_plan", {}, "ehcna.request_received"),
    ("ehcna.request_received", "2027-03-01", "ehcna.last_plan", {}, "ehcna.final_plan"),
    ("ehcna.request_received", "2027-03-01", "appeal.deadline", {}, "decision.notice_sent"),
    ("ehcna.request_received", "2027-03-01", "ehcna.final_plan", {"weather": "wet"}, "impractical"),
    ("ehcna.request_received", "2027-03-01", "ehcna.final_plan", {"impractical": "yes"}, "true or false"),
    ("ehcna.request_received", "2027-03-01", "ehcna.final_plan", {"absent_from_area": ["2027-05-01"]}, "two dates"),
    (
        "ehcna.request_received",
        "2027-03-01",
        "ehcna.final_plan",
        {"absent_from_area": ["2027-05-02", "2027-05-01"]},
        "2027-05-02",
    ),
    (
        "ehcna.request_received",
        "2027-03-01",
        "ehcna.final_plan",
        {"absent_from_area": ["2027-04-05", "2027-05-03"], "absent_days": 3},
        "28",
    ),
    ("school.closed_first_day", "2027-07-21", "ehcna.exception_window_end", {"reopens": "2027-07-01"}, "2027-07-01"),
    ("decision.notice_sent", "2027-01-15", "appeal.deadline", {"certificate_issued": "2027-01-14"}, "2027-01-14"),
    ("tribunal.order_made", "2027-06-07", "order.final_plan", {"order": "perhaps"}, "make_plan"),
    ("mediation.agreement_dated", "2027-05-10", "mediation.agreement_action", {"subject": "lunch"}, "make_plan_final"),
    ("phase_transfer.child_born", "2016-03-10", "phase.headline_date", {"phase": "to_the_moon"}, "infant_to_junior"),
    (
        "phase_transfer.child_born",
        "2016-03-10",
        "phase.headline_date",
        {"phase": "primary_to_secondary", "usual_cohort": True, "transfer_date": "2028-09-04"},
        "2027",
    ),
]

MISSING = [
    # event, date, rule, facts, the facts named
    ("move.old_la_aware", "2027-03-01", "move.plan_transfer_latest", {}, ("move_date",)),
    ("plan.last_reviewed", "2027-03-01", "move.review_latest", {}, ("transfer_date",)),
    ("school.closed_first_day", "2027-07-21", "ehcna.exception_window_end", {}, ("reopens",)),
    ("senco.appointed", "2027-03-01", "senco.qualification_by", {}, ("prior_senco_months",)),
    ("cease.notice_sent", "2027-03-01", "cease.earliest_end", {}, ("appeal_made",)),
    (
        "cease.notice_sent",
        "2027-03-01",
        "cease.earliest_end",
        {"appeal_made": False, "mediation_adviser_contacted": True},
        ("certificate_issued",),
    ),
    ("tribunal.order_made", "2027-06-07", "order.final_plan", {}, ("order",)),
    ("phase_transfer.child_born", "2016-03-10", "phase.headline_date", {}, ("phase",)),
    (
        "phase_transfer.child_born",
        "2016-03-10",
        "phase.headline_date",
        {"phase": "primary_to_secondary"},
        ("usual_cohort",),
    ),
    (
        "phase_transfer.child_born",
        "2016-03-10",
        "phase.headline_date",
        {"phase": "primary_to_secondary", "usual_cohort": False},
        ("transfer_date",),
    ),
    ("mediation.la_told_parent_wants_mediation", "2027-03-01", "mediation.notify_health_bodies", {}, ("issues",)),
    (
        "plan.last_reviewed",
        "2027-03-01",
        "review.latest_completion",
        {"review_concluded_by": "meeting"},
        ("review_concluded_by",),
    ),
    ("tribunal.permission_refused_sent", "2027-03-01", "upper_tribunal.permission_latest", {}, ("date_in_notice",)),
    ("mediation.concluded", "2031-12-30", "mediation.certificate_due", {}, ("bank_holidays_2032",)),
]


@pytest.mark.parametrize(("event", "on", "rule", "facts", "words"), REFUSED)
def test_question_is_refused_with_a_sentence(event, on, rule, facts, words):
    with pytest.raises(sendlaw.Refused) as refusal:
        sendlaw.when(event, on, rule, facts=facts)

    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(("event", "on", "rule", "facts", "named"), MISSING)
def test_missing_fact_is_named_and_nothing_is_guessed(event, on, rule, facts, named):
    outcome = sendlaw.when(event, on, rule, facts=facts, today="2027-03-02")

    assert (outcome.result, outcome.missing, outcome.due_on, outcome.status) == ("unknown", named, None, "unknown")


def test_birth_before_the_law_began_is_answered():
    outcome = sendlaw.when("person.born", "1999-05-20", "person.becomes_young_person")

    assert outcome.due_on.isoformat() == "2015-06-27"


def test_descriptive_facts_are_accepted_and_change_nothing():
    described = {"decision": "x", "type": "x", "setting": "x", "from": "x", "to": "x", "received_channel": "x"}

    plain = sendlaw.when("ehcna.request_received", "2027-03-01", "ehcna.final_plan")

    assert sendlaw.when("ehcna.request_received", "2027-03-01", "ehcna.final_plan", facts=described) == plain


def test_staff_shortage_leaves_the_date_and_is_explained():
    facts = {"la_reason": "educational_psychologist_shortage", "impractical": True}

    outcome = sendlaw.when("ehcna.request_received", "2027-03-01", "ehcna.final_plan", facts=facts)

    assert outcome.due_on.isoformat() == "2027-07-19"
    assert outcome.steps[-1] == (
        "The reason given (educational psychologist shortage) is not an exception to this limit."
    )


CORONAVIRUS = [
    # request received, impractical, result, date (or the date it would have been)
    ("2020-03-19", True, "deadline", "2020-04-30"),
    ("2020-03-20", True, "lifted", "2020-05-01"),
    ("2020-03-20", False, "deadline", "2020-05-01"),
    ("2020-08-14", True, "lifted", "2020-09-25"),
    ("2020-08-15", True, "unknown", None),
    ("2020-09-25", True, "unknown", None),
    ("2020-09-26", True, "deadline", "2020-11-07"),
    ("2027-03-01", True, "deadline", "2027-04-12"),
]


@pytest.mark.parametrize(("received", "impractical", "result", "day"), CORONAVIRUS)
def test_coronavirus_lifted_limits_only_in_its_own_time(received, impractical, result, day):
    facts = {"la_reason": "coronavirus", "impractical": impractical}

    outcome = sendlaw.when("ehcna.request_received", received, "ehcna.decision_to_assess", facts=facts)

    shown = outcome.due_on or outcome.original_due_on
    assert (outcome.result, shown and shown.isoformat()) == (result, day)


def test_a_question_about_2020_without_that_reason_gets_the_ordinary_limit():
    outcome = sendlaw.when("ehcna.request_received", "2020-05-04", "ehcna.decision_to_assess")

    assert outcome.due_on.isoformat() == "2020-06-15"


def test_no_limit_that_was_loosened_reaches_back_further_than_the_year_it_is_asked_for():
    (one,) = RELAXATIONS
    longest = one.since - one.touches_events_of[0]
    days = {"weeks": 7, "months": 31, "days": 1, "working days": 2}

    limits = [limit for rule in one.rules for limit in LIMITS[sendlaw.RULES[rule].limit_name]]

    assert [limit.name for limit in limits if limit.value * days[limit.unit] > longest.days + 6] == []
