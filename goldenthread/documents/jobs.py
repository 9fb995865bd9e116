"""The virus check, outside the request: nothing can be opened until it has answered "clean" (bar A11).

And what nobody used is thrown away.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from goldenthread.process.background import every, job

from .models import FileLink, QuarantinedContent, Scan, StoredFile
from .quarantine import quarantine
from .scanning import ScanState, Verdict, configured_scanner
from .storage import DamagedDocument, MissingDocument, document_store


@job("documents.scan_file")
def scan_file(*, authority: UUID, holder: UUID | None, stored_file: UUID) -> None:
    """Check one file. Asked twice, it looks once; a file the scanner did not answer for is taken up again below."""
    locked = StoredFile.objects.select_for_update().filter(pk=stored_file).first()
    if locked is None or locked.scan not in (Scan.WAITING, Scan.UNAVAILABLE):
        return
    scanner = configured_scanner()
    verdict = _verdict(locked)
    locked.scan = verdict.state
    locked.scanner, locked.is_stand_in = type(scanner).__name__, scanner.is_stand_in
    locked.scanned_at, locked.scan_tries = timezone.now(), locked.scan_tries + 1
    locked.save(update_fields=["scan", "scanner", "is_stand_in", "scanned_at", "scan_tries"])


def _verdict(file: StoredFile) -> Verdict:
    known = QuarantinedContent.objects.filter(sha256=file.sha256).first()
    if known is not None:
        return Verdict(ScanState.INFECTED, known.found)
    try:
        data = document_store().get(file.sha256)
    except (MissingDocument, DamagedDocument) as error:
        return Verdict(ScanState.UNAVAILABLE, type(error).__name__)
    verdict = configured_scanner().scan(data)
    if verdict.state == ScanState.INFECTED:
        quarantine(file.sha256, data, verdict.detail)
    return verdict


@every("*/5 * * * *", "documents.scan_again")
def scan_what_waits(authority: UUID) -> None:
    """Queue once more what the scanner did not answer for, and what has waited since a worker died with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, holder_id FROM documents_waiting(%s)", [authority])
        for key, holder in cursor.fetchall():
            scan_file.queue(authority=authority, holder=holder, stored_file=key)


@every("*/10 * * * *", "documents.forget_links")
def forget_links(authority: UUID) -> None:
    """Links to files that nobody used: dead after a minute, gone after ten. They belong to no area."""
    FileLink.objects.filter(made_at__lt=timezone.now() - timedelta(minutes=10)).delete()
