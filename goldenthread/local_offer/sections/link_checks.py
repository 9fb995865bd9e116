"""Every address that the public offer leads to, looked at once a month; the last result of each is kept."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from ..models import Listing, Service
from .coverage import addresses_of
from .links import is_web
from .models import LinkCheck, PublishedPage, RequirementRecord, Verdict
from .opening import Opener, look

MOST_A_NIGHT = 200  # addresses of one area; 200 a night is 5,600 a month, and a few minutes of work
MONTH = timedelta(days=28)
AGAIN_AFTER = timedelta(hours=20)  # an address that could not be told is tried again the next night
TRIES = 3  # so many nights in a row without an answer, and it counts as broken
_OF_LISTINGS = ("url", "referral_link", "sen_information_report_url")


def linked_addresses(authority: UUID) -> set[str]:
    """What the public can press today: in pages, videos, documents, and the entries of the area's own services."""
    pages = PublishedPage.objects.filter(authority_id=authority)
    found = {address for page in pages for address in addresses_of(page)}
    found |= set(RequirementRecord.objects.filter(authority_id=authority).values_list("document_address", flat=True))
    of_area = Listing.objects.filter(authority_id=authority, entry__area_scope="in").order_by()
    for addresses in of_area.values_list(*(f"entry__{name}" for name in _OF_LISTINGS)):
        found |= {address for address in addresses if address}
    return {address for address in found if len(address) <= 400 and is_web(address)}


def due(authority: UUID) -> list[UUID]:
    """Bring the list of addresses up to date, and answer the keys of those whose turn it is tonight."""
    linked = linked_addresses(authority)
    kept = LinkCheck.objects.filter(authority_id=authority)
    known = set(kept.values_list("address", flat=True))
    kept.filter(address__in=known - linked).delete()
    LinkCheck.objects.bulk_create(
        LinkCheck(authority_id=authority, holder_id=authority, address=address) for address in sorted(linked - known)
    )
    now = timezone.now()
    unsure = Q(verdict=Verdict.UNSURE, checked_at__lt=now - AGAIN_AFTER)
    turn = kept.filter(Q(checked_at__isnull=True) | Q(checked_at__lt=now - MONTH) | unsure)
    return list(turn.order_by(F("checked_at").asc(nulls_first=True), "pk").values_list("pk", flat=True)[:MOST_A_NIGHT])


def check_one(authority: UUID, key: UUID, opener: Opener | None = None) -> LinkCheck | None:
    """Open one address and keep what was found. None when it is no longer linked."""
    check = LinkCheck.objects.filter(authority_id=authority, pk=key).first()
    if check is None:
        return None
    result = look(check.address, opener)
    check.failures = check.failures + 1 if result.verdict == Verdict.UNSURE else 0
    gone_silent = result.why == "no_answer" and check.failures >= TRIES
    check.verdict = Verdict.BROKEN if gone_silent else result.verdict
    check.why, check.checked_at = result.why, timezone.now()
    check.save()
    _tell_the_school(check)
    return check


def _tell_the_school(check: LinkCheck) -> None:
    """Note beside each school whether the link to its SEN information report works (requirement C09)."""
    if check.verdict != Verdict.UNSURE and check.checked_at is not None:
        Service.objects.filter(authority_id=check.authority_id, sen_information_report_url=check.address).update(
            report_link_checked_on=timezone.localdate(check.checked_at),
            report_link_works=check.verdict == Verdict.WORKS,
        )
