"""Bytes with a virus in them: sealed, so that they harm nobody and no backup, and known by their digest."""

from __future__ import annotations

from django.db import transaction

from goldenthread.privacy.secrets import fernet

from .models import QuarantinedContent
from .storage import document_store

_PURPOSE = "quarantine"


def quarantine(sha256: str, data: bytes, found: str) -> None:
    """Keep the bytes sealed under another digest and, once that is committed, take the plain ones away."""
    store = document_store()
    kept_as = store.put(fernet(_PURPOSE).encrypt(data))
    QuarantinedContent.objects.get_or_create(sha256=sha256, defaults={"kept_as": kept_as, "found": found[:200]})
    transaction.on_commit(lambda: store.remove(sha256))


def opened(content: QuarantinedContent) -> bytes:
    """The bytes as they came, for somebody who looks into it away from the site. No page calls this."""
    return fernet(_PURPOSE).decrypt(document_store().get(content.kept_as))
