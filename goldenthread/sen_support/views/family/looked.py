"""Who has looked, for the family and for those who lead in the setting."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.children.permissions import ACCESS_LOG_VIEW
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.request import Request

from ...queries.children import is_family
from ...queries.looked import Look, days_of, looks_at, told
from ..common import about, for_family, for_staff

A_PAGE = 50


@needs(ACCESS_LOG_VIEW)
def who_has_looked(request: Request, child: UUID) -> HttpResponse:
    found = about(request, child, ACCESS_LOG_VIEW, "who has looked")
    looks = looks_at(request.viewer, found.pk)
    part = Paginator(days_of(looks), A_PAGE).get_page(request.GET.get("page"))
    family = is_family(request.viewer)
    table = looks_table(told(request.viewer, looks, part.object_list))
    context = for_family(request, found) if family else for_staff(request, found, "who_has_looked")
    context |= {
        "table": table,
        "part": part,
        "layout": "layouts/family.html" if family else "layouts/staff.html",
        "family": family,
    }
    return render(request, "sen_support/who_has_looked.html", context)


def looks_table(looks: list[Look]) -> Table:
    """One row a person and day. The column of reasons is there only when somebody had one besides their role."""
    columns = [Column(_("When")), Column(_("Who")), Column(_("Role")), Column(_("What they looked at"))]
    rows: list[list[object]] = [
        [Cell(date_format(look.on, "j M Y"), note=_between(look)), look.who, look.role, "; ".join(look.what)]
        for look in looks
    ]
    if any(look.why for look in looks):
        columns.append(Column(_("Why they may")))
        for row, look in zip(rows, looks, strict=True):
            row.append("; ".join(look.why))
    return Table(_("Who has looked, newest first"), columns, rows, caption_hidden=True)


def _between(look: Look) -> str:
    """The time of the one look, or of the first and the last."""
    first, last = (date_format(timezone.localtime(at), "g.i a") for at in (look.first, look.last))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
