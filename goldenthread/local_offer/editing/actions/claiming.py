"""From "this entry is mine" to an owner's account: a link by mail, a check by staff, an invitation.

Whoever claims is nobody yet, so the first two steps take no viewer; they are written in the area's own transaction,
behind the wall of the authority. Decision record: docs/decisions/0162-claiming-an-entry.md.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions.platform import Newcomer, welcome
from goldenthread.privacy.secrets import keyed_hash
from goldenthread.process.moves import locked_for_move, write_move

from ...models import Offer, OfferOrganisation, Service, State
from ..mail import send_claim_link, tell_claim_refused, tell_there_is_something
from ..models import Claim, EntryReport
from ..references import new_reference
from ..states import CLAIM
from ..timeline import claim_link_ends
from .people import body_of


@dataclass(frozen=True)
class Claimed:
    """What somebody said who claims an entry."""

    name: str
    job_title: str
    email: str
    words: str


def receive_claim(
    *, offer: Offer, service: UUID, said: Claimed, sent_key: str, today: date, link_to: Callable[[UUID, str], str]
) -> Claim:
    """Keep a claim and send the link. The same form sent twice is one claim, and one mail.

    link_to: gives the address of the link for a claim and its code. Raises NotFound for an entry that is not live.
    """
    authority = offer.authority_id
    with one_transaction(authority=authority, holders=[authority]):
        _one_at_a_time(sent_key)
        before = Claim.objects.filter(authority_id=authority, sent_key=sent_key).first()
        if before is not None:
            return before
        entry = Service.objects.filter(pk=service, authority_id=authority, state=State.LIVE).first()
        if entry is None:
            raise NotFound("service")
        code, until = secrets.token_urlsafe(24), claim_link_ends(today)
        claim = Claim.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("CL"), service=entry,
            service_name=entry.name, name=said.name, job_title=said.job_title, email=said.email, words=said.words,
            asked_on=today, asked_at=timezone.now(), code_hash=_hash(code), valid_until_on=until, sent_key=sent_key,
        )  # fmt: skip
        send_claim_link(said.email, said.name, link_to(claim.pk, code), until)
        return claim


def open_claim(*, offer: Offer, claim: UUID, code: str, today: date) -> Claim | None:
    """The claim that a link leads to; None when the link is wrong, too old, or was used and decided."""
    with one_transaction(authority=offer.authority_id, holders=[offer.authority_id]):
        found = Claim.objects.filter(pk=claim).first()
        if found is None or not hmac.compare_digest(found.code_hash, _hash(code)):
            return None
        return found if found.state == "proved" or (found.state == "asked" and found.valid_until_on >= today) else None


def prove_claim(*, offer: Offer, claim: UUID, code: str, today: date) -> Claim | None:
    """Somebody opened the link and pressed the button: the address is theirs. Pressed twice, it stays so."""
    with one_transaction(authority=offer.authority_id, holders=[offer.authority_id]):
        found = open_claim(offer=offer, claim=claim, code=code, today=today)
        if found is None:
            return None
        locked = Claim.objects.select_for_update(of=("self",)).get(pk=found.pk)
        if locked.state == "asked":
            locked.state, locked.proved_at = "proved", timezone.now()
            locked.save(update_fields=["state", "proved_at"])
            tell_there_is_something([offer.email] if offer.email else [], "")
        return locked


@transaction.atomic
def grant_claim(*, by: Viewer, claim: UUID, organisation: UUID | None, reason: str, site: str) -> Claim:
    """Give the account of an owner: of the organisation that the entry is of, and so of all its entries.

    organisation: whose entry it is, for one that has none so far. Order: allow, lock, move, role and invitation.
    """
    found = locked_for_move(CLAIM, "grant", Claim.objects.select_related("service__organisation"), claim, by=by)
    if found.service is None:
        raise Refused(_("The entry was removed meanwhile. Refuse the claim, and ask them to send a new entry."))
    provider = found.service.organisation
    if provider is None:
        chosen = OfferOrganisation.objects.filter(authority_id=by.authority)
        provider = chosen.filter(pk=organisation).first() if organisation else None
        if provider is None:
            raise Refused(
                _("This entry has no organisation yet. Choose one first, on the page for staff of the entry.")
            )
    body = body_of(provider)
    newcomer = Newcomer(found.email, found.name, found.job_title)
    welcome(by=by, who=newcomer, role="provider_owner", organisation=body, from_on=by.today, site=site)
    EntryReport.objects.filter(service__organisation=provider, provider=None).update(provider=body)
    return write_move(CLAIM, "grant", found, by=by, reason=reason)


@transaction.atomic
def refuse_claim(*, by: Viewer, claim: UUID, reason: str) -> Claim:
    """Do not believe it. They are told that we could not confirm it; the reason stays with the staff."""
    found = locked_for_move(CLAIM, "refuse", Claim.objects.all(), claim, by=by)
    tell_claim_refused(found.email, found.name, found.reference)
    return write_move(CLAIM, "refuse", found, by=by, reason=reason)


def forget_unproved(authority: UUID, today: date) -> int:
    """Forget claims whose link nobody opened in time. Call as a job, behind the authority's own wall."""
    gone, _by_kind = Claim.objects.filter(authority_id=authority, state="asked", valid_until_on__lt=today).delete()
    return gone


def _hash(code: str) -> str:
    return keyed_hash("offer-claim", code)


def _one_at_a_time(sent_key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"claim:{sent_key}"])
