"""The same law, counted on the fingers: day by day, with no clever step and nothing taken from `sendlaw`.

Slow and plain on purpose, so that two different ways of being wrong would have to agree. Facts are
the plain mappings of the worked examples, with dates as ISO text. None stands for NO_FIXED_DATE.
"""

from datetime import date

from tests.sendlaw.naive_walk import (
    ONE,
    day,
    days_of_summer_window,
    months_back,
    next_working,
    period_of_months,
    same_date,
    set_apart,
    walk,
    walk_back,
    weeks,
    working_days,
    working_days_from,
    works,
)

# exceptions


def away_days(facts, start, due):
    if "absent_from_area" not in facts:
        return facts.get("absent_days", 0)
    away, back = map(day, facts["absent_from_area"])
    count, at = 0, away
    while at < back:
        count += start <= at <= due
        at += ONE
    return count


def closure_counts(facts, asked, closed, opens):
    if asked not in facts:
        return False
    return day(facts[asked]) in days_of_summer_window(day(facts[closed]), day(facts[opens]))


def lifted(facts, start, due, *, closures=True, needed=28, appointment=False, late=False):
    if appointment and facts.get("missed_body_appointment") and facts.get("impractical") is not False:
        return True
    if facts.get("impractical") is not True:
        return False
    head = ("advice_requested_from_head_on", "school_closed_from", "school_reopens")
    early = ("advice_requested_from_early_years_on", "provider_closed_from", "provider_reopens")
    grounds = [
        facts.get("exceptional_personal_circumstances"),
        away_days(facts, start, due) >= needed,
        closures and (closure_counts(facts, *head) or closure_counts(facts, *early)),
        late and facts.get("representations_requested_late"),
    ]
    return any(grounds)


def unless(facts, start, due, **rules):
    return None if lifted(facts, start, due, **rules) else due


# the Tribunal


def appeal(start, facts):
    raw = same_date(start, 2)
    if "certificate_issued" in facts:
        raw = max(raw, same_date(day(facts["certificate_issued"]), 1))
    if set_apart(raw):
        while set_apart(raw):
            raw += ONE
        return next_working(raw)
    return next_working(raw)


def permission(start, facts):
    counted = 0
    while counted < 28:
        start += ONE
        counted += not set_apart(start)
    return next_working(start)


def response(start, facts):
    counted = 0
    while counted < 30:
        start += ONE
        counted += works(start) and not set_apart(start)
    return start


# moves


def transfer(start, facts):
    move = day(facts["move_date"])
    at, counted = move, 0
    while counted < 15:
        at -= ONE
        counted += works(at)
    return move if start <= at else working_days_from(start, 15)


def move_review(start, facts):
    return max(period_of_months(start, 12), period_of_months(day(facts["transfer_date"]), 3))


# people and phases


def september_of_birth_year_group(born):
    at = born
    while not (at.month == 9 and at.day == 1):
        at -= ONE
    return at.year


def young_person(born, facts):
    sixteenth = same_date(born, 16 * 12)
    at = sixteenth
    while not (at.month == 8 and at.day == 31):
        at += ONE
    last = date(at.year, 6, 30)
    while last.weekday() != 4:
        last -= ONE
    return last + ONE


def school_age(born, facts):
    at = same_date(born, 60)
    while (at.month, at.day) not in ((3, 31), (8, 31), (12, 31)):
        at += ONE
    return at


PHASE_YEARS = {
    "early_years_to_school": 5,
    "infant_to_junior": 8,
    "primary_to_middle_year5": 10,
    "primary_to_secondary": 12,
    "middle_to_secondary_year9": 14,
    "secondary_to_post16_institution": 17,
}


def phase_headline(born, facts):
    phase = facts["phase"]
    if phase not in PHASE_YEARS:
        return None
    year = september_of_birth_year_group(born) + PHASE_YEARS[phase]
    if not facts["usual_cohort"]:
        year = day(facts["transfer_date"]).year
    fixed = date(year, 3, 31) if phase == "secondary_to_post16_institution" else date(year, 2, 15)
    return fixed if fixed >= date(2014, 9, 1) else None


def phase_last(born, facts):
    headline = phase_headline(born, facts)
    return headline and walk_back(headline, 1)


# orders

