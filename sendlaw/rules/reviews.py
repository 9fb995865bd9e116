"""Annual review. Regulations 20 to 22 hold no exceptions: school holidays and appeals move nothing here."""

from sendlaw.counting import anniversary, weeks_before
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import ARRANGER, LOCAL_AUTHORITY, Holder, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words

REPORTER = Holder("the head or principal (the local authority if it ran the meeting)", "the school or the council")
MADE_OR_REVIEWED = ("plan.first_made", "plan.last_reviewed")
NO_SETTING = "none"


def _completion(start: Start, law: Law) -> Deadline | Unknown:
    """The end of the twelve months, or what must be known of the last review first."""
    ended_by = start.facts.text("review_concluded_by")
    if start.event.name == "plan.last_reviewed" and ended_by not in (None, "decision_notice"):
        reason = "A review ends with the authority's decision notice; a meeting alone does not end it."
        return Unknown(("review_concluded_by",), reason, start.opening)
    which = "first" if start.event.name == "plan.first_made" else "next"
    return count(start, law, f"review.latest_completion.{which}")


@rule(
    "review.latest_completion",
    starts=MADE_OR_REVIEWED,
    who=LOCAL_AUTHORITY,
    must="complete the annual review, ending with its notice",
    plain="finish checking the plan with you, and send you its decision",
    met_by=("review.decision_notified", "plan.last_reviewed"),
    next_steps=("Hold the meeting at least four weeks earlier, so that the decision falls inside the year.",),
)
def latest_completion(start: Start, law: Law) -> Deadline | Unknown:
    """When the review must be complete: within twelve months beginning with the plan or the last review.

    The last review ended on the date of the authority's decision notice (decision record 0104).
    Source: Children and Families Act 2014 s.44(1).
    """
    return _completion(start, law)


@rule(
    "review.latest_meeting_aim",
    starts=MADE_OR_REVIEWED,
    who=ARRANGER,
    must="hold the review meeting, to keep the full four weeks for the decision",
    plain="hold the review meeting",
    met_by=("review.meeting_held",),
)
def latest_meeting_aim(start: Start, law: Law) -> Deadline | Unknown:
    """The latest meeting day that keeps the full four weeks for the decision: worked back, not law.

    Source: worked back from Children and Families Act 2014 s.44(1) and SI 2014/1530 reg 20(10).
    """
    complete = _completion(start, law)
    if isinstance(complete, Unknown):
        return complete
    day = weeks_before(complete.on, law.limit("review.latest_meeting_aim").value)
    return Deadline(day, (*complete.steps, f"Four weeks before that is {day_in_words(day)}."))


@rule(
    "review.meeting_notice_latest",
    starts=("review.meeting_planned",),
    who=ARRANGER,
    must="invite everyone who must be invited",
    plain="invite you to the review meeting",
    met_by=("review.invitations_sent",),
)
def meeting_notice_latest(start: Start, law: Law) -> Deadline:
    """When invitations must have gone: at least two weeks before the meeting.

    A stricter count of clear days would give one more day, shown as `warn_on` (decision record 0105).
    Source: SI 2014/1530 reg 20(3), 21(3).
    """
    return count(start, law, "review.meeting_notice_latest")


@rule(
    "review.papers_circulated_latest",
    starts=("review.meeting_planned",),
    who=ARRANGER,
    must="obtain advice from those invited and circulate it",
    plain="send you what everyone has written for the meeting",
    met_by=("review.papers_circulated",),
)
def papers_circulated_latest(start: Start, law: Law) -> Deadline:
    """When the advice must have been sent round: at least two weeks before the meeting.

    Source: SI 2014/1530 reg 20(4), 21(4).
    """
    return count(start, law, "review.papers_circulated_latest")


def _by_setting(start: Start, law: Law, name: str) -> Deadline:
    """The limit of regulation 20, or of regulation 21 where no setting is attended."""
    return count(start, law, f"{name}.no_setting" if start.facts.text("attends") == NO_SETTING else name)


