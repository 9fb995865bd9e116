"""Places in the week, for a group or for one child's support."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.process.asking import asked
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

    def act() -> str:
        answers = dict(form.cleaned_data)
        weekdays, leader = [int(day) for day in answers.pop("weekdays")], UUID(answers.pop("leader"))
        actions.plan_week(by=request.viewer, weekdays=weekdays, leader=leader, **whose, **answers)
        messages.success(request, _("The timetable has been changed. Today pages show it from its first day."))
        return str(page["back"])

    viewed(request, "a timetable", children)
    heading = _("Places in the week: %(about)s") % {"about": page["about"]}
    return asked(
        request, form, act, heading=heading, submit=_("Put in the timetable"),
        template="provision/plan_timetable.html", **page,
    )  # fmt: skip


@needs(GROUP_MANAGE)
def end_session(request: Request, planned_session: UUID) -> HttpResponse:
    """The place is free from a day on."""
    viewer = request.viewer
    found, children = queries.planned_session_of(viewer, planned_session)
    back = reverse("group", args=[found.group_id]) if found.group_id else reverse("dose", args=[found.dose_id])
    form = EndSessionForm(request.POST or None, initial={"on": viewer.today})

    def act() -> str:
        actions.end_session(by=viewer, planned_session=planned_session, on=form.cleaned_data["on"])
        messages.success(request, _("The place in the timetable is free from that day."))
        return back

    viewed(request, "a place in the timetable", children)
    return asked(
        request, form, act, heading=_("End a place in the timetable"), submit=_("Free this place"), back=back,
        template="provision/end_session.html", planned=found,
    )  # fmt: skip
