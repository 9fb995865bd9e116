"""All facts of an entry as one value, there and back, so that a version can hold them and be compared.

Shape: {"service": {field: value}, "places": [{"id": …, field: value}], "areas": …, "contacts": …, "costs": …,
"schedules": …, "events": …, "answers": …, "bodies": …}, every value as JSON has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from goldenthread.keys import new_key

from .models import Answer, Contact, CostOption, Event, Place, Schedule, Service, ServiceArea, ServiceOrganisation

Contents = dict[str, Any]

PARTS: dict[str, type[models.Model]] = {
    "places": Place,
    "areas": ServiceArea,
    "contacts": Contact,
    "costs": CostOption,
    "schedules": Schedule,
    "events": Event,
    "answers": Answer,
    "bodies": ServiceOrganisation,
}
# What belongs to the entry's life and not to its contents: no version carries it.
_NOT_CONTENTS = (
    "id authority holder state approved_at approved_by archived_at archived_by archived_for changed_at locked_fields"
    " report_link_checked_on report_link_works source source_name source_key"
)


@cache
def service_fields() -> tuple[Any, ...]:
    """The fields of a service that a version carries, in the order of the model."""
    return tuple(field for field in Service._meta.concrete_fields if field.name not in _NOT_CONTENTS.split())


@cache
def part_fields(model: type[models.Model]) -> tuple[Any, ...]:
    """The fields of a part that a version carries; its key is kept beside them, so that it stays the same part."""
    apart = ("id", "authority", "holder", "service")
    return tuple(field for field in model._meta.concrete_fields if field.name not in apart)


def empty_contents(**service: Any) -> Contents:
    """Contents of a new entry: every field at its default but those given; no parts."""
    blank = Service(**service)
    return as_json({"service": values_of(blank, service_fields()), **{name: [] for name in PARTS}})


def contents_of(service: Service) -> Contents:
    """The approved facts of an entry as they stand in the tables."""
    found: Contents = {"service": values_of(service, service_fields())}
    for name, model in PARTS.items():
        fields = part_fields(model)
        rows = model._default_manager.filter(service=service)
        found[name] = [{"id": row.pk} | values_of(row, fields) for row in rows]
    return as_json(found)


def write_contents(service: Service, contents: Contents) -> None:
    """Make the tables say what the contents say. Parts keep their keys; parts that are not in the contents go.

    Raises ValidationError where a value is of the wrong kind. Deliberately does not publish, approve or audit.
    """
    known = {field.name: field for field in service_fields()}
    for name, value in contents["service"].items():
        if name in known:
            set_field(service, known[name], value)
    service.save()
    for name, model in PARTS.items():  # places first: schedules and events may point at one
        _write_part(service, model, contents.get(name, []))


def _write_part(service: Service, model: type[models.Model], rows: list[dict[str, Any]]) -> None:
    kept = [part_of(service, model, row, number) for number, row in enumerate(rows)]
    model._default_manager.filter(service=service).exclude(pk__in=[one.pk for one in kept]).delete()
    names = [field.name for field in part_fields(model)]
    model._default_manager.bulk_create(kept, update_conflicts=True, unique_fields=["id"], update_fields=names)


def part_of(service: Service, model: type[models.Model], row: dict[str, Any], number: int) -> models.Model:
    """A part as its row in the contents says it, not yet saved. number: its place in the list."""
    part = model(id=row.get("id") or new_key(), service=service)
    part.authority_id, part.holder_id = service.authority_id, service.holder_id  # type: ignore[attr-defined]
    for field in part_fields(model):
        if field.name == "number":
            part.number = number  # type: ignore[attr-defined]
        elif field.name in row:
            set_field(part, field, row[field.name])
    return part


def set_field(thing: models.Model, field: Any, value: Any) -> None:
    setattr(thing, field.attname, None if value is None else field.to_python(value))


def values_of(thing: models.Model, fields: Iterable[Any]) -> dict[str, Any]:
    return {field.name: field.value_from_object(thing) for field in fields}


def as_json(value: Contents) -> Contents:
    plain: Contents = json.loads(json.dumps(value, cls=DjangoJSONEncoder))
    return plain


@dataclass(frozen=True)
class Difference:
    """One field that two contents say differently. part: "service" or a name of PARTS; key: which of the parts.

    before or after is None when the part itself is new or gone.
    """

    part: str
    key: str
    field: str
    before: Any
    after: Any


def differences(before: Contents, after: Contents) -> list[Difference]:
    """Field by field, in the order of the entry."""
    found = _fields_apart("service", "", before["service"], after["service"])
    for name in PARTS:
        olds = {row["id"]: row for row in before.get(name, [])}
        news = {row.get("id", f"new {place}"): row for place, row in enumerate(after.get(name, []))}
        for key in dict.fromkeys([*olds, *news]):
            found += _fields_apart(name, key, olds.get(key), news.get(key))
    return found


def _fields_apart(part: str, key: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[Difference]:
    names = dict.fromkeys([*(before or {}), *(after or {})])
    pairs = [
        (name, (before or {}).get(name), (after or {}).get(name)) for name in names if name not in ("id", "number")
    ]
    return [Difference(part, str(key), name, old, new) for name, old, new in pairs if old != new]
