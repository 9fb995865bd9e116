"""Open Referral UK 3.0: a service object as an entry, and files that hold such objects.

A file may be one object, a list, a page in the standard's envelope, or one object a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from ...models import AreaScope
from ...vocabulary import BY_KEY, term_by_id
from ..incoming import Incoming, SourceRefused
from .gias import website

Json = dict[str, Any]
LARGEST_LINE = 4 * 1024 * 1024
LARGEST_WHOLE = 60 * 1024 * 1024
LONGEST_CODE = 60
_DRAWINGS = ("geojson", "topojson", "kml")  # what `extent_type` may say of a border that is drawn
_FROM_X_SEND = ("all_needs", "ehc_plan_needed", "free", "gender", "disability_only", "suitability", "provision_kinds",
                "branches", "online", "short_breaks_accepted", "direct_payment_accepted")  # fmt: skip


def read(file: BinaryIO, *, own_area: bool) -> Iterator[Incoming]:
    return entries(_objects(file), own_area=own_area)


def _objects(file: BinaryIO) -> Iterator[Any]:
    file.seek(0)
    first = file.readline(LARGEST_LINE)
    try:
        begins = json.loads(first)
        one_a_line = isinstance(begins, dict) and "contents" not in begins and bool(file.readline(LARGEST_LINE).strip())
    except ValueError:
        one_a_line = False
    file.seek(0)
    try:
        if one_a_line:
            yield from (json.loads(line) for line in iter(lambda: file.readline(LARGEST_LINE), b"") if line.strip())
            return
        text = file.read(LARGEST_WHOLE + 1)
        if len(text) > LARGEST_WHOLE:
            raise SourceRefused(_("The file is larger than 60 MB in one piece. Bring it with one service a line."))
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise SourceRefused(_("The file cannot be read as JSON.")) from None
    found = whole.get("contents", [whole]) if isinstance(whole, dict) else whole
    if not isinstance(found, list):
        raise SourceRefused(_("The file holds no list of services."))
    yield from found


def entries(found: Iterable[Any], *, own_area: bool) -> Iterator[Incoming]:
    """own_area: the services are of this authority's area."""
    for number, one in enumerate(found, start=1):
        try:
            yield _incoming(number, one, own_area)
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError):
            key = str(one.get("id", "?"))[:200] if isinstance(one, dict) else "?"
            yield Incoming(
                number, key, {"name": key}, refused=_("It is not a service as Open Referral UK describes one.")
            )


def _incoming(number: int, one: Json, own_area: bool) -> Incoming:
    key, body = str(UUID(one["id"])), one.get("organization") or {}
    more = one.get("x_send") or {}
    service = {
        "name": _text(one["name"], 100), "description": _text(one.get("description"), 20_000),
        "url": website(_text(one.get("url"), 380)), "status": one["status"], "alert": _text(one.get("alert"), 300),
        "cost_statement": _text(one.get("fees"), 300), "eligibility": _text(one.get("eligibility_description"), 20_000),
        "min_months": _months(one.get("minimum_age"), 0), "max_months": _months(one.get("maximum_age"), 11),
        "assured_on": _day(one.get("assured_date")), "languages": _texts(one.get("languages"), "name", 40),
        "funding_sources": _texts(one.get("funding"), "source", 120),
        "area_scope": (AreaScope.IN_AREA if own_area else AreaScope.OUTSIDE).value,
        **_tags(one.get("attributes") or []),
        **{name: more[name] for name in _FROM_X_SEND if name in more},
    }  # fmt: skip
    parts = {
        "places": [_place(at["location"]) for at in one.get("service_at_locations") or [] if at.get("location")],
        "areas": [
            {"name": _text(area.get("name") or area.get("service_area"), 120), **code_of(area)}
            for area in one.get("service_areas") or [] if area.get("name") or area.get("service_area")
        ],
        "contacts": [_contact(contact) for contact in one.get("contacts") or []],
        "costs": [_cost(cost) for cost in one.get("cost_options") or []],
        "schedules": [_schedule(each) for each in one.get("schedules") or []],
    }  # fmt: skip
    return Incoming(number, key, service, parts, {
        "name": _text(body.get("name"), 200), "description": _text(body.get("description"), 20_000),
        "url": website(_text(body.get("website"), 380)), "email": _text(body.get("email"), 250),
        "source_key": str(body.get("id", ""))[:200],
    })  # fmt: skip


