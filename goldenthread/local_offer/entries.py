"""What the public may know of one service, as one value. Pages and the Open Referral feed are made of it.

A field that has nothing to say is left out of the parts, and stands empty in the service itself.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from .models import Contact, CostOption, Event, OfferOrganisation, Place, Schedule, Service

Entry = dict[str, Any]

_AS_THEY_ARE = (
    "name other_names description status alert alert_until url social_links provision_kinds branches sections"
    " provider_type area_scope secured_by_authority advice section_41 online min_months max_months needs all_needs"
    " gender languages disability_only ehc_plan_needed suitability route referral_link eligibility waiting_weeks"
    " waiting_checked_on free cost_statement short_breaks_accepted direct_payment_accepted funding_sources senco_name"
    " sen_information_report_url assured_on next_review_on source source_name urn ofsted_number cqc_number labels"
    " pinned directories visible_from visible_to changed_at"
)
ROUNDED_PLACES = 2  # decimals of a hidden place's point: about 1.1 km north to south, 0.7 km east to west


Parts = dict[str, list[Any]]  # by the names of versions.PARTS
Bodies = dict[UUID, OfferOrganisation]


def entry_of(service: Service, parts: Parts, bodies: Bodies) -> Entry:
    """The public entry of a service with these parts. Asks nothing of the database.

    bodies: every organisation that the service or its parts name.
    """
    runs_it = bodies.get(service.organisation_id) if service.organisation_id else None
    return {
        "id": service.pk,
        **{name: getattr(service, name) for name in _AS_THEY_ARE.split()},
        "organisation": _organisation(runs_it) if runs_it else None,
        "bodies": [
            {"id": body.pk, "role": body.role, "organisation": _organisation(bodies[body.organisation_id])}
            for body in parts["bodies"]
        ],
        "places": [_place(place) for place in parts["places"]],
        "areas": [
            _said(id=area.pk, name=area.name, extent=area.extent, extent_type=area.extent_type)
            for area in parts["areas"]
        ],
        "contacts": [_contact(contact) for contact in parts["contacts"] if contact.visible],
        "costs": [_cost(cost) for cost in parts["costs"]],
        "schedules": [_schedule(schedule) for schedule in parts["schedules"]],
        "events": [_event(event) for event in parts["events"]],
        "answers": {answer.question: answer.text for answer in parts["answers"]},
    }


def _said(**parts: Any) -> dict[str, Any]:
    """Only what has a value."""
    return {name: value for name, value in parts.items() if value not in (None, "", [])}


def _organisation(body: OfferOrganisation) -> dict[str, Any]:
    return _said(
        id=body.pk, name=body.name, description=body.description, url=body.url, email=body.email,
        logo_url=body.logo_url, charity_number=body.charity_number, company_number=body.company_number, urn=body.urn,
        parent_id=body.parent_id,
    )  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    if place.hide_address:
        return _hidden_place(place)
    return _said(
        id=place.pk, name=place.name, location_type=place.location_type, description=place.description,
        address_1=place.address_1, address_2=place.address_2, town=place.town, county=place.county,
        postcode=place.postcode, latitude=place.latitude, longitude=place.longitude, access=place.access,
        access_notes=place.access_notes, uprn=place.uprn,
    )  # fmt: skip


def _hidden_place(place: Place) -> dict[str, Any]:
    """The outward code, the town and a rounded point; no name either, which can give a refuge away."""
    return _said(
        id=place.pk, location_type=place.location_type, hidden=True, town=place.town,
        postcode=outward_code(place.postcode), access=place.access,
        latitude=None if place.latitude is None else round(place.latitude, ROUNDED_PLACES),
        longitude=None if place.longitude is None else round(place.longitude, ROUNDED_PLACES),
    )  # fmt: skip


def outward_code(postcode: str) -> str:
    """The part before the space; of a postcode written without one, all but the last three signs."""
    parts = postcode.upper().split()
    if len(parts) > 1:
        return parts[0]
    whole = "".join(parts)
    return whole[:-3] if len(whole) > 4 else whole


def _contact(contact: Contact) -> dict[str, Any]:
    return _said(
        id=contact.pk, name=contact.name, title=contact.title, phone=contact.phone,
        phone_description=contact.phone_description, email=contact.email,
    )  # fmt: skip


def _cost(cost: CostOption) -> dict[str, Any]:
    amount = None if cost.amount is None else float(cost.amount)
    return _said(
        id=cost.pk, option=cost.option, amount=amount, per=cost.per, valid_from=cost.valid_from, valid_to=cost.valid_to
    )


def _schedule(schedule: Schedule) -> dict[str, Any]:
    return _said(
        id=schedule.pk, place=schedule.place_id, freq=schedule.freq, interval=schedule.interval, byday=schedule.byday,
        bymonthday=schedule.bymonthday, starts_on=schedule.starts_on, valid_from=schedule.valid_from,
        valid_to=schedule.valid_to, opens_at=schedule.opens_at, closes_at=schedule.closes_at,
        term_time_only=schedule.term_time_only or None, description=schedule.description, link=schedule.link,
    )  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    return _said(
        id=event.pk, service_id=event.service_id, title=event.title, description=event.description,
        place=event.place_id, starts_at=event.starts_at, ends_at=event.ends_at, booking_link=event.booking_link,
        cancelled=event.cancelled or None,
    )  # fmt: skip
