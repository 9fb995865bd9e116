"""What a question about the law can be answered with.

A rule gives one of four frozen results: `Deadline`, `Lifted` (an exception in a closed list took
the limit away; no other date replaces it), `NoFixedDate` (the law sets no date here) or
`Unknown` (a fact is missing, and is named); `basis` names the limit it rests on, where that is not the
rule's own. `Outcome` is that result as the rest of the product
sees it: beside the date stand whose duty it is, the citation, the sum, and two sentences.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sense = Literal["last_day", "window", "earliest_day", "day"]
Status = Literal["waiting", "due", "met", "late", "early", "ended", "excused", "unknown"]
ResultName = Literal["deadline", "lifted", "no_fixed_date", "unknown"]
Kind = Literal["law", "guidance", "practice"]


@dataclass(frozen=True, slots=True)
class Excuse:
    """A reason, from a closed list, why a limit need not be met. It never makes another date."""

    name: str
    sentence: str
    citation: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, with the sum that gives it.

    warn_on: the day to show beside it where the law may be read more strictly (never later than `on`).
    """

    on: date
    steps: tuple[str, ...]
    warn_on: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Lifted:
    """The limit need not be met; `instead_of` is the day it would have been, kept in view."""

    instead_of: date
    excuse: Excuse
    steps: tuple[str, ...]
    basis: str = ""


@dataclass(frozen=True, slots=True)
class NoFixedDate:
    """The law sets no date for this case; `reason` is one sentence saying why."""

    reason: str
    steps: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer until the named facts are given. Nothing is guessed."""

    missing: tuple[str, ...]
    reason: str
    steps: tuple[str, ...] = ()
    basis: str = ""


Result = Deadline | Lifted | NoFixedDate | Unknown


@dataclass(frozen=True, slots=True)
class Outcome:
    """One duty in one case: who must do what, by when, why that day, and how it stands today.

    result: "deadline", "lifted", "no_fixed_date" or "unknown"; `due_on` is a date for "deadline" only.
    sense: how to read `due_on`: "last_day" to do a duty by; "window", the last day of a time someone is given
        (a right to comment or appeal); "earliest_day" to act; "day", which comes by itself.
    original_due_on: the day a lifted limit would have had.
    warn_on: an earlier day to plan for, where a stricter reading of the law exists.
    working_target_on: the last working day not after `due_on`; a working aim only, never the law's date.
    status: None when no "today" was given. "waiting" (not yet due, or no fixed date), "due" (today, or
        standing from that day), "met" (done in time, on `met_on`; or the day has come), "late" (by
        `days_late` days; done if `met_on` is set), "early" (done before the earliest day), "ended"
        (a window that has run out), "excused", "unknown".
    law_on: the day whose law was applied. law_version: the day the law in this library was stated on.
    """

    rule: str
    event: str
    started_on: date
    result: ResultName
    sense: Sense
    due_on: date | None
    original_due_on: date | None
    warn_on: date | None
    working_target_on: date | None
    status: Status | None
    met_on: date | None
    days_late: int
    who: str
    must: str
    law_or_guidance: Kind
    citation: str
    certainty: str
    check: str
    excuse: Excuse | None
    missing: tuple[str, ...]
    steps: tuple[str, ...]
    next_steps: tuple[str, ...]
    for_officer: str
    for_parent: str
    law_on: date
    law_version: date

    @property
    def no_fixed_date(self) -> bool:
        """Whether the law gives no date here (lifted, or none set); False while the answer is unknown."""
        return self.result in ("lifted", "no_fixed_date")
