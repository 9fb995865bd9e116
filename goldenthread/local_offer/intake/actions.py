"""Bring services in: read and compare, then take whole or put aside. Nothing is ever taken in part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.models import Organisation

from ..bulk import NewEntry, rebuild_words, write_entries
from ..lifecycle import archive, live_version, make_live, pending_version, record_version
from ..models import OrganisationRole, Service
from .bodies import Bodies
from .comparing import Comparison, Found, Origin
from .incoming import SourceRefused
from .models import Intake, IntakeRow, IntakeState, SourceKind, What
from .permissions import OFFER_IMPORT
from .queries import intake as find_intake
from .reading import Brought, incoming_of, origin_of

_STRETCH = 500
_SOURCES = {
    SourceKind.GIAS: "gias", SourceKind.SCHOOLS: "gias", SourceKind.OFSTED: "ofsted", SourceKind.ORUK_FILE: "partner",
    SourceKind.ORUK_FEED: "partner",
}  # fmt: skip


@transaction.atomic
def read_source(*, by: Viewer, brought: Brought) -> Intake:
    """Read a file or a feed and compare it with what is here. Answers what waits for a yes.

    Order: allow, read, compare, keep what would change, audit. Changes no entry. Raises SourceRefused when the source
    cannot be read or breaks its word: then nothing is kept.
    """
    require(by, OFFER_IMPORT)
    assert by.organisation is not None, "only staff of the authority hold the right"
    origin = origin_of(brought)
    made = Intake.objects.create(
        authority_id=by.authority, holder_id=by.organisation, kind=brought.kind, named=brought.named[-400:],
        source_name=origin.name, read_at=timezone.now(), read_by_id=by.person,
    )  # fmt: skip
    comparison = Comparison(by.authority, origin)
    rows = incoming_of(brought, Organisation.objects.get(pk=by.authority))
    _keep(made, comparison.of(rows))
    if not comparison.seen:
        raise SourceRefused(_("There is no service in it that could be read. Nothing was brought in."))
    made.counts = {
        "same": 0,
        **{str(what): 0 for what in What.values},
        **{str(k): n for k, n in comparison.counts.items()},
    }
    made.save()
    record(by, "offer_source.read", made, kind=made.kind, **made.counts)
    return made


def _keep(made: Intake, found: Iterator[Found]) -> None:
    while batch := list(islice(found, 500)):
        IntakeRow.objects.bulk_create(
            IntakeRow(
                authority_id=made.authority_id, holder_id=made.holder_id, intake=made, number=one.incoming.number,
                what=one.what, key=one.incoming.key[:200], name=one.incoming.name[:200], service_id=one.service,
                contents=one.contents, body=one.incoming.body, changed=one.changed, kept=one.kept, why=one.why[:300],
            )
            for one in batch
        )  # fmt: skip


@transaction.atomic
def take_source(*, by: Viewer, intake: UUID, doubtful_too: bool, archive_gone: bool) -> Intake:
    """Take all of it. doubtful_too: what may be here already becomes new entries; archive_gone: what is no longer there
    is archived (it can be brought back for 30 days).

    Order: allow, lock, write all or nothing, forget the rows, audit. Raises Refused when somebody has begun to change
    one of the entries since. Fields locked since are kept.
    """
    found = find_intake(by, intake)
    locked = Intake.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.state == IntakeState.TAKEN:
        return locked
    if locked.state != IntakeState.CHECKED:
        raise Refused(_("This was put aside. Bring it in again if you still want it."))
    at, origin = timezone.now(), Origin(_SOURCES[SourceKind(locked.kind)], locked.source_name)
    wanted = [What.NEW, What.DOUBTFUL] if doubtful_too else [What.NEW]
    write_entries(by.authority, _entries(locked, origin, wanted), why=locked.source_name, at=at)
    for row in _rows(locked, [What.CHANGED]):
        _change(row, by, locked.source_name, at)
    if archive_gone:
        for row in _rows(locked, [What.GONE]):
            archive(Service.objects.get(pk=str(row.service_id)), by=by.person, at=at)
    rebuild_words(by.authority)
    locked.state, locked.taken_at = IntakeState.TAKEN, at
    locked.save()
    IntakeRow.objects.filter(intake=locked).delete()
    record(by, "offer_source.taken", locked, doubtful_too=doubtful_too, archive_gone=archive_gone, **locked.counts)
    return locked


@transaction.atomic
def put_source_aside(*, by: Viewer, intake: UUID) -> Intake:
    """Do not take it. What was shown of it is forgotten."""
    found = find_intake(by, intake)
    locked = Intake.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.state == IntakeState.CHECKED:
        locked.state = IntakeState.PUT_ASIDE
        locked.save()
        IntakeRow.objects.filter(intake=locked).delete()
        record(by, "offer_source.put_aside", locked, kind=locked.kind)
    return locked


def _stretches(intake: Intake, wanted: list[What]) -> Iterator[list[IntakeRow]]:
    """The rows of a large source are not held at once."""
    keys = list(IntakeRow.objects.filter(intake=intake, what__in=wanted).values_list("pk", flat=True))
    for start in range(0, len(keys), _STRETCH):
        yield list(IntakeRow.objects.filter(pk__in=keys[start : start + _STRETCH]))


def _rows(intake: Intake, wanted: list[What]) -> Iterator[IntakeRow]:
    for rows in _stretches(intake, wanted):
        yield from rows


def _entries(intake: Intake, origin: Origin, wanted: list[What]) -> Iterator[NewEntry]:
    bodies = Bodies(intake.authority_id, origin)
    for rows in _stretches(intake, wanted):
        yield from (_entry(intake, origin, row, body) for row, body in zip(rows, bodies.of(rows), strict=True))


def _entry(intake: Intake, origin: Origin, row: IntakeRow, body: UUID | None) -> NewEntry:
    contents = row.contents
    if body is not None:
        contents["service"]["organisation"] = str(body)
        contents["bodies"] = [{"organisation": str(body), "role": OrganisationRole.DELIVERS}]
    more = {"source": origin.source, "source_name": origin.name, "source_key": row.key}
    return NewEntry(uuid5(intake.authority_id, f"{origin.source} {row.key}"), contents, more)


def _change(row: IntakeRow, by: Viewer, why: str, at: datetime) -> None:
    """Only the fields that were shown as changing, over what stands there now."""
    service = Service.objects.select_for_update(of=("self",)).get(pk=str(row.service_id))
    version = live_version(service)
    if version is None or pending_version(service) is not None:
        raise Refused(
            _("Somebody has begun to change “%(name)s”, so nothing was taken. Bring it in again.")
            % {"name": service.name}
        )
    contents = version.contents
    for name in (field for field in row.changed if field not in service.locked_fields):
        if name in contents["service"]:
            contents["service"][name] = row.contents["service"][name]
        else:
            contents[name] = row.contents[name]
    made = record_version(service, contents, by=by.person, at=at, why=why, kind="import")
    make_live(made, by=by.person, at=at)
