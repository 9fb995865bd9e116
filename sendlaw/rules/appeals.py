"""Appeals and claims, in the Tribunal's own time (rule 12): see `sendlaw.tribunal_time`."""

from datetime import date

from sendlaw.counting import months_beginning_with
from sendlaw.events import Start
from sendlaw.outcomes import Deadline, Unknown
from sendlaw.parameters import Law
from sendlaw.refusal import Refused
from sendlaw.rulebook import EITHER_PARTY, FAMILY, LOCAL_AUTHORITY, rule
from sendlaw.sums import count
from sendlaw.tribunal_time import (
    days_for_any_other_act,
    is_set_apart,
    last_day_to_appeal,
    months_to_appeal,
    working_days_for_any_other_act,
)
from sendlaw.words import amount, day_in_words, sentence_case

NOT_COUNTED = "Days from 25 December to 1 January and in August are not counted."


def directed(start: Start) -> Deadline | None:
    """The date the Tribunal directed, which overrides the sum; None if none was."""
    day = start.facts.day("directed_date")
    if day is None:
        return None
    if day < start.on:
        raise Refused(f"directed_date ({day}) comes before the event on {start.on}.")
    return Deadline(day, (*start.opening, f"The Tribunal directed {day_in_words(day)}, which overrides the sum."))


def _raw_end(start: Start, law: Law) -> tuple[date, tuple[str, ...]]:
    """The later of the two periods before rule 12, and how it came about."""
    months = law.limit("appeal.deadline").value
    from_notice = months_to_appeal(start.on, months)
    said = f"{sentence_case(amount(months, 'months'))} from the notice end {day_in_words(from_notice)}."
    issued = start.facts.day("certificate_issued")
    if issued is None:
        return from_notice, (said,)
    if issued < start.on:
        raise Refused(f"certificate_issued ({issued}) comes before the notice of the decision ({start.on}).")
    extra = law.limit("appeal.deadline.certificate").value
    from_certificate = months_to_appeal(issued, extra)
    also = (
        f"{sentence_case(amount(extra, 'months'))} from the certificate of {day_in_words(issued)} ends"
        f" {day_in_words(from_certificate)}; the later counts."
    )
    return max(from_notice, from_certificate), (said, also)


def _rolled(raw: date, last: date) -> tuple[str, ...]:
    if raw == last:
        return ("Received by 5 pm on that day.",)
    if is_set_apart(raw):
        why = "between 25 December and 1 January" if raw.month != 8 else "in August"
        return (f"That day falls {why}: in time on the first working day after, {day_in_words(last)}, by 5 pm.",)
    return (f"That is not a working day: in time on the next one, {day_in_words(last)}, by 5 pm.",)


def appeal_deadline(start: Start, law: Law) -> Deadline:
    """The last day for an appeal to reach the Tribunal, from the notice and the certificate if there is one.

    Source: HESC Rules 2008 r.20(1)(c), r.12(2), r.12(3)(a).
    """
    raw, steps = _raw_end(start, law)
    last = last_day_to_appeal(raw)
    return Deadline(last, (*start.opening, *steps, *_rolled(raw, last)), None, "appeal.deadline")


@rule(
    "appeal.deadline",
    starts=("decision.notice_sent",),
    who=FAMILY,
    must="have the appeal received by the Tribunal",
    plain="make sure your appeal reaches the Tribunal",
    sense="window",
    met_by=("appeal.received",),
    officer="The appeal must reach the Tribunal by 5 pm on {due} ({citation}).",
    parent="Your appeal must reach the Tribunal by 5 pm on {due}. Only the Tribunal can give you longer.",
    next_steps=("A certificate is not needed where the appeal is only about section I.",),
)
def deadline(start: Start, law: Law) -> Deadline:
    """When an appeal must be received: the later of two months from notice and one from the certificate.

    The notice counts from the day it was sent, the certificate from its issue. If the later date
    falls from 25 December to 1 January or in August: the first working day after. On another day
    that is not a working day: the next working day. A date the Tribunal directed overrides.
    Source: HESC Rules 2008 r.20(1)(c), r.12; Children and Families Act 2014 s.55(2).
    """
    return directed(start) or appeal_deadline(start, law)


