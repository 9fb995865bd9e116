"""Entries of the directory to test with. Everything is invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldenthread.keys import new_key
from goldenthread.local_offer.lifecycle import make_live, new_entry, record_version
from goldenthread.local_offer.models import Offer, OfferOrganisation, Service
from goldenthread.local_offer.versions import Contents, empty_contents
from goldenthread.organisations.models import Organisation

from .world import inside

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CENTRE = (51.48, 0.2)


def make_offer(area: Organisation, **more: Any) -> Offer:
    return Offer.objects.create(authority=area, **({"area_name": area.name, "email": "offer@example.org"} | more))


def make_provider(area: Organisation, name: str = "Larkmere Play Trust", **more: Any) -> OfferOrganisation:
    facts = {"name": name, "description": f"{name} is a charity for children and families."} | more
    with inside(area):
        return OfferOrganisation.objects.create(authority=area, holder=area, **facts)


def place(**more: Any) -> dict[str, Any]:
    """A place for contents."""
    facts = {
        "id": str(new_key()), "name": "Saltreach Hall", "location_type": "physical", "address_1": "4 Plover Road",
        "town": "Larkmere", "postcode": "QX4 1AB", "latitude": CENTRE[0], "longitude": CENTRE[1], "access": [],
        "hide_address": False,
    }  # fmt: skip
    return facts | more


def contact(**more: Any) -> dict[str, Any]:
    facts = {"id": str(new_key()), "name": "", "title": "Front desk", "phone": "020 7946 0101", "email": "",
             "visible": True}  # fmt: skip
    return facts | more


def contents(provider: OfferOrganisation, **more: Any) -> Contents:
    """Contents that can be shown. more: fields of the service, or lists of parts."""
    facts: dict[str, Any] = {
        "name": "Saturday Splash",
        "description": "Swimming on Saturday mornings for disabled children, with a helper in the water for each child.",
        "organisation": provider.pk, "provision_kinds": ["education_health_care"], "sections": ["leisure"],
        "needs": ["PD"], "route": "open", "free": True, "assured_on": date(2026, 10, 1), "min_months": 60,
        "max_months": 143,
    }  # fmt: skip
    base = empty_contents()
    parts = {name: more.pop(name) for name in list(more) if name in base and name != "service"}
    whole = empty_contents(**{name: value for name, value in (facts | more).items() if name != "organisation"})
    whole["service"]["organisation"] = str(provider.pk)
    return whole | {"places": [place()], "contacts": [contact()]} | parts


def make_service(area: Organisation, provider: OfferOrganisation | None = None, **more: Any) -> Service:
    """A live entry, seen by the public."""
    provider = provider or make_provider(area)
    with inside(area):
        entry = new_entry(area.pk, area.pk, more.get("name", "Saturday Splash"))
        version = record_version(entry, contents(provider, **more), by=None, at=NOW, why="First written")
        return make_live(version, by=None, at=NOW)
