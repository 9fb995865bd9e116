"""The teacher's day: what to do for whom, recorded in two taps."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goldenthread.access.permissions import Refused
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.forms.errors import problems
from goldenthread.letters.other_children import OtherChildren, Roll
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ... import actions, queries
from ...forms import LineForm
from ...models import DeliveryState, Reason
from ...permissions import DELIVERY_RECORD, TODAY_VIEW
from ...today import to_write


@needs(TODAY_VIEW)
def today(request: Request, day: date | None = None) -> HttpResponse:
    """The sessions of one day, what is not recorded yet, which profiles to read, and what is asked of this person."""
    viewer = request.viewer
    on = day or viewer.today
    shown = queries.sessions_on(viewer, on)
    profiles = queries.profiles_to_read(viewer)
    asked = to_write(viewer)
    children = shown.children | {profile.child_id for profile in profiles}
    viewed(request, "sessions of the day", sorted(children.union(*(one.children for one in asked))))
    page = {
        "day": shown,
        "is_today": on == viewer.today,
        "has_come": on <= viewer.today,
        "unrecorded": [late for late in queries.unrecorded_this_week(viewer) if late.on != on],
        "profiles": profiles,
        "to_write": asked,
        "classes": queries.classes_of(viewer),
        "reasons": Reason.choices,
        "key": new_submission_key(),
    }
    return render(request, "provision/today.html", page)


def _to_day(day: date, planned_session: UUID) -> str:
    return f"{reverse('today_on', args=[day])}#session-{planned_session}"


def _tell(request: HttpRequest, done: actions.GroupRecord) -> None:
    """What was written, and what others had written before."""
    if done.made:
        said = ngettext("Recorded for %(count)d child.", "Recorded for %(count)d children.", len(done.made))
        messages.success(request, said % {"count": len(done.made)})
    if done.already:
        messages.info(request, actions.already_said(done.already[0]))


@needs(DELIVERY_RECORD)
@require_POST
def record_all(request: Request, planned_session: UUID, day: date) -> HttpResponse:
    """One tap for the whole group: all done, or (with a reason) did not happen."""
    reason = request.POST.get("reason", "")
    if reason and reason not in Reason.values:
        raise Refused(_("Choose one of the reasons: staff ill, child away, trip, room or other."))
    state = DeliveryState.MISSED if reason else DeliveryState.DELIVERED
    entry = actions.Entry(state=state, reason=reason)

    def act() -> str:
        _tell(request, actions.record_group(by=request.viewer, planned_session=planned_session, on=day, entries=entry))
        return _to_day(day, planned_session)

    return once(request, act)


@needs(DELIVERY_RECORD)
def session(request: Request, planned_session: UUID, day: date) -> HttpResponse:
    """One session child by child: done, part or missed, as first written or mended."""
    shown = queries.session_on(request.viewer, planned_session, day)
    roll = Roll(request.viewer)
    forms = [
        LineForm(
            request.POST or None,
            prefix=row.dose.pk.hex,
            about=row.child.name,
            planned=shown.planned.minutes,
            written=row.entry,
            other_children=OtherChildren(request.viewer, row.dose.child_id, roll),
        )
        for row in shown.rows
    ]
    sound = [form.is_valid() for form in forms]  # every line is checked, so that every mistake is shown
    if request.method == "POST" and all(sound):
        lines = [
            actions.Line(row.dose.pk, form.cleaned_data["seen"], form.entry)
            for row, form in zip(shown.rows, forms, strict=True)
            if form.entry is not None
        ]
        done = actions.write_session(by=request.viewer, planned_session=planned_session, on=day, lines=lines)
        _tell(request, done)
        forget(request)
        return redirect(_to_day(day, planned_session))
    fill_again(request, *forms)
    viewed(request, "a session, child by child", [row.dose.child_id for row in shown.rows])
    page = {
        "session": shown, "lines": list(zip(shown.rows, forms, strict=True)), "forms": forms, "day": day,
        "found": [line for form in forms for line in problems(form)],
    }  # fmt: skip
    return render(request, "provision/session.html", page)
