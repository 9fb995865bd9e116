"""What goes in and what comes out, as the OpenAPI document describes it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict

LONGEST = 4000  # characters of the facts in an address


class Excuse(Schema):
    """A reason, from a closed list, why a limit need not be met."""

    name: str
    sentence: str
    citation: str


class Outcome(Schema):
    """One duty: who must do what, by when, why that day, and how it stands. Frozen: the same question, the same answer."""

    rule: str
    event: str
    started_on: date
    result: Literal["deadline", "lifted", "no_fixed_date", "unknown"]
    sense: Literal["last_day", "window", "earliest_day", "day"]
    due_on: date | None = Field(description="A date for the result deadline only.")
    original_due_on: date | None = Field(description="The date that a lifted limit would have had.")
    warn_on: date | None = Field(description="An earlier day to plan for, where a stricter reading of the law exists.")
    working_target_on: date | None = Field(description="The last working day not after due_on. An aim, never the law.")
    status: Literal["waiting", "due", "met", "late", "early", "ended", "excused", "unknown"] | None = Field(
        description="How it stands on the day given as today; null without one."
    )
    met_on: date | None
    days_late: int
    who: str
    must: str
    law_or_guidance: Literal["law", "guidance", "practice"]
    citation: str
    certainty: Literal["A", "B", "C"]
    check: str = Field(description="For certainty C: what to check before relying on it.")
    excuse: Excuse | None
    missing: list[str] = Field(description="The facts without which there is no answer.")
    steps: list[str] = Field(description="The sum, step by step.")
    next_steps: list[str]
    for_officer: str
    for_parent: str
    law_on: date = Field(description="The day whose law was applied.")
    law_version: date = Field(description="The day on which the law in this library was stated.")


class Event(Schema):
    """What can start or end a clock."""

    name: str
    said: str
    rules: list[str] = Field(description="The rules that run from it.")
    comes_after: list[str] = Field(description="Events of the same case that cannot come later.")
    may_lie_ahead: bool
    is_birth: bool


class Fact(Schema):
    name: str
    meaning: str


class Limit(Schema):
    """One version of one number of the law. until: the last day in force; null while it is in force."""

    name: str
    value: int | None
    fixed_day: str | None = Field(description="Month and day, for a limit that is a fixed day of the year.")
    unit: str
    count: str = Field(description="How it is counted: the codes are explained in the answer of the rules.")
    since: date
    until: date | None
    citation: str
    law_or_guidance: Literal["law", "guidance", "practice"]
    certainty: Literal["A", "B", "C"]
    check: str


class Rule(Schema):
    name: str
    starts: list[str]
    who: str
    must: str
    sense: Literal["last_day", "window", "earliest_day", "day"]
    explanation: str
    limits: list[Limit]


class Events(Schema):
    law_version: date
    events: list[Event]


class Facts(Schema):
    facts: list[Fact]


class Rules(Schema):
    law_version: date
    counts: dict[str, str]
    rules: list[Rule]


class Answers(Schema):
    law_version: date
    outcomes: list[Outcome]


class Question(Schema):
    """What happened, on which day, and what else is known. An unknown word anywhere is refused, never passed over."""

    model_config = ConfigDict(extra="forbid")

    event: str = Field(description="A name from /api/law/events.", examples=["ehcna.request_received"])
    on: str = Field(description="The day of the event, year-month-day.", examples=["2026-11-21"])
    rule: str | None = Field(None, description="Only this rule; left out, every rule that runs from the event.")
    facts: dict[str, Any] = Field({}, description="Names from /api/law/facts with their values.")
    today: str | None = Field(None, description="The day on which to judge; left out, the answers have no status.")
    done_on: str | None = Field(None, description="The day the duty was met. Only together with a rule.")
    law_on: str | None = Field(None, description="The day whose law to apply; left out, that of the event.")


class Problem(Schema):
    """What is wrong, in a sentence that says what to do (RFC 9457). known: the words that would have been understood."""

    title: str
    status: int
    detail: str
    known: list[str] = []
