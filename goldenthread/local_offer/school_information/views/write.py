"""The forms of the report: one part at a time, what looks like a name, sending back and taking down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.permissions import Refused
from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.request import Request

from .. import actions, queries
from ..facts import facts_of
from ..forms import ExplainForm, PartForm, ReasonForm
from ..headings import DRAFT_OF, HEADINGS, WHAT_CHANGED, Heading
from ..models import InformationReport
from ..naming import CHILD, open_finds
from ..permissions import REPORT_APPROVE, REPORT_WRITE
from ..publishing import listing_of

_CHANGED = Heading(
    WHAT_CHANGED, gettext_lazy("What has changed since the last report?"),
    gettext_lazy(
        "Two or three sentences on what is new and why, such as what families told you. The parts that say something"
        " other than last time are listed under it by themselves."
    ),
    "Children and Families Act 2014 s.69",
)  # fmt: skip


@needs(REPORT_WRITE)
@shown_and_sent
def report_heading(request: Request, report: UUID, heading: str) -> HttpResponse:
    """Write one part: help, the facts that stand there anyway, last year's words, and the school's own.

    What is typed is kept while it is typed; whoever saves second sees first what the other saved.
    """
    try:
        return _heading_form(request, _being_written(request, report), heading)
    except actions.SavedMeanwhile:  # saved between our reading and our lock: shown beside what was typed
        return _heading_form(request, _being_written(request, report), heading)


def _heading_form(request: Request, found: InformationReport, heading: str) -> HttpResponse:
    back, words = reverse("one_report", args=[found.pk]), actions.part_of(found, heading)
    around = _around(request, found, heading)
    page = Page(
        name=f"{DRAFT_OF}{heading}:{found.pk}", heading=str(around["heading"].title), submit=_("Save"), back=back,
        template="school_information/heading.html", more=around,
    )  # fmt: skip

    def act(form: PartForm) -> str:
        actions.write_part(
            by=request.viewer, report=found.pk, heading=heading, words=form.cleaned_data["words"].strip(),
            started_from=actions.version_of_part(found, heading),
        )  # fmt: skip
        messages.success(request, _("Saved in the draft."))
        return _next(found, heading) if "next" in request.POST else back

    return long_form(
        request, page, make=lambda data: PartForm(data, initial={"words": words}), act=act,
        shared=Shared({str(PartForm.base_fields["words"].label): words}),
    )  # fmt: skip


def _being_written(request: Request, report: UUID) -> InformationReport:
    """The report while it is a draft; a report that was sent is read, not written."""
    found = queries.report_for(request.viewer, report)
    if found.state != "draft":
        raise Refused(_("This report is no longer being written. Take it back, or begin the next one."))
    return found


def _next(report: InformationReport, heading: str) -> str:
    """The part after this one; after the last, what has changed."""
    keys = [*HEADINGS, WHAT_CHANGED]
    place = keys.index(heading) + 1
    return reverse("report_heading", args=[report.pk, keys[place]]) if place < len(keys) else reverse(
        "one_report", args=[report.pk]
    )  # fmt: skip


def _around(request: Request, report: InformationReport, key: str) -> dict[str, Any]:
    before = queries.latest_words(request.viewer)
    if key == WHAT_CHANGED:
        return {"report": report, "heading": _CHANGED, "facts": [], "last_words": before.what_changed if before else ""}
    facts = facts_of(request.viewer, report.holder, listing_of(report.holder))
    last_words = before.texts.get(key, "") if before else ""
    return {
        "report": report, "heading": HEADINGS[key], "facts": facts.said.get(key, []),
        "last_words": last_words if last_words != report.texts.get(key, "") else "",
        "not_asked": not HEADINGS[key].asked_of(report.holder.setting_type),
    }  # fmt: skip


@needs(REPORT_WRITE)
@shown_and_sent
def report_words(request: Request, report: UUID) -> HttpResponse:
    """Say of each word that looks like a name what it is. With nothing left to say, back to the report."""
    found = _being_written(request, report)
    finds = [one for one in open_finds(request.viewer, found.holder, found) if one.kind != CHILD]
    if not finds:
        return redirect("one_report", report=report)
    form = ExplainForm(posted(request), finds=finds)
    return _one_form(
        request, found, form,
        lambda: actions.explain_words(by=request.viewer, report=report, reasons=form.reasons),
        heading=_("Does this name somebody?"), submit=_("Save the answers"), done=_("Your answers are kept with the report."),
    )  # fmt: skip


@needs(REPORT_APPROVE)
@shown_and_sent
def send_report_back(request: Request, report: UUID) -> HttpResponse:
    found = queries.report_for(request.viewer, report)
    form = ReasonForm(posted(request))
    return _one_form(
        request, found, form,
        lambda: actions.send_back(by=request.viewer, report=report, reason=form.cleaned_data["reason"]),
        heading=_("Ask for changes"), submit=_("Send it back"), done=_("It is with the SENCO again, with your note."),
        after=reverse("information_report"),
    )  # fmt: skip


@needs(REPORT_APPROVE)
@shown_and_sent
def take_report_down(request: Request, report: UUID) -> HttpResponse:
    found = queries.report_for(request.viewer, report)
    form = ReasonForm(posted(request))
    return _one_form(
        request, found, form,
        lambda: actions.take_down(by=request.viewer, report=report, reason=form.cleaned_data["reason"]),
        heading=_("Take the report off the website"), submit=_("Take it down"), kind="warning",
        done=_("Nobody outside can read it any more."),
    )  # fmt: skip


def _one_form(
    request: Request, report: InformationReport, form: Any, act: Callable[[], object], *, heading: str, submit: str,
    done: str, kind: str = "primary", after: str = "",
) -> HttpResponse:  # fmt: skip
    back = reverse("one_report", args=[report.pk])

    def send() -> str:
        act()
        messages.success(request, done)
        return after or back

    return asked(request, form, send, heading=heading, submit=submit, back=back, kind=kind)
