"""An EHC needs assessment, from request to final plan. The 6, 16 and 20 weeks run from the same day 0."""

from sendlaw.event_list import ASKED, DECIDED
from sendlaw.events import Start
from sendlaw.excuses import Grounds, closure_window, unless_excused
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import ADVICE_BODY, LOCAL_AUTHORITY, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words, short_day

SIX_WEEKS = Grounds("reg 5(4)(a)", "reg 5(4)(b)", "reg 5(4)(c)", "reg 5(4)(d)")
SIXTEEN_WEEKS = Grounds("reg 10(4)(a)", "reg 10(4)(b)", "reg 10(4)(c)", "reg 10(4)(d)")
TWENTY_WEEKS = Grounds(*(f"reg 13(3) with 10(4)({limb})" for limb in "abcd"))
ADVICE = Grounds(personal="reg 8(2)(a)", absence="reg 8(2)(b)", appointment="reg 8(2)(c)")
WINDOW = "exception.closure_window"
PROCESS_ENDED = ("ehcna.assessment_refused", "ehcna.plan_refused")


@rule(
    "ehcna.consult_family",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="consult the parent or young person before deciding",
    plain="ask what you think before it decides",
    met_by=DECIDED,
    earliest_start=True,
)
def consult_family(start: Start, law: Law) -> NoFixedDate:
    """The family must be consulted before the decision, as soon as practicable; there is no number.

    Source: Children and Families Act 2014 s.24, s.36(1)-(4); SI 2014/1530 reg 3.
    """
    law.limit("ehcna.consult_family")
    return NoFixedDate("The law says as soon as practicable, and before the decision.", start.opening)


@rule(
    "ehcna.notify_bodies",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="tell the health body, social care and the head, principal or early years lead",
    plain="tell health, social care and the school that it is thinking about an assessment",
    met_by=DECIDED,
    earliest_start=True,
)
def notify_bodies(start: Start, law: Law) -> NoFixedDate:
    """Who else must be told that an assessment is being considered; the law gives no number.

    Source: SI 2014/1530 reg 4(2).
    """
    law.limit("ehcna.notify_bodies")
    return NoFixedDate("The law sets no number of days for telling them.", start.opening)


@rule(
    "ehcna.decision_to_assess",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="tell the parent or young person whether there will be an EHC needs assessment, with reasons if not",
    plain="tell you if it will look into your child's needs, and why if it will not",
    met_by=DECIDED,
    earliest_start=True,
    next_steps=("If yes: ask for advice at once.", "If no: the notice opens mediation and appeal."),
)
def decision_to_assess(start: Start, law: Law) -> Result:
    """When the family must be told yes or no: six weeks from day 0, whoever asked; sooner where practicable.

    Day 0 is receipt by any part of the authority, or the day it became responsible.
    Source: SI 2014/1530 reg 4(1), 5(1) (limit), reg 5(4) (when it need not be met).
    """
    return unless_excused(start, law, count(start, law, "ehcna.decision_to_assess"), SIX_WEEKS)


@rule(
    "ehcna.notify_bodies_of_decision",
    starts=DECIDED,
    who=LOCAL_AUTHORITY,
    must="tell everyone it told under regulation 4(2) what it decided",
    plain="tell health, social care and the school what it decided",
)
def notify_bodies_of_decision(start: Start, law: Law) -> Deadline:
    """When those told of the request must be told of the decision: with the family.

    Source: SI 2014/1530 reg 5(2).
    """
    return count(start, law, "ehcna.notify_bodies_of_decision")


@rule(
    "ehcna.advice_due",
    starts=("ehcna.advice_request_received_by_body",),
    who=ADVICE_BODY,
    must="give its advice to the local authority",
    plain="send their advice to the council",
    met_by=("ehcna.advice_received",),
)
def advice_due(start: Start, law: Law) -> Result:
    """When a body must answer a request for advice: six weeks from the day it received the request.

    Runs for reassessments too (reg 26). School closure is not in this list.
    Source: SI 2014/1530 reg 8(1) (limit), reg 8(2) (when it need not be met).
    """
    return unless_excused(start, law, count(start, law, "ehcna.advice_due"), ADVICE)


@rule(
    "ehcna.refusal_to_issue_notice",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="tell the parent or young person, with reasons, if it will not issue a plan",
    plain="tell you, with reasons, if it decides not to make a plan",
    met_by=("ehcna.plan_refused",),
    ended_by=("ehcna.assessment_refused", "draft.served", "plan.first_made"),
    earliest_start=True,
    next_steps=("The notice opens mediation and appeal.",),
)
def refusal_to_issue_notice(start: Start, law: Law) -> Result:
    """When the family must be told that there will be no plan: sixteen weeks from day 0.

    Source: SI 2014/1530 reg 10(1) (limit), reg 10(4) (when it need not be met).
    """
    return unless_excused(start, law, count(start, law, "ehcna.refusal_to_issue_notice"), SIXTEEN_WEEKS)


