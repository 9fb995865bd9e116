"""What an entry must say before it can be shown (local offer domain notes, section 3, "required to publish")."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .entries import outward_code
from .versions import Contents

SHORTEST_DESCRIPTION = 40


def missing_to_publish(contents: Contents) -> list[tuple[str, str]]:
    """(field or part, a sentence saying what to do) for each thing that is missing; empty when it can be shown."""
    return [*_about(contents), *_reaching(contents), *_safe(contents)]


def _about(contents: Contents) -> Iterator[tuple[str, str]]:
    service = contents["service"]
    if not 2 <= len(service["name"]) <= 100:
        yield "name", _("Write a name of 2 to 100 letters.")
    if len(service["description"].strip()) < SHORTEST_DESCRIPTION:
        yield "description", _("Say in plain words what it is, in at least 40 letters.")
    if not service["organisation"]:
        yield "organisation", _("Choose the organisation that runs it.")
    if not service["provision_kinds"]:
        yield "provision_kinds", _("Choose what kind of provision it is.")
    if not service["sections"]:
        yield "sections", _("Choose at least one section of the Local Offer.")
    if not service["needs"] and not service["all_needs"]:
        yield "needs", _("Choose the needs it is for, or all needs.")


def _reaching(contents: Contents) -> Iterator[tuple[str, str]]:
    service = contents["service"]
    shown = [contact for contact in contents["contacts"] if contact["visible"]]
    if not service["url"] and not any(contact["phone"] or contact["email"] for contact in shown):
        yield "contacts", _("Give a telephone number, an e-mail address or a web page that people may see.")
    if not service["route"]:
        yield "route", _("Say how somebody starts.")
    if service["route"] not in ("", "open") and not service["eligibility"].strip():
        yield "eligibility", _("Say who can have it, because it is not open to everybody.")
    if not service["free"] and not service["cost_statement"].strip() and not contents["costs"]:
        yield "cost_statement", _("Say what it costs, or that it is free.")
    if not contents["places"] and not contents["areas"] and not service["online"]:
        yield "places", _("Give a place, or the area it covers.")
    if not service["assured_on"]:
        yield "assured_on", _("Give the day on which somebody checked that all of this is true.")


def _safe(contents: Contents) -> Iterator[tuple[str, str]]:
    """A hidden address must not stand in the words either."""
    service = contents["service"]
    words = " ".join([service["name"], service["description"], service["suitability"], service["eligibility"]]).lower()
    for place in contents["places"]:
        if not place["hide_address"]:
            continue
        secrets = [place["address_1"], place["postcode"]]
        if any(secret and len(secret) > len(outward_code(secret)) and secret.lower() in words for secret in secrets):
            yield "description", _("The address is hidden, but stands in the words. Take it out of them.")
