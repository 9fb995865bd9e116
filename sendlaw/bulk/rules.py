"""The rules of `sendlaw.rules`, on whole arrays of cases."""

from collections.abc import Callable, Mapping

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw.asking import LAW_VERSION
from sendlaw.bulk.answers import Answers, Array, answered
from sendlaw.bulk.cases import Cases, refuse_where
from sendlaw.bulk.counting import (
    DAY,
    NEEDS_CALENDAR,
    TRIBUNAL_DAYS,
    TRIBUNAL_WORKING_DAYS,
    WORKING,
    by_law,
    corresponding,
    count,
    day_of,
    month_number,
    months_beginning_with,
    year_number,
)
from sendlaw.bulk.exceptions import unless_excused
from sendlaw.bulk.people import PEOPLE
from sendlaw.bulk.phases import PHASES
from sendlaw.event_list import EVENTS
from sendlaw.events import LAST_DAY, LAW_BEGAN
from sendlaw.excuses import Grounds
from sendlaw.parameters import LIMITS, Law
from sendlaw.refusal import Refused
from sendlaw.rulebook import rule_named
from sendlaw.rules import assessment, mediation, orders, reassessment

Bulk = Callable[[Cases], Answers]
SIMPLE = [
    "ehcna.notify_bodies_of_decision",
    "ehcna.draft_plan_aim",
    "ehcna.recent_assessment_until",
    "draft.representations_last_day",
    "draft.setting_information",
    "placement.consultation_response",
    "placement.admit",
    "plan.secure_provision",
    "review.meeting_notice_latest",
    "review.papers_circulated_latest",
    "review.report_due",
    "review.decision_notice",
    "review.term_list_latest",
    "amend.final_plan",
    "amend.no_change_notice",
    "reassess.decision",
    "reassess.recent_assessment_until",
    "reassess.no_change_notice",
    "phase.post16_move_latest",
    "move.maintain",
    "move.inform_parent",
    "move.place_elsewhere",
    "health_body.ask_for_review",
    "cease.consultation_aim",
    "cease.notify",
    "direct_payment.first_review",
    "mediation.contact_adviser_latest",
    "mediation.certificate_due",
    "mediation.family_told_latest",
    "recommendation.response",
    "recommendation.copy_to_family",
    "sen_support.tell_parents",
    "sen_support.annual_report",
    "sen_information_report.update_by",
    "local_offer.comments_publish_by",
    "complaint.acknowledge",
    "complaint.stage_one_answer",
    "complaint.stage_two_acknowledge",
    "complaint.stage_two_answer",
    "judicial_review.latest",
    "detained.representations_last_day",
]


def _simple(name: str) -> Bulk:
    needs_calendar = any(limit.count in NEEDS_CALENDAR for limit in LIMITS[name])

    def answer(cases: Cases) -> Answers:
        on, in_force = count(cases.starts, name)
        return answered(on, none=~in_force, unknown=in_force & np.isnat(on) if needs_calendar else False)

    return answer


def _excused(name: str, grounds: Grounds) -> Bulk:
    def answer(cases: Cases) -> Answers:
        return unless_excused(cases, *count(cases.starts, name), grounds)

    return answer


def _by_choice(fact: str, limits: Mapping[str, str], known: tuple[str, ...], grounds: Grounds | None) -> Bulk:
    """A limit chosen by what was ordered, conceded or agreed; unknown where that is not given."""

    def answer(cases: Cases) -> Answers:
        chosen = cases.texts(fact)
        refuse_where(~np.isin(chosen, ["", *known]), f"{fact} can be {', '.join(known)}.")
        on, found = np.full(len(chosen), np.datetime64("NaT", "D")), np.zeros(len(chosen), dtype=bool)
        at_once = np.zeros(len(chosen), dtype=bool)
        for what, name in limits.items():
            mask = chosen == what
            on[mask], found[mask] = count(cases.starts[mask], name)
            at_once |= mask & (LIMITS[name][0].count == "ON")
        result = unless_excused(cases, on, found, grounds) if grounds else answered(on, none=~found)
        lifted = (result.result == 1) & ~at_once
        return answered(on, lifted=lifted, none=~found, unknown=chosen == "")

    return answer


