"""Many entries at once: for the shipped schools, the demo and imports. Each ends as make_live would leave it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, models
from django.utils import timezone

from goldenthread.database.copying import copy_rows
from goldenthread.keys import new_key

from .entries import Parts
from .models import Listing, ListingEvent, ListingPlace, Service, ServiceVersion, State, VersionState
from .publishing import published_copies
from .versions import PARTS, Contents, as_json, part_fields, part_of, service_fields, set_field, values_of

_BATCH = 1000


@dataclass(frozen=True)
class NewEntry:
    """key: the service's; contents: what it says; more: fields no version carries (source, source_key …)."""

    key: UUID
    contents: Contents
    more: dict[str, Any] = field(default_factory=dict)


def write_entries(authority: UUID, entries: Iterable[NewEntry], *, why: str, at: datetime) -> int:
    """New live entries with their first, approved version and public copy. Answers how many.

    Raises IntegrityError when a key is taken. Memory stays flat: entries are taken in batches.
    """
    waiting, count = iter(entries), 0
    while batch := list(islice(waiting, _BATCH)):
        _write(authority, batch, why, at)
        count += len(batch)
    return count


def _write(authority: UUID, batch: list[NewEntry], why: str, at: datetime) -> None:
    services = [_service(authority, entry, at) for entry in batch]
    parts = {service.pk: _parts(service, entry.contents) for service, entry in zip(services, batch, strict=True)}
    _copy(Service, services)
    for name, model in PARTS.items():
        _copy(model, [part for found in parts.values() for part in found[name]])
    _copy(ServiceVersion, [_version(service, parts[service.pk], why, at) for service in services])
    copies = published_copies(services, parts)
    _copy(Listing, copies.listings, without="words")
    _copy(ListingPlace, copies.points)
    _copy(ListingEvent, copies.events)


def _copy(model: type[models.Model], things: Sequence[models.Model], without: str = "") -> None:
    fields = [one for one in model._meta.concrete_fields if one.name != without]
    names = " ".join(one.name for one in fields)
    rows = (tuple(one.get_db_prep_save(getattr(thing, one.attname), connection) for one in fields) for thing in things)
    copy_rows(model, names, rows)


def _service(authority: UUID, entry: NewEntry, at: datetime) -> Service:
    live = {"state": State.LIVE, "approved_at": at, "changed_at": timezone.now()}
    service = Service(id=entry.key, authority_id=authority, holder_id=authority, **(live | entry.more))
    known = {one.name: one for one in service_fields()}
    for name, value in entry.contents["service"].items():
        set_field(service, known[name], value)
    return service


def _parts(service: Service, contents: Contents) -> Parts:
    """The parts of a new entry, in the order in which the database will give them back."""
    found: Parts = {}
    for name, model in PARTS.items():
        rows = [
            {"id": uuid5(service.pk, f"{name} {number}")} | row for number, row in enumerate(contents.get(name, []))
        ]
        made = [part_of(service, model, row, number) for number, row in enumerate(rows)]
        order = model._meta.ordering
        found[name] = sorted(made, key=lambda part, order=order: [_sorted_as(getattr(part, one)) for one in order])  # type: ignore[misc]
    return found


def _sorted_as(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


def _version(service: Service, parts: Parts, why: str, at: datetime) -> ServiceVersion:
    contents: Contents = {"service": values_of(service, service_fields())}
    for name, model in PARTS.items():
        contents[name] = [{"id": part.pk} | values_of(part, part_fields(model)) for part in parts[name]]
    return ServiceVersion(
        id=new_key(), authority_id=service.authority_id, holder_id=service.holder_id, service=service, number=1,
        state=VersionState.APPROVED, kind="import", contents=as_json(contents), why=why, made_at=at, decided_at=at,
    )  # fmt: skip


def rebuild_words(authority: UUID) -> int:
    """Count anew the words that the listings of an area use: after many were written, and every night.

    Answers how many different words there are. A typing slip is measured against them.
    """
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM local_offer_listedword WHERE authority_id = %s", [authority])
        cursor.execute(_WORDS, [str(authority), authority])
        return int(cursor.rowcount)


_WORDS = """
INSERT INTO local_offer_listedword (authority_id, word, listings)
SELECT %s::uuid, word, count(*) FROM (
  SELECT DISTINCT id, unnest(tsvector_to_array(to_tsvector('public.local_offer_plain', array_to_string(said, ' ')))) word
  FROM local_offer_listing WHERE authority_id = %s
) found
WHERE word ~ '^[a-z]{3,40}$' GROUP BY word
"""
