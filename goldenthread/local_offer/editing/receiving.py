"""What comes in from anybody, without an account: a report that something is wrong, and a claim to an entry.

Whoever writes is nobody yet, so nothing here takes a viewer; it is written in the area's own transaction, behind the
wall of the authority. Decision records: docs/decisions/0162-claiming-an-entry.md, 0164-how-fresh-an-entry-is.md.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from goldenthread.access.permissions import NotFound
from goldenthread.database.acting import one_transaction
from goldenthread.people.codes import new_code, plain
from goldenthread.privacy.secrets import keyed_hash

from ..models import Offer, Service, State
from ..references import new_reference
from ..sendings import mark_of_sending, one_at_a_time
from .mail import send_claim_link, tell_there_is_something
from .models import Claim, EntryReport
from .noting import note
from .queries import owners_of
from .timeline import claim_link_ends, report_due

LONGEST = 2000  # characters in one report


@dataclass(frozen=True)
class Told:
    """What somebody says is wrong. email: "" when they want no answer."""

    topic: str
    words: str
    email: str = ""


def receive_report(*, offer: Offer, service: UUID, told: Told, sent_key: str, today: date, site: str) -> EntryReport:
    """Keep a report, and tell the owner and the officer that there is one. The same form sent twice is one report.

    sent_key: made when the form was begun. Raises NotFound for an entry that is not live.
    """
    authority, mark = offer.authority_id, mark_of_sending("report", sent_key, str(service), *astuple(told))
    with one_transaction(authority=authority, holders=[authority]):
        one_at_a_time(mark)
        before = EntryReport.objects.filter(authority_id=authority, sent_key=mark).first()
        if before is not None:
            return before
        chosen = Service.objects.select_related("organisation")
        entry = chosen.filter(pk=service, authority_id=authority, state=State.LIVE).first()
        if entry is None:
            raise NotFound("service")
        body = entry.organisation.keepers_id if entry.organisation else None
        report = EntryReport.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("PG"), service=entry,
            service_name=entry.name, provider_id=body, topic=told.topic, words=told.words, email=told.email,
            received_on=today, received_at=timezone.now(), due_on=report_due(today), sent_key=mark,
        )  # fmt: skip
        note(report, "entry_report.received", "visitor")
        tell_there_is_something([*owners_of(body, today), *([offer.email] if offer.email else [])], site)
        return report


@dataclass(frozen=True)
class Claimed:
    """What somebody said who claims an entry."""

    name: str
    job_title: str
    email: str
    words: str


class TooMany(Exception):
    """Too many claims for one entry, or codes to one address, in a day."""


def receive_claim(
    *,
    offer: Offer,
    service: UUID,
    said: Claimed,
    sent_key: str,
    today: date,
    link_to: Callable[[UUID], str],
    may_send: Callable[[], bool],
) -> Claim:
    """Keep a claim and send its code. The same form sent twice is one claim, and one mail.

    sent_key: made when the form was begun; link_to: gives the address of the page for a claim; may_send: counts a
    new claim, and says whether one more mail may go. Raises TooMany when not, and
    NotFound for an entry that is not live.
    """
    authority, mark = offer.authority_id, mark_of_sending("claim", sent_key, str(service), *astuple(said))
    with one_transaction(authority=authority, holders=[authority]):
        one_at_a_time(mark)
        before = Claim.objects.filter(authority_id=authority, sent_key=mark).first()
        if before is not None:
            return before
        entry = Service.objects.filter(pk=service, authority_id=authority, state=State.LIVE).first()
        if entry is None:
            raise NotFound("service")
        if not may_send():
            raise TooMany
        code, until = new_code(), claim_link_ends(today)
        claim = Claim.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("CL"), service=entry,
            service_name=entry.name, name=said.name, job_title=said.job_title, email=said.email, words=said.words,
            asked_on=today, asked_at=timezone.now(), code_hash=code_hash(code), valid_until_on=until, sent_key=mark,
        )  # fmt: skip
        note(claim, "offer_claim.received", "visitor")
        send_claim_link(said.email, link_to(claim.pk), code, until)
        return claim


def prove_claim(*, offer: Offer, claim: UUID, code: str, today: date) -> Claim | None:
    """Somebody typed the code of the mail: the address is theirs. A code works once.

    None when the code is wrong, too old, or was used.
    """
    with one_transaction(authority=offer.authority_id, holders=[offer.authority_id]):
        waiting = Claim.objects.select_for_update(of=("self",)).filter(state="asked", valid_until_on__gte=today)
        found = waiting.filter(pk=claim).first()
        if found is None or not hmac.compare_digest(found.code_hash, code_hash(code)):
            return None
        found.state, found.proved_at = "proved", timezone.now()
        found.save(update_fields=["state", "proved_at"])
        note(found, "offer_claim.proved", "visitor")
        tell_there_is_something([offer.email] if offer.email else [], "")
        return found


def code_hash(typed: str) -> str:
    """Of a code as it was typed: spaces, dashes and small letters make no difference."""
    return keyed_hash("offer-claim", plain(typed))
