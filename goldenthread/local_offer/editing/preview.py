"""How an entry would look to everybody, made of contents that nobody has approved. Shown to those who may see it only."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime

from ..entries import Parts, entry_of
from ..models import OfferOrganisation, Service
from ..versions import PARTS, Contents, as_json, part_of, service_fields, set_field
from ..views.entry import page_of
from ..views.events import shown_event


def preview_context(service: Service, contents: Contents, day: date) -> dict[str, Any]:
    """What the public page's template needs. Saves nothing."""
    written = Service(
        id=service.pk, authority_id=service.authority_id, source=service.source, changed_at=service.changed_at
    )
    known = {field.name: field for field in service_fields()}
    for name, value in contents["service"].items():
        if name in known:
            set_field(written, known[name], value)
    parts: Parts = {
        name: [part_of(written, model, row, number) for number, row in enumerate(contents.get(name, []))]
        for name, model in PARTS.items()
    }
    keys = {written.organisation_id, *(body.organisation_id for body in parts["bodies"])} - {None}
    bodies = OfferOrganisation.objects.in_bulk([key for key in keys if key])
    parts["bodies"] = [body for body in parts["bodies"] if body.organisation_id in bodies]
    entry = as_json(entry_of(written, parts, bodies))
    dated = [_event(event, service.pk, entry["name"]) for event in entry["events"]]
    return page_of(entry, day) | {
        "listing": SimpleNamespace(pk=service.pk), "events": [shown_event(event) for event in dated], "preview": True,
    }  # fmt: skip


def _event(event: dict[str, Any], listing: UUID, name: str) -> Any:
    """An event as a published copy would have it."""
    moments = {key: parse_datetime(event[key]) for key in ("starts_at", "ends_at")}
    return SimpleNamespace(pk=event["id"], listing_id=listing, entry=event | {"service": name}, **moments)
