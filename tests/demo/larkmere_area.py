"""The area built once for all tests, with the lookups they share."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from goldenthread.demo.larkmere.borough import parts
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import (
    ClosureRow,
    EnrolmentRow,
    OrganisationRow,
    SenStatusRow,
    TermRow,
)


@cache
def all_parts() -> tuple[Part, ...]:
    return tuple(parts())


@cache
def table(kind: type[Any]) -> list[Any]:
    return [row for part in all_parts() for row in part.rows[kind]]


@cache
def by_key(kind: type[Any]) -> dict[UUID, Any]:
    return {row.key: row for row in table(kind)}


def grouped(rows: Iterable[Any], field: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, field)].append(row)
    return found


@cache
def current_enrolments() -> dict[UUID, Any]:
    """The sole or main enrolment of every child on roll, by child."""
    running = [e for e in table(EnrolmentRow) if e.until_on is None and e.status in ("C", "M")]
    assert len({e.child for e in running}) == len(running)
    return {e.child: e for e in running}


@cache
def status_rows() -> dict[UUID, list[Any]]:
    return grouped(table(SenStatusRow), "child")


def status_on(child: UUID, day: date) -> str | None:
    rows = [row for row in status_rows().get(child, []) if row.from_on <= day]
    return max(rows, key=lambda row: row.from_on).status if rows else None


def organisation(name: str) -> Any:
    return next(row for row in table(OrganisationRow) if row.name == name)


@cache
def closed_days(organisation_key: UUID) -> frozenset[date]:
    """Days shut by a closure, worked out from the rows and not from the generator's calendar."""
    closures = [row for row in table(ClosureRow) if row.organisation in (None, organisation_key)]
    return frozenset(
        row.from_on + timedelta(days=n) for row in closures for n in range((row.until_on - row.from_on).days + 1)
    )


def is_open(organisation_key: UUID, day: date) -> bool:
    in_term = any(term.from_on <= day <= term.until_on for term in table(TermRow))
    return in_term and day.weekday() < 5 and day not in closed_days(organisation_key)
