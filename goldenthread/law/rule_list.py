"""The rule book as staff read it: every rule with its numbers, its source, its certainty and its worked examples.

Read from the package once for each process, since neither changes while the site runs. The worked examples are the
tables that the library is tested with; where the tests are not installed, the list of them is empty and says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from .timeline import RULES, Comparison, Limit, Rule, compare, limits_of, procedure_of, read_examples

EXAMPLES = ("worked_examples.csv", "near_misses.csv", "further_examples.csv")


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example: what happened, what was known, what is expected, and what the library answers now."""

    name: str
    event: str
    on: str
    facts: str
    expected: str
    given: str
    note: str
    table: str

    @property
    def agrees(self) -> bool:
        return self.expected == self.given


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule with all that stands behind it."""

    rule: Rule
    procedure: str
    limits: tuple[Limit, ...]
    examples: tuple[Example, ...]

    @property
    def certainty(self) -> str:
        """The least certain of its numbers."""
        return max((limit.certainty for limit in self.limits), default="")

    @property
    def checks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(limit.check for limit in self.limits if limit.check))


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule, in the order of the rule book."""
    examples = _examples(settings.ROOT / "tests" / "sendlaw")
    return tuple(
        Entry(rule, procedure_of(rule), limits_of(rule), examples.get(rule.name, ())) for rule in RULES.values()
    )


def entry(name: str) -> Entry | None:
    return next((one for one in entries() if one.rule.name == name), None)


def procedures() -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.procedure for one in entries()))


def _examples(folder: Path) -> dict[str, tuple[Example, ...]]:
    found: dict[str, list[Example]] = {}
    for name in EXAMPLES:
        if (folder / name).exists():
            for row in read_examples(folder / name):
                found.setdefault(row["deadline_name"], []).append(_example(row, compare(row), name))
    return {rule: tuple(examples) for rule, examples in found.items()}


def _example(row: dict[str, str], compared: Comparison, table: str) -> Example:
    return Example(
        name=row["id"],
        event=row["start_event"],
        on=row["start_date"],
        facts=_in_words(row["facts"]),
        expected=compared.expected,
        given=compared.given,
        note=row.get("note", ""),
        table=table,
    )


def _in_words(facts: str) -> str:
    """The facts of an example one after the other, so that a narrow page can break the line between them."""
    known = json.loads(facts or "{}")
    return "; ".join(
        f"{name}: {' to '.join(value) if isinstance(value, list) else value}" for name, value in known.items()
    )
