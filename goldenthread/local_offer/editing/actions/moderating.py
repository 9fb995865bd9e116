"""Moderators decide; any version can be restored."""

from __future__ import annotations

import copy
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.people.models import Account
from goldenthread.process.moves import locked_for_move, write_move

from ...lifecycle import live_version, make_live, pending_version, record_version
from ...models import Service, ServiceVersion, VersionState
from ...versions import Contents
from ..changing import approved_contents, go_live, locked_entry
from ..mail import tell_there_is_something
from ..models import VersionEntry
from ..permissions import OFFER_ENTRY_EDIT, OFFER_ENTRY_MODERATE
from ..states import DECIDED, VERSION
from .writing import check_seen, not_archived, refuse_when_missing


def _locked(by: Viewer, name: str, version: UUID) -> tuple[Service, ServiceVersion]:
    """The entry first and then its version, as everywhere, so that nobody waits for each other for ever."""
    found = reach_one(by, ServiceVersion.objects.all(), VERSION[name].right, version)
    entry = not_archived(locked_entry(found.service_id))
    return entry, locked_for_move(VERSION, name, ServiceVersion.objects.all(), version, by=by)


@transaction.atomic
def approve_version(*, by: Viewer, version: UUID, seen: str, site: str) -> ServiceVersion:
    """Make a version live, as the moderator saw it, with what they changed in it themselves.

    Order: allow, lock, look again, move, write the facts, publish, tell its writer. Raises Refused while something is
    missing that the live entry has, and for whoever sent it: somebody may have both hats.
    """
    entry, found = _locked(by, "approve", version)
    check_seen(found, seen)
    refuse_when_missing(found.contents, approved_contents(entry))
    approve_now(by, "approve", entry, found, site)
    return found


def _refuse_to_its_sender(by: Viewer, version: ServiceVersion) -> None:
    """What was once sent for approval is approved by another person, even when its sender took it back since."""
    sent = VersionEntry.objects.filter(version=version, move="submit").order_by("at", "id").last()
    if sent is not None and sent.by_id == by.person:
        raise Refused(_("You sent this yourself. Somebody else has to look at it and approve it."))


def approve_now(by: Viewer, name: str, entry: Service, version: ServiceVersion, site: str) -> ServiceVersion:
    """The move, the facts and the public copy. entry, version: locked. Never older than what is live (changing.py)."""
    _refuse_to_its_sender(by, version)
    live = live_version(entry)
    if live is not None and live.number > version.number:
        raise Refused(_("Something newer went live meanwhile. Open the entry again."))
    at = timezone.now()
    version.decided_by_id, version.decided_at = by.person, at
    write_move(VERSION, name, version, by=by, changed=version.changed)
    make_live(version, by=by.person, at=at)
    _tell_writer(version, by, site)
    return version


@transaction.atomic
def send_version_back(*, by: Viewer, version: UUID, reason: str, site: str) -> ServiceVersion:
    """Ask the provider for changes. What is live stays."""
    _entry, found = _locked(by, "send_back", version)
    found.decision_reason = reason
    write_move(VERSION, "send_back", found, by=by, reason=reason)
    _tell_writer(found, by, site)
    return found


@transaction.atomic
def reject_version(*, by: Viewer, version: UUID, reason: str, site: str) -> ServiceVersion:
    """Do not take it. What is live stays, and what was written is kept among the versions."""
    _entry, found = _locked(by, "reject", version)
    found.decision_reason, found.decided_by_id, found.decided_at = reason, by.person, timezone.now()
    write_move(VERSION, "reject", found, by=by, reason=reason)
    _tell_writer(found, by, site)
    return found


def _tell_writer(version: ServiceVersion, by: Viewer, site: str) -> None:
    if version.made_by_id and version.made_by_id != by.person:
        writer = Account.objects.filter(pk=version.made_by_id, is_active=True).values_list("email", flat=True)
        tell_there_is_something(writer, site)


@transaction.atomic
def restore_version(*, by: Viewer, version: UUID, why: str) -> tuple[ServiceVersion, bool]:
    """Make an entry say again what an earlier version said. Answers the new version, and whether it is live already.

    At once for those who may approve; for a provider, and of an entry that was never shown, it becomes what is being
    written, and is finished like any change. The day of the last check is not restored: it stays as it is.
    Order: allow, lock, look where the version stands, write, audit. Raises Refused for a version that nobody decided
    about, and for one that lacks what the live entry has.
    """
    found = reach_one(by, ServiceVersion.objects.all(), OFFER_ENTRY_EDIT, version)
    entry = not_archived(locked_entry(found.service_id))
    found.refresh_from_db()
    if found.state not in DECIDED:
        raise Refused(_("Only a version that was approved or not taken can be restored. This one is still open."))
    live = approved_contents(entry)
    contents = _with_trust_of(live, found.contents) if live else found.contents
    if live and by.has(OFFER_ENTRY_MODERATE.name):
        refuse_when_missing(contents, live)
        restored = go_live(entry, contents, kind="restore", why=why, by=by.person, at=timezone.now())
    else:
        if pending_version(entry) is not None:
            raise Refused(_("Something is being changed here. Send it or give it up first, then restore."))
        restored = record_version(entry, contents, by=by.person, at=timezone.now(), why=why, kind="restore")
    record(by, "offer_entry.restored", restored, of=found.number)
    return restored, restored.state == VersionState.APPROVED


def _with_trust_of(now: Contents, before: Contents) -> Contents:
    """What was said before, with whose entry it is and who checked it when as they are today."""
    found = copy.deepcopy(before)
    for name in ("assured_on", "assurer_name", "assurer_email", "next_review_on", "organisation"):
        found["service"][name] = now["service"][name]
    found["bodies"] = copy.deepcopy(now["bodies"])
    return found
