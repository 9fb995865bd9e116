"""What follows from what happened: the only file of this room that asks sendlaw.

A case is one event on its day with its facts, or, where days of other events are known too, a whole process, so that
what was done already is not asked for again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sendlaw
from sendlaw import Outcome
from sendlaw.checking import Comparison, compare, read_examples
from sendlaw.events import LAST_DAY
from sendlaw.facts import Facts, as_day
from sendlaw.parameters import LIMITS, Limit
from sendlaw.phrasing import duty_for_parent
from sendlaw.rendering import limits_of
from sendlaw.rulebook import Rule, rules_started_by

from .asked import FIRST_DAY, Asked
from .questions import UNKNOWN

EVENTS, KEYS, RULES = sendlaw.EVENTS, sendlaw.KEYS, sendlaw.RULES
LAW_VERSION, Refused = sendlaw.LAW_VERSION, sendlaw.Refused

__all__ = [
    "EVENTS", "KEYS", "LAW_VERSION", "LIMITS", "RULES", "Answer", "Comparison", "FallenAway", "Limit", "Outcome", "Refused", "Rule",
    "answer", "compare", "goes_on", "holder_of", "is_standing", "limits_of", "plain_duty", "procedure_of", "questioned",
    "read_examples", "rules_started_by",
    "without_its_day",
]  # fmt: skip

# Events that start many rules of which only some belong to the case: what does not follow from it is left unsaid.
_CHOOSING = ("tribunal.", "mediation.", "review.meeting_held")
FallenAway = sendlaw.FallenAway


@dataclass(frozen=True, slots=True)
class Answer:
    """What follows, each duty once, in date order (no date last). as_on: the day on which it is judged.

    fallen_away: duties of the process that no longer bind. ahead: the case lies in the future, so nothing is late yet.
    """

    outcomes: tuple[Outcome, ...]
    fallen_away: tuple[FallenAway, ...]
    as_on: date
    ahead: bool


def answer(asked: Asked, today: date) -> Answer:
    """Every date that follows from what was asked. Raises Refused, with a sentence, when facts contradict each other.

    today: the day to judge by; a case that lies ahead of it is judged on its own last day.
    """
    if asked.on is None:
        raise Refused("The day is not given.")
    days = asked.known_days
    as_on = max(today, asked.on, *days.values())
    if days:
        happened = [*((event, asked.on) for event in asked.beginning.events), *days.items()]
        course = sendlaw.follow(happened, today=as_on, facts=asked.facts)
        outcomes, fallen = course.duties, course.fallen_away
    else:
        outcomes, fallen = _of_events(asked, asked.on, as_on), ()
    return Answer(_in_order(_worth_saying(outcomes)), fallen, as_on, as_on > today)


def _of_events(asked: Asked, on: date, as_on: date) -> tuple[Outcome, ...]:
    """The rules of each event, leaving out those that are not raised at all without a fact of the case."""
    found = (
        one for event in asked.beginning.events for one in sendlaw.when_all(event, on, facts=asked.facts, today=as_on)
    )
    return tuple(one for one in found if _is_raised(asked, one))


def _is_raised(asked: Asked, one: Outcome) -> bool:
    needed = RULES[one.rule].only_with
    return all(fact in asked.facts or asked.answers.get(fact) == UNKNOWN for fact in needed)


def _worth_saying(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """Each sentence once, and without the steps that do not follow in this case, unless nothing else is left."""
    once = tuple({(one.for_parent, one.rule * (one.result == "unknown")): one for one in outcomes}.values())
    told = tuple(one for one in once if not _does_not_follow(one))
    return told or once


def _does_not_follow(one: Outcome) -> bool:
    return one.result == "no_fixed_date" and one.event.startswith(_CHOOSING) and not is_standing(one)


def is_standing(one: Outcome) -> bool:
    """Whether the law gives a duty without a number, rather than no duty in this case."""
    rule = RULES[one.rule]
    return rule.sense == "last_day" and rule.limit_name in LIMITS and LIMITS[rule.limit_name][0].count == "NONE"


def _in_order(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    return tuple(sorted(outcomes, key=lambda one: one.due_on or one.original_due_on or date.max))


def holder_of(one: Outcome) -> str:
    """Whose duty it is, in the family's words: "the council", "you"."""
    return RULES[one.rule].who.parent


def goes_on(one: Outcome) -> bool:
    """Whether it is a duty that begins on its day and then goes on, such as securing the provision of a plan."""
    return RULES[one.rule].goes_on


def plain_duty(one: Outcome) -> str:
    """What is owed, in the family's words: "tell you if the plan will stay, change or stop"."""
    return RULES[one.rule].plain


def without_its_day(one: Outcome) -> str:
    """The sentence for a family where the day, or that there is none, stands beside it already.

    A rule with a sentence of its own keeps it whole.
    """
    rule = RULES[one.rule]
    if (one.result == "deadline" and not rule.parent) or (one.result == "no_fixed_date" and is_standing(one)):
        return duty_for_parent(rule, one.law_or_guidance)
    return one.for_parent


def procedure_of(rule: Rule) -> str:
    """The part of the law a rule belongs to: the name of its module in the rule book."""
    return rule.work.__module__.rsplit(".", 1)[-1]


def questioned(
    *,
    event: str,
    on: str,
    rule: str | None = None,
    facts: Mapping[str, object] | None = None,
    today: str | None = None,
    done_on: str | None = None,
    law_on: str | None = None,
) -> tuple[Outcome, ...]:
    """The library's own answer to one question as another program puts it: one rule, or all that run from the event.

    Raises Refused, with a sentence, for whatever the library refuses, and for days before 1900 or after 2099.
    """
    known = Facts(facts)
    _refuse_days_out_of_reach(known)
    days = {
        name: as_day(name, day) for name, day in (("today", today), ("done_on", done_on), ("law_on", law_on)) if day
    }
    for name, day in {**days, "on": as_day("on", on)}.items():
        _refuse_out_of_reach(name, day)
    if rule is not None:
        return (sendlaw.when(event, on, rule, facts=known, **days),)
    if done_on is not None:
        raise Refused("done_on says when one duty was met; give the rule it belongs to as well.")
    return sendlaw.when_all(event, on, facts=known, **days)


def _refuse_days_out_of_reach(facts: Facts) -> None:
    for name, value in facts.items():
        for day in _days_in(value):
            _refuse_out_of_reach(name, day)


def _days_in(value: object) -> Iterator[date]:
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _days_in(one)


def _refuse_out_of_reach(name: str, day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refused(f"{name} must lie from {FIRST_DAY.year} to {LAST_DAY.year}; {day.isoformat()} does not.")
