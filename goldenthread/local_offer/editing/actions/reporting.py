""" "Is something wrong on this page?": from anybody, without an account, to its end. Never public.

Decision record: docs/decisions/0164-how-fresh-an-entry-is.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.access.permissions import NotFound
from goldenthread.access.viewer import Viewer
from goldenthread.database.acting import one_transaction
from goldenthread.process.moves import locked_for_move, write_move

from ...models import Offer, Service, State
from ..mail import tell_there_is_something, tell_who_reported
from ..models import EntryReport
from ..queries import owners_of
from ..references import new_reference
from ..states import REPORT
from ..timeline import report_due

LONGEST = 2000  # characters in one report


@dataclass(frozen=True)
class Told:
    """What somebody says is wrong. email: "" when they want no answer."""

    topic: str
    words: str
    email: str = ""


def receive_report(*, offer: Offer, service: UUID, told: Told, sent_key: str, today: date, site: str) -> EntryReport:
    """Keep a report, and tell the owner and the officer that there is one. The same form sent twice is one report.

    Raises NotFound for an entry that is not live.
    """
    authority = offer.authority_id
    with one_transaction(authority=authority, holders=[authority]):
        _one_at_a_time(sent_key)
        before = EntryReport.objects.filter(authority_id=authority, sent_key=sent_key).first()
        if before is not None:
            return before
        chosen = Service.objects.select_related("organisation")
        entry = chosen.filter(pk=service, authority_id=authority, state=State.LIVE).first()
        if entry is None:
            raise NotFound("service")
        body = entry.organisation.body_id if entry.organisation else None
        report = EntryReport.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("PG"), service=entry,
            service_name=entry.name, provider_id=body, topic=told.topic, words=told.words, email=told.email,
            received_on=today, received_at=timezone.now(), due_on=report_due(today), sent_key=sent_key,
        )  # fmt: skip
        tell_there_is_something([*owners_of(body, today), *([offer.email] if offer.email else [])], site)
        return report


@transaction.atomic
def take_report(*, by: Viewer, report: UUID) -> EntryReport:
    """Say that one is looking into it."""
    return write_move(REPORT, "take", locked_for_move(REPORT, "take", EntryReport.objects.all(), report, by=by), by=by)


@transaction.atomic
def close_report(*, by: Viewer, report: UUID, mended: bool, reason: str) -> EntryReport:
    """Bring it to its end, and tell whoever left an address. The address is forgotten with the answer."""
    name = "mend" if mended else "nothing_wrong"
    found = locked_for_move(REPORT, name, EntryReport.objects.all(), report, by=by)
    if found.email:
        tell_who_reported(found.email, found.reference, mended=mended)
        found.email = ""
    return write_move(REPORT, name, found, by=by, reason=reason)


@transaction.atomic
def look_again(*, by: Viewer, report: UUID, reason: str) -> EntryReport:
    """Open a report again that was closed too soon."""
    found = locked_for_move(REPORT, "look_again", EntryReport.objects.all(), report, by=by)
    return write_move(REPORT, "look_again", found, by=by, reason=reason)


def _one_at_a_time(sent_key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"report:{sent_key}"])
