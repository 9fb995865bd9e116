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
from goldenthread.design_system.components import Column, Table
from goldenthread.request import Request

from ...queries.children import is_family
from ...queries.looked import looks_at, named
from ..common import about, for_family, for_staff

A_PAGE = 50


@needs(ACCESS_LOG_VIEW)
def who_has_looked(request: Request, child: UUID) -> HttpResponse:
    found = about(request, child, ACCESS_LOG_VIEW, "who has looked")
    part = Paginator(looks_at(request.viewer, found.pk), A_PAGE).get_page(request.GET.get("page"))
    family = is_family(request.viewer)
    rows = [
        [date_format(timezone.localtime(look.at), "j M Y, g.i a"), look.who, look.role, look.what, look.why]
        for look in named(request.viewer, part.object_list)
    ]
    columns = [Column(_("When")), Column(_("Who")), Column(_("Role")), Column(_("Page")), Column(_("Why they may"))]
    if family:
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    table = Table(_("Who has looked, newest first"), columns, rows, caption_hidden=True)
    context = for_family(request, found) if family else for_staff(request, found, "who_has_looked")
    context |= {
        "table": table,
        "part": part,
        "layout": "layouts/family.html" if family else "layouts/staff.html",
        "family": family,
    }
    return render(request, "sen_support/who_has_looked.html", context)
