"""The few steps every way of changing an entry ends in: the editor's pages, imports and loaders all use these.

They check no right and audit nothing: the action that calls them does both. All run inside the area's wall.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from .models import Service, ServiceVersion, State, VersionState
from .publishing import publish
from .versions import Contents, contents_of, differences, empty_contents, write_contents

PENDING = (VersionState.DRAFT, VersionState.SUBMITTED, VersionState.CHANGES_ASKED)


def new_entry(authority: UUID, holder: UUID, name: str) -> Service:
    """A new entry that nobody sees yet. Its facts are written in its first version."""
    return Service.objects.create(authority_id=authority, holder_id=holder, name=name, state=State.DRAFT)


def live_version(service: Service) -> ServiceVersion | None:
    """The approved version that the tables show."""
    return service.versions.filter(state=VersionState.APPROVED).order_by("-number").first()


def pending_version(service: Service) -> ServiceVersion | None:
    """What is being changed, if anything is: draft, sent for approval or sent back."""
    return service.versions.filter(state__in=PENDING).first()


def record_version(
    service: Service, contents: Contents, *, by: UUID | None, at: datetime, why: str, kind: str = "edit"
) -> ServiceVersion:
    """A new version of the entry as a draft, numbered after the last, with what it changes.

    kind: "edit", "small", "import" or "restore". Raises IntegrityError while another version is pending: the
    caller shows that one instead.
    """
    base = live_version(service)
    before = base.contents if base else empty_contents()
    last = service.versions.aggregate(last=Max("number"))["last"] or 0
    return ServiceVersion.objects.create(
        authority_id=service.authority_id, holder_id=service.holder_id, service=service, number=last + 1, kind=kind,
        contents=contents, why=why, made_by_id=by, made_at=at, based_on=base.number if base else None,
        changed=sorted({found.field if found.part == "service" else found.part for found in differences(before, contents)}),
    )  # fmt: skip


def make_live(version: ServiceVersion, *, by: UUID | None, at: datetime, reason: str = "") -> Service:
    """Approve a version: the tables say what it says, the entry is live, the public sees it at once.

    The version then keeps the contents as the tables read them back, with every field, so that the next is compared
    with what is truly shown.
    """
    service = Service.objects.select_for_update(of=("self",)).get(pk=version.service_id)
    version.state, version.decided_by_id, version.decided_at = VersionState.APPROVED, by, at
    version.decision_reason = reason
    service.state, service.approved_at, service.approved_by_id = State.LIVE, at, by
    _forget_archive(service)
    write_contents(service, version.contents)
    version.contents = contents_of(service)
    version.save(update_fields=["state", "decided_by", "decided_at", "decision_reason", "contents"])
    publish(Service.objects.filter(pk=service.pk))
    return service


_OF_AN_ARCHIVE = ("archived_at", "archived_by", "archived_for")


def archive(service: Service, *, by: UUID | None, at: datetime, body: UUID | None = None) -> None:
    """Take an entry out of sight; it can be brought back for 30 days. body: for which `by` works, None for an import."""
    service.state, service.archived_at, service.archived_by_id = State.ARCHIVED, at, by
    service.archived_for_id = body
    service.save(update_fields=["state", *_OF_AN_ARCHIVE, "changed_at"])
    publish(Service.objects.filter(pk=service.pk))


def bring_back(service: Service, *, at: datetime) -> None:
    """Undo an archive: live again as last approved, or a draft if it never was."""
    service.state = State.LIVE if service.approved_at else State.DRAFT
    _forget_archive(service)
    service.save(update_fields=["state", *_OF_AN_ARCHIVE, "changed_at"])
    publish(Service.objects.filter(pk=service.pk))


def _forget_archive(service: Service) -> None:
    for name in _OF_AN_ARCHIVE:
        setattr(service, name, None)


def same_as_version(service: Service) -> bool:
    """Whether the tables say what the live version says."""
    version = live_version(service)
    return version is not None and version.contents == contents_of(service)