@rule(
    "tribunal.la_response_due",
    starts=("tribunal.la_received_appeal",),
    who=LOCAL_AUTHORITY,
    must="send its response to the appeal",
    plain="answer your appeal",
    met_by=("tribunal.la_responded",),
)
def la_response_due(start: Start, law: Law) -> Deadline:
    """When the authority must answer an appeal: thirty working days in the Tribunal's time.

    Days from 25 December to 1 January and in August are not counted. A direction overrides.
    Source: HESC Rules 2008 r.21(1), r.12(3)(b).
    """
    if overriding := directed(start):
        return overriding
    days = law.limit("tribunal.la_response_due").value
    due = working_days_for_any_other_act(start.on, days)
    steps = (f"{days} working days run from the next day.", NOT_COUNTED, f"Last day {day_in_words(due)}, by 5 pm.")
    return Deadline(due, (*start.opening, *steps))


@rule(
    "tribunal.permission_to_appeal_latest",
    starts=("tribunal.decision_reasons_sent",),
    who=EITHER_PARTY,
    must="ask the First-tier Tribunal for permission to appeal",
    plain="ask the Tribunal for permission to appeal",
    sense="window",
    officer="An application for permission to appeal must reach the Tribunal by 5 pm on {due} ({citation}).",
    parent="If you think the Tribunal got the law wrong, ask it for permission to appeal by 5 pm on {due}.",
)
def permission_to_appeal_latest(start: Start, law: Law) -> Deadline:
    """When permission to appeal must be asked for: twenty-eight days in the Tribunal's time.

    From the latest of: written reasons sent; amended reasons sent; notice that a set-aside
    application failed. The question is asked with the latest of these dates.
    Source: HESC Rules 2008 r.46(2), r.12.
    """
    if overriding := directed(start):
        return overriding
    days = law.limit("tribunal.permission_to_appeal_latest").value
    due = days_for_any_other_act(start.on, days)
    steps = (f"{days} days run from the next day.", NOT_COUNTED, "A last day that is not a working day moves on.")
    return Deadline(due, (*start.opening, *steps, f"Last day {day_in_words(due)}, by 5 pm."))


@rule(
    "upper_tribunal.permission_latest",
    starts=("tribunal.permission_refused_sent",),
    who=EITHER_PARTY,
    must="ask the Upper Tribunal itself for permission",
    plain="ask the Upper Tribunal for permission",
    sense="window",
    officer="An application to the Upper Tribunal must be made by {due} ({citation}).",
    parent="You can ask the Upper Tribunal for permission up to {due}.",
)
def upper_permission_latest(start: Start, law: Law) -> Deadline | Unknown:
    """When the Upper Tribunal may be asked: the date is taken from its notice (`date_in_notice`), never computed.

    Source: Tribunal Procedure (Upper Tribunal) Rules 2008 r.21(3), r.12(3).
    """
    law.limit("upper_tribunal.permission_latest")
    day = start.facts.day("date_in_notice")
    if day is None:
        return Unknown(("date_in_notice",), "The date is to be taken from the notice itself.", start.opening)
    return Deadline(day, (*start.opening, f"The notice gives {day_in_words(day)}."))


@rule(
    "claim.latest",
    starts=("claim.conduct_date",),
    who=FAMILY,
    must="have the claim received by the Tribunal",
    plain="make sure your claim reaches the Tribunal",
    sense="window",
    met_by=("claim.received",),
    officer="A claim about a school must reach the Tribunal by {due} ({citation}); it may allow a late one.",
    parent="A claim that a school discriminated must reach the Tribunal by {due}.",
)
def claim_latest(start: Start, law: Law) -> Deadline:
    """When a disability discrimination claim must be made: within six months beginning with the conduct.

    Three more months if it went to the equality body's conciliation before the six had ended.
    Continuing conduct counts from its end, a failure to act from the decision not to act. The Act
    sets the period, so no weekend, August or Christmas moves it (decision record 0112).
    Source: Equality Act 2010 Sch 17 para 4.
    """
    plain = count(start, law, "claim.latest")
    referred = start.facts.get("ehrc_conciliation")
    if referred is None or referred is False:
        return plain
    if isinstance(referred, date) and not start.on <= referred <= plain.on:
        late = f"It went to conciliation on {day_in_words(referred)}, outside the six months, so nothing is added."
        return Deadline(plain.on, (*plain.steps, late), plain.warn_on)
    months = law.limit("claim.latest").value + law.limit("claim.latest.conciliation").value
    last = months_beginning_with(start.on, months)
    said = f"Conciliation adds three months: {months} months beginning with that day end {day_in_words(last)}."
    return Deadline(last, (*start.opening, said), None, "claim.latest.conciliation")
