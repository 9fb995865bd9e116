"""The school's own pages: where its report stands, the report as it would be read, and the moves that need no form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components.states import tag
from goldenthread.documents import page, pdf
from goldenthread.organisations.duties import has_duty
from goldenthread.organisations.queries import own_organisation
from goldenthread.request import Request

from .. import actions, queries
from ..approving import mark_of_report, nobody_else, second_person, who_may_approve
from ..contents import Contents, contents_of, document_of, missing
from ..facts import facts_of
from ..headings import DUTY, HEADINGS, headings_for
from ..models import InformationReport
from ..naming import CHILD, KINDS, open_finds
from ..permissions import REPORT_APPROVE, REPORT_VIEW, REPORT_WRITE
from ..publishing import listing_of
from ..states import REPORT

# Numbers and what runs this week change all the time; that is no reason to publish anew.
_CHANGES_DAILY = {"kinds", "support"}
_COLOURS = {"draft": "", "waiting": "purple", "published": "green", "replaced": "grey", "taken_down": "red"}


def stands_at(report: InformationReport) -> Any:
    return tag(str(REPORT.states[report.state][0]), _COLOURS[report.state])


@needs(REPORT_VIEW)
@require_safe
def information_report(request: Request) -> HttpResponse:
    """Where the school's report stands: the one being written, the one the public reads, when it is due, earlier ones."""
    viewer = request.viewer
    setting = own_organisation(viewer)
    begun, published = queries.begun_report(viewer), queries.published_report(viewer)
    context = {
        "setting": setting, "begun": begun, "begun_at": stands_at(begun) if begun else "", "published": published,
        "turn": REPORT.states[begun.state][1] if begun else "", "due": queries.due(published, viewer.today),
        "earlier": [(one, stands_at(one)) for one in queries.reports_of(viewer) if one not in (begun, published)],
        "may_write": viewer.has(REPORT_WRITE.name), "duty": has_duty(setting.setting_type, DUTY),
        "sent_back": _note(begun) if begun else None,
        "told_anew": _told_anew(request, published) if published and viewer.has(REPORT_WRITE.name) else [],
    }  # fmt: skip
    return render(request, "school_information/overview.html", context)


def _note(report: InformationReport) -> Any:
    """The last move's entry when it sent the report back; None otherwise."""
    last = report.entries.select_related("by").order_by("-at", "-id").first()
    return last if last and last.move == "send_back" else None


def _told_anew(request: Request, published: InformationReport) -> list[str]:
    """Headings of the published report whose facts the records now tell otherwise: it should be updated soon."""
    facts = facts_of(request.viewer, published.holder, listing_of(published.holder))
    parts = (published.contents or {}).get("parts", [])
    lasting = (part for part in parts if part["key"] not in _CHANGES_DAILY)
    return [part["title"] for part in lasting if part["facts"] != facts.said.get(part["key"], [])]


@needs(REPORT_VIEW)
@require_safe
def one_report(request: Request, report: UUID) -> HttpResponse:
    """One report: its parts and what lacks while it is written; then who moved it, and the moves open to this viewer."""
    viewer = request.viewer
    found = queries.report_for(viewer, report)
    setting = found.holder
    writing = found.state == "draft" and viewer.has(REPORT_WRITE.name)
    context: dict[str, Any] = {
        "report": found, "setting": setting, "stands_at": stands_at(found), "turn": REPORT.states[found.state][1],
        "moves": {move.name for move in REPORT.open_to(viewer, found.state)}, "seen": mark_of_report(found),
        "second": second_person(found, viewer.person, viewer.today) if found.state == "waiting" else "",
        "entries": [(entry, REPORT.states[entry.to_state][0]) for entry in found.entries.select_related("by")],
        "writing": writing, "sent_back": _note(found) if writing else None,
    }  # fmt: skip
    if writing:
        context |= _writing(request, found)
    else:
        context["document"] = page.render(document_of(found.contents or {}), title_level=2)
        context |= _words_looked_at(request, found)
    return render(request, "school_information/one.html", context)


