"""Childcare as Ofsted lists it, in CSV. Its headings have changed over the years, so each is known by several names.

A childminder works at home: the address is hidden, and the public sees the outward code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from ...models import AreaScope, ProviderType, ProvisionKind
from ..incoming import Incoming, SourceRefused
from ..lines import rows_of
from .gias import website

NAMES = {
    "number": ("Provider URN", "URN", "Reference number", "Registration number"),
    "name": ("Setting name", "Provider name", "Provision name", "Name"),
    "kind": ("Provider type", "Provision type", "Type of provision"),
    "status": ("Provider status", "Registration status", "Status"),
    "street": ("Setting address line 1", "Address line 1", "Address 1", "Provider address line 1"),
    "town": ("Setting town", "Town", "Provider town"),
    "county": ("Local authority", "Local Authority"),
    "postcode": ("Setting postcode", "Postcode", "Provider postcode"),
    "phone": ("Telephone number", "Setting phone number", "Telephone", "Phone"),
    "web": ("Website", "Web address"),
    "places": ("Places", "Number of places", "Total places"),
}
_AT_HOME = ("childminder", "home childcarer", "nanny")
_ACTIVE = ("", "active", "registered")


def read(file: BinaryIO) -> Iterator[Incoming]:
    """Active providers with a number and a name."""
    for number, row in rows_of(file, "cp1252", ()):
        found = {key: next((row[name] for name in names if row.get(name)), "") for key, names in NAMES.items()}
        if not set(row) & set(NAMES["number"]) or not set(row) & set(NAMES["name"]):
            raise SourceRefused(
                _("The first line must name a column for the number and one for the name of a provider.")
            )
        if found["status"].lower() in _ACTIVE:
            yield _incoming(number, found)


def _incoming(number: int, found: dict[str, str]) -> Incoming:
    if not found["number"] or len(found["name"]) < 2:
        return Incoming(
            number, found["number"] or "?", {"name": found["name"]}, refused=_("It has no number or no name.")
        )
    at_home = any(word in found["kind"].lower() for word in _AT_HOME)
    place = {
        "name": "" if at_home else found["name"][:120], "address_1": found["street"][:120], "town": found["town"][:80],
        "county": found["county"][:80], "postcode": found["postcode"][:8], "hide_address": at_home,
    }  # fmt: skip
    said = _("%(kind)s registered with Ofsted under the number %(number)s.") % {
        "kind": found["kind"] or _("Childcare"),
        "number": found["number"],
    }
    if found["places"].isdigit():
        said += " " + _("Registered places: %(count)s.") % {"count": found["places"]}
    service = {
        "name": found["name"][:100], "description": said, "url": website(found["web"]), "ofsted_number": found["number"][:20],
        "provision_kinds": [ProvisionKind.EDUCATION_HEALTH_CARE.value], "branches": ["education", "care"],
        "sections": ["early-years"], "provider_type": ProviderType.EARLY_YEARS.value, "area_scope": AreaScope.IN_AREA.value,
        "min_months": 0,
    }  # fmt: skip
    contacts = [{"title": "", "phone": found["phone"][:40]}] if found["phone"] else []
    return Incoming(number, found["number"], service, {"places": [place], "contacts": contacts},
                    {"name": found["name"][:200], "description": said})  # fmt: skip
