"""How a question is answered: find the rule, begin the clock, apply the law of the day, say it in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendlaw.calendars import CalendarEnds, last_working_day_by
from sendlaw.event_list import Event
from sendlaw.events import LAW_BEGAN, Start, begin, event_named
from sendlaw.facts import Facts, as_day
from sendlaw.outcomes import (
    Deadline,
    Excuse,
    Lifted,
    NoFixedDate,
    Outcome,
    Result,
    ResultName,
    Status,
    Unknown,
)
from sendlaw.parameters import LIMITS, Law, Limit, NotInForce
from sendlaw.phrasing import for_officer, for_parent
from sendlaw.refusal import Refused
from sendlaw.relaxations import relaxed
from sendlaw.rulebook import Rule, rule_named, rules_started_by

LAW_VERSION = date(2026, 11, 21)
RESULT_NAMES: dict[type[Result], ResultName] = {
    Deadline: "deadline",
    Lifted: "lifted",
    NoFixedDate: "no_fixed_date",
    Unknown: "unknown",
}


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a result stands on a day."""

    status: Status | None
    days_late: int


def when(
    event: str,
    on: date | str,
    rule: str,
    *,
    facts: Mapping[str, object] | None = None,
    today: date | str | None = None,
    done_on: date | str | None = None,
    law_on: date | str | None = None,
) -> Outcome:
    """The answer of one rule for one event on one day.

    on: calendar day in England of the event (day 0). facts: keys of `sendlaw.facts.KEYS`.
    today: gives a status; without it `status` is None. done_on: the day the duty was met, if it was.
    law_on: the day whose law to apply; left out, the day of the event (for births, the law as last stated).
    Raises Refused, with a sentence, for an unknown event, rule or fact, an impossible date, a
    process event before 1 September 2014, or facts that contradict one another.
    """
    started = event_named(event)
    asked = rule_named(rule)
    if event not in asked.starts:
        raise Refused(f"{rule} does not run from {event}; it runs from {', '.join(asked.starts)}.")
    start = begin(started, as_day("The date", on), facts if isinstance(facts, Facts) else Facts(facts))
    law = Law(as_day("The law's date", law_on) if law_on is not None else _law_day(started, start))
    now = as_day("Today", today) if today is not None else None
    done = as_day("The day it was done", done_on) if done_on is not None else None
    return _outcome(asked, start, law, now, done)


def when_all(
    event: str,
    on: date | str,
    *,
    facts: Mapping[str, object] | None = None,
    today: date | str | None = None,
    law_on: date | str | None = None,
) -> tuple[Outcome, ...]:
    """The answers of every rule that an event sets going, in the order of the rule book."""
    event_named(event)
    known = Facts(facts)
    return tuple(when(event, on, one.name, facts=known, today=today, law_on=law_on) for one in rules_started_by(event))


def _law_day(event: Event, start: Start) -> date:
    return LAW_VERSION if event.birth else max(start.on, LAW_BEGAN)


def _answer(rule: Rule, start: Start, law: Law) -> Result:
    """The rule's result; a limit not in force, or a calendar that ends, becomes a sentence, not a date."""
    try:
        result = rule.work(start, law)
        return relaxed(rule.name, _basis(rule, result, law), start, result)
    except NotInForce as none:
        return NoFixedDate(str(none), start.opening)
    except CalendarEnds as end:
        return Unknown((f"bank_holidays_{end.year}",), str(end), start.opening)


def _basis(rule: Rule, result: Result, law: Law) -> Limit:
    name = result.basis or rule.limit_name
    try:
        return law.limit(name)
    except NotInForce:
        return LIMITS[name][0]


def _standing(rule: Rule, result: Result, today: date | None, done: date | None) -> _Standing:
    if isinstance(result, Deadline):
        if done is None and today is not None and today >= result.on and _never_done(rule, result):
            return _Standing("due", 0)
        return _standing_of_date(rule, result.on, today, done)
    if done is not None and not isinstance(result, Unknown):
        return _Standing("met", 0)
    if today is None:
        return _Standing(None, 0)
    if isinstance(result, Lifted):
        return _Standing("excused", 0)
    return _Standing("unknown" if isinstance(result, Unknown) else "waiting", 0)


def _never_done(rule: Rule, result: Deadline) -> bool:
    """Whether the duty is one to go on doing from that day, such as securing provision, with no end that meets it."""
    return rule.sense == "last_day" and not rule.met_by and LIMITS[result.basis or rule.limit_name][0].count == "ON"


def _standing_of_date(rule: Rule, due: date, today: date | None, done: date | None) -> _Standing:
    if done is not None and done > due and rule.sense in ("last_day", "window"):
        return _Standing("late", (done - due).days)
    if done is not None:
        return _Standing("early" if done < due and rule.sense == "earliest_day" else "met", 0)
    if today is None:
        return _Standing(None, 0)
    if rule.sense in ("day", "earliest_day"):
        return _Standing("met" if today >= due else "waiting", 0)
    if today <= due:
        return _Standing("due" if today == due else "waiting", 0)
    return _Standing("ended", 0) if rule.sense == "window" else _Standing("late", (today - due).days)


def _working_target(rule: Rule, result: Result) -> date | None:
    if not isinstance(result, Deadline) or rule.sense != "last_day":
        return None
    try:
        return last_working_day_by(result.on)
    except CalendarEnds:
        return None


def _excuse(result: Result) -> Excuse | None:
    return result.excuse if isinstance(result, Lifted) else None


def _outcome(rule: Rule, start: Start, law: Law, today: date | None, done: date | None) -> Outcome:
    """The result with everything a reader needs beside it."""
    result = _answer(rule, start, law)
    limit = _basis(rule, result, law)
    standing = _standing(rule, result, today, done)
    return Outcome(
        rule=rule.name,
        event=start.event.name,
        started_on=start.on,
        result=RESULT_NAMES[type(result)],
        sense=rule.sense,
        due_on=result.on if isinstance(result, Deadline) else None,
        original_due_on=result.instead_of if isinstance(result, Lifted) else None,
        warn_on=result.warn_on if isinstance(result, Deadline) else None,
        working_target_on=_working_target(rule, result),
        status=standing.status,
        met_on=done,
        days_late=standing.days_late,
        who=rule.who.officer,
        must=rule.must,
        law_or_guidance=limit.kind,
        citation=limit.citation,
        certainty=limit.certainty,
        check=limit.check,
        excuse=_excuse(result),
        missing=result.missing if isinstance(result, Unknown) else (),
        steps=result.steps,
        next_steps=rule.next_steps,
        for_officer=for_officer(rule, limit, result),
        for_parent=for_parent(rule, limit, result),
        law_on=law.on,
        law_version=LAW_VERSION,
    )
