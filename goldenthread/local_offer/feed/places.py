"""Where a service is, as Open Referral UK has it: locations with address and access.

A place whose address is hidden has no address and no name here: only what the published entry says of it, which is
the outward code and a rounded point.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .terms import attributes_of
from .values import Json, derived, said


def at_location(place: Json, service: str) -> Json:
    """A service at one of its places. The key is the place's; the location has one derived from it."""
    found = location(place)
    return {"id": place["id"], "service_id": service, "location_id": found["id"], "location": found}


def location(place: Json) -> Json:
    """A location with all that hangs on it."""
    key = derived(place["id"], "location")
    tags = attributes_of(key, "location", {"access": place.get("access", [])})
    return plain_location(place) | said(addresses=_addresses(place, key), accessibility=_access(place, key, tags),
                                        attributes=tags)  # fmt: skip


def plain_location(place: Json) -> Json:
    """A location's one-to-one fields."""
    about = place.get("description", "")
    if place.get("hidden"):
        about = _("The address is not published. Postcode district: %s.") % place.get("postcode", _("not known"))
    return said(
        id=derived(place["id"], "location"), location_type=place["location_type"], name=place.get("name"),
        description=about, latitude=place.get("latitude"), longitude=place.get("longitude"),
        external_identifier=place.get("uprn"), external_identifier_type="UPRN" if place.get("uprn") else None,
    )  # fmt: skip


def _addresses(place: Json, location: str) -> list[Json]:
    """One address, or none where the standard's required parts are not known or not published."""
    first = place.get("address_1") or place.get("name")
    town, county, postcode = (place.get(part) for part in ("town", "county", "postcode"))
    if place.get("hidden") or not (first and postcode and (town or county)):
        return []
    known = said(
        id=derived(location, "address"),
        location_id=location,
        address_1=first,
        address_2=place.get("address_2"),
        city=town or county,
        state_province=county or town,
        postal_code=postcode,
        country="GB",
        address_type=place["location_type"],
    )  # fmt: skip
    return [known]


def _access(place: Json, location: str, tags: list[Json]) -> list[Json]:
    """What helps people get in and about: one for each tag, and one for what is said in words."""
    known = [
        {
            "id": derived(location, f"access {tag['taxonomy_term']['term']}"),
            "location_id": location,
            "description": tag["taxonomy_term"]["name"],
            "accessibility": tag["taxonomy_term"]["name"],
        }
        for tag in tags
    ]
    notes = place.get("access_notes")
    if notes:
        known.append(_noted(location, notes))
    return known


def _noted(location: str, notes: str) -> dict[str, Any]:
    return {
        "id": derived(location, "access notes"),
        "location_id": location,
        "description": notes,
        "details": notes,
    }
