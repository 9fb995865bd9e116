"""Providers and staff write. What is written stands in the pending version; what is approved stays live beside it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.keys import new_key
from goldenthread.process.moves import locked_for_move, write_move

from ...lifecycle import new_entry, pending_version, record_version
from ...models import OfferOrganisation, OrganisationRole, Service, ServiceVersion, State, VersionState
from ...versions import Contents, as_json, contents_of, empty_contents
from ..changing import (
    Working,
    approved_contents,
    go_live,
    locked_entry,
    mark_of,
    names_changed,
    working,
    write_pending,
)
from ..permissions import OFFER_ENTRY_EDIT, OFFER_ENTRY_KEEP, OFFER_ENTRY_MODERATE
from ..queries import goes_live_at_once, still_missing
from ..states import OPEN, VERSION


class ChangedMeanwhile(Refused):
    """Somebody else saved between the look and the press."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody else saved this while you were writing. What you typed is kept: open the page again to see both."
            )
        )


def editable(by: Viewer, service: UUID) -> Service:
    """The entry, locked, if this viewer may change it and it is not archived."""
    reach_one(by, Service.objects.all(), OFFER_ENTRY_EDIT, service)
    return not_archived(locked_entry(service))


def not_archived(entry: Service) -> Service:
    if entry.state == State.ARCHIVED:
        raise Refused(_("This entry is archived. Bring it back first."))
    return entry


@transaction.atomic
def add_organisation(*, by: Viewer, name: str, description: str) -> OfferOrganisation:
    """An organisation that the directory did not know. By staff; a provider has its own."""
    require(by, OFFER_ENTRY_MODERATE)
    made = OfferOrganisation.objects.create(
        authority_id=by.authority, holder_id=by.authority, name=name, description=description
    )
    record(by, "offer_organisation.added", made)
    return made


@transaction.atomic
def begin_entry(*, by: Viewer, organisation: OfferOrganisation, name: str, parts: dict[str, Any]) -> Service:
    """A new entry that nobody sees yet, with its first version as a draft. parts: kinds of part to begin with.

    organisation: one that the viewer reaches; a provider's own, or any of the area for staff.
    """
    require(by, OFFER_ENTRY_EDIT)
    service = new_entry(by.authority, by.authority, name)
    service.organisation = organisation
    service.save(update_fields=["organisation"])
    contents = empty_contents(name=name) | parts
    contents["service"]["organisation"] = str(organisation.pk)
    contents["bodies"] = [
        {"id": str(new_key()), "organisation": str(organisation.pk), "role": OrganisationRole.DELIVERS.value}
    ]
    record_version(service, as_json(contents), by=by.person, at=timezone.now(), why=_("New entry"))
    record(by, "offer_entry.begun", service)
    return service


@transaction.atomic
def write_section(
    *,
    by: Viewer,
    service: UUID,
    section: str,
    write: Callable[[Contents], Contents],
    seen: Callable[[Contents], bool],
    locks: tuple[Iterable[str], Iterable[str]] | None = None,
) -> ServiceVersion | None:
    """Change one section of what is being written; begin a new version where none is pending and something changes.

    write: gives the contents with the section changed. seen: whether the contents, as they stand now that nobody else
    can change them, are those that the writer saw. locks: (fields to lock, fields that the section speaks of).
    Order: allow, lock, look again, write, audit. Raises ChangedMeanwhile, or Refused while a moderator has it.
    """
    entry = editable(by, service)
    now = working(entry)
    if not seen(now.contents):
        raise ChangedMeanwhile
    if now.state == VersionState.SUBMITTED and not by.has(OFFER_ENTRY_MODERATE.name):
        raise Refused(_("A moderator has this now. Take it back first, then change it."))
    if locks is not None:
        _lock_fields(by, entry, *locks)
    contents = write(now.contents)
    if contents == now.contents:
        return now.pending
    version = _written(by, entry, now.pending, contents)
    record(by, "offer_entry.written", version, section=section, changed=version.changed)
    return version


def _written(by: Viewer, entry: Service, pending: ServiceVersion | None, contents: Contents) -> ServiceVersion:
    if pending is None:
        return record_version(entry, contents, by=by.person, at=timezone.now(), why="")
    return write_pending(pending, contents, approved_contents(entry))


def _lock_fields(by: Viewer, entry: Service, wanted: Iterable[str], spoken_of: Iterable[str]) -> None:
    require(by, OFFER_ENTRY_KEEP)
    known = set(spoken_of)
    kept = [name for name in entry.locked_fields if name not in known]
    locked = sorted({*kept, *(name for name in wanted if name in known)})
    if locked != sorted(entry.locked_fields):
        entry.locked_fields = locked
        entry.save(update_fields=["locked_fields"])
        record(by, "offer_entry.fields_locked", entry, fields=locked)


def pending_locked(by: Viewer, name: str, service: UUID) -> tuple[Service, ServiceVersion]:
    """The entry and its pending version, locked for a move. Raises Refused when nothing is being changed."""
    reach_one(by, Service.objects.all(), VERSION[name].right, service)
    entry = not_archived(locked_entry(service))
    pending = pending_version(entry)
    if pending is None:
        raise Refused(_("Nothing is being changed here. Somebody may have dealt with it: open the entry again."))
    return entry, locked_for_move(VERSION, name, ServiceVersion.objects.all(), pending.pk, by=by)


