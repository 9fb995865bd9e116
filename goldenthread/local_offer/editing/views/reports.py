"""What people say is wrong on a page, for the provider and the officer: in working days, to its end."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.audit.log import viewed
from goldenthread.design_system.components.states import tag
from goldenthread.process.asking import asked, posted
from goldenthread.request import Request

from ..actions import reporting
from ..forms.short import CloseReportForm, ReasonForm
from ..models import EntryReport
from ..permissions import ENTRY_REPORT_HANDLE, OFFER_CLAIM_DECIDE
from ..states import NOT_CLOSED, REPORT
from .showing import person_name, show

_COLOURS = {"received": "purple", "looking": "", "unchanged": "purple", "mended": "green", "nothing": "grey"}
_SHOWN = 200


def _tag(report: EntryReport) -> object:
    return tag(str(REPORT.states[report.state][0]), _COLOURS[report.state])


@needs(ENTRY_REPORT_HANDLE)
@require_safe
def entry_reports(request: Request) -> HttpResponse:
    """What is open, what is due first at the top; and what was dealt with lately."""
    found = reachable(request.viewer, EntryReport.objects.all(), ENTRY_REPORT_HANDLE)
    today = request.viewer.today
    waiting = [
        (report, _tag(report), report.due_on < today)
        for report in found.filter(state__in=NOT_CLOSED).order_by("due_on", "id")[:_SHOWN]
    ]
    closed = [(report, _tag(report)) for report in found.exclude(state__in=NOT_CLOSED).order_by("-received_at")[:20]]
    return show(request, "reports.html", waiting=waiting, closed=closed)


@needs(ENTRY_REPORT_HANDLE)
@require_safe
def entry_report(request: Request, page_report: UUID) -> HttpResponse:
    """What was said, of which entry, by when, and what was done. The address for the answer only to the officers.

    That it was read is noted: people write names in spite of all.
    """
    viewer, found = request.viewer, _report(request, page_report)
    viewed(request, "what is wrong on a page", [], thing=found)
    context = {
        "report": found, "tag": _tag(found), "turn": REPORT.states[found.state][1],
        "late": found.state in NOT_CLOSED and found.due_on < viewer.today,
        "moves": {move.name for move in REPORT.open_to(viewer, found.state)}, "officer": viewer.has(OFFER_CLAIM_DECIDE.name),
        "entries": [(one, REPORT.states[one.to_state][0], person_name(one.by)) for one in found.entries.select_related("by")],
    }  # fmt: skip
    return show(request, "report.html", **context)


def _report(request: Request, report: UUID) -> EntryReport:
    return reach_one(request.viewer, EntryReport.objects.select_related("service"), ENTRY_REPORT_HANDLE, report)


@needs(ENTRY_REPORT_HANDLE)
@require_POST
def take_entry_report(request: Request, page_report: UUID) -> HttpResponse:
    reporting.take_report(by=request.viewer, report=page_report)
    messages.success(request, _("Yours now. Say what came of it when you have looked."))
    return redirect("entry_report", page_report=page_report)


@needs(ENTRY_REPORT_HANDLE)
def close_entry_report(request: Request, page_report: UUID) -> HttpResponse:
    _report(request, page_report)
    form = CloseReportForm(posted(request))

    def act() -> str:
        mended = form.cleaned_data["outcome"] == "mended"
        closed = reporting.close_report(
            by=request.viewer, report=page_report, mended=mended, reason=form.cleaned_data["reason"]
        )
        if closed.state in NOT_CLOSED:
            messages.success(request, _("Kept. A Local Offer officer looks at it now, and closes it."))
        else:
            messages.success(request, _("Done. Whoever left an address is told."))
        return reverse("entry_reports")

    back = reverse("entry_report", args=[page_report])
    return asked(request, form, act, heading=_("What came of it?"), submit=_("Close it"), back=back)


@needs(ENTRY_REPORT_HANDLE)
def look_at_report_again(request: Request, page_report: UUID) -> HttpResponse:
    _report(request, page_report)
    form = ReasonForm(posted(request))

    def act() -> str:
        reporting.look_again(by=request.viewer, report=page_report, reason=form.cleaned_data["reason"])
        return reverse("entry_report", args=[page_report])

    back = reverse("entry_report", args=[page_report])
    return asked(request, form, act, heading=_("Look at it again"), submit=_("Open it again"), back=back)
