"""A request for the offer in another form: how it comes in, and when who asked is wiped. Moves: actions/copies.py."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction

from ..models import Offer
from ..references import new_reference
from ..sendings import mark_of_sending, one_at_a_time
from .models import CopyRequest

SEND_WITHIN = timedelta(days=14)  # a product choice: long enough for braille to be made elsewhere, short enough to help
KEPT_FOR = timedelta(days=90)  # a product choice: time for "it never came", then nobody needs to know who asked
KEPT_OPEN = timedelta(days=180)  # a product choice: what has not gone out in half a year is asked for anew, not kept


@dataclass(frozen=True)
class Wanted:
    """What somebody asked for. language: "" unless the form is another language; page: a name, or "" for all."""

    form: str
    name: str
    send_to: str
    language: str = ""
    page: str = ""
    notes: str = ""


def receive_request(*, offer: Offer, wanted: Wanted, sent_key: str, today: date) -> CopyRequest:
    """Keep a request, sealed, and answer it with its reference. The same form sent twice, or at once, is one request.

    Written in the area's own transaction, behind the wall of the authority: whoever sends it can read nothing there.
    """
    authority, mark = offer.authority_id, mark_of_sending("copy", sent_key, *astuple(wanted))
    with one_transaction(authority=authority, holders=[authority]):
        one_at_a_time(mark)
        before = CopyRequest.objects.filter(authority_id=authority, sent_key=mark).first()
        if before is not None:
            return before
        return CopyRequest.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("CO"), form=wanted.form,
            language=wanted.language, page=wanted.page, name=wanted.name, send_to=wanted.send_to, notes=wanted.notes,
            asked_on=today, asked_at=timezone.now(), send_by=today + SEND_WITHIN,
            wipe_on=today + KEPT_OPEN, sent_key=mark,
        )  # fmt: skip


def wipe_old_requests(authority: UUID) -> int:
    """Take away names, addresses and notes whose day has come. What was asked for is still counted.

    The day (wipe_on) is KEPT_FOR after the end, and KEPT_OPEN after it was asked for where it never ended. Call as a job,
    inside the wall of the authority. Each leaves an entry in the log. Answers how many were wiped.
    """
    today = timezone.localdate()
    due = CopyRequest.objects.filter(authority_id=authority, wipe_on__lte=today, wiped_on__isnull=True)
    rows = list(due.select_for_update(of=("self",)).values_list("pk", "state"))
    CopyRequest.objects.filter(pk__in=[key for key, _state in rows]).update(
        name="", send_to="", notes="", wiped_on=today
    )
    Entry.objects.bulk_create(
        Entry(
            at=timezone.now(), authority_id=authority, action="copy_request.wiped", thing_type=CopyRequest._meta.label,
            thing_id=key, children=[], detail={"state": state}, reference="job",
        )
        for key, state in rows
    )  # fmt: skip
    return len(rows)
