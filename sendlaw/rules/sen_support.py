"""SEN Support in schools, and what schools publish. Most is guidance, never shown as a breach of statute."""

from datetime import timedelta

from sendlaw.counting import anniversary, months_after
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import EARLY_YEARS, SCHOOL, SENCO, rule
from sendlaw.sums import count
from sendlaw.words import day_in_words, number_in_words, sentence_case


@rule(
    "sen_support.tell_parents",
    starts=("sen_support.provision_decided",),
    who=SCHOOL,
    must="tell the parents that special educational provision is being made, and why",
    plain="tell you that your child will get extra help, and why",
    met_by=("sen_support.parents_told",),
    next_steps=("Agree outcomes, support and a review date with the parents.",),
)
def tell_parents(start: Start, law: Law) -> Deadline:
    """When parents must be told of special educational provision: at once, when it is decided.

    Source: Children and Families Act 2014 s.68.
    """
    return count(start, law, "sen_support.tell_parents")


@rule(
    "sen_support.parent_meetings",
    starts=("sen_support.started",),
    who=SCHOOL,
    must="have met the parents three times in a rolling twelve months",
    plain="meet you at least three times in any year",
    next_steps=("Set the date of the next meeting with the parents.",),
)
def parent_meetings(start: Start, law: Law) -> Deadline:
    """When the next meeting with the parents is due, so that every twelve months hold three of them.

    Fewer than three held since SEN Support began: the third is due twelve months after it began.
    Three or more: the next is due twelve months after the last but two. `meetings_held` lists the
    dates; none given means none held. Guidance, not statute (decision record 0115).
    Source: SEND Code of Practice 2015 para 6.65.
    """
    wanted = law.limit("sen_support.parent_meetings").value
    held = tuple(day for day in start.facts.days("meetings_held") if day >= start.on)
    counted_from = held[-wanted] if len(held) >= wanted else start.on
    months = law.limit("sen_support.parent_meetings.period").value
    due = months_after(counted_from, months)
    steps = (
        *start.opening,
        f"{sentence_case(number_in_words(len(held)))} meetings held since then.",
        f"{sentence_case(number_in_words(wanted))} are wanted in any {months} months.",
        f"{months} months from {day_in_words(counted_from)} end on {day_in_words(due)}.",
    )
    return Deadline(due, steps)


@rule(
    "sen_support.review",
    starts=("sen_support.review_agreed_for",),
    who=SCHOOL,
    must="review how well the support works",
    plain="check with you how well the help is working",
    met_by=("sen_support.review_held",),
    next_steps=("Record the impact; then go on, change, bring in specialists, request an assessment, or end.",),
)
def review(start: Start, law: Law) -> Deadline:
    """When SEN Support is to be reviewed: by the date agreed in the plan; there is no statutory interval.

    Source: SEND Code of Practice 2015 para 6.53-6.56 (guidance).
    """
    law.limit("sen_support.review")
    return Deadline(start.on, (*start.opening, "The date agreed is the date; the law sets no interval."))


@rule(
    "sen_support.annual_report",
    starts=("pupil_report.sent",),
    who=SCHOOL,
    must="send the parents a written report on progress",
    plain="send you a written report on how your child is doing",
    met_by=("pupil_report.sent",),
)
def annual_report(start: Start, law: Law) -> Deadline:
    """When the next yearly written report to parents is due: within twelve months of the last.

    Source: Education (Pupil Information) (England) Regulations 2005.
    """
    return count(start, law, "sen_support.annual_report")


@rule(
    "sen_information_report.update_by",
    starts=("sen_information_report.published",),
    who=SCHOOL,
    must="update the SEN information report on its website",
    plain="update its web page about special needs",
    met_by=("sen_information_report.published",),
    next_steps=("Update it sooner if anything in it changes.",),
)
def information_report_update(start: Start, law: Law) -> Deadline:
    """When the SEN information report is to be updated: at least yearly, and as soon as possible on change.

    Publishing is law; the interval is guidance.
    Source: Children and Families Act 2014 s.69; SI 2014/1530 reg 51-52; Code of Practice 6.79.
    """
    return count(start, law, "sen_information_report.update_by")


@rule(
    "senco.qualification_by",
    starts=("senco.appointed",),
    who=SENCO,
    must="hold the national qualification for SENCOs",
    plain="have the national SENCO qualification",
    met_by=("senco.qualified",),
)
def qualification_by(start: Start, law: Law) -> Result:
    """When a SENCO must hold the qualification: by the third anniversary of becoming SENCO.

    Only for a SENCO with under twelve months' earlier service (`prior_senco_months`). The older
    award counts if begun before 1 September 2024 and completed before 1 September 2027.
    An anniversary of 29 February falls on 28 February.
    Source: SI 2014/1530 reg 49, as amended by SI 2024/535.
    """
    months = start.facts.number("prior_senco_months")
    threshold = law.limit("senco.qualification_by.prior_service").value
    if months is None:
        return Unknown(("prior_senco_months",), "It depends on earlier service as a SENCO.", start.opening)
    if months >= threshold:
        return NoFixedDate(f"It is for a SENCO with under {threshold} months of earlier service.", start.opening)
    due = anniversary(start.on, law.limit("senco.qualification_by").value)
    return Deadline(due, (*start.opening, f"The third anniversary is {day_in_words(due)}."))


@rule(
    "early_years.progress_check_latest",
    starts=("person.born",),
    who=EARLY_YEARS,
    must="give the parents the written progress check at age two",
    plain="give you a short written check of how your child is growing and learning",
)
def progress_check_latest(start: Start, law: Law) -> Deadline:
    """When the progress check between the ages of two and three must be done: before the third birthday.

    Source: statutory framework for the Early Years Foundation Stage.
    """
    birthday = anniversary(start.on, law.limit("early_years.progress_check_latest").value)
    due = birthday - timedelta(days=1)
    steps = (
        *start.opening,
        f"The third birthday is {day_in_words(birthday)}; the day before it is the limit.",
    )
    return Deadline(due, steps)
