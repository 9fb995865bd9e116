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
from ...models import Offer, Service, State
from ..changing import locked_entry
from ..mail import site_of, tell_there_is_something
from ..permissions import OFFER_ENTRY_ARCHIVE, OFFER_ENTRY_MODERATE


@transaction.atomic
def archive_entry(*, by: Viewer, service: UUID, reason: str) -> Service:
    """Take an entry out of sight. It can be brought back for thirty days, then a job removes it."""
    reach_one(by, Service.objects.all(), OFFER_ENTRY_ARCHIVE, service)
    entry = locked_entry(service)
    if entry.state == State.ARCHIVED:
        raise Refused(_("This entry is archived already."))
    lifecycle.archive(entry, by=by.person, at=timezone.now(), body=by.organisation)
    record(by, "offer_entry.archived", entry, why=reason)
    _tell_officers(by)
    return entry


def _tell_officers(by: Viewer) -> None:
    """A provider that takes help out of sight does it alone; the officers look at it (the page of what waits)."""
    if by.has(OFFER_ENTRY_MODERATE.name):
        return
    offer = Offer.objects.filter(authority_id=by.authority).first()
    tell_there_is_something([offer.email] if offer and offer.email else [], site_of(offer))


def can_bring_back(viewer: Viewer, entry: Service) -> bool:
    """Whether this viewer may undo the archive: staff any, a provider only what a person of its own body archived."""
    own = entry.archived_for_id is not None and entry.archived_for_id == viewer.organisation
    return viewer.has(OFFER_ENTRY_MODERATE.name) or own


@transaction.atomic
def bring_entry_back(*, by: Viewer, service: UUID) -> Service:
    """Undo an archive: live again as last approved, or unfinished if it never was.

    Raises Refused for a provider whose entry the Local Offer's staff or an import archived: it may be a matter of
    safety, and only staff know.
    """
    reach_one(by, Service.objects.all(), OFFER_ENTRY_ARCHIVE, service)
    entry = locked_entry(service)
    if entry.state != State.ARCHIVED:
        raise Refused(_("This entry is not archived."))
    if not can_bring_back(by, entry):
        raise Refused(_("The Local Offer's staff archived this entry. Ask them to bring it back, and say why."))
    lifecycle.bring_back(entry, at=timezone.now())
    record(by, "offer_entry.brought_back", entry)
    return entry
