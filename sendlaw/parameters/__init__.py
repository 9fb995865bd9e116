"""The numbers of the law, each with its dates in force and its source; read from the files of this folder.

A file holds arrays of tables named after a limit, one table for each version of it:

    [["ehcna.decision_to_assess"]]
    value = 6                      # left out for a duty without a number
    unit = "weeks"
    count = "W"                    # how to count: see sendlaw.counting
    from = 2014-09-01              # first day in force; a repealed limit gets `until`, it is never deleted
    instrument = "SI 2014/1530"    # named in instruments.toml
    provision = "reg 4(1), 5(1)"
    kind = "law"                   # law, guidance, or practice (a working aim of ours)
    certainty = "A"                # A read, B sources agree, C check first (`check` says what)

The loader refuses a number without unit, date, count or citation, so a bare number cannot get in.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any

from sendlaw.outcomes import Kind
from sendlaw.refusal import Refused
from sendlaw.words import short_day

REQUIRED = frozenset({"count", "from", "instrument", "provision", "kind", "certainty"})
OPTIONAL = frozenset({"value", "unit", "until", "check", "also"})
COUNTS = frozenset({"W", "D", "DB", "M", "MB", "WD", "WDB", "BK", "BF", "BM", "BWD", "TR", "AGE", "ON", "NONE"})
WITHOUT_NUMBER = frozenset({"NONE", "ON"})


class BadParameter(ValueError):
    """A parameter file says something incomplete or contradictory."""


class NotInForce(Refused):
    """No version of this limit was in force on the day asked about."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An Act, a set of Regulations, rules or guidance, and where to read it."""

    short: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Limit:
    """One version of one limit. `since` and `until` are both inside; `until` None means still in force."""

    name: str
    value: int
    unit: str
    count: str
    since: date
    until: date | None
    instrument: Instrument
    provision: str
    kind: Kind
    certainty: str
    check: str
    fixed_day: tuple[int, int] | None = None

    @property
    def citation(self) -> str:
        """Instrument and provision in one line."""
        return f"{self.instrument.short} {self.provision}".strip()

    def in_force(self, day: date) -> bool:
        """Whether this version was the law on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def _fixed_day(name: str, text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    if not (month.isdigit() and day.isdigit()):
        raise BadParameter(f"{name}: a fixed day is written month-day, such as 02-15.")
    return int(month), int(day)


def read_limit(name: str, row: Mapping[str, Any], instruments: Mapping[str, Instrument]) -> Limit:
    """One version of a limit from its table; raises BadParameter naming what is missing or wrong."""
    missing, unknown = REQUIRED - row.keys(), row.keys() - REQUIRED - OPTIONAL
    if missing or unknown:
        raise BadParameter(f"{name}: missing {sorted(missing)}, unknown {sorted(unknown)}.")
    if row["count"] not in COUNTS:
        raise BadParameter(f"{name}: {row['count']!r} is not a way of counting.")
    value = row.get("value")
    if (value is None) != (row["count"] in WITHOUT_NUMBER) or (value is not None and not row.get("unit")):
        raise BadParameter(f"{name}: a number needs a unit and a way of counting, and only then a number.")
    if row["kind"] not in ("law", "guidance", "practice") or row["certainty"] not in ("A", "B", "C"):
        raise BadParameter(f"{name}: kind is law, guidance or practice; certainty is A, B or C.")
    if row["certainty"] == "C" and not row.get("check"):
        raise BadParameter(f"{name}: certainty C must say what to check.")
    if row["instrument"] not in instruments or not row["provision"]:
        raise BadParameter(f"{name}: the instrument must be listed in instruments.toml and a provision given.")
    return Limit(
        name=name,
        value=value if isinstance(value, int) else 0,
        unit=row.get("unit", ""),
        count=row["count"],
        since=row["from"],
        until=row.get("until"),
        instrument=instruments[row["instrument"]],
        provision=row["provision"],
        kind=row["kind"],
        certainty=row["certainty"],
        check=row.get("check", ""),
        fixed_day=_fixed_day(name, value) if isinstance(value, str) else None,
    )


def read_limits(
    tables: Mapping[str, Iterable[Mapping[str, Any]]], instruments: Mapping[str, Instrument]
) -> dict[str, tuple[Limit, ...]]:
    """Every version of every limit, in date order; two versions in force on one day are refused."""
    limits: dict[str, tuple[Limit, ...]] = {}
    for name, rows in tables.items():
        versions = tuple(sorted((read_limit(name, row, instruments) for row in rows), key=lambda one: one.since))
        for earlier, later in pairwise(versions):
            if earlier.until is None or earlier.until >= later.since:
                raise BadParameter(f"{name}: two versions are in force on {later.since}.")
        limits[name] = versions
    return limits


def _load() -> tuple[dict[str, Instrument], dict[str, tuple[Limit, ...]]]:
    folder = files(__package__)
    texts = {
        entry.name: tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }
    instruments = {short: Instrument(**named) for short, named in texts.pop("instruments.toml").items()}
    limits: dict[str, tuple[Limit, ...]] = {}
    for file_name, tables in texts.items():
        read = read_limits(tables, instruments)
        if twice := limits.keys() & read.keys():
            raise BadParameter(f"{file_name} repeats {sorted(twice)}.")
        limits |= read
    return instruments, limits


INSTRUMENTS, LIMITS = _load()


@dataclass(frozen=True, slots=True)
class Law:
    """The law as it stood on a day."""

    on: date

    def limit(self, name: str) -> Limit:
        """The version of a limit in force on that day; NotInForce if there was none."""
        for version in LIMITS[name]:
            if version.in_force(self.on):
                return version
        raise NotInForce(f"The table of limits holds no version of this rule in force on {short_day(self.on)}.")
