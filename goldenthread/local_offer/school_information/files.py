"""The kinds of files that this room hands over: a school's published report as PDF and for Word, for everybody."""

from __future__ import annotations

from uuid import UUID

from goldenthread.access.permissions import NotFound
from goldenthread.documents.kept_files import KeptFile, kept_file

from .models import PublishedReport

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _published(key: UUID) -> PublishedReport:
    found = PublishedReport.objects.filter(pk=key).first()
    if found is None:
        raise NotFound("report")
    return found


@kept_file("school-report-pdf", None)
def report_as_pdf(key: UUID, number: int) -> KeptFile:
    return KeptFile(bytes(_published(key).pdf), "application/pdf", "sen-information-report.pdf")


@kept_file("school-report-word", None)
def report_for_word(key: UUID, number: int) -> KeptFile:
    return KeptFile(bytes(_published(key).word), _WORD, "sen-information-report.docx")
