"""What a job clears away each night, as the area and behind its own wall."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from goldenthread.audit.models import Entry

from ..models import Service, State
from ..publishing import withdraw
from .models import Claim
from .timeline import last_archived_day


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
        key = entry.pk
        entry.delete()
        Entry.objects.create(
            at=timezone.now(), authority_id=authority, action="offer_entry.removed", thing_type=Service._meta.label,
            thing_id=key, children=[], reference="job",
        )  # fmt: skip
    return len(gone)


def forget_unproved(authority: UUID, today: date) -> int:
    """Forget claims whose link nobody opened in time. Call as a job, behind the authority's own wall."""
    gone, _by_kind = Claim.objects.filter(authority_id=authority, state="asked", valid_until_on__lt=today).delete()
    return gone
