"""From the approved facts to the published copy. The only writer of the listings.

What is not public never reaches these rows: hidden addresses, contacts that are not shown, who checked or approved.
Decision record: docs/decisions/0140-the-directorys-three-layers.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import QuerySet

from .entries import entry_of
from .facets import facets_of
from .models import Listing, ListingEvent, ListingPlace, Service, State
from .said import said_of

_WHOLE = (
    "organisation", "places", "serviceareas", "contacts", "costoptions", "schedules", "events", "answers",
    "bodies__organisation",
)  # fmt: skip
_BATCH = 500
_LISTING_FIELDS = [field.name for field in Listing._meta.concrete_fields if field.name not in ("id", "words")]


def whole(services: QuerySet[Service]) -> QuerySet[Service]:
    """The services with all that entry_of reads, in a fixed number of queries."""
    return services.select_related("organisation").prefetch_related(*_WHOLE[1:])


def publish(services: QuerySet[Service]) -> int:
    """Make the published copies of these services right, and answer how many are published now.

    A service that is not live loses its copy. Call in the transaction that changed it, inside the area's wall.
    """
    gone = services.exclude(state=State.LIVE).values_list("pk", flat=True)
    withdraw(list(gone))
    keys = list(services.filter(state=State.LIVE).values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        _publish(list(whole(Service.objects.filter(pk__in=keys[start : start + _BATCH]))))
    return len(keys)


def withdraw(keys: Sequence[UUID]) -> None:
    """Take these services out of public sight."""
    Listing.objects.filter(pk__in=keys).delete()


@transaction.atomic
def _publish(services: list[Service]) -> None:
    entries = [(service, _plain(entry_of(service))) for service in services]
    listings = [_listing(service, entry) for service, entry in entries]
    Listing.objects.bulk_create(listings, update_conflicts=True, unique_fields=["id"], update_fields=_LISTING_FIELDS)
    keys = [service.pk for service in services]
    ListingPlace.objects.filter(listing_id__in=keys).delete()
    ListingEvent.objects.filter(listing_id__in=keys).delete()
    ListingPlace.objects.bulk_create([point for service, entry in entries for point in _points(service, entry)])
    ListingEvent.objects.bulk_create([event for service, entry in entries for event in _events(service, entry)])


def _listing(service: Service, entry: dict[str, Any]) -> Listing:
    text = json.dumps(entry, sort_keys=True)
    return Listing(
        id=service.pk,
        authority_id=service.authority_id,
        name=service.name,
        status=service.status,
        organisation_id=service.organisation_id,
        entry=entry,
        facets=facets_of(entry),
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
