"""Single entries of the ledger: a session outside the timetable, and putting right what was written."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ... import actions, queries
from ...forms import EntryForm, ExtraForm
from ...permissions import DELIVERY_RECORD

_MADE_UP_WITHIN = timedelta(days=100)  # about a term: older missed sessions are no longer offered


@needs(DELIVERY_RECORD)
def extra_session(request: Request, dose: UUID, day: date) -> HttpResponse:
    """Record a session on a day outside the timetable, or in place of a missed one."""
    viewer = request.viewer
    found = queries.dose_of(viewer, dose)
    missed = queries.made_up_choices(queries.ledger_of(viewer, [found], day - _MADE_UP_WITHIN, day), found)
    choices = [(str(entry.pk), _missed_in_words(entry.on, entry.get_reason_display())) for entry in missed]
    others = OtherChildren(viewer, found.child_id)
    form = ExtraForm(request.POST or None, planned=found.minutes or 0, missed=choices, other_children=others)
    if request.method == "POST" and form.is_valid() and form.entry is not None:
        entry, makes_up = form.entry, form.cleaned_data.get("makes_up") or None

        def act() -> str:
            actions.record_delivery(by=viewer, dose=dose, on=day, entry=entry, makes_up=makes_up and UUID(makes_up))
            forget(request)
            messages.success(request, _("Recorded for %(name)s.") % {"name": found.child.first_name})
            return reverse("dose", args=[dose])

        return once(request, act)
    fill_again(request, form)
    viewed(request, "a session to record", [found.child_id], thing=found)
    page = {"dose": found, "day": day, "form": form, "key": new_submission_key(), "is_today": day == viewer.today,
            "before": [viewer.today - timedelta(days=number) for number in range(1, 8)]}  # fmt: skip
    return render(request, "provision/extra_session.html", page)


def _missed_in_words(on: date, reason: str) -> str:
    return _("Yes, the one of %(day)s (%(reason)s)") % {"day": date_format(on, "l j F"), "reason": reason.lower()}


@needs(DELIVERY_RECORD)
def mend_delivery(request: Request, delivery: UUID) -> HttpResponse:
    """Put right one entry. What was written before stays beside it, with who wrote it and when."""
    viewer = request.viewer
    trace = queries.trace_of(viewer, delivery)
    newest = trace[-1]
    planned = newest.planned_session.minutes if newest.planned_session else newest.dose.minutes or 0
    others = OtherChildren(viewer, newest.child_id)
    form = EntryForm(request.POST or None, planned=planned, written=newest, must_choose=True, other_children=others)
    if request.method == "POST" and form.is_valid() and form.entry is not None:
        entry, seen = form.entry, form.cleaned_data["seen"] or newest.pk

        def act() -> str:
            actions.mend_delivery(by=viewer, delivery=seen, entry=entry)
            forget(request)
            messages.success(request, _("Mended. What was written before is kept beside it."))
            return reverse("dose", args=[newest.dose_id])

        return once(request, act)
    fill_again(request, form)
    viewed(request, "an entry of the ledger", [newest.child_id], thing=newest.dose)
    page = {"newest": newest, "trace": trace, "dose": newest.dose, "form": form, "key": new_submission_key()}
    return render(request, "provision/mend_delivery.html", page)
