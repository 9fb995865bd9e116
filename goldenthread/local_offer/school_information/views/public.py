"""What everybody reads: a school's report as a page, as PDF and for Word."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.clock import today
from goldenthread.documents import page
from goldenthread.documents.handing_over import hand_over

from ...offers import offer_of
from ...views.page import show
from ..contents import document_of
from ..models import PublishedReport
from ..timeline import report_update_by


def _published(request: HttpRequest, setting: UUID) -> PublishedReport:
    found = PublishedReport.objects.filter(authority_id=offer_of(request).authority_id, setting_id=setting).first()
    if found is None:
        raise NotFound("report")
    return found


@public
@require_safe
def school_report(request: HttpRequest, setting: UUID) -> HttpResponse:
    """The report that counts. Past its day it says so: guidance, not law, wants it looked at each year."""
    found = _published(request, setting)
    document = document_of(found.contents)
    context = {
        "report": found, "title": document.title, "document": page.render(document),
        "late": report_update_by(found.published_on, today()).status == "late",
    }  # fmt: skip
    return show(request, "schools/report.html", context)


@public
@require_safe
def school_report_pdf(request: HttpRequest, setting: UUID) -> HttpResponse:
    return hand_over(request, "school-report-pdf", _published(request, setting).pk)


@public
@require_safe
def school_report_word(request: HttpRequest, setting: UUID) -> HttpResponse:
    return hand_over(request, "school-report-word", _published(request, setting).pk)