ORDER_WEEKS = {
    "order.notify_assess": {"assess": 2, "reassess": 2},
    "order.refuse_to_issue_notice": {"assess": 10, "reassess": 10},
    "order.draft_plan": {"make_plan": 5},
    "order.final_plan": {"assess": 14, "reassess": 14, "make_plan": 11},
    "order.amended_plan": {"amend": 5, "continue_and_amend": 5, "change_named_school_only": 2},
    "order.reconsider": {"reconsider": 2},
    "unopposed.notify_assess": {"refusal_to_assess": 2, "refusal_to_reassess": 2},
    "unopposed.refuse_to_issue_notice": {"refusal_to_assess": 10, "refusal_to_reassess": 10},
    "unopposed.draft_plan": {"refusal_to_issue": 5},
    "unopposed.final_plan": {"refusal_to_assess": 14, "refusal_to_reassess": 14, "refusal_to_issue": 11},
    "unopposed.amended_plan": {
        "contents_B_F": 5,
        "contents_B_F_and_section_I": 5,
        "refusal_to_amend": 5,
        "section_I_only": 2,
    },
}
AGREED_WEEKS = {
    "amend_section_F": 5,
    "make_plan_final": 11,
    "make_plan_draft": 5,
    "assess_notify": 2,
    "named_school_only": 2,
}


def ordered(rule, key):
    def count(start, facts):
        number = ORDER_WEEKS[rule].get(facts[key])
        if number is None:
            return None
        return unless(facts, start, weeks(start, number), needed=14, late=True)

    return count


def agreement(start, facts):
    if facts["subject"] in AGREED_WEEKS:
        return unless(facts, start, weeks(start, AGREED_WEEKS[facts["subject"]]), needed=14, late=True)
    return weeks(start, 2)


def claim(start, facts):
    return period_of_months(start, 9 if facts.get("ehrc_conciliation") else 6)


def cease(start, facts):
    return None if facts["appeal_made"] else appeal(start, facts) + ONE


def window_start(start, facts):
    window = days_of_summer_window(start, day(facts["reopens"]))
    return min(window) if window else None


def window_end(start, facts):
    window = days_of_summer_window(start, day(facts["reopens"]))
    return max(window) if window else None


def amending(number):
    def count(start, facts):
        return weeks(start, number) if facts.get("outcome", "amend") == "amend" else None

    return count


def after_weeks(number, **rules):
    def count(start, facts):
        due = weeks(start, number)
        return unless(facts, start, due, **rules) if rules else due

    return count


def plain(function, number):
    def count(start, facts):
        return function(start, number)

    return count


def senco(start, facts):
    return same_date(start, 36) if facts["prior_senco_months"] < 12 else None


def health_bodies(start, facts):
    return working_days(start, 3) if "health" in facts["issues"] else None


def year_nine(born, facts):
    return date(september_of_birth_year_group(born) + 14, 9, 1)


NAIVE = {
    "ehcna.decision_to_assess": after_weeks(6, closures=True),
    "ehcna.refusal_to_issue_notice": after_weeks(16, closures=True),
    "ehcna.final_plan": after_weeks(20, closures=True),
    "ehcna.advice_due": after_weeks(6, closures=False, appointment=True),
    "ehcna.exception_window_start": window_start,
    "ehcna.exception_window_end": window_end,
    "draft.representations_last_day": plain(walk, 14),
    "draft.earliest_finalisation": plain(walk, 15),
    "placement.consultation_response": plain(walk, 15),
    "review.latest_completion": plain(period_of_months, 12),
    "review.meeting_notice_latest": plain(walk_back, 14),
    "review.papers_circulated_latest": plain(walk_back, 14),
    "review.report_due": plain(weeks, 2),
    "review.decision_notice": plain(weeks, 4),
    "review.amendment_notice": amending(4),
    "amend.final_plan_outer_limit": amending(12),
    "amend.final_plan": plain(weeks, 8),
    "amend.no_change_notice": plain(weeks, 8),
    "reassess.decision": plain(walk, 15),
    "reassess.final_plan": after_weeks(14, closures=True),
    "phase.headline_date": phase_headline,
    "phase.last_permitted_day": phase_last,
    "phase.post16_move_latest": plain(months_back, 5),
    "move.plan_transfer_latest": transfer,
    "move.inform_parent": plain(weeks, 6),
    "move.review_latest": move_review,
    "mediation.contact_adviser_latest": plain(same_date, 2),
    "mediation.certificate_due": plain(working_days, 3),
    "mediation.arranged_by": plain(walk, 30),
    "mediation.notify_health_bodies": health_bodies,
    "mediation.agreement_action": agreement,
    "appeal.deadline": appeal,
    "tribunal.la_response_due": response,
    "tribunal.permission_to_appeal_latest": permission,
    "cease.earliest_end": cease,
    "order.cease_plan": lambda start, facts: start if facts["order"] == "dismiss_cease_appeal" else None,
    **{name: ordered(name, "order" if name.startswith("order") else "appeal") for name in ORDER_WEEKS},
    "recommendation.response": plain(weeks, 5),
    "claim.latest": claim,
    "direct_payment.first_review": plain(period_of_months, 3),
    "person.becomes_young_person": young_person,
    "person.compulsory_school_age_starts": school_age,
    "review.preparing_for_adulthood_from": year_nine,
    "senco.qualification_by": senco,
    "sen_information_report.update_by": plain(same_date, 12),
    "local_offer.comments_publish_by": plain(same_date, 12),
}
