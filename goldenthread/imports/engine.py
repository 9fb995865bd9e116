"""Run a kind of file over its rows: read, compare, and take. One passing table, gone with the transaction.

All of it works inside the walls of the person who brought the file, in their transaction. Memory stays flat: rows go
from the file to PostgreSQL one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import Any

from django.db import connection
from django.utils import timezone

from goldenthread.access.viewer import Viewer

from .kinds.kind import Kind
from .reading import BadField, cleaned, rows_of

_PARAMETER = re.compile(r"(?<!:):([a-z]+)")


@dataclass
class Compared:
    """What a file would do. problems: in the order of the lines, as (line, field, value, remedy)."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    problems: list[BadField] = field(default_factory=list)


def _parameters(by: Viewer) -> dict[str, Any]:
    return {
        "authority": by.authority, "holder": by.organisation, "person": by.person, "today": by.today,
        "now": timezone.now(),
    }  # fmt: skip


def run(statement: str, by: Viewer) -> list[tuple[Any, ...]]:
    """One statement of a kind, with the viewer's own values for :authority, :holder, :person, :today and :now."""
    sql = _PARAMETER.sub(r"%(\1)s", statement.replace("%", "%%"))
    with connection.cursor() as cursor:
        cursor.execute(sql, _parameters(by))
        return cursor.fetchall() if cursor.description else []


def _passing_table(kind: Kind) -> None:
    columns = ", ".join(f"{name} {of_type}" for name, of_type in kind.table.items())
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS incoming")
        cursor.execute(
            f"CREATE TEMP TABLE incoming (line int, what text DEFAULT 'new', detail text DEFAULT '', {columns})"
            " ON COMMIT DROP"
        )


def _read(kind: Kind, chunks: Iterable[bytes], by: Viewer, compared: Compared) -> Iterator[list[Any]]:
    """The good rows as values of the passing table; what is wrong with the others goes into `compared`."""
    for line, cells in rows_of(chunks, kind.columns):
        compared.rows += 1
        values, bad = cleaned(line, cells, kind.columns)
        if not bad:
            bad = kind.across(line, values, by)
        if bad:
            compared.problems += bad
        else:
            row = kind.to_row(values)
            yield [line, *row.values()]


def _load(kind: Kind, chunks: Iterable[bytes], by: Viewer, compared: Compared) -> None:
    rows = _read(kind, chunks, by, compared)
    first = next(rows, None)
    if first is None:
        return
    filled = list(kind.table)[: len(first) - 1]
    with connection.cursor() as cursor, cursor.copy(f"COPY incoming (line, {', '.join(filled)}) FROM STDIN") as target:
        for row in chain([first], rows):
            target.write_row(row)


def _clashes(kind: Kind, by: Viewer) -> Iterator[BadField]:
    for statement, remedy in kind.clashes:
        for line, name, value in run(statement, by):
            yield BadField(line, name, str(value or "")[:120], str(remedy))


def _without_repeats(problems: Sequence[BadField]) -> list[BadField]:
    ordered = sorted(problems, key=lambda bad: (bad.line, bad.field))
    return [next(same) for _key, same in groupby(ordered, key=lambda bad: (bad.line, bad.field, bad.remedy))]


def compare(kind: Kind, chunks: Iterable[bytes], by: Viewer) -> Compared:
    """Read the file into the passing table and compare it with what is there. Changes nothing.

    Raises FileRefused when the file cannot be read at all. Leaves the passing table for `differences` and `take`.
    """
    compared = Compared()
    _passing_table(kind)
    _load(kind, chunks, by, compared)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE incoming")
        # Right after a large file PostgreSQL still counts on the small tables of before, and would compare each line of
        # the next file with each row there: 73 s for 10,000 pupils instead of one.
        cursor.execute("SET LOCAL enable_nestloop = off")
    for statement in kind.match:
        run(statement, by)
    compared.problems = _without_repeats([*compared.problems, *_clashes(kind, by)])
    for statement in kind.judge:
        run(statement, by)
    counted = dict(run("SELECT what, count(*) FROM incoming GROUP BY what", by))
    compared.new, compared.changed, compared.same = (counted.get(what, 0) for what in ("new", "changed", "same"))
    return compared


def differences(kind: Kind, by: Viewer, most: int) -> list[tuple[int, bool, str, str]]:
    """(line, is new, name, detail) of the first changed rows and the first new ones, up to `most` of each."""
    return [
        (line, what == "new", name[:220], detail)
        for what in ("changed", "new")
        for line, name, detail in run(
            f"SELECT line, {kind.name}, detail FROM incoming WHERE what = '{what}' ORDER BY line LIMIT {most}",  # noqa: S608
            by,
        )
    ]


def take(kind: Kind, by: Viewer) -> None:
    """Write what the passing table holds. Call after `compare`, in its transaction, when it found no problem."""
    for statement in kind.take:
        run(statement, by)
