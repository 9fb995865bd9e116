"""The shipped list of schools as entries outside the area. Only what the list says; nothing about how they do.

Source: Get Information about Schools, April 2022, with details of 2017 for some; see docs/data-credits.md. The list
does not say which needs a school is for, what it costs or how to start, so the entries leave those empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from .bulk import NewEntry, write_entries
from .models import AreaScope, OfferOrganisation, OrganisationRole, ProviderType, ProvisionKind, Source
from .places_file import SCHOOLS, Row, rows_of
from .versions import empty_contents

SOURCE_NAME = "Get Information about Schools, April 2022"
_SPACE = UUID("6f1ce7de-7b3e-5b0e-9a4f-3b8f8bb1f4d1")  # keys of the entries are made from it and the URN

_TYPES = {
    "Community School": ProviderType.MAINTAINED,
    "Voluntary Aided School": ProviderType.MAINTAINED,
    "Voluntary Controlled School": ProviderType.MAINTAINED,
    "Foundation School": ProviderType.MAINTAINED,
    "LA Nursery School": ProviderType.MAINTAINED,
    "Community Special School": ProviderType.MAINTAINED,
    "Foundation Special School": ProviderType.MAINTAINED,
    "Non-Maintained Special School": ProviderType.NON_MAINTAINED_SPECIAL,
    "Pupil Referral Unit": ProviderType.PUPIL_REFERRAL_UNIT,
    "Further Education": ProviderType.POST_16,
    "Sixth Form Centres": ProviderType.POST_16,
    "Other Independent School": ProviderType.INDEPENDENT,
    "Other Independent Special School": ProviderType.INDEPENDENT,
}
_BY_KIND = {name.casefold(): kind for name, kind in _TYPES.items()}


def load_schools(authority: UUID, *, at: datetime, path: Path = SCHOOLS) -> int:
    """The list's schools as entries of this authority's offer, outside its area. Answers how many."""
    rows = list(rows_of(path))
    bodies = [
        OfferOrganisation(
            id=_key(authority, row, "body"), authority_id=authority, holder_id=authority, name=row["name"][:200],
            description=sentence_of(row), urn=row["urn"], url=website_of(row),
        )
        for row in rows
    ]  # fmt: skip
    OfferOrganisation.objects.bulk_create(bodies, batch_size=1000)
    return write_entries(authority, _entries(authority, rows), why=SOURCE_NAME, at=at)


def _key(authority: UUID, row: Row, what: str) -> UUID:
    return uuid5(_SPACE, f"{authority} {row['urn']} {what}")


def _entries(authority: UUID, rows: list[Row]) -> Iterator[NewEntry]:
    for row in rows:
        body = _key(authority, row, "body")
        contents = empty_contents(**service_facts(row))
        contents["service"]["organisation"] = str(body)
        contents["places"] = [place_facts(row)]
        contents["contacts"] = (
            [{"title": "School office", "phone": row["telephone_2017"]}] if row["telephone_2017"] else []
        )
        contents["bodies"] = [{"organisation": str(body), "role": OrganisationRole.DELIVERS}]
        more = {"source": Source.GIAS, "source_name": SOURCE_NAME, "source_key": row["urn"]}
        yield NewEntry(_key(authority, row, "service"), contents, more)


def service_facts(row: Row) -> dict[str, Any]:
    low, high = row["low_age_2017"], row["high_age_2017"]
    return {
        "name": row["name"][:100],
        "description": sentence_of(row),
        "url": website_of(row),
        "provision_kinds": [ProvisionKind.EDUCATION_HEALTH_CARE],
        "branches": ["education"],
        "sections": _sections(row),
        "provider_type": provider_type_of(row["type_2017"]),
        "area_scope": AreaScope.OUTSIDE,
        "urn": row["urn"],
        "min_months": int(low) * 12 if low else None,
        "max_months": int(high) * 12 + 11 if high else None,
    }


def provider_type_of(name: str) -> ProviderType:
    """By what the register calls a kind of school. The list of 2017 writes "Community Special School" where today's
    register writes "Community special school"."""
    called = name.casefold()
    if called.startswith(("academy", "free school", "university technical", "studio")):
        return ProviderType.ACADEMY
    return _BY_KIND.get(called, ProviderType.OTHER)


def _sections(row: Row) -> list[str]:
    if row["phase_2017"] == "Nursery" or row["type_2017"] == "LA Nursery School":
        return ["early-years", "schools"]
    return ["post16"] if row["phase_2017"] == "16 Plus" else ["schools"]


def sentence_of(row: Row) -> str:
    where = " in ".join(dict.fromkeys(part for part in (row["town"], row["lad_name"]) if part))
    first = f"A school or college in {where}, listed as open in April 2022 with the number (URN) {row['urn']}."
    known = [row["type_2017"], row["phase_2017"] if row["phase_2017"] != "Not applicable" else ""]
    if row["low_age_2017"] and row["high_age_2017"]:
        known.append(f"ages {row['low_age_2017']} to {row['high_age_2017']}")
    known.append({"Girls": "girls", "Boys": "boys"}.get(row["gender_2017"], ""))
    said = ", ".join(part for part in known if part)
    return f"{first} In July 2017 it was recorded as: {said}." if said else first


def website_of(row: Row) -> str:
    address = row["website_2017"].strip()
    if not address or " " in address or "." not in address:
        return ""
    return address if address.startswith(("http://", "https://")) else f"https://{address}"


def place_facts(row: Row) -> dict[str, Any]:
    return {
        "name": row["name"][:120], "address_1": row["street"][:120], "town": row["town"], "county": row["lad_name"],
        "postcode": row["postcode"], "latitude": float(row["latitude"]) if row["latitude"] else None,
        "longitude": float(row["longitude"]) if row["longitude"] else None,
    }  # fmt: skip