def mark_of_version(version: ServiceVersion) -> str:
    """What a page carries, so that nobody sends or approves what they did not see."""
    return mark_of([version.contents])


def check_seen(version: ServiceVersion, seen: str) -> None:
    if seen != mark_of_version(version):
        raise Refused(_("This was changed since you opened the page. Look at it again as it stands now."))


@transaction.atomic
def submit_entry(*, by: Viewer, service: UUID, seen: str, why: str) -> ServiceVersion:
    """Send what was written for approval. seen: mark_of_version as the sender's page had it.

    The sender says that it is true today, so today becomes the day on which it was checked.
    Raises Refused while something is missing.
    """
    entry, version = pending_locked(by, "submit", service)
    check_seen(version, seen)
    version.contents = checked_today(by, version.contents)
    refuse_when_missing(version.contents, approved_contents(entry))
    write_pending(version, version.contents, approved_contents(entry))
    version.why = why
    return write_move(VERSION, "submit", version, by=by, changed=version.changed)


def checked_today(by: Viewer, contents: Contents) -> Contents:
    """The contents, said to be true by this person today."""
    found = copy.deepcopy(contents)
    found["service"] |= {"assured_on": by.today.isoformat(), "assurer_name": by.name[:120], "next_review_on": None}
    return found


def refuse_when_missing(contents: Contents, live: Contents | None) -> None:
    missing = still_missing(contents, live)
    if missing:
        raise Refused(
            _("Something is still missing: %(what)s") % {"what": " ".join(sentence for _f, sentence in missing)}
        )


@transaction.atomic
def publish_entry(*, by: Viewer, service: UUID, seen: str, why: str) -> ServiceVersion:
    """For staff who may approve: what they wrote goes live at once. It counts as checked by them today."""
    from .moderating import approve_now

    entry, version = pending_locked(by, "publish", service)
    check_seen(version, seen)
    version.contents, version.why = checked_today(by, version.contents), why
    refuse_when_missing(version.contents, approved_contents(entry))
    return approve_now(by, "publish", entry, version, "")


@transaction.atomic
def take_back(*, by: Viewer, service: UUID) -> ServiceVersion:
    """Take what was sent out of the queue, to change it."""
    _entry, version = pending_locked(by, "take_back", service)
    return write_move(VERSION, "take_back", version, by=by)


@transaction.atomic
def drop_changes(*, by: Viewer, service: UUID) -> ServiceVersion:
    """Stop changing. The approved words stay; what was written is kept among the versions as not taken."""
    _entry, version = pending_locked(by, "drop", service)
    version.decided_by_id, version.decided_at = by.person, timezone.now()
    return write_move(VERSION, "drop", version, by=by, reason=_("Given up by its writer"))


@transaction.atomic
def check_entry(*, by: Viewer, service: UUID) -> ServiceVersion:
    """Say that all of it is still true: only the day changes, at once and for everybody who may edit."""
    entry = editable(by, service)
    if not entry.approved_at or entry.state != State.LIVE:
        raise Refused(_("Nobody sees this entry now, so there is nothing to check yet."))
    contents = checked_today(by, contents_of(entry))
    version = go_live(entry, contents, kind="small", why=_("Checked, nothing changed"), by=by.person, at=timezone.now())
    record(by, "offer_entry.checked", version)
    return version


SMALL_FIELDS = ("status", "alert", "alert_until")


@transaction.atomic
def change_small(
    *, by: Viewer, service: UUID, write: Callable[[Contents], Contents], seen: Callable[[Contents], bool]
) -> tuple[ServiceVersion, bool]:
    """Opening times, a notice, closed for a time. Answers the version, and whether it is live already.

    Live at once for staff and for providers who are trusted, who change what is live; for others it is one more change
    to what is being written, and waits for approval with it. write, seen: as in write_section, of these contents.
    Raises Refused when more than that would change, or while a moderator has something of this entry.
    """
    entry = editable(by, service)
    if not entry.approved_at:
        raise Refused(_("This entry was never shown. Finish it and send it for approval."))
    at_once = goes_live_at_once(by, entry)
    now = Working(contents_of(entry), pending_version(entry)) if at_once else working(entry)
    if not seen(now.contents):
        raise ChangedMeanwhile
    after = write(now.contents)
    _only_small(now.contents, after)
    if at_once:
        why = _("Small change")
        version = go_live(entry, after, kind="small", why=why, by=by.person, at=timezone.now())
        record(by, "offer_entry.small_change", version, changed=version.changed)
        return version, True
    return _small_for_approval(by, entry, now, after), False


def _only_small(before: Contents, after: Contents) -> None:
    if not {*names_changed(before, after)} <= {*SMALL_FIELDS, "schedules"}:
        raise Refused(_("Only notices, opening times and being closed for a time can be changed here."))


def _small_for_approval(by: Viewer, entry: Service, now: Working, after: Contents) -> ServiceVersion:
    if now.pending is not None and now.state not in OPEN:
        raise Refused(_("A moderator has this now. Take it back first, then change it."))
    version = _written(by, entry, now.pending, after)
    record(by, "offer_entry.written", version, section="small", changed=version.changed)
    return version
