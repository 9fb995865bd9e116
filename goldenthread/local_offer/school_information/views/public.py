"""What everybody reads: a school's report as a page, as PDF and for Word."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.clock import today
from goldenthread.documents import page

from ...offers import offer_of
from ...views.page import show
from ..contents import document_of
from ..models import PublishedReport
from ..timeline import report_update_by

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    return _file(bytes(_published(request, setting).pdf), "application/pdf", "pdf")


@public
@require_safe
def school_report_word(request: HttpRequest, setting: UUID) -> HttpResponse:
    return _file(bytes(_published(request, setting).word), _WORD, "docx")


def _file(data: bytes, media_type: str, ending: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="sen-information-report.{ending}"'
    return answer