@rule(
    "ehcna.draft_plan_aim",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="send the draft plan, to leave time for the family's 15 days and the setting's",
    plain="send you the draft plan, so you have time to say what you think",
    met_by=("draft.served",),
    ended_by=(*PROCESS_ENDED, "plan.first_made"),
    earliest_start=True,
)
def draft_plan_aim(start: Start, law: Law) -> Deadline:
    """A working aim of fourteen weeks for the draft plan: the law sets no limit for it.

    Worked back from the twenty weeks, to hold fifteen days for the family and fifteen for the setting.
    Source: SI 2014/1530 reg 13(1); SEND Code of Practice 9.44.
    """
    return count(start, law, "ehcna.draft_plan_aim")


@rule(
    "ehcna.final_plan",
    starts=ASKED,
    who=LOCAL_AUTHORITY,
    must="send the final plan to the parent or young person, the named setting and the health body",
    plain="send you the final plan, if it makes one",
    met_by=("plan.first_made",),
    ended_by=PROCESS_ENDED,
    earliest_start=True,
    next_steps=("The final plan opens mediation and appeal about sections B, F and I.",),
)
def final_plan(start: Start, law: Law) -> Result:
    """When the final plan must be sent: twenty weeks from the same day 0 as the six and the sixteen.

    Source: SI 2014/1530 reg 13(2) (limit), reg 13(3) with 10(4) (when it need not be met).
    """
    return unless_excused(start, law, count(start, law, "ehcna.final_plan"), TWENTY_WEEKS)


@rule(
    "ehcna.recent_assessment_until",
    starts=("assessment.completed",),
    who=LOCAL_AUTHORITY,
    must="not be held to the duty to assess again",
    plain="say no because of the last assessment",
    sense="window",
    officer="A request up to {due} falls within six months of the last assessment ({citation}).",
    parent="The council may say no to a new assessment up to {due}. It may also say yes.",
)
def recent_assessment_until(start: Start, law: Law) -> Deadline:
    """Until when a recent assessment lifts the duty to assess: six months. The authority may still assess.

    Source: Children and Families Act 2014 s.36(6)(b).
    """
    return count(start, law, "ehcna.recent_assessment_until")


def _window(start: Start, law: Law, end: int) -> Result:
    """One end of the window around a closure: 0 its first day, 1 its last."""
    reopens = start.facts.day("reopens")
    if reopens is None:
        reason = "The window depends on the day the school opens again."
        return Unknown(("reopens",), reason, start.opening, WINDOW)
    window = closure_window(start.on, reopens, law)
    steps = (*start.opening, f"It opens again {day_in_words(reopens)}, {(reopens - start.on).days} days later.")
    if window is None:
        return NoFixedDate("The closure is shorter than four weeks, so there is no window.", steps, WINDOW)
    ends = f"One week before each end: {short_day(window[0])} to {short_day(window[1])}, both days inside."
    return Deadline(window[end], (*steps, ends), None, WINDOW)


@rule(
    "ehcna.exception_window_start",
    starts=("school.closed_first_day",),
    who=LOCAL_AUTHORITY,
    must="record whether a request for advice falls in the window",
    plain="say if a school holiday gives it more time",
    rests_on=(WINDOW, "exception.closure_length"),
    sense="day",
    officer="The closure window opens on {due} ({citation}).",
    parent="A request for advice to the school from {due} may meet the school's long closure.",
)
def exception_window_start(start: Start, law: Law) -> Result:
    """The first day on which asking the head for advice meets a long closure: one week before it.

    Only a closure of at least four weeks has a window. Both ends are inside (decision record 0110).
    Source: SI 2014/1530 reg 5(4)(a), 10(4)(a), 13(3).
    """
    return _window(start, law, 0)


@rule(
    "ehcna.exception_window_end",
    starts=("school.closed_first_day",),
    who=LOCAL_AUTHORITY,
    must="record whether a request for advice falls in the window",
    plain="say if a school holiday gives it more time",
    rests_on=(WINDOW, "exception.closure_length"),
    sense="day",
    officer="The closure window closes at the end of {due} ({citation}).",
    parent="A request for advice to the school after {due} does not meet the long closure.",
)
def exception_window_end(start: Start, law: Law) -> Result:
    """The last day on which asking the head for advice meets a long closure: one week before re-opening.

    Source: SI 2014/1530 reg 5(4)(a), 10(4)(a), 13(3).
    """
    return _window(start, law, 1)
