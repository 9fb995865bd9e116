"""Complaints and other routes. The authority's own stages follow the Ombudsman's code, which is guidance."""

from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate, Result
from sendlaw.parameters import Law
from sendlaw.rulebook import FAMILY, LOCAL_AUTHORITY, SCHOOL, rule
from sendlaw.sums import count


@rule(
    "complaint.acknowledge",
    starts=("complaint.received",),
    who=LOCAL_AUTHORITY,
    must="acknowledge the complaint",
    plain="tell you it has your complaint",
    met_by=("complaint.acknowledged",),
)
def acknowledge(start: Start, law: Law) -> Deadline:
    """When a complaint should be acknowledged: five working days from receipt. Guidance from 1 April 2026.

    Source: Ombudsman Complaint Handling Code.
    """
    return count(start, law, "complaint.acknowledge")


@rule(
    "complaint.stage_one_answer",
    starts=("complaint.acknowledged",),
    who=LOCAL_AUTHORITY,
    must="answer at stage 1",
    plain="answer your complaint",
    met_by=("complaint.stage_one_answered",),
    next_steps=("It may be extended by at most ten more working days without good reason.",),
)
def stage_one_answer(start: Start, law: Law) -> Deadline:
    """When stage 1 should be answered: ten working days from the acknowledgement. Guidance.

    Source: Ombudsman Complaint Handling Code.
    """
    return count(start, law, "complaint.stage_one_answer")


@rule(
    "complaint.stage_two_acknowledge",
    starts=("complaint.stage_two_requested",),
    who=LOCAL_AUTHORITY,
    must="acknowledge the request for stage 2",
    plain="tell you it will look at your complaint again",
    met_by=("complaint.stage_two_acknowledged",),
)
def stage_two_acknowledge(start: Start, law: Law) -> Deadline:
    """When a request for stage 2 should be acknowledged: five working days. Guidance.

    Source: Ombudsman Complaint Handling Code.
    """
    return count(start, law, "complaint.stage_two_acknowledge")


@rule(
    "complaint.stage_two_answer",
    starts=("complaint.stage_two_acknowledged",),
    who=LOCAL_AUTHORITY,
    must="answer at stage 2",
    plain="answer your complaint the second time",
    met_by=("complaint.stage_two_answered",),
)
def stage_two_answer(start: Start, law: Law) -> Deadline:
    """When stage 2 should be answered: twenty working days from its acknowledgement. Guidance.

    Source: Ombudsman Complaint Handling Code.
    """
    return count(start, law, "complaint.stage_two_answer")


@rule(
    "complaint.ombudsman_latest",
    starts=("complaint.matter_known",),
    who=FAMILY,
    must="complain to the Local Government and Social Care Ombudsman",
    plain="complain to the Ombudsman",
    sense="window",
    officer="A complaint to the Ombudsman should be made by {due} ({citation}).",
    parent="If you want to complain to the Ombudsman, do it by {due}.",
)
def ombudsman_latest(start: Start, law: Law) -> Result:
    """When the Ombudsman must be asked: within twelve months of knowing of the matter.

    Not where an appeal was made (`appeal_made`), nor normally where one was available (`appeal_available`).
    Source: Local Government Act 1974 s.26, 26B.
    """
    if start.facts.says("appeal_made"):
        return NoFixedDate("The Ombudsman cannot look at what was appealed to the Tribunal.", start.opening)
    due = count(start, law, "complaint.ombudsman_latest")
    if start.facts.says("appeal_available"):
        note = "Normally the Ombudsman does not look at what could have been appealed."
        return Deadline(due.on, (*due.steps, note), due.warn_on)
    return due


@rule(
    "complaint.school_procedure",
    starts=("complaint.to_school",),
    who=SCHOOL,
    must="follow its published complaints procedure",
    plain="follow the steps in its complaints policy",
)
def school_procedure(start: Start, law: Law) -> NoFixedDate:
    """A complaint to a school follows the school's own published procedure; the law sets no days.

    Source: the school's published procedure.
    """
    law.limit("complaint.school_procedure")
    return NoFixedDate("The school's own published procedure sets the days.", start.opening)


@rule(
    "disagreement.resolution",
    starts=("disagreement.raised",),
    who=LOCAL_AUTHORITY,
    must="make disagreement resolution available",
    plain="offer someone to help you both agree",
)
def resolution(start: Start, law: Law) -> NoFixedDate:
    """Disagreement resolution is voluntary, separate from mediation, and has no time limit.

    Source: Children and Families Act 2014 s.57.
    """
    law.limit("disagreement.resolution")
    return NoFixedDate("It is voluntary and has no time limit.", start.opening)


@rule(
    "judicial_review.latest",
    starts=("judicial_review.grounds_arose",),
    who=FAMILY,
    must="apply for judicial review, promptly and",
    plain="ask the High Court to look at it",
    sense="window",
    officer="A claim for judicial review must be made promptly, and in any event by {due} ({citation}).",
    parent="A court case about how a decision was made must start quickly, and by {due} at the latest.",
)
def judicial_review_latest(start: Start, law: Law) -> Deadline:
    """When judicial review must be asked for: promptly, and within three months.

    Source: Civil Procedure Rules Part 54.
    """
    return count(start, law, "judicial_review.latest")
