"""The working copy of an entry: what is being changed, or the approved words while nothing is.

A version holds all of an entry. So when something goes live beside a pending version (a small change, a restored
version), the pending one takes it over wherever its writer left the field as it was: docs/decisions/0161.
"""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ..lifecycle import live_version, make_live, pending_version
from ..models import Service, ServiceVersion, VersionState
from ..versions import PARTS, Contents, contents_of, differences, empty_contents
from .models import VersionEntry


@dataclass(frozen=True)
class Working:
    """contents: as the form starts from; pending: the version they stand in, None while nothing is being changed."""

    contents: Contents
    pending: ServiceVersion | None

    @property
    def state(self) -> str:
        return self.pending.state if self.pending else ""


def working(service: Service) -> Working:
    """What is being changed, or the facts as they stand."""
    pending = pending_version(service)
    return Working(pending.contents if pending else contents_of(service), pending)


def locked_entry(service: UUID) -> Service:
    """The entry, so that nobody else changes it or its versions until this transaction ends."""
    return Service.objects.select_for_update(of=("self",)).get(pk=service)


def mark_of(values: Any) -> str:
    """A short mark of some values, to notice that somebody else changed them."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()[:24]


def names_changed(before: Contents, after: Contents) -> list[str]:
    """Fields of the service, and kinds of part, that two contents say differently."""
    return sorted({one.field if one.part == "service" else one.part for one in differences(before, after)})


def carried(pending: Contents, before: Contents, after: Contents) -> Contents:
    """The pending contents with what changed from before to after, wherever the pending says the same as before.

    A kind of part (all places, all contacts) is one thing: taken over whole, or left as its writer has it.
    """
    found = copy.deepcopy(pending)
    for name, value in after["service"].items():
        if found["service"].get(name) == before["service"].get(name):
            found["service"][name] = value
    for name in PARTS:
        if found.get(name, []) == before.get(name, []):
            found[name] = copy.deepcopy(after.get(name, []))
    return found


def go_live(service: Service, contents: Contents, *, kind: str, why: str, by: UUID, at: datetime) -> ServiceVersion:
    """Make contents live at once, beside a pending version if there is one. service: locked (locked_entry).

    The new version is numbered after all others, and the pending one after it, so that the newest approved version is
    always the one with the highest number.
    """
    before, pending, base = contents_of(service), pending_version(service), live_version(service)
    version = ServiceVersion.objects.create(
        authority_id=service.authority_id, holder_id=service.holder_id, service=service, number=_next_number(service),
        kind=kind, contents=contents, why=why, made_by_id=by, made_at=at, based_on=base.number if base else None,
        changed=names_changed(before, contents), state=VersionState.APPROVED, decided_by_id=by, decided_at=at,
    )  # fmt: skip
    make_live(version, by=by, at=at)
    if pending is not None:
        _carry(pending, before, version, by)
    return version


def _carry(pending: ServiceVersion, before: Contents, live: ServiceVersion, by: UUID) -> None:
    """live: what has just gone live beside the pending version."""
    pending.contents = carried(pending.contents, before, live.contents)
    pending.changed = names_changed(live.contents, pending.contents)
    pending.based_on, pending.number = live.number, live.number + 1
    pending.save(update_fields=["contents", "changed", "based_on", "number"])
    sent = last_sent(pending)
    if sent is not None and pending.state == VersionState.SUBMITTED:
        _send_along(pending, carried(sent, before, live.contents), live.number, by)


def last_sent(version: ServiceVersion) -> Contents | None:
    """What its writer last sent, with what went live beside it since; None when it was never sent."""
    return (
        version.entries.filter(contents__isnull=False).order_by("-at", "-id").values_list("contents", flat=True).first()
    )


def _send_along(pending: ServiceVersion, contents: Contents, live: int, by: UUID) -> None:
    """Keep what was sent anew, so that what went live meanwhile is not taken for the moderator's change."""
    at = timezone.now()
    VersionEntry.objects.create(
        authority_id=pending.authority_id, holder_id=pending.holder_id, version=pending, move="carry",
        from_state=pending.state, to_state=pending.state, contents=contents, on=timezone.localdate(at), at=at,
        reason=_("Version %(number)s went live meanwhile, and was taken over into this one") % {"number": live},
        by_id=by,
    )  # fmt: skip


def _next_number(service: Service) -> int:
    return (service.versions.aggregate(last=Max("number"))["last"] or 0) + 1


def write_pending(pending: ServiceVersion, contents: Contents, live: Contents | None) -> ServiceVersion:
    """Change what a pending version says. live: the approved contents it is compared with, None for a new entry."""
    pending.contents = contents
    pending.changed = names_changed(live or empty_contents(), contents)
    pending.save(update_fields=["contents", "changed"])
    return pending


def approved_contents(service: Service) -> Contents | None:
    """What the entry says in public, or None when it was never approved."""
    return contents_of(service) if service.approved_at else None
