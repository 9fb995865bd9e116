"""Seal the log: a hash chain for each area, written by a job every minute, so the page never waits for it.

Entries carry the number of their transaction. A seal covers the transactions that are certainly finished
(below PostgreSQL's oldest running one), so no entry can slip in behind it later.
Decision record: docs/decisions/0005-audit.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from .models import Seal

_ENTRIES = """
SELECT transaction, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), authority_id, person_id,
       organisation_id, role, action, thing_type, thing_id, children::text, why, detail::text, reference
FROM audit_entry
WHERE authority_id IS NOT DISTINCT FROM %s AND transaction >= %s AND transaction < %s
ORDER BY transaction, id
"""


def _entries(authority: UUID | None, first: int, end: int) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [authority, first, end])
        while rows := cursor.fetchmany(2000):
            yield from rows


def _digest(previous: str, authority: UUID | None, first: int, end: int) -> tuple[str, int]:
    chain, count = hashlib.sha256(previous.encode()), 0
    for row in _entries(authority, first, end):
        chain.update(b"\x1e" + "\x1f".join("" if part is None else str(part) for part in row).encode())
        count += 1
    return chain.hexdigest(), count


def _finished_before() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def seal(authority: UUID | None) -> Seal | None:
    """Extend the area's chain over what is new. Answers the seal, or None when nothing is new.

    Call inside one_transaction(authority=…).
    """
    with connection.cursor() as cursor:  # one sealer at a time for each area
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('audit_seal' || %s, 0))", [str(authority)])
    last = Seal.objects.filter(authority_id=authority).order_by("-number").first()
    first, end = (last.to_transaction if last else 0), _finished_before()
    digest, count = _digest(last.digest if last else "", authority, first, end)
    if not count:
        return None
    return Seal.objects.create(
        authority_id=authority,
        number=(last.number + 1 if last else 1),
        from_transaction=first,
        to_transaction=end,
        entries=count,
        digest=digest,
        sealed_at=timezone.now(),
    )


def broken_seals(authority: UUID | None) -> list[int]:
    """The numbers of the seals whose entries no longer give their digest: [] when the log is whole."""
    broken, previous = [], ""
    for link in Seal.objects.filter(authority_id=authority).order_by("number"):
        digest, count = _digest(previous, authority, link.from_transaction, link.to_transaction)
        if (digest, count) != (link.digest, link.entries):
            broken.append(link.number)
        previous = link.digest
    return broken
