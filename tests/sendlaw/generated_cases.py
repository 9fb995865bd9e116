"""Random cases for each deadline: the facts a real case could have, thick around the edges of the law."""

from datetime import date, timedelta

import sendlaw
from tests.sendlaw.naive_clock import AGREED_WEEKS, NAIVE, ORDER_WEEKS, PHASE_YEARS

FIRST, LAST = date(2014, 9, 1), date(2029, 6, 30)
EDGES = [
    date(year, month, dom)
    for year in range(2015, 2029)
    for month, dom in (
        (1, 1),
        (2, 28),
        (3, 1),
        (6, 30),
        (7, 31),
        (8, 1),
        (8, 31),
        (10, 24),
        (11, 30),
        (12, 24),
        (12, 31),
    )
] + [date(year, 2, 29) for year in (2016, 2020, 2024, 2028)]
BORN_FIRST, BORN_LAST = date(1998, 9, 1), date(2024, 8, 31)


def some_day(dice):
    """Any day the calendar covers, one time in three near an edge."""
    if dice.random() < 0.33:
        return dice.choice(EDGES) + timedelta(days=dice.randint(-3, 3))
    return FIRST + timedelta(days=dice.randint(0, (LAST - FIRST).days))


def near(dice, start, first, last):
    return (start + timedelta(days=dice.randint(first, last))).isoformat()


def exceptions(dice, start):
    """None, one or several claimed exceptions, with lengths around the ones that matter."""
    facts = {}
    if dice.random() < 0.3:
        return facts
    if dice.random() < 0.8:
        facts["impractical"] = dice.random() < 0.75
    if dice.random() < 0.4:
        away = start + timedelta(days=dice.randint(-30, 60))
        facts["absent_from_area"] = [away.isoformat(), near(dice, away, 0, 45)]
    elif dice.random() < 0.2:
        facts["absent_days"] = dice.choice([0, 13, 14, 15, 27, 28, 29])
    if dice.random() < 0.15:
        facts["exceptional_personal_circumstances"] = dice.random() < 0.7
    if dice.random() < 0.15:
        facts["missed_body_appointment"] = dice.random() < 0.7
    if dice.random() < 0.15:
        facts["representations_requested_late"] = dice.random() < 0.7
    names = (("advice_requested_from_head_on", "school_closed_from", "school_reopens"),) * 2 + (
        ("advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens"),
    )
    if dice.random() < 0.5:
        asked, closed, opens = dice.choice(names)
        shut = start + timedelta(days=dice.randint(0, 60))
        again = shut + timedelta(days=dice.choice([10, 26, 27, 28, 29, 41, 42]))
        facts |= {closed: shut.isoformat(), opens: again.isoformat()}
        facts[asked] = near(dice, dice.choice([shut - timedelta(days=7), again - timedelta(days=7)]), -2, 2)
    return facts


def appeal_facts(dice, start):
    return {"certificate_issued": near(dice, start, 0, 90)} if dice.random() < 0.5 else {}


def phase_facts(dice, start):
    phase = dice.choice([*PHASE_YEARS, "stays_in_same_school_sixth_form"])
    if dice.random() < 0.7:
        return {"phase": phase, "usual_cohort": True}
    return {"phase": phase, "usual_cohort": False, "transfer_date": f"{dice.randint(2016, 2029)}-09-01"}


FACTS = {
    "ehcna.exception_window_start": lambda dice, start: {"reopens": near(dice, start, 20, 50)},
    "ehcna.exception_window_end": lambda dice, start: {"reopens": near(dice, start, 20, 50)},
    "review.amendment_notice": lambda dice, start: dice.choice([{}, {"outcome": "amend"}, {"outcome": "keep"}]),
    "amend.final_plan_outer_limit": lambda dice, start: dice.choice([{}, {"outcome": "amend"}, {"outcome": "cease"}]),
    "phase.headline_date": phase_facts,
    "phase.last_permitted_day": phase_facts,
    "move.plan_transfer_latest": lambda dice, start: {"move_date": near(dice, start, -20, 60)},
    "move.review_latest": lambda dice, start: {"transfer_date": near(dice, start, -30, 500)},
    "mediation.notify_health_bodies": lambda dice, start: {
        "issues": dice.choice([["health"], ["education"], ["education", "health"], ["social_care"]])
    },
    "mediation.arranged_by": lambda dice, start: {"issues": dice.choice([["education"], ["education", "health"]])},
    "mediation.agreement_action": lambda dice, start: (
        exceptions(dice, start) | {"subject": dice.choice([*AGREED_WEEKS, "health_provision", "social_care_provision"])}
    ),
    "appeal.deadline": appeal_facts,
    "cease.earliest_end": lambda dice, start: appeal_facts(dice, start) | {"appeal_made": dice.random() < 0.1},
    "claim.latest": lambda dice, start: dice.choice([{}, {"ehrc_conciliation": True}, {"ehrc_conciliation": False}]),
    "senco.qualification_by": lambda dice, start: {"prior_senco_months": dice.choice([0, 11, 12, 13, 40])},
    "order.cease_plan": lambda dice, start: {"order": dice.choice(["dismiss_cease_appeal", "amend"])},
}
EXCUSED = ("ehcna.decision_to_assess", "ehcna.refusal_to_issue_notice", "ehcna.final_plan", "ehcna.advice_due")
FACTS |= dict.fromkeys((*EXCUSED, "reassess.final_plan"), exceptions)


def _ordered(rule):
    key = "order" if rule.startswith("order") else "appeal"
    known = sorted(
        {one for name, steps in ORDER_WEEKS.items() if name.split(".")[0] == rule.split(".")[0] for one in steps}
    )
    return lambda dice, start: exceptions(dice, start) | {key: dice.choice(known)}


FACTS |= {rule: _ordered(rule) for rule in ORDER_WEEKS}
STARTS = {
    "mediation.arranged_by": ("mediation.la_told_parent_wants_mediation",),
}

IN_FORCE_FROM = {
    "placement.consultation_response": date(2015, 1, 1),
    "recommendation.response": date(2018, 4, 3),
}


def a_case(dice, rule):
    """(event, start, facts) for one random case of a deadline."""
    event = dice.choice(STARTS.get(rule, sendlaw.RULES[rule].starts))
    if sendlaw.EVENTS[event].birth:
        start = BORN_FIRST + timedelta(days=dice.randint(0, (BORN_LAST - BORN_FIRST).days))
    else:
        start = max(IN_FORCE_FROM.get(rule, FIRST), some_day(dice))
    facts = FACTS[rule](dice, start) if rule in FACTS else {}
    return event, start, facts


PROCEDURES = sorted(NAIVE)
