"""The organisation behind a service, as Open Referral UK has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .values import Json, derived, mail_address, said, web_address

_NUMBERS = (
    ("charity_number", "GB-CHC", "Charity number"),
    ("company_number", "GB-COH", "Company number"),
    ("urn", "GB-EDU", "URN"),
)


@dataclass(frozen=True)
class Publisher:
    """The area whose offer this is: it stands in where an entry names no organisation. key: the authority's."""

    key: str
    area_name: str


def organization(body: dict[str, Any] | None, publisher: Publisher) -> Json:
    """An organisation with its one-to-one fields. The standard wants a description: without one, it is its name."""
    if body is None:
        return {
            "id": publisher.key,
            "name": _("SEND Local Offer of %s") % publisher.area_name,
            "description": _("The local authority's list of help for children and young people with SEND."),
        }
    website = web_address(body.get("url"))
    return said(
        id=body["id"], name=body["name"], description=body.get("description") or body["name"],
        email=mail_address(body.get("email")), website=website, logo=web_address(body.get("logo_url")), uri=website,
        parent_organization_id=body.get("parent_id"),
    )  # fmt: skip


def whole_organization(body: dict[str, Any] | None, publisher: Publisher) -> Json:
    """The same, with its numbers in the registers."""
    found = organization(body, publisher)
    numbers = [
        {
            "id": derived(found["id"], scheme),
            "organization_id": found["id"],
            "identifier_scheme": scheme,
            "identifier_type": kind,
            "identifier": body[name],
        }
        for name, scheme, kind in _NUMBERS
        if body and body.get(name)
    ]
    return found | said(organization_identifiers=numbers)