def _window(end: int) -> Bulk:
    def answer(cases: Cases) -> Answers:
        opens = cases.days("reopens")
        refuse_where(opens < cases.starts, "The school opens again before it is closed.")
        needed, _ = by_law(cases.starts, "exception.closure_length", lambda days, limit: days + 7 * limit.value)
        back = cases.starts - by_law(cases.starts, "exception.closure_window", lambda d, limit: d - 7 * limit.value)[0]
        ends = (cases.starts, opens)[end] - back
        return answered(ends, none=opens < needed, unknown=np.isnat(opens))

    return answer


def _earliest_finalisation(cases: Cases) -> Answers:
    on, in_force = count(cases.starts, "draft.representations_last_day")
    return answered(on + DAY, none=~in_force)


def _completion(cases: Cases) -> Answers:
    on, in_force = count(cases.starts, "review.latest_completion")
    ended = cases.texts("review_concluded_by")
    unknown = ~np.isin(ended, ["", "decision_notice"]) if cases.event == "plan.last_reviewed" else False
    return answered(on, none=~in_force, unknown=unknown)


def _if_amending(name: str) -> Bulk:
    def answer(cases: Cases) -> Answers:
        on, in_force = count(cases.starts, name)
        return answered(on, none=~in_force | ~np.isin(cases.texts("outcome"), ["", "amend"]))

    return answer


def _transfer(cases: Cases) -> Answers:
    move = cases.days("move_date")
    name = "move.plan_transfer_latest"
    later, in_force = count(cases.starts, name)
    early, _ = by_law(cases.starts, name, lambda days, limit: WORKING.before(move, limit.value))
    unknown = np.isnat(move) | np.isnat(early) | ((cases.starts > early) & np.isnat(later))
    return answered(np.where(cases.starts <= early, move, later), none=~in_force, unknown=unknown)


def _move_review(cases: Cases) -> Answers:
    transfer = cases.days("transfer_date")
    yearly, in_force = count(cases.starts, "move.review_latest")
    months = Law(LAW_VERSION).limit("move.review_latest.from_transfer").value
    return answered(
        np.maximum(yearly, months_beginning_with(transfer, months)), none=~in_force, unknown=np.isnat(transfer)
    )


def _last_day_to_appeal(cases: Cases) -> Array:
    issued = cases.days("certificate_issued")
    refuse_where(issued < cases.starts, "certificate_issued comes before the notice of the decision.")
    raw, _ = by_law(cases.starts, "appeal.deadline", lambda days, limit: corresponding(days, limit.value))
    months = Law(LAW_VERSION).limit("appeal.deadline.certificate").value
    later = corresponding(issued, months)
    ends: Array = np.where(np.isnat(later), raw, np.fmax(raw, later))
    month, year = month_number(ends), year_number(ends)
    christmas = ends >= day_of(year, 12, 25)
    new_year = ends == day_of(year, 1, 1)
    moved: Array = np.where(month == 8, day_of(year, 9, 1), ends)
    moved = np.where(christmas, day_of(year + 1, 1, 2), np.where(new_year, ends + DAY, moved))
    return WORKING.beginning_with(moved, 1)


def _appeal(cases: Cases) -> Answers:
    directed = cases.days("directed_date")
    on = np.where(np.isnat(directed), _last_day_to_appeal(cases), directed)
    return answered(on, unknown=np.isnat(on))


def _cease(cases: Cases) -> Answers:
    appealed = cases.flags("appeal_made")
    open_mediation = cases.are("mediation_adviser_contacted") & np.isnat(cases.days("certificate_issued"))
    on = _last_day_to_appeal(cases) + DAY
    unknown = (appealed == -1) | ((appealed == 0) & (open_mediation | np.isnat(on)))
    return answered(on, none=appealed == 1, unknown=unknown)


