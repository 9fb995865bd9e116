"""Facts of many cases as columns, one array for each fact. A value not given is NaT, -1 or empty text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np  # type: ignore[import-not-found,unused-ignore]

from sendlaw.bulk.answers import NO_DAY, Array
from sendlaw.facts import KEYS, Facts, as_day, as_text, as_whole_number, as_yes_or_no
from sendlaw.refusal import Refused

DAY, FLAG, NUMBER, TEXT = "datetime64[D]", "int8", "int64", "str"
KINDS: dict[Callable[[str, object], object], str] = {
    as_day: DAY,
    as_yes_or_no: FLAG,
    as_whole_number: NUMBER,
    as_text: TEXT,
}
STAY = ("absent_from", "absent_until")
ISSUES = ("issues_health", "issues_other")
REFERRED = ("ehrc_conciliation", "ehrc_conciliation_on")


def _kind(name: str) -> str | None:
    if name in STAY or name == REFERRED[1]:
        return DAY
    if name in ISSUES or name == REFERRED[0]:
        return FLAG
    return KINDS.get(KEYS[name].read) if name in KEYS else None


def _spread(facts: Facts) -> dict[str, object]:
    """One case's facts with its lists taken apart into columns of their own."""
    row = {name: value for name, value in facts.items() if _kind(name) is not None}
    stay = facts.get("absent_from_area")
    if isinstance(stay, tuple):
        row |= dict(zip(STAY, stay, strict=True))
    if issues := facts.texts("issues"):
        row |= {ISSUES[0]: "health" in issues, ISSUES[1]: bool(set(issues) - {"health"})}
    referred = facts.get("ehrc_conciliation")
    if isinstance(referred, date):
        row |= {REFERRED[0]: True, REFERRED[1]: referred}
    return row


def columns(cases: Iterable[Mapping[str, object]]) -> dict[str, Array]:
    """Columns from one mapping of facts for each case, checked as `sendlaw.when` checks them."""
    rows = [_spread(Facts(case)) for case in cases]
    names = sorted({name for row in rows for name in row})
    return {name: _column(name, [row.get(name) for row in rows]) for name in names}


def _column(name: str, values: list[object]) -> Array:
    kind = _kind(name)
    if kind == DAY:
        return np.array([NO_DAY if value is None else value for value in values], dtype=DAY)
    if kind == TEXT:
        return np.array(["" if value is None else value for value in values], dtype=str)
    return np.array([-1 if value is None else value for value in values], dtype=kind)


@dataclass(frozen=True, slots=True)
class Cases:
    """Many cases of one event: their days and their columns of facts."""

    event: str
    starts: Array
    facts: Mapping[str, Array]

    def __post_init__(self) -> None:
        """Refuses a column that is not known or has another length."""
        for name, column in self.facts.items():
            if _kind(name) is None:
                raise Refused(f"There is no column called {name!r} for many cases at once.")
            if len(column) != len(self.starts):
                raise Refused(f"The column {name} has {len(column)} values for {len(self.starts)} cases.")

    def days(self, name: str) -> Array:
        """A column of days; NaT throughout if nobody gave it."""
        return self.facts[name] if name in self.facts else np.full(len(self.starts), NO_DAY, dtype=DAY)

    def flags(self, name: str) -> Array:
        """A column of 1, 0 and -1 (not given)."""
        return self.facts[name] if name in self.facts else np.full(len(self.starts), -1, dtype=FLAG)

    def texts(self, name: str) -> Array:
        """A column of words; empty where not given."""
        return self.facts[name] if name in self.facts else np.full(len(self.starts), "", dtype="U1")

    def are(self, name: str) -> Array:
        """Where a flag is true."""
        return self.flags(name) == 1


def refuse_where(wrong: Array, sentence: str) -> None:
    """Refuses the whole question if any case is wrong, saying how many."""
    if number := int(np.count_nonzero(wrong)):
        raise Refused(f"{sentence} (in {number} of the cases)")
