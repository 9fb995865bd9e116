"""Archive, bring back, and after thirty days remove for good. Comments and reports are kept."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ... import lifecycle
from ...models import Service, State
from ..changing import locked_entry
from ..permissions import OFFER_ENTRY_ARCHIVE


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