def _tribunal(name: str, work: Callable[[Array, int], Array]) -> Bulk:
    def answer(cases: Cases) -> Answers:
        on, in_force = by_law(cases.starts, name, lambda days, limit: work(days, limit.value))
        directed = cases.days("directed_date")
        on = np.where(np.isnat(directed), on, directed)
        return answered(on, none=~in_force, unknown=in_force & np.isnat(on))

    return answer


def _permission(days: Array, number: int) -> Array:
    return WORKING.beginning_with(TRIBUNAL_DAYS.after(days, number), 1)


def _claim(cases: Cases) -> Answers:
    six, in_force = count(cases.starts, "claim.latest")
    extra = Law(LAW_VERSION).limit("claim.latest.conciliation").value
    nine, _ = by_law(cases.starts, "claim.latest", lambda days, limit: months_beginning_with(days, limit.value + extra))
    referred_on = cases.days("ehrc_conciliation_on")
    in_time = np.isnat(referred_on) | ((referred_on >= cases.starts) & (referred_on <= six))
    return answered(np.where(cases.are("ehrc_conciliation") & in_time, nine, six), none=~in_force)


def _notify_health(cases: Cases) -> Answers:
    health = cases.flags("issues_health")
    on, in_force = count(cases.starts, "mediation.notify_health_bodies")
    return answered(on, none=~in_force | (health == 0), unknown=(health == -1) | ((health == 1) & np.isnat(on)))


def _arranged(cases: Cases) -> Answers:
    on, in_force = count(cases.starts, "mediation.arranged_by")
    if cases.event == "mediation.icb_told_by_la":
        return answered(on, none=~in_force)
    return answered(on, none=~in_force, unknown=cases.flags("issues_other") != 1)


def _senco(cases: Cases) -> Answers:
    months = cases.flags("prior_senco_months")
    on, in_force = by_law(
        cases.starts, "senco.qualification_by", lambda days, limit: corresponding(days, 12 * limit.value)
    )
    needed = Law(LAW_VERSION).limit("senco.qualification_by.prior_service").value
    return answered(on, none=~in_force | (months >= needed), unknown=months == -1)


def _orders() -> dict[str, Bulk]:
    named: dict[str, dict[str, str]] = {}
    for prefix, assess in (
        ("order", ("assess", "reassess")),
        ("unopposed", ("refusal_to_assess", "refusal_to_reassess")),
    ):
        make = "make_plan" if prefix == "order" else "refusal_to_issue"
        named |= {
            f"{prefix}.notify_assess": dict.fromkeys(assess, f"{prefix}.notify_assess"),
            f"{prefix}.refuse_to_issue_notice": dict.fromkeys(assess, f"{prefix}.refuse_to_issue_notice"),
            f"{prefix}.draft_plan": {make: f"{prefix}.draft_plan"},
            f"{prefix}.final_plan": {
                make: f"{prefix}.final_plan",
                **dict.fromkeys(assess, f"{prefix}.final_plan.assess"),
            },
        }
    contents = ("contents_B_F", "contents_B_F_and_section_I", "refusal_to_amend")
    named |= {
        "order.reconsider": {"reconsider": "order.reconsider"},
        "order.cease_plan": {"dismiss_cease_appeal": "order.cease_plan"},
        "order.continue_plan": dict.fromkeys(("continue_plan", "continue_and_amend"), "order.continue_plan"),
        "order.amended_plan": {
            **dict.fromkeys(("amend", "continue_and_amend"), "order.amended_plan"),
            "change_named_school_only": "order.amended_plan.setting",
        },
        "unopposed.amended_plan": {
            **dict.fromkeys(contents, "unopposed.amended_plan"),
            "section_I_only": "unopposed.amended_plan.setting",
        },
        "unopposed.continue_plan": {"cease": "unopposed.continue_plan"},
    }
    keys = {"order": ("order", orders.ORDERS), "unopposed": ("appeal", orders.APPEALS)}
    return {
        name: _by_choice(keys[name.split(".")[0]][0], limits, keys[name.split(".")[0]][1], orders.EXCEPTIONS)
        for name, limits in named.items()
    }


