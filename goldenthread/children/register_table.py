"""The register as a table of the design system."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.addresses import address
from goldenthread.design_system.components import Cell, Column, Table

from .codes import sen_provision_name
from .models import Child, Status
from .queries.register import Asked, values_for
from .queries.status import statuses_of_each
from .register_address import with_changes
from .register_columns import RegisterColumn, Shown

STATUS_AFTER = 40  # columns with a higher order stand to the right of the status


def name_in_list(child: Child) -> str:
    """Family name first, as lists are sorted."""
    return f"{child.family_name}, {child.first_name}"


def register_table(viewer: Viewer, asked: Asked, rows: list[Child], query: QueryDict) -> Table:
    """One page of the register. Each heading that can be sorted by is a link; pressed again, it turns round."""
    columns = values_for(viewer, rows, asked.on)
    statuses = statuses_of_each(viewer, [child.pk for child in rows], asked.on, asked.known_on)
    names = {status: str(sen_provision_name(status)) for status in {Status.NONE, *statuses.values()}}
    early = [pair for pair in columns if pair[0].order <= STATUS_AFTER]
    late = columns[len(early) :]
    headings = [
        _heading(asked, query, "", _("Child")),
        *(_column(asked, query, column) for column, _values in early),
        Column(_("Status")),
        *(_column(asked, query, column) for column, _values in late),
    ]
    body = [
        [
            Cell(name_in_list(child), href=address("child", child.pk)),
            *(_cell(values.get(child.pk)) for _column, values in early),
            names[statuses.get(child.pk, Status.NONE)],
            *(_cell(values.get(child.pk)) for _column, values in late),
        ]
        for child in rows
    ]
    return Table(caption=_caption(asked, viewer), columns=headings, rows=body, caption_hidden=True, phone="stack")


def _caption(asked: Asked, viewer: Viewer) -> str:
    if asked.on == viewer.today:
        return _("Children on the SEN register")
    return _("Children on the SEN register on %(day)s") % {"day": date_format(asked.on, "j F Y")}


def _column(asked: Asked, query: QueryDict, column: RegisterColumn) -> Column:
    if column.sort is None:
        return Column(str(column.heading), numeric=column.numeric)
    return _heading(asked, query, column.name, str(column.heading), column.numeric)


def _heading(asked: Asked, query: QueryDict, name: str, text: str, numeric: bool = False) -> Column:
    current = asked.sort == name
    turned = f"-{name or 'name'}" if current and not asked.descending else name
    standing = ("descending" if asked.descending else "ascending") if current else ""
    return Column(text, numeric=numeric, sort_href=with_changes(query, sort=turned), sorted=standing)


def _cell(shown: Shown | None) -> object:
    if shown is None:
        return ""
    if shown.href or shown.note:
        return Cell(shown.html or shown.text, href=shown.href, note=shown.note)
    return shown.html or shown.text
