"""Amending a plan, after a review or without one (regulation 28 uses the same limits)."""

from sendlaw.events import Start
from sendlaw.outcomes import Deadline
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.sums import count


@rule(
    "amend.final_plan",
    starts=("amendment.notice_sent",),
    who=LOCAL_AUTHORITY,
    must="send the final amended plan, if it amends",
    plain="send you the changed plan, if it changes it",
    met_by=("amendment.plan_finalised",),
    ended_by=("amendment.not_made_notified",),
    next_steps=("The amended plan opens mediation and appeal.",),
)
def final_plan(start: Start, law: Law) -> Deadline:
    """When the final amended plan must be sent: eight weeks from the notice, however early that went.

    Source: SI 2014/1530 reg 22(3); reg 28 where there was no review or reassessment.
    """
    return count(start, law, "amend.final_plan")


@rule(
    "amend.no_change_notice",
    starts=("amendment.notice_sent",),
    who=LOCAL_AUTHORITY,
    must="say, with reasons, if it will not amend after all",
    plain="tell you why, if it will not change the plan after all",
    met_by=("amendment.not_made_notified",),
    ended_by=("amendment.plan_finalised",),
    next_steps=("The notice opens mediation and appeal.",),
)
def no_change_notice(start: Start, law: Law) -> Deadline:
    """When the family must be told that the plan stays as it is: the same eight weeks from the notice.

    Source: SI 2014/1530 reg 22(4)-(5).
    """
    return count(start, law, "amend.no_change_notice")
