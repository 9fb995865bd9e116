"""The SENCO's groups: what each child got, who joins, who leaves, when it ends."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.asking import asked, posted
from goldenthread.process.drafts import draft_of
from goldenthread.request import Request

from ... import actions, queries
from ...charts import weeks_chart
from ...forms import AddChildForm, LeaveForm
from ...in_plans import plan_notes
from ...models import Dose
from ...permissions import GROUP_MANAGE
from .choosing import as_day, as_key
from .start import DRAFT


@needs(GROUP_MANAGE)
def groups(request: Request) -> HttpResponse:
    """Every group that runs or is to start, with how much of what was due it delivered."""
    rows = queries.groups_of(request.viewer)
    viewed(request, "groups", sorted({child.pk for row in rows for child in row.children}))
    page = {"rows": rows, "begun": draft_of(request.viewer.person, DRAFT)}
    return render(request, "provision/groups.html", page)


@needs(GROUP_MANAGE)
def group(request: Request, group: UUID) -> HttpResponse:
    """One group: its children and what each got, its weeks, its places in the timetable."""
    row = queries.group_of(request.viewer, group)
    viewed(request, "a group", sorted({dose.child_id for dose in row.doses}), thing=row.group)
    page = {
        "row": row,
        "lines": [(dose, row.of(dose), dose.runs_on(request.viewer.today)) for dose in row.doses],
        "chart": weeks_chart(_("Sessions week by week, all children together"), row.weeks),
        "notes": plan_notes(request.viewer, [dose.child for dose in row.promises], row.promises),
    }
    return render(request, "provision/group.html", page)


@needs(GROUP_MANAGE)
def add_child(request: Request, group: UUID) -> HttpResponse:
    """Another child joins from a day; who is promised help in sessions already is asked whether this is it."""
    viewer = request.viewer
    row = queries.group_of(viewer, group)
    there = {child.pk for child in row.children}
    choices = [
        choice for choice in queries.children_to_choose(viewer, on_register=False) if choice.child.pk not in there
    ]
    names = [(str(choice.child.pk), f"{choice.child.name} ({choice.class_name})") for choice in choices]
    data, start = posted(request), _who_and_when(request)
    first = AddChildForm(data, children=names, initial=start)
    said = first.cleaned_data if first.is_valid() else start if data is None else {}
    helps = _promised(viewer, said, row.group.until_on)
    about = {"child": said.get("child", ""), "from": said["from_on"].isoformat()} if said else {}
    asked_about = {name: request.GET.get(name, "") for name in ("child", "from")}
    if data is not None and about and about != asked_about and (helps or "dose" in data):
        # Whose help is asked about has changed, so what was answered was about something else.
        return redirect(f"{reverse('add_to_group', args=[group])}?{urlencode(about)}")
    form = AddChildForm(data, children=names, helps=helps, initial=start)
    back = reverse("group", args=[group])

    def act() -> str:
        answers = form.cleaned_data
        dose = actions.add_to_group(
            by=viewer, group=group, child=UUID(answers["child"]), from_on=answers["from_on"], dose=form.placed
        )
        messages.success(request, _("%(name)s has joined the group.") % {"name": dose.child.first_name})
        return back

    viewed(request, "children who could join a group", [choice.child.pk for choice in choices])
    heading, submit = _("Add a child to the group"), _("Add to the group")
    return asked(request, form, act, heading=heading, submit=submit, back=back, lead=row.group.name)


def _who_and_when(request: Request) -> dict[str, Any]:
    """The child and the day that the address names, so that the page can ask about help already promised."""
    on = as_day(request.GET.get("from", "")) or request.viewer.today
    return {"child": request.GET.get("child", ""), "from_on": on}


def _promised(viewer: Viewer, said: dict[str, Any], last: date) -> list[Dose]:
    child = as_key(said.get("child", ""))
    return queries.help_to_place(viewer, child, said["from_on"], last) if child else []


@needs(GROUP_MANAGE)
def remove_child(request: Request, group: UUID, child: UUID) -> HttpResponse:
    """A child leaves from a day. What they got stays in the ledger."""
    viewer = request.viewer
    row = queries.group_of(viewer, group)
    name = queries.name_in(row, child)
    others = OtherChildren(viewer, child)
    form = LeaveForm(request.POST or None, initial={"on": viewer.today}, other_children=others)
    back = reverse("group", args=[group])

    def act() -> str:
        actions.remove_from_group(by=viewer, group=group, child=child, **form.cleaned_data)
        messages.success(request, _("%(name)s has left the group.") % {"name": name})
        return back

    viewed(request, "a child in a group", [child], thing=row.group)
    heading, submit = _("Take %(name)s out of the group") % {"name": name}, _("Take out of the group")
    return asked(request, form, act, heading=heading, submit=submit, back=back, lead=row.group.name)


@needs(GROUP_MANAGE)
def stop_group(request: Request, group: UUID) -> HttpResponse:
    """The whole group ends from a day, for every child in it."""
    viewer = request.viewer
    row = queries.group_of(viewer, group)
    every_family = OtherChildren(viewer, None)  # each reads the same reason
    form = LeaveForm(request.POST or None, initial={"on": viewer.today}, other_children=every_family)

    def act() -> str:
        actions.stop_group(by=viewer, group=group, **form.cleaned_data)
        messages.success(request, _("The group has stopped. What was recorded is kept."))
        return reverse("groups")

    viewed(request, "a group", sorted({dose.child_id for dose in row.doses}), thing=row.group)
    return asked(
        request, form, act, heading=_("Stop the group"), submit=_("Stop the group"), kind="warning",
        back=reverse("group", args=[group]), lead=row.group.name,
    )  # fmt: skip