def code_of(area: Json) -> dict[str, str]:
    """The area's code and its kind. A drawing of its border (the standard allows GeoJSON, TopoJSON, KML) is not kept."""
    extent, kind = _text(area.get("extent"), 1000), _text(area.get("extent_type"), 30)
    if len(extent) > LONGEST_CODE or kind.lower() in _DRAWINGS or extent[:1] in "{[<":
        return {"extent": "", "extent_type": ""}
    return {"extent": extent, "extent_type": kind}


def _text(value: Any, longest: int) -> str:
    return "" if value is None else " ".join(str(value).replace("\x00", "").split())[:longest]


def _texts(values: Any, name: str, longest: int) -> list[str]:
    return list(dict.fromkeys(_text(one[name], longest) for one in values or [] if one.get(name)))


def _months(years: Any, to_the_end: int) -> int | None:
    """A whole maximum age is meant to the end of that year of life."""
    if years is None:
        return None
    months = float(years) * 12
    if not 0 <= months < 2400:
        raise ValueError("no such age")
    return int(months) + (to_the_end if float(years) == int(years) else 0)


def _day(written: Any) -> str | None:
    return date.fromisoformat(str(written)[:10]).isoformat() if written else None


def _tags(attributes: list[Json]) -> Json:
    """Needs, sections and how to start, where the terms are those of our own taxonomies (they have fixed keys)."""
    found: dict[str, list[str]] = {key: [] for key in BY_KEY}
    for attribute in attributes:
        known = term_by_id(UUID((attribute.get("taxonomy_term") or {})["id"]))
        if known:
            found[known[0].key].append(known[1].code)
    tags: Json = {"needs": found["need"], "sections": found["section"]}
    if found["route"]:
        tags["route"] = found["route"][0]
    return {name: codes for name, codes in tags.items() if codes}


def _place(location: Json) -> Json:
    address = (location.get("addresses") or [{}])[0]
    terms = [term_by_id(UUID(one["taxonomy_term"]["id"])) for one in location.get("attributes") or []]
    return {
        "name": _text(location.get("name"), 120), "location_type": location["location_type"],
        "address_1": _text(address.get("address_1"), 120), "town": _text(address.get("city"), 80),
        "county": _text(address.get("state_province"), 80), "postcode": _text(address.get("postal_code"), 8),
        "latitude": location.get("latitude"), "longitude": location.get("longitude"),
        "access": [term[1].code for term in terms if term and term[0].key == "access"],
    }  # fmt: skip


def _contact(contact: Json) -> Json:
    phones = contact.get("phones") or [{}]
    return {
        "name": _text(contact.get("name"), 120), "title": _text(contact.get("title"), 120),
        "email": _text(contact.get("email"), 250), "phone": _text(phones[0].get("number"), 40),
        "phone_description": _text(phones[0].get("description"), 120),
    }  # fmt: skip


def _cost(cost: Json) -> Json:
    return {
        "option": _text(cost.get("option") or cost.get("amount_description") or _("Cost"), 120), "amount": cost.get("amount"),
        "per": _text(cost.get("amount_description"), 80), "valid_from": _day(cost.get("valid_from")),
        "valid_to": _day(cost.get("valid_to")),
    }  # fmt: skip


def _schedule(one: Json) -> Json:
    return {
        "freq": one.get("freq") or "WEEKLY", "interval": int(one.get("interval") or 1),
        "byday": [day.strip() for day in (one.get("byday") or "").split(",") if day.strip()],
        "bymonthday": [int(day) for day in (one.get("bymonthday") or "").split(",") if day.strip()],
        "opens_at": (one.get("opens_at") or "")[:8] or None, "closes_at": (one.get("closes_at") or "")[:8] or None,
        "starts_on": _day(one.get("dtstart")), "valid_from": _day(one.get("valid_from")),
        "valid_to": _day(one.get("valid_to")), "description": _text(one.get("description"), 200),
    }  # fmt: skip
