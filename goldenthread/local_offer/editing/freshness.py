"""Every night: remind owners of entries that were checked ten months ago or longer, once a month, and note when
archiving is proposed. An entry of a register is not checked here, so nobody is reminded of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ..models import Offer, Service
from .mail import site_of, tell_there_is_something
from .models import FreshnessNote
from .queries import owners_of, unchecked
from .timeline import REMINDER_MONTHS, months_since


def remind_owners(authority: UUID, today: date) -> int:
    """One mail to each owner about all entries that want a look this month. Answers how many entries were noted.

    A note for each entry and month makes a second run, or a night that was missed, send nothing twice.
    """
    due = unchecked(Service.objects.filter(authority_id=authority), today, REMINDER_MONTHS)
    addresses: set[str] = set()
    noted = 0
    for entry in due.select_related("organisation"):
        assert entry.assured_on is not None
        _note, new = FreshnessNote.objects.get_or_create(
            authority_id=authority, service=entry, assured_on=entry.assured_on,
            months=months_since(entry.assured_on, today), defaults={"holder_id": entry.holder_id, "made_on": today},
        )  # fmt: skip
        if new:
            noted += 1
            addresses |= set(owners_of(entry.organisation.keepers_id if entry.organisation else None, today))
    tell_there_is_something(sorted(addresses), site_of(Offer.objects.filter(authority_id=authority).first()))
    return noted
