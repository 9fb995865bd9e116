"""Limits loosened for a time. The only one so far ran from 1 May to 25 September 2020 (coronavirus).

It lifted a limit that could not practically be met for a reason relating to coronavirus; it made no
other date. What the sources do not give, limit by limit, is answered Unknown, never guessed.
Source: SI 2020/471; decision record 0117.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from sendlaw.events import Start
from sendlaw.outcomes import Deadline, Excuse, Lifted, Result, Unknown
from sendlaw.parameters import INSTRUMENTS, Limit
from sendlaw.words import short_day


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A time in which some limits need not have been met. Both days are inside."""

    since: date
    until: date
    citation: str
    reasons: frozenset[str]
    sentence: str
    rules: frozenset[str]
    changed: frozenset[str]

    @property
    def touches_events_of(self) -> tuple[date, date]:
        """The first and last day of an event whose limit can have ended inside it: none it lifted is over a year."""
        return self.since.replace(year=self.since.year - 1), self.until

    def was_given_as_reason(self, start: Start) -> bool:
        """Whether the authority's own reason is the one this relaxation was about."""
        return (start.facts.text("la_reason") or "").lower() in self.reasons


def _read() -> tuple[Relaxation, ...]:
    tables = tomllib.loads((files(__package__) / "relaxations.toml").read_text(encoding="utf-8"))
    return tuple(
        Relaxation(
            since=one["from"],
            until=one["until"],
            citation=f"{INSTRUMENTS[one['instrument']].short} {one['provision']}",
            reasons=frozenset(one["reasons"]),
            sentence=one["sentence"],
            rules=frozenset(one["rules"]),
            changed=frozenset(INSTRUMENTS[name].short for name in one["changed"]),
        )
        for one in tables.values()
    )


RELAXATIONS = _read()


def _during(one: Relaxation, rule: str, due: Deadline, impractical: bool | None) -> Result:
    """The answer for a limit whose last day fell inside the relaxation."""
    if rule not in one.rules:
        reason = f"How {one.citation} treated this limit was not read."
        return Unknown(("text of SI 2020/471 for this limit",), reason, due.steps, due.basis)
    if impractical is not True:
        found = "It was found practical to meet it." if impractical is False else "No finding says it was impractical."
        return Deadline(due.on, (*due.steps, f"The limit could be lifted then, but: {found}"), due.warn_on, due.basis)
    steps = (*due.steps, one.sentence, "The limit is lifted; no other date takes its place.")
    return Lifted(due.on, Excuse("coronavirus", one.sentence, one.citation), steps, due.basis)


def _unmoved_by_reason(start: Start, result: Result) -> Result:
    """The result as it is; where the authority gave a reason for delay, the sum says that it changes nothing."""
    reason = start.facts.text("la_reason")
    if reason is None or not isinstance(result, Deadline):
        return result
    said = f"The reason given ({reason.replace('_', ' ')}) is not an exception to this limit."
    return Deadline(result.on, (*result.steps, said), result.warn_on, result.basis)


def relaxed(rule: str, limit: Limit, start: Start, result: Result) -> Result:
    """The result as it was under any relaxation that was given as the reason; otherwise unchanged."""
    for one in RELAXATIONS:
        touched = isinstance(result, Deadline) and one.was_given_as_reason(start)
        if not touched or limit.instrument.short not in one.changed or not isinstance(result, Deadline):
            continue
        if one.since <= result.on <= one.until:
            return _during(one, rule, result, start.facts.says("impractical"))
        if start.on <= one.until < result.on and start.facts.says("impractical"):
            reason = f"How a limit that ran past {short_day(one.until)} was treated was not read."
            missing = ("text of SI 2020/471 for limits still running at its end",)
            return Unknown(missing, reason, result.steps, result.basis)
    return _unmoved_by_reason(start, result)
