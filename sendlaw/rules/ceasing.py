"""Ceasing to maintain a plan, and the years from 18 to 25. No birthday or year group ends a plan by itself."""

from datetime import date, timedelta

from sendlaw.cohorts import day_after
from sendlaw.counting import anniversary
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, NoFixedDate, Result, Unknown
from sendlaw.parameters import Law
from sendlaw.rulebook import LOCAL_AUTHORITY, rule
from sendlaw.rules.appeals import appeal_deadline
from sendlaw.sums import count
from sendlaw.words import day_in_words

FURTHER_EDUCATION = frozenset({"fe_college", "sixth_form_college", "further_education"})
APPRENTICESHIP = "apprenticeship"


@rule(
    "cease.consultation_aim",
    starts=("cease.considered",),
    who=LOCAL_AUTHORITY,
    must="wait for answers to its consultation, at least",
    plain="wait for what you think, at least",
    sense="window",
    officer="Wait for answers at least until {due}: a reasonable period, not a number in the law ({citation}).",
    parent="The council should wait to hear from you at least until {due}.",
)
def consultation_aim(start: Start, law: Law) -> Deadline:
    """How long to wait for answers before deciding to cease: fifteen days as a reasonable period, not law.

    Source: SI 2014/1530 reg 31(1), which gives no number (decision record 0113).
    """
    return count(start, law, "cease.consultation_aim")


@rule(
    "cease.notify",
    starts=("cease.decided",),
    who=LOCAL_AUTHORITY,
    must="notify the family, the setting and the health body, with appeal information",
    plain="tell you it has decided to end the plan, and how to appeal",
    met_by=("cease.notice_sent",),
)
def notify(start: Start, law: Law) -> Deadline:
    """When a decision to cease must be notified: at once.

    Source: SI 2014/1530 reg 31(2)-(3).
    """
    return count(start, law, "cease.notify")


@rule(
    "cease.earliest_end",
    starts=("cease.notice_sent",),
    who=LOCAL_AUTHORITY,
    must="end the plan",
    plain="end the plan",
    sense="earliest_day",
    officer="The plan must be kept until the appeal period has run: it may end no sooner than {due} ({citation}).",
    parent="The plan, and the help in it, must go on until {due} at least.",
    met_by=("cease.plan_ended",),
    next_steps=("Do not end it while mediation is open or a certificate's month is running.",),
)
def earliest_end(start: Start, law: Law) -> Result:
    """The first day a plan may end after a notice of ceasing: the day after the appeal deadline.

    With an appeal made there is no date until it is determined or withdrawn. With the mediation
    adviser contacted, the certificate's month counts too, so its date is needed.
    Source: Children and Families Act 2014 s.45(4); HESC Rules 2008 r.20, r.12.
    """
    law.limit("cease.earliest_end")
    appealed = start.facts.says("appeal_made")
    if appealed is None:
        return Unknown(("appeal_made",), "It depends on whether an appeal was made.", start.opening)
    if appealed:
        return NoFixedDate("The plan goes on until the appeal is determined or withdrawn.", start.opening)
    if start.facts.says("mediation_adviser_contacted") and start.facts.day("certificate_issued") is None:
        return Unknown(("certificate_issued",), "The certificate's month is running or still to come.", start.opening)
    last = appeal_deadline(start, law)
    first = day_after(last.on)
    return Deadline(first, (*last.steps, f"The plan may end on the day after that: {day_in_words(first)}."))


@rule(
    "cease.under_18_out_of_education",
    starts=("cease.considered",),
    who=LOCAL_AUTHORITY,
    must="not cease because someone under 18 is not in education or training; it must review and amend",
    plain="not end the plan just because someone under 18 has left education",
)
def under_18_out_of_education(start: Start, law: Law) -> NoFixedDate:
    """Under 18 and not in education or training: the plan may not be ceased for that; review and amend.

    Source: SI 2014/1530 reg 29.
    """
    law.limit("cease.under_18_out_of_education")
    return NoFixedDate("Under 18, being out of education or training is no ground to cease.", start.opening)


@rule(
    "cease.over_18_stopped_attending",
    starts=("cease.considered",),
    who=LOCAL_AUTHORITY,
    must="not cease for someone of 18 or over who stopped attending before a review of that",
    plain="check first if a person of 18 or over wants to go back",
)
def over_18_stopped_attending(start: Start, law: Law) -> NoFixedDate:
    """18 or over and stopped attending: not before a review finds no wish to return, or that it is not right.

    Source: SI 2014/1530 reg 30.
    """
    law.limit("cease.over_18_stopped_attending")
    return NoFixedDate(
        "At 18 or over, a review must first find that a return is not wished or not right.", start.opening
    )


@rule(
    "cease.over_18_outcomes",
    starts=("cease.considered",),
    who=LOCAL_AUTHORITY,
    must="consider, over 18, whether more time is needed and whether the outcomes have been achieved",
    plain="think about whether a person over 18 needs more time to reach their goals",
)
def over_18_outcomes(start: Start, law: Law) -> NoFixedDate:
    """Over 18, at every decision: whether more time is needed, and whether outcomes are achieved.

    Source: Children and Families Act 2014 s.36(10), s.44(5), s.45(3).
    """
    law.limit("cease.over_18_outcomes")
    return NoFixedDate("It is part of every decision over 18, with no date of its own.", start.opening)


def _last_end(start: Start, law: Law, birthday: date) -> tuple[date, str] | Unknown:
    """The end of the academic year of the twenty-fifth birthday at the setting attended, and why."""
    attends = start.facts.text("attends")
    if attends in FURTHER_EDUCATION:
        month, day = law.limit("plan.academic_year_ends").fixed_day or (0, 0)
        end = date(birthday.year + (birthday > date(birthday.year, month, day)), month, day)
        return end, "In the further education sector the academic year ends on 31 July."
    name = "apprenticeship_ends" if attends == APPRENTICESHIP else "academic_year_ends"
    given = start.facts.day(name)
    if given is not None:
        return given, f"The end given for this setting is {day_in_words(given)}."
    missing = ("attends",) if attends is None else (name,)
    return Unknown(missing, "It depends on the setting's academic year.", start.opening)


@rule(
    "plan.may_run_until",
    starts=("person.born",),
    who=LOCAL_AUTHORITY,
    must="not maintain the plan any longer",
    plain="keep the plan going",
    sense="window",
    officer="The plan may be maintained up to {due}, if it is still necessary ({citation}).",
    parent="A plan can run up to {due}, if it is still needed. The council does not have to keep it so long.",
)
def may_run_until(start: Start, law: Law) -> Deadline | Unknown:
    """How long a plan may run past the twenty-fifth birthday: to the end of that academic year, never past 26.

    Further education: 31 July. An apprenticeship: its end (`apprenticeship_ends`). Elsewhere the
    end is given (`academic_year_ends`). In all cases at most the day before the twenty-sixth birthday.
    Source: Children and Families Act 2014 s.46; SI 2014/1530 reg 46(1); [2021] UKUT 324 (AAC).
    """
    birthday = anniversary(start.on, law.limit("plan.may_run_until").value)
    found = _last_end(start, law, birthday)
    if isinstance(found, Unknown):
        return found
    limit = anniversary(start.on, law.limit("plan.never_beyond").value) - timedelta(days=1)
    steps = (
        *start.opening,
        f"The twenty-fifth birthday is {day_in_words(birthday)}.",
        found[1],
        f"It may never run beyond {day_in_words(limit)}, the day before the twenty-sixth birthday.",
    )
    return Deadline(min(found[0], limit), steps)
