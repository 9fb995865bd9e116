"""Answers and rules as text, JSON, Markdown or calendar entries. Nothing here depends on the clock."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, timedelta

from sendlaw.outcomes import Outcome
from sendlaw.parameters import LIMITS, Limit
from sendlaw.rulebook import RULES, Rule
from sendlaw.words import day_in_words

CALENDAR_LINE = 75


def _answer(outcome: Outcome) -> str:
    if outcome.due_on is not None:
        return day_in_words(outcome.due_on)
    return {"lifted": "no fixed date", "no_fixed_date": "no date", "unknown": "not known yet"}[outcome.result]


def as_text(outcomes: Iterable[Outcome]) -> str:
    """Each answer with its sentence, its sum and its source."""
    blocks = []
    for one in outcomes:
        lines = [f"{one.rule}: {_answer(one)}", f"  {one.for_officer}", *(f"  {step}" for step in one.steps)]
        standing = f"; {one.status}" if one.status else ""
        blocks.append("\n".join([*lines, f"  {one.law_or_guidance}, certainty {one.certainty}{standing}"]))
    return "\n\n".join(blocks)


def as_json(outcomes: Iterable[Outcome]) -> str:
    """Every field of every answer; dates in ISO form."""
    return json.dumps([asdict(one) for one in outcomes], default=str, indent=2, ensure_ascii=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def as_markdown(outcomes: Iterable[Outcome]) -> str:
    """A table: rule, answer, sentence, source."""
    rows = (
        f"| `{one.rule}` | {_answer(one)} | {_cell(one.for_officer)} | {_cell(one.citation)} ({one.certainty}) |"
        for one in outcomes
    )
    return "\n".join(("| Rule | Date | What it means | Source |", "| --- | --- | --- | --- |", *rows))


def _folded(line: str) -> str:
    """One content line in pieces of at most 75 octets, as RFC 5545 asks."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > CALENDAR_LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join((*pieces, piece))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _entry(one: Outcome, due: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{one.rule}-{one.started_on:%Y%m%d}-{due:%Y%m%d}@sendlaw",
        f"DTSTAMP:{one.law_version:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        _folded(f"SUMMARY:{_escaped(one.must)}"),
        _folded(f"DESCRIPTION:{_escaped(' '.join((one.for_officer, *one.steps)))}"),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def as_calendar(outcomes: Iterable[Outcome]) -> str:
    """All-day entries for the answers that are dates (RFC 5545). The stamp is the law's version, so it repeats."""
    entries = [line for one in outcomes if one.due_on is not None for line in _entry(one, one.due_on)]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sendlaw//SEND time limits in England//EN"]
    return "\r\n".join([*head, *entries, "END:VCALENDAR"])


FORMATS: dict[str, Callable[[Iterable[Outcome]], str]] = {
    "text": as_text,
    "json": as_json,
    "md": as_markdown,
    "ics": as_calendar,
}


def limits_of(rule: Rule) -> tuple[Limit, ...]:
    """Every version of every limit that the rule rests on: those under its own name, or those it names."""
    bases = rule.rests_on or (rule.name,)
    named = (
        limits for name, limits in LIMITS.items() if any(name == base or name.startswith(f"{base}.") for base in bases)
    )
    return tuple(limit for limits in named for limit in limits)


def one_line(rule: Rule) -> str:
    """A rule's name, first sentence and what starts it."""
    return f"{rule.name}: {rule.explanation.splitlines()[0]} [{', '.join(rule.starts)}]"


def _limit_in_words(limit: Limit) -> str:
    until = f" to {limit.until.isoformat()}" if limit.until else ""
    number = f"{limit.value or limit.fixed_day or ''} {limit.unit}".strip()
    check = f" Check: {limit.check}" if limit.check else ""
    said = f"{limit.name}: {number}, counted {limit.count}" if number else f"{limit.name}: no number"
    return f"{said}, from {limit.since.isoformat()}{until}; {limit.citation}; {limit.kind}, {limit.certainty}.{check}"


def explained(rule: Rule) -> str:
    """One rule in full: whose duty, its account of itself, every limit with its dates and source."""
    lines = (
        rule.name,
        f"{rule.who.officer}: {rule.must}",
        f"Runs from: {', '.join(rule.starts)}",
        "",
        "\n".join(line.strip() for line in rule.explanation.splitlines()),
        "",
        *map(_limit_in_words, limits_of(rule)),
    )
    return "\n".join(lines)


def rules_document() -> str:
    """All rules as one Markdown page, for the generated documents."""
    parts = ["# Time limits", "", "Generated from `sendlaw`; change the rules, not this page.", ""]
    for rule in RULES.values():
        name, *rest = explained(rule).splitlines()
        limits = [f"- {line}" for line in map(_limit_in_words, limits_of(rule))]
        body = rest[: len(rest) - len(limits)] if limits else rest
        parts += [f"## {name}", "", *body, *limits, ""]
    return "\n".join(parts).rstrip() + "\n"
