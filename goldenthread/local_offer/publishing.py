"""From the approved facts to the published copy. The only writer of the listings.

What is not public never reaches these rows: hidden addresses, contacts that are not shown, who checked or approved.
Decision record: docs/decisions/0140-the-directorys-three-layers.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from .entries import Bodies, Parts, entry_of
from .facets import NUMBERS, facets_of
from .models import Listing, ListingEvent, ListingPlace, OfferOrganisation, Service, State
from .said import said_of
from .versions import PARTS

_BATCH = 500
_LISTING_FIELDS = [field.name for field in Listing._meta.concrete_fields if field.name not in ("id", "words")]


@dataclass
class Published:
    """The rows of some published copies."""

    listings: list[Listing] = field(default_factory=list)
    points: list[ListingPlace] = field(default_factory=list)
    events: list[ListingEvent] = field(default_factory=list)


def publish(services: QuerySet[Service]) -> int:
    """Make the published copies of these services right, and answer how many are published now.

    A service that is not live loses its copy. Call in the transaction that changed it, inside the area's wall.
    """
    withdraw(list(services.exclude(state=State.LIVE).values_list("pk", flat=True)))
    keys = list(services.filter(state=State.LIVE).values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        _publish(list(Service.objects.filter(pk__in=keys[start : start + _BATCH])))
    return len(keys)


def withdraw(keys: Sequence[UUID]) -> None:
    """Take these services out of public sight."""
    Listing.objects.filter(pk__in=keys).delete()


def _publish(services: list[Service]) -> None:
    copies = published_copies(services, parts_of(services))
    keys = [service.pk for service in services]
    ListingPlace.objects.filter(listing_id__in=keys).delete()
    ListingEvent.objects.filter(listing_id__in=keys).delete()
    Listing.objects.bulk_create(
        copies.listings, update_conflicts=True, unique_fields=["id"], update_fields=_LISTING_FIELDS
    )
    ListingPlace.objects.bulk_create(copies.points)
    ListingEvent.objects.bulk_create(copies.events)


def parts_of(services: Sequence[Service]) -> dict[UUID, Parts]:
    """The parts of each service, by the names of versions.PARTS, in one query for each kind of part."""
    found: dict[UUID, Parts] = {service.pk: {name: [] for name in PARTS} for service in services}
    for name, model in PARTS.items():
        for part in model._default_manager.filter(service_id__in=found):
            found[part.service_id][name].append(part)  # type: ignore[attr-defined]
    return found


def published_copies(services: Sequence[Service], parts: dict[UUID, Parts]) -> Published:
    """The rows that the public may read, not yet saved."""
    bodies = _bodies(services, parts)
    copies = Published()
    for service in services:
        entry = _plain(entry_of(service, parts[service.pk], bodies))
        copies.listings.append(_listing(service, entry))
        copies.points += _points(service, entry)
        copies.events += _events(service, entry)
    return copies


def _bodies(services: Sequence[Service], parts: dict[UUID, Parts]) -> Bodies:
    keys = {service.organisation_id for service in services}
    keys |= {body.organisation_id for part in parts.values() for body in part["bodies"]}
    return OfferOrganisation.objects.in_bulk([key for key in keys if key])


def _listing(service: Service, entry: dict[str, Any]) -> Listing:
    text = json.dumps(entry, sort_keys=True)
    facets = facets_of(entry)
    return Listing(
        id=service.pk,
        authority_id=service.authority_id,
        name=service.name,
        status=service.status,
        organisation_id=service.organisation_id,
        entry=entry,
        facets=facets,
        facet_numbers=[NUMBERS[facet] for facet in facets if facet in NUMBERS],
        needs=entry["needs"],
        sections=entry["sections"],
        min_months=service.min_months,
        max_months=service.max_months,
        has_place=any(place.get("latitude") is not None for place in entry["places"]),
        pinned=service.pinned,
        visible_from=service.visible_from,
        visible_to=service.visible_to,
        assured_on=service.assured_on,
        changed_at=service.changed_at,
        text_hash=hashlib.sha256(text.encode()).hexdigest()[:32],
        said=said_of(entry),
    )


def _points(service: Service, entry: dict[str, Any]) -> Iterable[ListingPlace]:
    for place in entry["places"]:
        if place.get("latitude") is not None:
            yield ListingPlace(
                id=place["id"], listing_id=service.pk, authority_id=service.authority_id,
                latitude=place["latitude"], longitude=place["longitude"],
                outward_code=place.get("postcode", "").split(" ")[0][:4],
            )  # fmt: skip


def _events(service: Service, entry: dict[str, Any]) -> Iterable[ListingEvent]:
    for event in entry["events"]:
        yield ListingEvent(
            id=event["id"], listing_id=service.pk, authority_id=service.authority_id,
            starts_at=event["starts_at"], ends_at=event["ends_at"], entry=event | {"service": entry["name"]},
        )  # fmt: skip


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))
