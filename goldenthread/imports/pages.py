"""What the pages of this room show, put together for their templates."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components import Cell, Column, Table

from . import queries
from .kinds import KINDS
from .models import Batch, FileKind

PROBLEMS_SHOWN = 200


def kind_page(kind: FileKind) -> dict[str, Any]:
    columns = [
        (column.name, column.meaning, _("yes") if column.required else "", column.example)
        for column in KINDS[kind].columns
    ]
    table = Table(
        caption=_("What each column means"),
        columns=[Column(_("Column")), Column(_("What it means")), Column(_("Needed")), Column(_("Example"))],
        rows=columns,
    )
    return {"kind": kind, "columns": table}


def batch_page(viewer: Viewer, batch: Batch) -> dict[str, Any]:
    problems = list(queries.problems_of(viewer, batch)[:PROBLEMS_SHOWN])
    changes = list(queries.changes_of(viewer, batch))
    return {
        "batch": batch,
        "kind": FileKind(batch.kind),
        "problem_table": Table(
            caption=_("What to put right"),
            columns=[Column(_("Line"), numeric=True), Column(_("Column")), Column(_("Value")), Column(_("What to do"))],
            rows=[(bad.line, bad.field, bad.value or Cell(_("(empty)")), bad.remedy) for bad in problems],
            row_headers=False,
        ),
        "more_problems": batch.problems > len({bad.line for bad in problems}) or len(problems) == PROBLEMS_SHOWN,
        "changed_table": _changes(_("What would change"), [row for row in changes if not row.is_new]),
        "new_table": _changes(_("What would be new"), [row for row in changes if row.is_new]),
        "changes_left_out": max(0, batch.changed - sum(not row.is_new for row in changes)),
        "new_left_out": max(0, batch.new - sum(row.is_new for row in changes)),
    }


def _changes(caption: str, rows: list[Any]) -> Table:
    """Lines of the file with the name on each, and what changes where a line says so."""
    columns = [Column(_("Line"), numeric=True), Column(_("Name"))]
    if not any(row.detail for row in rows):
        return Table(caption, columns, [(row.line, row.name) for row in rows], row_headers=False)
    columns.append(Column(_("Detail")))
    return Table(caption, columns, [(row.line, row.name, row.detail) for row in rows], row_headers=False)