@rule(
    "review.report_due",
    starts=("review.meeting_held",),
    who=REPORTER,
    must="send the report, with recommendations and any differences, to the authority and all invited",
    plain="send you the report of the meeting",
    met_by=("review.report_sent",),
)
def report_due(start: Start, law: Law) -> Deadline:
    """When the report must be sent: two weeks after the meeting.

    The authority writes it where no setting is attended.

    Source: SI 2014/1530 reg 20(7)-(9); reg 21(7) where no setting is attended.
    """
    return _by_setting(start, law, "review.report_due")


@rule(
    "review.decision_notice",
    starts=("review.meeting_held",),
    who=LOCAL_AUTHORITY,
    must="decide to keep, amend or cease the plan, and notify",
    plain="tell you if the plan will stay, change or stop",
    met_by=("review.decision_notified",),
    next_steps=("If amending, the notice of the actual changes goes out in the same four weeks.",),
)
def decision_notice(start: Start, law: Law) -> Deadline:
    """When the decision after a review must be notified: four weeks from the meeting, not from the report.

    Source: SI 2014/1530 reg 20(10), 21(8)-(9).
    """
    return _by_setting(start, law, "review.decision_notice")


def _if_amending(start: Start, law: Law, name: str) -> Result:
    """The limit, unless the review ended in something other than amending."""
    outcome = start.facts.text("outcome")
    if outcome is not None and outcome != "amend":
        return NoFixedDate("The plan is not being amended after this review.", start.opening)
    return count(start, law, name)


@rule(
    "review.amendment_notice",
    starts=("review.meeting_held",),
    who=LOCAL_AUTHORITY,
    must="send the plan with a notice of the actual changes and the evidence, if it is amending",
    plain="send you the changes it wants to make, if it wants any",
    met_by=("amendment.notice_sent",),
)
def amendment_notice(start: Start, law: Law) -> Result:
    """When the notice of proposed changes must be sent: within the same four weeks as the decision.

    Source: SI 2014/1530 reg 22(2)(a) with 20(10); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin).
    """
    return _if_amending(start, law, "review.amendment_notice")


@rule(
    "amend.final_plan_outer_limit",
    starts=("review.meeting_held",),
    who=LOCAL_AUTHORITY,
    must="send the final amended plan at the very latest, if it is amending",
    plain="send you the changed plan, if it changes it, at the very latest",
    met_by=("amendment.plan_finalised",),
    ended_by=("amendment.not_made_notified",),
)
def final_plan_outer_limit(start: Start, law: Law) -> Result:
    """The outer limit for the amended plan: twelve weeks from the meeting.

    It is reached only if the notice went on its last day.

    Source: SI 2014/1530 reg 22(3); R (L, M and P) v Devon CC [2022] EWHC 493 (Admin).
    """
    return _if_amending(start, law, "amend.final_plan_outer_limit")


@rule(
    "review.under_five_aim",
    starts=MADE_OR_REVIEWED,
    who=LOCAL_AUTHORITY,
    must="consider reviewing the plan of a child under five",
    plain="think about checking the plan sooner, as your child is under five",
    met_by=("review.decision_notified", "plan.last_reviewed"),
    only_with=("born",),
)
def under_five_aim(start: Start, law: Law) -> Result:
    """For a child under five, when to consider a review: every three to six months, besides the year.

    Guidance. Needs `born`. Source: SEND Code of Practice 9.178.
    """
    born = start.facts.day("born")
    if born is None:
        return Unknown(("born",), "It is only for a child under five.", start.opening)
    birthday = anniversary(born, law.limit("review.under_five_age").value)
    if start.on >= birthday:
        return NoFixedDate("The child is five or over.", start.opening)
    return count(start, law, "review.under_five_aim")


@rule(
    "review.term_list_latest",
    starts=("term.starts",),
    who=LOCAL_AUTHORITY,
    must="send settings, the health body and social care the list of reviews due in the term",
    plain="tell schools which plans will be checked that term",
)
def term_list_latest(start: Start, law: Law) -> Deadline:
    """When the list of a term's reviews should be sent: at least two weeks before term. Guidance.

    To check (certainty C): the paragraph of chapter 9 and its two weeks.
    Source: SEND Code of Practice chapter 9.
    """
    return count(start, law, "review.term_list_latest")
