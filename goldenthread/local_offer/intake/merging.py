"""What an entry would say after a source has spoken: only what the source speaks of, and nothing that is locked."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import models

from ..models import Service
from ..special_places import OF_REGISTER
from ..versions import PARTS, Contents, as_json, empty_contents, part_fields, service_fields
from .incoming import Incoming

_LINKS = ("organisation", "place", "number")
_IN_ORDER = (("min_months", "max_months"),)


class Unfit(ValueError):
    """A value that no entry can hold; the message names the field."""


@dataclass
class Merged:
    contents: Contents
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def spoken(incoming: Incoming) -> Contents:
    """What the source says, every value as entries hold it. Raises Unfit."""
    said: Contents = {"service": _fitted(service_fields(), incoming.service, Service())}
    for name, rows in incoming.parts.items():
        model = PARTS[name]
        said[name] = [_fitted(part_fields(model), row, model()) for row in rows]
    low, high = said["service"].get("min_months"), said["service"].get("max_months")
    if low is not None and high is not None and low > high:
        raise Unfit("min_months")
    return as_json(said)


def _fitted(fields: tuple[Any, ...], values: dict[str, Any], blank: models.Model) -> dict[str, Any]:
    known = {one.name: one for one in fields if one.name not in _LINKS}
    found = {}
    for name, value in values.items():
        if name not in known:
            continue
        try:
            fitted = known[name].clean(value, blank) if value not in (None, "", []) else value
        except (ValidationError, TypeError, ValueError):
            raise Unfit(name) from None
        setattr(blank, name, fitted)
        found[name] = known[name].value_from_object(blank)
    return found


def merged(before: Contents | None, said: Contents, key: UUID, locked: list[str]) -> Merged:
    """before: the approved contents, or None for a new entry; key: the entry's. A kind of part is one thing: it is
    changed or kept as a whole, and rows that stay keep their keys."""
    base = empty_contents() if before is None else before
    result = Merged(copy.deepcopy(base))
    for name, value in _with_own_labels(base["service"], said["service"]).items():
        if base["service"].get(name) != value:
            _settle(result, name, locked)
            if name not in locked:
                result.contents["service"][name] = value
    for name in (part for part in PARTS if part in said):
        rows = _rows(base.get(name, []), said[name], name, key)
        if rows != base.get(name, []):
            _settle(result, name, locked)
            if name not in locked:
                result.contents[name] = rows
    return result


def _with_own_labels(before: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """What the source says, where labels that no register gives stay beside those it gives."""
    if "labels" not in said:
        return said
    own = [label for label in before["labels"] if label not in OF_REGISTER]
    return said | {"labels": [*own, *(label for label in said["labels"] if label not in own)]}


def _settle(result: Merged, name: str, locked: list[str]) -> None:
    (result.kept if name in locked else result.changed).append(name)


def _rows(olds: list[dict[str, Any]], news: list[dict[str, Any]], name: str, key: UUID) -> list[dict[str, Any]]:
    blank = _blank(name)
    return [
        (olds[place] if place < len(olds) else blank | {"id": str(uuid5(key, f"brought {name} {place}"))})
        | new
        | ({"number": place} if "number" in blank else {})
        for place, new in enumerate(news)
    ]


def _blank(name: str) -> dict[str, Any]:
    model = PARTS[name]
    part = model()
    plain: dict[str, Any] = as_json({one.name: one.value_from_object(part) for one in part_fields(model)})
    return plain
