"""The shape of one question, and what its answer tells sendlaw. Every question may be answered "I do not know"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from goldenthread.law.what_happened.shapes import Text

UNKNOWN = "unknown"
NONE = "none"


class Kind(StrEnum):
    """How a question is answered. TWO_DAYS are a first day and a day that ends it; DAYS are none to three days."""

    ONE_OF = "one_of"
    SOME_OF = "some_of"
    DAY = "day"
    TWO_DAYS = "two_days"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. tells: the facts it gives to sendlaw; None: the question's own fact, with this value.

    within: the first and last day of an event for which it is offered at all; None: always.
    """

    value: str
    text: Text
    hint: Text = ""
    tells: Mapping[str, object] | None = None
    within: tuple[date, date] | None = None

    def offered(self, on: date | None) -> bool:
        return self.within is None or (on is not None and self.within[0] <= on <= self.within[1])


@dataclass(frozen=True, slots=True)
class Question:
    """One fact as it is asked for.

    name: its key in the address. facts: the keys of sendlaw it gives (two for TWO_DAYS; empty: the name itself).
    only_if: another question's key, and the answers to it after which this one is asked.
    labels: the names of the boxes of TWO_DAYS and DAYS. none_text: the answer that there is no such day.
    if_unknown: what "I do not know" means for the dates, where the law gives one all the same.
    from_start: a day that cannot come before the day of the event.
    """

    name: str
    kind: Kind
    text: Text
    hint: Text = ""
    choices: tuple[Choice, ...] = ()
    facts: tuple[str, ...] = ()
    only_if: tuple[str, frozenset[str]] | None = None
    labels: tuple[Text, ...] = ()
    none_text: Text = ""
    if_unknown: Text = ""
    from_start: bool = False
    short: Text = ""
    _by_value: Mapping[str, Choice] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_value", {choice.value: choice for choice in self.choices})

    def choice(self, value: str) -> Choice | None:
        return self._by_value.get(value)

    def read(self, value: str) -> str | None:
        """The answer in its one spelling, or None when it is not an answer to this question."""
        if value == UNKNOWN or (value == NONE and self.none_text):
            return value
        if self.kind == Kind.ONE_OF:
            return value if value in self._by_value else None
        if self.kind == Kind.SOME_OF:
            chosen = set(value.split(","))
            return ",".join(one for one in self._by_value if one in chosen) if chosen <= set(self._by_value) else None
        return self._read_days(value)

    def _read_days(self, value: str) -> str | None:
        days = tuple(day_of(part) for part in value.split(","))
        wanted = {Kind.DAY: (1, 1), Kind.TWO_DAYS: (2, 2)}.get(self.kind, (1, len(self.labels)))
        if None in days or not wanted[0] <= len(days) <= wanted[1]:
            return None
        known = [day for day in days if day is not None]
        if self.kind == Kind.TWO_DAYS and known[1] < known[0]:
            return None
        return ",".join(day.isoformat() for day in (sorted(known) if self.kind == Kind.DAYS else known))

    def tells(self, value: str) -> dict[str, object]:
        """The facts for sendlaw that an answer (in its one spelling) gives; nothing for "I do not know"."""
        if value in (UNKNOWN, NONE) and (value == UNKNOWN or self.none_text):
            return {}
        keys = self.facts or (self.name,)
        if self.kind == Kind.ONE_OF:
            tells = self._by_value[value].tells
            return dict(tells) if tells is not None else {keys[0]: value}
        if self.kind == Kind.DAY:
            return {keys[0]: value}
        parts = value.split(",")
        return dict(zip(keys, parts, strict=True)) if len(keys) == 2 else {keys[0]: parts}


def day_of(text: str) -> date | None:
    """A date from year-month-day, or None. Only the plain ten signs: nothing else may stand in an address."""
    if len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
