"""Archive, bring back, and after thirty days remove for good. Comments and reports are kept."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.audit.models import Entry

from ... import lifecycle
from ...models import Service, State
from ...publishing import withdraw
from ..changing import locked_entry
from ..permissions import OFFER_ENTRY_ARCHIVE
from ..timeline import last_archived_day


@transaction.atomic
def archive_entry(*, by: Viewer, service: UUID, reason: str) -> Service:
    """Take an entry out of sight. It can be brought back for thirty days, then a job removes it."""
    reach_one(by, Service.objects.all(), OFFER_ENTRY_ARCHIVE, service)
    entry = locked_entry(service)
    if entry.state == State.ARCHIVED:
        raise Refused(_("This entry is archived already."))
    lifecycle.archive(entry, by=by.person, at=timezone.now())
    record(by, "offer_entry.archived", entry, why=reason)
    return entry


@transaction.atomic
def bring_entry_back(*, by: Viewer, service: UUID) -> Service:
    """Undo an archive: live again as last approved, or unfinished if it never was."""
    reach_one(by, Service.objects.all(), OFFER_ENTRY_ARCHIVE, service)
    entry = locked_entry(service)
    if entry.state != State.ARCHIVED:
        raise Refused(_("This entry is not archived."))
    lifecycle.bring_back(entry, at=timezone.now())
    record(by, "offer_entry.brought_back", entry)
    return entry


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
