"""For officers of the authority: which schools have a report, and which is due."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.states import state, tag
from goldenthread.design_system.components.words import date
from goldenthread.documents.wording import day
from goldenthread.organisations.permissions import AREA_VIEW
from goldenthread.request import Request

from .. import queries


@needs(AREA_VIEW)
@require_safe
def schools_reports(request: Request) -> HttpResponse:
    """Every school that owes a report, and how it stands. A report that is published elsewhere is only pointed at."""
    found = queries.schools_of_area(request.viewer)
    owing = [one for one in found if one.duty]
    in_time = sum(one.in_time for one in owing)
    context = {
        "table": _table(found) if found else None, "owing": len(owing), "in_time": in_time,
        "share": round(100 * in_time / len(owing)) if owing else None,
    }  # fmt: skip
    return render(request, "school_information/area.html", context)


def _table(found: list[queries.SchoolStands]) -> Table:
    columns = [Column(_("School")), Column(_("Report")), Column(_("Published")), Column(_("To be looked at again by"))]
    rows: list[list[Any]] = [[one.setting.name, _report(one), _published(one), _due(one)] for one in found]
    return Table(_("Schools and their SEN information reports"), columns, rows)


def _report(one: queries.SchoolStands) -> Any:
    if one.report:
        return Cell(_("Read it"), reverse("school_report", args=[one.setting.pk]))
    if one.elsewhere:
        return Cell(_("On the school's own website"), one.elsewhere)
    return tag(_("None known"))


def _published(one: queries.SchoolStands) -> Any:
    return date(one.report.published_on) if one.report else ""


def _due(one: queries.SchoolStands) -> Any:
    if one.outcome is None or one.outcome.due_on is None:
        return ""
    return state("late", day(one.outcome.due_on)) if one.outcome.status == "late" else date(one.outcome.due_on)
