"""The register as a file for a spreadsheet: every filter applies, and nothing in it is obeyed as a formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from goldenthread.access.permissions import require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.privacy.csv_out import Value, csv_bytes

from .codes import sen_provision_name
from .models import Child, Status
from .permissions import REGISTER_EXPORT
from .queries.register import Asked, order_of, register_rows, values_for
from .queries.status import statuses_of_each
from .register_columns import columns

AT_ONCE = 1000


@dataclass(frozen=True)
class Export:
    """The file, and whose rows are in it."""

    name: str
    content: bytes
    children: tuple[UUID, ...]


@transaction.atomic
def export_register(*, by: Viewer, asked: Asked) -> Export:
    """Make the file and note in the log that it was made, by whom, of how many children, narrowed down by what."""
    require(by, REGISTER_EXPORT)
    children = _in_order(by, asked)
    content = csv_bytes(_head(by, asked.on), _lines(by, asked, children))
    record(
        by,
        "register.exported",
        children=[child.pk for child in children],
        rows=len(children),
        on=asked.on.isoformat(),
        filters=sorted(asked.chosen),
    )
    return Export(f"sen-register-{asked.on.isoformat()}.csv", content, tuple(child.pk for child in children))


def _in_order(by: Viewer, asked: Asked) -> list[Child]:
    order = order_of(by, asked)
    rows = register_rows(by, asked, REGISTER_EXPORT)
    if order.expression is None:
        return list(rows.order_by("-sort_name" if order.descending else "sort_name", "pk"))
    key = F("page_key").desc(nulls_last=True) if order.descending else F("page_key").asc(nulls_last=True)
    return list(rows.annotate(page_key=order.expression).order_by(key, "sort_name", "pk"))


def _head(by: Viewer, on: date) -> list[str]:
    """Headings of the page, with a second one for the quieter line some columns have."""
    head = [_("Family name"), _("First name"), _("Born"), _("Status")]
    for column in columns(by, on):
        head += [str(column.heading), _("%(heading)s, more") % {"heading": column.heading}]
    return head


def _lines(by: Viewer, asked: Asked, children: list[Child]) -> Iterator[list[Value]]:
    """A line for each child. Columns are asked for a thousand children at a time."""
    for start in range(0, len(children), AT_ONCE):
        chunk = children[start : start + AT_ONCE]
        statuses = statuses_of_each(by, [child.pk for child in chunk], asked.on, asked.known_on)
        values = [found for _column, found in values_for(by, chunk, asked.on)]
        for child in chunk:
            line: list[Value] = [child.family_name, child.first_name, child.born_on, _status(statuses.get(child.pk))]
            for found in values:
                shown = found.get(child.pk)
                line += [shown.text, shown.note] if shown else ["", ""]
            yield line


def _status(status: str | None) -> str:
    return str(sen_provision_name(status or Status.NONE))
