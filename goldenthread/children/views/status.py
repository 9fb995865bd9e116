"""A child's SEN status with its history, and needs."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.process.asking import act_once, asked
from goldenthread.process.submissions import new_submission_key
from goldenthread.request import Request

from ..actions import end_need, set_status, write_need
from ..codes import sen_provision_name, sen_type_name
from ..forms.status import EndForm, NeedForm, StatusForm
from ..models import Area, Need, StatusEntry
from ..permissions import CHILD_VIEW, STATUS_CHANGE
from ..queries.needs import needs_ever
from ..queries.record import child_of
from ..queries.status import status_history
from ..record_parts import tabs_for


@needs(STATUS_CHANGE)
def status(request: Request, child: UUID) -> HttpResponse:
    """Every status the setting has recorded, with both its dates, and the question what it is now."""
    viewer, whose = request.viewer, child_of(request.viewer, child, STATUS_CHANGE)
    form = StatusForm(request.POST or None, today=viewer.today, initial={"true_from": viewer.today})

    def act() -> str:
        set_status(by=viewer, child=child, **form.cleaned_data)
        return reverse("status", kwargs={"child": child})

    gone = act_once(request, form, act)
    if gone is not None:
        return gone
    viewed(request, "status history", [child], thing=whose)
    context = {
        "child": whose,
        "tabs": tabs_for(viewer, child, "status"),
        "form": form,
        "submission_key": new_submission_key(),
        "history": _history(list(status_history(viewer, child))),
    }
    return render(request, "children/status.html", context)


def _history(entries: list[StatusEntry]) -> Table:
    rows = [
        [
            Cell(sen_provision_name(entry.status), note=entry.reason),
            date(entry.true_from),
            date(entry.learned_on),
            entry.recorded_by.name if entry.recorded_by else _("Brought in from another system"),
        ]
        for entry in entries
    ]
    columns = [Column(_("Status and why")), Column(_("So from")), Column(_("Known since")), Column(_("Recorded by"))]
    return Table(caption=_("What has been recorded, newest first"), columns=columns, rows=rows)


@needs(CHILD_VIEW)
def child_needs(request: Request, child: UUID) -> HttpResponse:
    """The needs of today and of the past; those who may change the status may add one."""
    viewer, whose = request.viewer, child_of(request.viewer, child)
    if not viewer.role.staff:
        raise NotFound("staff page")
    may_write = viewer.has(STATUS_CHANGE.name)
    form = NeedForm(request.POST or None, today=viewer.today, initial={"from_on": viewer.today, "rank": "1"})

    def act() -> str:
        answers = form.cleaned_data | {"rank": int(form.cleaned_data["rank"])}
        write_need(by=viewer, child=child, **answers)
        return reverse("needs", kwargs={"child": child})

    gone = act_once(request, form, act) if may_write else None
    if gone is not None:
        return gone
    viewed(request, "needs", [child], thing=whose)
    found = list(needs_ever(viewer, child))
    context = {
        "child": whose,
        "tabs": tabs_for(viewer, child, "needs"),
        "form": form if may_write else None,
        "submission_key": new_submission_key(),
        "standing": _standing([need for need in found if need.to_on is None], may_write),
        "ended": _ended([need for need in found if need.to_on is not None]),
    }
    return render(request, "children/needs.html", context)


def _named(need: Need) -> Cell:
    place = {1: _("primary need"), 2: _("secondary need")}.get(need.rank, _("further need"))
    return Cell(sen_type_name(need.sen_type), note=place)


def _standing(found: list[Need], may_write: bool) -> Table:
    columns = [Column(_("Need")), Column(_("Area")), Column(_("In plain words")), Column(_("Since"))]
    rows: list[list[object]] = []
    for need in sorted(found, key=lambda need: need.rank):
        row: list[object] = [_named(need), Area(need.area).label if need.area else "", need.words, date(need.from_on)]
        if may_write:
            end = reverse("end_need", kwargs={"child": need.child_id, "need": need.pk})
            row.append(Cell(_("End this need"), href=end))
        rows.append(row)
    if may_write:
        columns.append(Column(_("What can be done"), hidden=True))
    return Table(caption=_("Needs today"), columns=columns, rows=rows)


def _ended(found: list[Need]) -> Table:
    columns = [Column(_("Need")), Column(_("From")), Column(_("To")), Column(_("Why it ended"))]
    rows = [[_named(need), date(need.from_on), date(need.to_on), need.ended_because] for need in found]
    return Table(caption=_("Needs of the past"), columns=columns, rows=rows)


@needs(STATUS_CHANGE)
def ending_need(request: Request, child: UUID, need: UUID) -> HttpResponse:
    """One question: when did the need end, and why."""
    viewer, whose = request.viewer, child_of(request.viewer, child, STATUS_CHANGE)
    chosen = needs_ever(viewer, child).filter(pk=need).first()
    if chosen is None:
        raise NotFound("need")
    form = EndForm(request.POST or None, today=viewer.today, initial={"on": viewer.today})
    back = reverse("needs", kwargs={"child": child})

    def act() -> str:
        end_need(by=viewer, need=need, **form.cleaned_data)
        return back

    viewed(request, "needs", [child], thing=whose)
    return asked(
        request, form, act, heading=_("End this need"), submit=_("End the need"), back=back, template="children/question.html", child=whose,
        explanation=sen_type_name(chosen.sen_type),
    )  # fmt: skip
