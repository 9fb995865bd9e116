"""Places in the week, for a group or for one child's support."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ... import actions, queries
from ...forms import EndSessionForm, SlotForm
from ...permissions import GROUP_MANAGE


@needs(GROUP_MANAGE)
def plan_group_timetable(request: Request, group: UUID) -> HttpResponse:
    """Give a group its places in the week."""
    row = queries.group_of(request.viewer, group)
    starts = {
        "minutes": row.group.minutes, "place": row.group.place, "leader": row.group.leader_id,
        "from_on": max(row.group.from_on, request.viewer.today),
    }  # fmt: skip
    page = {"about": row.group.name, "planned": row.sessions, "back": reverse("group", args=[group])}
    children = sorted({dose.child_id for dose in row.doses})
    return _plan(request, {"group": group}, starts, children, page)


@needs(GROUP_MANAGE)
def plan_dose_timetable(request: Request, dose: UUID) -> HttpResponse:
    """Give one child's support its places in the week."""
    found = queries.dose_of(request.viewer, dose)
    starts = {
        "minutes": found.minutes, "place": found.place, "leader": found.deliverer_id,
        "from_on": max(found.from_on, request.viewer.today),
    }  # fmt: skip
    page = {
        "about": f"{found.what}, {found.child.name}",
        "planned": queries.sessions_of_dose(request.viewer, found),
        "back": reverse("dose", args=[dose]),
    }
    return _plan(request, {"dose": dose}, starts, [found.child_id], page)


def _plan(
    request: Request, whose: dict[str, UUID], starts: dict[str, Any], children: list[UUID], page: dict[str, Any]
) -> HttpResponse:
    form = SlotForm(request.POST or None, viewer=request.viewer, initial=starts)
    if request.method == "POST" and form.is_valid():
        answers = dict(form.cleaned_data)
        weekdays, leader = [int(day) for day in answers.pop("weekdays")], UUID(answers.pop("leader"))

        def act() -> str:
            actions.plan_week(by=request.viewer, weekdays=weekdays, leader=leader, **whose, **answers)
            messages.success(request, _("The timetable has been changed. Today pages show it from its first day."))
            return str(page["back"])

        return once(request, act)
    viewed(request, "a timetable", children)
    return render(request, "provision/plan_timetable.html", page | {"form": form, "key": new_submission_key()})


@needs(GROUP_MANAGE)
def end_session(request: Request, planned_session: UUID) -> HttpResponse:
    """The place is free from a day on."""
    viewer = request.viewer
    found, children = queries.planned_session_of(viewer, planned_session)
    back = reverse("group", args=[found.group_id]) if found.group_id else reverse("dose", args=[found.dose_id])
    form = EndSessionForm(request.POST or None, initial={"on": viewer.today})
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]

        def act() -> str:
            actions.end_session(by=viewer, planned_session=planned_session, on=on)
            messages.success(request, _("The place in the timetable is free from that day."))
            return back

        return once(request, act)
    viewed(request, "a place in the timetable", children)
    page = {"planned": found, "form": form, "back": back, "key": new_submission_key()}
    return render(request, "provision/end_session.html", page)