def _words_looked_at(request: Request, report: InformationReport) -> dict[str, Any]:
    """What was said of words that look like names. Who does not write the report learns only how many: governors see
    no child, and why a word was asked about can tell that a child of the school has that name."""
    looked_at = list(report.looked_at.select_related("by"))
    if request.viewer.has(REPORT_WRITE.name):
        return {"looked_at": [(one.words, KINDS[one.kind], one.get_reason_display()) for one in looked_at]}
    still_open = open_finds(request.viewer, report.holder, report) if report.state == "waiting" else []
    return {"explained": len(looked_at), "to_explain": len(still_open)}


def _writing(request: Request, report: InformationReport) -> dict[str, Any]:
    setting, viewer = report.holder, request.viewer
    facts = facts_of(request.viewer, setting, listing_of(setting))
    lacking = {heading.key for heading in missing(setting, report.texts, facts)}
    asked = {heading.key for heading in headings_for(setting.setting_type)}
    finds = open_finds(request.viewer, setting, report)
    return {
        "parts": [
            {"heading": heading, "words": report.texts.get(key, ""), "facts": facts.said.get(key, []),
             "lacks": key in lacking, "asked": key in asked}
            for key, heading in HEADINGS.items()
        ],
        "lacking": len(lacking), "named": [one.words for one in finds if one.kind == CHILD],
        "unexplained": [(one.words, KINDS[one.kind]) for one in finds if one.kind != CHILD],
        "before": queries.latest_words(request.viewer),
        "nobody_else": "" if who_may_approve(report, viewer.today, {viewer.person}) else nobody_else(),
    }  # fmt: skip


def contents_now(request: Request, report: InformationReport) -> Contents:
    """What it says: frozen once it was sent; while it is written, with the facts of today."""
    if report.contents is not None:
        frozen: Contents = report.contents
        return frozen
    before = queries.latest_words(request.viewer)
    facts = facts_of(request.viewer, report.holder, listing_of(report.holder))
    return contents_of(
        report.holder, report, facts, before.contents if before and before != report else None, request.viewer.today
    )


@needs(REPORT_VIEW)
@require_safe
def preview_report(request: Request, report: UUID) -> HttpResponse:
    """The whole report as the public would read it."""
    found = queries.report_for(request.viewer, report)
    document = document_of(contents_now(request, found))
    context = {"report": found, "title": document.title, "document": page.render(document)}
    return render(request, "school_information/preview.html", context)


@needs(REPORT_VIEW)
@require_safe
def report_paper(request: Request, report: UUID) -> HttpResponse:
    """The same as PDF, for a governors' meeting."""
    found = queries.report_for(request.viewer, report)
    answer = HttpResponse(pdf.render(document_of(contents_now(request, found))), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="sen-information-report.pdf"'
    return answer


@needs(REPORT_WRITE)
@require_POST
def begin_report(request: Request) -> HttpResponse:
    made = actions.begin_report(by=request.viewer)
    messages.success(
        request, _("The report is begun. Nobody outside your school's leaders sees it until it is published.")
    )
    return redirect("one_report", report=made.pk)


@needs(REPORT_WRITE)
@require_POST
def send_report(request: Request, report: UUID) -> HttpResponse:
    actions.send_report(by=request.viewer, report=report, site=request.build_absolute_uri("/"))
    messages.success(request, _("Sent. Those who can approve it are told that it waits for them."))
    return redirect("one_report", report=report)


@needs(REPORT_WRITE)
@require_POST
def call_report_back(request: Request, report: UUID) -> HttpResponse:
    actions.call_back(by=request.viewer, report=report)
    messages.success(request, _("It is yours to write again."))
    return redirect("one_report", report=report)


@needs(REPORT_APPROVE)
@require_POST
def publish_report(request: Request, report: UUID) -> HttpResponse:
    seen = request.POST.get("seen", "")
    actions.publish_report(by=request.viewer, report=report, seen=seen, site=request.build_absolute_uri("/"))
    messages.success(request, _("Published. Everybody can read it, and the school's Local Offer entry leads to it."))
    return redirect("one_report", report=report)
