"""What the pages of this room show, put together for their templates."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components import Column, Table

from . import queries
from .forms import AlsoForm
from .models import Intake, IntakeState, What


def intake_page(viewer: Viewer, found: Intake) -> dict[str, Any]:
    tables = [_table(viewer, found, what) for what in What] if found.state == IntakeState.CHECKED else []
    counts = found.counts
    return {
        "intake": found,
        "counts": counts,
        "tables": [table for table in tables if table.rows],
        "something": any(counts.get(what.value) for what in (What.NEW, What.CHANGED, What.GONE, What.DOUBTFUL)),
        "also": AlsoForm(doubtful=counts.get(What.DOUBTFUL.value, 0), gone=counts.get(What.GONE.value, 0)),
    }


def _table(viewer: Viewer, found: Intake, what: What) -> Table:
    """The first hundred rows of one kind: the number of each in the source, its name, and what there is to say."""
    rows = [(row.number or "", row.name, _said(row)) for row in queries.rows_of(viewer, found, what)]
    columns = [Column(_("Row"), numeric=True), Column(_("Name")), Column(_("What there is to say"))]
    return Table(f"{what.label} ({found.counts.get(what.value, 0)})", columns, rows, row_headers=False)


def _said(row: Any) -> str:
    parts = [row.why]
    if row.changed:
        parts.append(_("Changes: %s.") % ", ".join(row.changed))
    if row.kept:
        parts.append(_("Locked, so kept as it is: %s.") % ", ".join(row.kept))
    if row.what == What.DOUBTFUL and row.service:
        parts.append(_("Here as: %s.") % row.service.name)
    return " ".join(part for part in parts if part)