def _agreement(cases: Cases) -> Answers:
    base = "mediation.agreement_action"
    subjects = (*mediation.AS_AN_ORDER, *mediation.NOT_APPEALABLE)
    as_order = {name: f"{base}.{name}" for name in mediation.AS_AN_ORDER}
    like_order = _by_choice("subject", as_order, subjects, mediation.LIKE_AN_ORDER)(cases)
    other = _by_choice("subject", dict.fromkeys(mediation.NOT_APPEALABLE, base), subjects, None)(cases)
    agreed = cases.days("agreed_date")
    plain = np.isin(cases.texts("subject"), mediation.NOT_APPEALABLE)
    on = np.where(np.isnat(agreed), np.where(plain, other.on, like_order.on), agreed)
    settled = ~np.isnat(agreed)
    return answered(
        on,
        lifted=~settled & ~plain & (like_order.result == 1),
        unknown=~settled & (cases.texts("subject") == ""),
    )


RULES: dict[str, Bulk] = {
    **{name: _simple(name) for name in SIMPLE},
    "ehcna.decision_to_assess": _excused("ehcna.decision_to_assess", assessment.SIX_WEEKS),
    "ehcna.refusal_to_issue_notice": _excused("ehcna.refusal_to_issue_notice", assessment.SIXTEEN_WEEKS),
    "ehcna.final_plan": _excused("ehcna.final_plan", assessment.TWENTY_WEEKS),
    "ehcna.advice_due": _excused("ehcna.advice_due", assessment.ADVICE),
    "ehcna.exception_window_start": _window(0),
    "ehcna.exception_window_end": _window(1),
    "draft.earliest_finalisation": _earliest_finalisation,
    "review.latest_completion": _completion,
    "review.amendment_notice": _if_amending("review.amendment_notice"),
    "amend.final_plan_outer_limit": _if_amending("amend.final_plan_outer_limit"),
    "reassess.final_plan": _excused("reassess.final_plan", reassessment.FOURTEEN_WEEKS),
    "move.plan_transfer_latest": _transfer,
    "move.review_latest": _move_review,
    "mediation.notify_health_bodies": _notify_health,
    "mediation.arranged_by": _arranged,
    "mediation.agreement_action": _agreement,
    "appeal.deadline": _appeal,
    "cease.earliest_end": _cease,
    "tribunal.la_response_due": _tribunal("tribunal.la_response_due", TRIBUNAL_WORKING_DAYS.after),
    "tribunal.permission_to_appeal_latest": _tribunal("tribunal.permission_to_appeal_latest", _permission),
    "claim.latest": _claim,
    "senco.qualification_by": _senco,
    **_orders(),
    **PEOPLE,
    **PHASES,
}


def when(event: str, starts: Array, rule: str, *, facts: Mapping[str, Array] | None = None) -> Answers:
    """The answers of one rule for many cases of one event.

    starts: days (datetime64[D], or anything NumPy reads as such), one for each case, as London
    dates of receipt. facts: columns from `bulk.columns`. The law of each case's own start is
    applied, or for births the law as last stated. Raises Refused as `sendlaw.when` does.
    """
    days = np.asarray(starts, dtype="datetime64[D]")
    asked = rule_named(rule)
    if rule not in RULES:
        raise Refused(f"{rule} is only answered case by case, with sendlaw.when.")
    if event not in asked.starts:
        raise Refused(f"{rule} does not run from {event}; it runs from {', '.join(asked.starts)}.")
    refuse_where(~(days <= np.datetime64(LAST_DAY)), f"A date is missing or after {LAST_DAY.year}.")
    if not EVENTS[event].birth:
        refuse_where(days < np.datetime64(LAW_BEGAN), "A date lies before the law began on 1 September 2014.")
    return RULES[rule](Cases(event, days, facts or {}))
