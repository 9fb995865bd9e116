"""Compare this library with a table of worked examples: one row, one event, one expected date."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sendlaw.asking import when
from sendlaw.outcomes import Outcome
from sendlaw.refusal import Refused

NO_FIXED_DATE = "NO_FIXED_DATE"
COLUMNS = frozenset({"id", "start_event", "start_date", "facts", "deadline_name", "expected_date"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """One worked example beside this library's answer."""

    name: str
    rule: str
    expected: str
    given: str

    @property
    def agrees(self) -> bool:
        """Whether the two are the same."""
        return self.expected == self.given


def answer_in_a_word(outcome: Outcome) -> str:
    """The date, NO_FIXED_DATE, or what is missing, as a table writes it."""
    if outcome.due_on is not None:
        return outcome.due_on.isoformat()
    return NO_FIXED_DATE if outcome.no_fixed_date else f"UNKNOWN ({', '.join(outcome.missing)})"


def compare(row: Mapping[str, str]) -> Comparison:
    """One row of a table of worked examples; a refusal is shown as the answer, never raised."""
    try:
        facts = json.loads(row["facts"] or "{}")
        given = answer_in_a_word(when(row["start_event"], row["start_date"], row["deadline_name"], facts=facts))
    except (Refused, json.JSONDecodeError) as refusal:
        given = f"REFUSED: {refusal}"
    return Comparison(row["id"], row["deadline_name"], row["expected_date"], given)


def compare_all(rows: Iterable[Mapping[str, str]]) -> tuple[Comparison, ...]:
    """Every row, in order."""
    return tuple(compare(row) for row in rows)


def read_examples(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file with the columns of a table of worked examples; refused without them."""
    with path.open(encoding="utf-8", newline="") as table:
        reader = csv.DictReader(table)
        if missing := COLUMNS - set(reader.fieldnames or ()):
            raise Refused(f"{path.name} lacks the columns {', '.join(sorted(missing))}.")
        yield from reader
