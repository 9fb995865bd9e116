"""One way in for a whole process: what happened and when goes in, every duty and how it stands today comes out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sendlaw.asking import LAW_VERSION, when
from sendlaw.event_list import EVENTS
from sendlaw.events import event_named
from sendlaw.facts import as_day
from sendlaw.outcomes import Outcome
from sendlaw.refusal import Refused
from sendlaw.rulebook import RULES, Rule
from sendlaw.words import short_day

ASSESSMENT_ENDS = ("ehcna.assessment_refused", "ehcna.plan_refused", "plan.first_made")
IMPLIED: Mapping[str, tuple[str, object]] = {
    "mediation.certificate_issued": ("certificate_issued", None),
    "move.plan_transferred": ("transfer_date", None),
    "mediation.adviser_contacted": ("mediation_adviser_contacted", True),
    "appeal.received": ("appeal_made", True),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event on its day. Its own facts go before those given for the whole process."""

    event: str
    on: date
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FallenAway:
    """A duty that no longer needs to be met, and the event that ended it."""

    rule: str
    because: str
    on: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Course:
    """A whole process as it stands on a day.

    duties: in order of date; those without a date come last. next_steps: what lawfully comes next.
    """

    today: date
    duties: tuple[Outcome, ...]
    fallen_away: tuple[FallenAway, ...]
    next_steps: tuple[str, ...]
    law_version: date

    def duty(self, rule: str) -> Outcome | None:
        """The latest outcome of one rule, or None when nothing has started it or it has fallen away."""
        found = [one for one in self.duties if one.rule == rule]
        return max(found, key=lambda one: one.started_on) if found else None


def follow(
    happened: Iterable[Happening | tuple[str, date | str]] | Mapping[str, date | str],
    *,
    today: date | str,
    facts: Mapping[str, object] | None = None,
    done: Mapping[str, date | str] | None = None,
) -> Course:
    """Every duty of a process on a day.

    happened: events with their days, in any order; an event may be there more than once.
    facts: what else is known (keys of `sendlaw.KEYS`). done: the day a rule's duty was met, for
    rules that no listed event meets. Raises Refused when facts contradict one another: an event
    before the one it must follow (both are named), or one after today that cannot be planned.
    """
    if facts and "received_at" in facts:
        raise Refused("received_at belongs to one event: give it as a fact of that Happening.")
    now = as_day("Today", today)
    known = _read(happened)
    _refuse_contradictions(known, now)
    course_facts = {**_implied(known, facts or {}), **(facts or {})}
    given = {name: as_day("The day it was done", day) for name, day in (done or {}).items()}
    duties: list[Outcome] = []
    fallen: list[FallenAway] = []
    for rule in RULES.values():
        for start, following in _starts(rule, known, course_facts):
            met = _first(rule.met_by, start, following, known)
            ended = _first(rule.ended_by, start, following, known)
            if ended is not None and (met is None or ended.on < met.on):
                fallen.append(_fallen(rule, ended))
                continue
            done_on = given.get(rule.name, met.on if met else None)
            asked = {**course_facts, **start.facts}
            duties.append(when(start.event, start.on, rule.name, facts=asked, today=now, done_on=done_on))
    ordered = tuple(sorted(duties, key=lambda one: (one.due_on or date.max, one.rule)))
    return Course(now, ordered, tuple(fallen), _next_steps(ordered), LAW_VERSION)


def _read(
    happened: Iterable[Happening | tuple[str, date | str]] | Mapping[str, date | str],
) -> tuple[Happening, ...]:
    pairs = happened.items() if isinstance(happened, Mapping) else happened
    read = []
    for one in pairs:
        event, on = (one.event, one.on) if isinstance(one, Happening) else one
        own = one.facts if isinstance(one, Happening) else {}
        event_named(event)
        read.append(Happening(event, as_day(f"The date of {event}", on), own))
    return tuple(sorted(read, key=lambda one: (one.on, tuple(EVENTS).index(one.event))))


def _said(one: Happening) -> str:
    return f"{EVENTS[one.event].said} ({one.event}) on {short_day(one.on)}"


def _refuse_contradictions(known: tuple[Happening, ...], today: date) -> None:
    first: dict[str, Happening] = {}
    for one in known:
        first.setdefault(one.event, one)
    for one in known:
        event = EVENTS[one.event]
        if one.on > today and not event.planned:
            raise Refused(f"{_said(one)} lies after today, {short_day(today)}.")
        for name in event.after:
            if name in first and first[name].on > one.on:
                raise Refused(f"{_said(one)} comes before {_said(first[name])}; one of the two dates is wrong.")


def _implied(known: tuple[Happening, ...], facts: Mapping[str, object]) -> dict[str, object]:
    """Facts that follow from events; refused where a fact given says something else."""
    implied: dict[str, object] = {}
    for one in known:
        if one.event not in IMPLIED:
            continue
        name, value = IMPLIED[one.event]
        implied[name] = one.on if value is None else value
        said = facts.get(name)
        if said is not None and str(said) != str(implied[name]):
            raise Refused(f"{_said(one)}, but the fact {name} says {said}; one of the two is wrong.")
    return implied


def _starts(
    rule: Rule, known: tuple[Happening, ...], facts: Mapping[str, object]
) -> list[tuple[Happening, Happening | None]]:
    """Each start of a rule with the next one after it; repeats while a first request is open start nothing."""
    if any(name not in facts for name in rule.only_with):
        return []
    starts = [one for one in known if one.event in rule.starts]
    if rule.earliest_start:
        starts = _openings(starts, known)
    return list(zip(starts, [*starts[1:], None], strict=False))


def _openings(starts: list[Happening], known: tuple[Happening, ...]) -> list[Happening]:
    """The starts that find no assessment open: the first, and those after an end."""
    opened: list[Happening] = []
    for one in starts:
        ended = [end.on for end in known if end.event in ASSESSMENT_ENDS and opened and end.on >= opened[-1].on]
        if not opened or any(day <= one.on for day in ended):
            opened.append(one)
    return opened


def _first(
    events: tuple[str, ...], start: Happening, following: Happening | None, known: tuple[Happening, ...]
) -> Happening | None:
    """The first of some events from a start up to the next start (that one's day included)."""
    for one in known:
        inside = start.on <= one.on and (following is None or one.on <= following.on)
        if one.event in events and inside and one is not start:
            return one
    return None


def _fallen(rule: Rule, ended: Happening) -> FallenAway:
    sentence = f"No longer needed: {rule.must}. {EVENTS[ended.event].said} on {short_day(ended.on)}."
    return FallenAway(rule.name, ended.event, ended.on, sentence)


def _next_steps(duties: tuple[Outcome, ...]) -> tuple[str, ...]:
    """What lawfully follows from the duties still open, each once, in order of date."""
    open_duties = (one for one in duties if one.met_on is None and one.status != "met")
    return tuple(dict.fromkeys(step for one in open_duties for step in one.next_steps))
