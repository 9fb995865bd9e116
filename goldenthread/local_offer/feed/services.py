"""A service as Open Referral UK has it, made from its published entry. Nothing here asks the database.

Beside the standard's own fields go those of its parent, HSDS, that the UK profile dropped (telephones, e-mail of a
contact, names of languages), and what the standard has no place for, in one object: x_send.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ..facets import age_bands
from . import terms
from .bodies import Publisher, organization, whole_organization
from .extra import x_send
from .places import at_location, plain_location
from .values import LANGUAGE_CODES, Json, derived, highest_age, lowest_age, mail_address, said, web_address


def listed(entry: Json, publisher: Publisher, today: date) -> Json:
    """The one-to-one fields, with the organisation. today: a notice whose last day has passed is left out."""
    body = organization(entry["organisation"], publisher)
    return _plain(entry, body["id"], today) | {"organization": body}


def minimal(entry: Json, publisher: Publisher) -> Json:
    """Only what tells whether a copy of it is still good."""
    body = organization(entry["organisation"], publisher)
    return {
        "id": entry["id"], "organization_id": body["id"], "name": entry["name"], "status": entry["status"],
        "last_modified": entry["changed_at"], "modified_date": entry["changed_at"],
    }  # fmt: skip


def whole(entry: Json, publisher: Publisher, today: date) -> Json:
    """Everything, nested."""
    return without_places(entry, publisher, today) | said(
        service_at_locations=[at_location(place, entry["id"]) for place in entry["places"]]
    )


def without_places(entry: Json, publisher: Publisher, today: date) -> Json:
    key = entry["id"]
    body = whole_organization(entry["organisation"], publisher)
    return _plain(entry, body["id"], today) | said(
        organization=body,
        schedules=[_schedule(one, entry) for one in entry["schedules"]],
        service_areas=[_area(one, key) for one in entry["areas"]],
        languages=[_language(name, key) for name in entry["languages"]],
        funding=[{"id": derived(key, f"funding {one}"), "service_id": key, "source": one} for one in entry["funding_sources"]],
        cost_options=[_cost(one, key) for one in entry["costs"]],
        contacts=[_contact(one, key) for one in entry["contacts"]],
        phones=[phone | {"service_id": key} for one in entry["contacts"] for phone in _phones(one)],
        attributes=terms.attributes(entry, age_bands(entry["min_months"], entry["max_months"])),
        x_send=x_send(entry),
    )  # fmt: skip


def listed_at_place(entry: Json, place: Json, publisher: Publisher, today: date) -> Json:
    """One service at one place, one-to-one fields only."""
    found = plain_location(place)
    return {
        "id": place["id"], "service_id": entry["id"], "location_id": found["id"], "name": entry["name"],
        "status": entry["status"], "location": found, "service": listed(entry, publisher, today),
    }  # fmt: skip


def whole_at_place(entry: Json, place: Json, publisher: Publisher, today: date) -> Json:
    """One service at one place, with everything.

    The standard wires this address to the schema of a service by mistake. So that both readings pass, name and status
    stand at the top as well as within the service.
    """
    service = without_places(entry, publisher, today)
    found = at_location(place, entry["id"])
    times = [
        one for one in service.get("schedules", []) if one.get("service_at_location_id", place["id"]) == place["id"]
    ]
    return found | said(name=entry["name"], status=entry["status"], service=service, schedules=times)


def _plain(entry: Json, organization_id: str, today: date) -> Json:
    last_day = entry["alert_until"]
    mails = (mail_address(one.get("email")) for one in entry["contacts"])
    return said(
        id=entry["id"], organization_id=organization_id, name=entry["name"], description=entry["description"],
        url=web_address(entry["url"]), email=next(filter(None, mails), None), status=entry["status"],
        fees=entry["cost_statement"] or (_("Free") if entry["free"] else None), accreditations=_accreditations(entry),
        minimum_age=lowest_age(entry["min_months"]), maximum_age=highest_age(entry["max_months"]),
        assured_date=entry["assured_on"],
        alert=entry["alert"] if not last_day or last_day >= today.isoformat() else None,
        last_modified=entry["changed_at"], alternate_name="; ".join(entry["other_names"]),
        eligibility_description=entry["eligibility"], wait_time=_wait(entry),
    )  # fmt: skip


def _accreditations(entry: Json) -> str:
    numbers = [(_("Ofsted"), entry["ofsted_number"]), (_("Care Quality Commission"), entry["cqc_number"])]
    return "; ".join([*entry["labels"], *(f"{name} {number}" for name, number in numbers if number)])


def _wait(entry: Json) -> str | None:
    if entry["waiting_weeks"] is None:
        return None
    return _("About %(weeks)s weeks, as checked on %(day)s") % {
        "weeks": entry["waiting_weeks"],
        "day": entry["waiting_checked_on"],
    }


def _schedule(one: Json, entry: Json) -> Json:
    kinds = {place["id"]: place["location_type"] for place in entry["places"]}
    return said(
        id=one["id"], service_id=entry["id"], service_at_location_id=one.get("place"), valid_from=one.get("valid_from"),
        valid_to=one.get("valid_to"), dtstart=one.get("starts_on"), freq=one["freq"], interval=one.get("interval"),
        byday=",".join(one.get("byday", [])), bymonthday=",".join(map(str, one.get("bymonthday", []))),
        description=one.get("description"), opens_at=one.get("opens_at"), closes_at=one.get("closes_at"),
        schedule_link=web_address(one.get("link")), attending_type=kinds.get(one.get("place", "")),
        notes=_("In term time only") if one.get("term_time_only") else None,
    )  # fmt: skip


def _area(one: Json, service: str) -> Json:
    return one | {"service_id": service, "service_area": one["name"]}


def _language(name: str, service: str) -> Json:
    return said(id=derived(service, f"language {name}"), service_id=service, name=name, code=LANGUAGE_CODES.get(name))


def _cost(one: Json, service: str) -> Json:
    return said(
        id=one["id"], service_id=service, option=one.get("option"), amount=one.get("amount"),
        amount_description=one.get("per"), currency="GBP" if "amount" in one else None,
        valid_from=one.get("valid_from"), valid_to=one.get("valid_to"),
    )  # fmt: skip


def _contact(one: Json, service: str) -> Json:
    return said(
        id=one["id"], service_id=service, name=one.get("name"), title=one.get("title"),
        email=mail_address(one.get("email")), phones=_phones(one),
    )  # fmt: skip


def _phones(one: dict[str, Any]) -> list[Json]:
    if not one.get("phone"):
        return []
    phone = said(
        id=derived(one["id"], "phone"), contact_id=one["id"], number=one["phone"],
        description=one.get("phone_description"),
    )  # fmt: skip
    return [phone]
