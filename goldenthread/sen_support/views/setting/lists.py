"""The lists a SENCO works from: worries, and the calendar of reviews. Narrowed down, cut where they are long, downloaded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date as day
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.children.permissions import REGISTER_EXPORT
from goldenthread.children.register_address import with_changes
from goldenthread.children.register_export import Export
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.request import Request

from ...downloads import export_reviews, export_worries
from ...forms.lists import ListFilters, review_filters, worry_filters
from ...models import Review
from ...permissions import CALENDAR_VIEW, CONCERN_RAISE, CONCERN_VIEW
from ...queries.concerns import my_concerns
from ...queries.lists import concerns_listed, reviews_listed, supported_children_listed
from ...queries.reviews import first_support_day, meeting_dates
from ..common import staff_only
from .worries import worry_table

SHOWN = 200
WANTED_MEETINGS = 3
A_YEAR = timedelta(days=365)


def _around(request: Request, form: ListFilters, found: int, download: str) -> dict[str, Any]:
    """What stands around a list: its filters, those in force, how much of it is shown, and where the file is."""
    chosen = [{"text": form.in_words(name), "href": with_changes(request.GET, **{name: ""})} for name in form.chosen]
    file = reverse(download) + with_changes(request.GET) if request.viewer.has(REGISTER_EXPORT.name) else ""
    return {"form": form, "chosen": chosen, "found": found, "shown": min(found, SHOWN), "download": file}


@needs(CONCERN_RAISE)
def worries(request: Request) -> HttpResponse:
    """What waits for a decision or a second look, most urgent first; and what this person raised themselves."""
    staff_only(request)
    viewer, context = request.viewer, dict[str, Any]()
    waiting = []
    if viewer.has(CONCERN_VIEW.name):
        form = worry_filters(request.GET, viewer)
        found = concerns_listed(viewer, form.asked)
        waiting = list(found[:SHOWN])
        context = _around(request, form, found.order_by().count(), "download_worries")
        context["waiting"] = worry_table(request, _("Worries, most urgent first"), waiting, of_several=True)
    mine = list(my_concerns(viewer)[:SHOWN])
    viewed(request, "worries", {concern.child_id for concern in [*waiting, *mine]})
    context |= {"mine": worry_table(request, _("Raised by me"), mine, of_several=True), "any_mine": bool(mine)}
    return render(request, "sen_support/worries.html", context)


@needs(REGISTER_EXPORT)
@require_GET
def download_worries(request: Request) -> HttpResponse:
    """The list as it is narrowed down now, all of it, for a spreadsheet."""
    return _file(request, export_worries(by=request.viewer, asked=worry_filters(request.GET, request.viewer).asked))


@needs(REGISTER_EXPORT)
@require_GET
def download_reviews(request: Request) -> HttpResponse:
    return _file(request, export_reviews(by=request.viewer, asked=review_filters(request.GET, request.viewer).asked))


def _file(request: Request, made: Export) -> HttpResponse:
    viewed(request, "download of a list", made.children)
    response = HttpResponse(made.content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


@needs(CALENDAR_VIEW)
def reviews(request: Request) -> HttpResponse:
    """Reviews to come by date, and children whose parents were met fewer than three times in twelve months."""
    form = review_filters(request.GET, request.viewer)
    found = reviews_listed(request.viewer, form.asked)
    coming = list(found[:SHOWN])
    context = _around(request, form, found.order_by().count(), "download_reviews")
    few, children = _met_too_seldom(request, form)
    viewed(request, "calendar of reviews", {*children, *(one.child_id for one in coming)})
    context |= {"table": _calendar(request, coming), "few": few}
    return render(request, "sen_support/reviews.html", context)


def _met_too_seldom(request: Request, form: ListFilters) -> tuple[Table, Collection[UUID]]:
    """The children with fewer than three meetings in a year, and whose record that shows."""
    names = {child.pk: child.name for child in supported_children_listed(request.viewer, form.asked)}
    met = meeting_dates(request.viewer, names)
    few = [child for child in names if len(met[child]) < WANTED_MEETINGS]
    began = first_support_day(request.viewer, few)
    rows = [
        [Cell(names[child], reverse("child_plan", args=[child])), len(met[child]), _last(met[child]),
         _since(began.get(child), request.viewer.today)]
        for child in few
    ]  # fmt: skip
    columns = [
        Column(_("Child")), Column(_("Meetings in 12 months"), numeric=True), Column(_("Last")), Column(_("Support")),
    ]  # fmt: skip
    return Table(_("Fewer than three meetings with the parents in the last twelve months"), columns, rows), few


def _last(days: list[day]) -> str:
    return date_format(days[-1], "j M Y") if days else _("none")


def _since(began: day | None, today: day) -> str:
    if began is None:
        return ""
    if began > today - A_YEAR:
        return _("began %s, the year is not over") % date_format(began, "j M Y")
    return _("began %s") % date_format(began, "j M Y")


def _calendar(request: Request, coming: list[Review]) -> Table:
    columns = [Column(_("When")), Column(_("Child")), Column(_("Agreed for")), Column(_("Where")), Column(_("Led by"))]
    rows = [
        [
            Cell(_when(one), note=_("the date has gone by") if one.meets_on < request.viewer.today else ""),
            Cell(one.child.name, reverse("review", args=[one.pk])),
            date(one.agreed_on),
            one.place,
            one.cycle.owner.name if one.cycle.owner else "",
        ]
        for one in coming
    ]
    return Table(_("Reviews to come"), columns, rows)


def _when(review: Review) -> str:
    on = date_format(review.meets_on, "D j M Y")
    return f"{on}, {time_format(review.at, 'g.i a')}" if review.at else on
