"""Reassessment: the fifteen days run from the request, the fourteen weeks from the decision's notice."""

from sendlaw.events import Start
from sendlaw.excuses import Grounds, unless_excused
from sendlaw.outcomes import Deadline, Result
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.sums import count

FOURTEEN_WEEKS = Grounds("reg 27(3)", "reg 27(3)", "reg 27(3)", "reg 27(3)")


@rule(
    "reassess.decision",
    starts=("reassessment.request_received",),
    who=LOCAL_AUTHORITY,
    must="tell the parent or young person whether it will reassess",
    plain="tell you if it will look at your child's needs again",
    met_by=("reassessment.decision_notified",),
    next_steps=("If no: the notice opens mediation and appeal.",),
)
def decision(start: Start, law: Law) -> Deadline:
    """When a request for reassessment must be decided: fifteen calendar days after receipt.

    Source: SI 2014/1530 reg 25(1).
    """
    return count(start, law, "reassess.decision")


@rule(
    "reassess.recent_assessment_until",
    starts=("assessment.completed",),
    who=LOCAL_AUTHORITY,
    must="be able to refuse because of the last assessment",
    plain="say no because of the last assessment",
    sense="window",
    officer="A request to reassess up to {due} may be refused because of the last assessment ({citation}).",
    parent="The council may say no to looking again up to {due}. It may also say yes.",
)
def recent_assessment_until(start: Start, law: Law) -> Deadline:
    """Until when a request may be refused because of a recent assessment: six months.

    Source: SI 2014/1530 reg 24.
    """
    return count(start, law, "reassess.recent_assessment_until")


@rule(
    "reassess.final_plan",
    starts=("reassessment.decision_notified",),
    who=LOCAL_AUTHORITY,
    must="send the final amended or replacement plan",
    plain="send you the new or changed plan",
    met_by=("reassessment.plan_finalised",),
    next_steps=("The plan opens mediation and appeal.",),
)
def final_plan(start: Start, law: Law) -> Result:
    """When the plan after reassessment must be final: fourteen weeks from the notice of the decision.

    Not from the request. Source: SI 2014/1530 reg 27(2) (limit), reg 27(3) (when it need not be met).
    """
    return unless_excused(start, law, count(start, law, "reassess.final_plan"), FOURTEEN_WEEKS)


@rule(
    "reassess.no_change_notice",
    starts=("reassessment.decision_notified",),
    who=LOCAL_AUTHORITY,
    must="say, with reasons, if the plan will stay as it is after reassessment",
    plain="tell you why, if the plan will not change",
    ended_by=("reassessment.plan_finalised",),
)
def no_change_notice(start: Start, law: Law) -> Deadline:
    """When "no change" after reassessment must be notified: fourteen weeks taken as the outer limit.

    To check (certainty C): regulation 27(4) onwards; 27(1)-(3) bind only the finalised plan.
    Source: SI 2014/1530 reg 27.
    """
    return count(start, law, "reassess.no_change_notice")
