"""What a job clears away each night, as the area and behind its own wall. Each row that goes is noted in the log."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Max, QuerySet

from ..models import Service, State
from ..publishing import withdraw
from .models import Claim, EntryReport, ProviderInvitation
from .noting import note
from .states import NOT_CLOSED
from .timeline import CLAIM_FACTS_DAYS, INVITATION_FACTS_DAYS, REPORT_WORDS_DAYS, kept_since, last_archived_day

Row = TypeVar("Row", Claim, EntryReport)


def remove_archived(authority: UUID, today: date) -> int:
    """Remove what was archived thirty days ago or longer, with its versions. Answers how many entries went.

    Reports and claims outlive it: they keep the entry's name. Call as a job of the area, behind the authority's wall.
    """
    last = last_archived_day(today)
    gone = list(
        Service.objects.select_for_update(of=("self",)).filter(
            authority_id=authority, state=State.ARCHIVED, archived_at__date__lte=last
        )
    )
    for entry in gone:
        withdraw([entry.pk])
        note(entry, "offer_entry.removed", "job")
        entry.delete()
    return len(gone)


def forget_unproved(authority: UUID, today: date) -> int:
    """Forget claims whose code nobody typed in time, and those that nobody decided for a year. Answers how many."""
    since = kept_since(today, CLAIM_FACTS_DAYS)
    claims = Claim.objects.select_for_update(of=("self",)).filter(authority_id=authority)
    gone = [
        *claims.filter(state="asked", valid_until_on__lt=today),
        *claims.filter(state="proved", proved_at__date__lte=since),
    ]
    for claim in gone:
        note(claim, "offer_claim.deleted", "job")
        claim.delete()
    return len(gone)


def wipe_ended(authority: UUID, today: date) -> int:
    """Take away who claimed and what readers wrote, so many days after it came to its end. Answers how many rows.

    The reference, the entry's name, the decision and its reason stay. Call as a job, behind the authority's own wall.
    """
    claims = _ended(
        Claim.objects.filter(state__in=("granted", "refused")), authority, kept_since(today, CLAIM_FACTS_DAYS)
    )
    for claim in claims:
        claim.name = claim.job_title = claim.email = claim.words = ""
        claim.wiped_on = today
        claim.save(update_fields=["name", "job_title", "email", "words", "wiped_on"])
        note(claim, "offer_claim.wiped", "job")
    closed = EntryReport.objects.exclude(state__in=NOT_CLOSED)
    reports = _ended(closed, authority, kept_since(today, REPORT_WORDS_DAYS))
    for report in reports:
        report.words, report.email, report.wiped_on = "", "", today
        report.save(update_fields=["words", "email", "wiped_on"])
        note(report, "entry_report.wiped", "job")
    return len(claims) + len(reports)


def _ended(rows: QuerySet[Row], authority: UUID, last: date) -> list[Row]:
    """Those whose last move was made on this day or before."""
    found = rows.filter(authority_id=authority, wiped_on=None).annotate(ended_on=Max("entries__on"))
    return list(found.filter(ended_on__lte=last))


def forget_invitations(authority: UUID, today: date) -> int:
    """Forget whom providers asked a month ago or longer, whatever they answered. Answers how many."""
    last = kept_since(today, INVITATION_FACTS_DAYS)
    gone = list(ProviderInvitation.objects.filter(authority_id=authority, invited_on__lte=last))
    for invitation in gone:
        note(invitation, "offer_invitation.deleted", "job")
        invitation.delete()
    return len(gone)
