"""What a kind of file is: columns, a passing table, SQL that compares it with what is there, SQL that takes it.

Everything after the reading is done for all rows at once, in PostgreSQL, inside the walls of the person who
brings the file. The SQL may use :authority, :holder, :person, :today and :now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from goldenthread.access.viewer import Viewer

from ..cells import CellColumn
from ..reading import BadField


@dataclass(frozen=True)
class Kind:
    """table: the passing table's columns with their types (besides line and what, which all have).

    to_row: a line's values → the columns of the passing table. across: what only the whole line can show to be
    wrong. match: statements that find what each line is about. clashes: queries giving (line, field, value,
    remedy) of rows that cannot be taken. judge: sets `what` to new, changed or same, and `detail`. take: the
    statements that write. notes: sentences for the person, by what they may do.
    """

    key: str
    columns: Sequence[CellColumn]
    table: dict[str, str]
    to_row: Callable[[dict[str, Any]], dict[str, Any]]
    across: Callable[[int, dict[str, Any], Viewer], list[BadField]]
    match: Sequence[str]
    clashes: Sequence[tuple[str, str | Promise]]
    judge: Sequence[str]
    name: str
    take: Sequence[str]
    notes: Callable[[Viewer], list[str]] = field(default=lambda viewer: [])
