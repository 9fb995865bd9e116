"""The Department for Education's register, Get Information about Schools: the whole extract, Windows-1252, about 65 MB.

Only what the register says. Column names: local offer domain notes, section 8. Columns come and go, so they are found
by name, and only the few that an entry cannot do without are required. Closed schools are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from ...models import AreaScope, ProviderType, ProvisionKind
from ...schools import provider_type_of
from ...special_places import labels_of, labels_of_kind
from ...vocabulary import NEEDS
from ..grid import latitude_longitude
from ..incoming import Incoming
from ..lines import rows_of

ENCODING = "cp1252"
NEEDED = ("URN", "EstablishmentName", "EstablishmentStatus (name)", "LA (code)", "Postcode")
_OPEN = ("Open", "Open, but proposed to close")
_NEEDS = set(NEEDS.codes())
Row = dict[str, str]


def read(file: BinaryIO, *, la_codes: frozenset[str], own: str) -> Iterator[Incoming]:
    """Schools of these local authorities (all when none is named). own: the code of the authority whose offer it is."""
    for number, row in rows_of(file, ENCODING, NEEDED):
        if row["EstablishmentStatus (name)"] in _OPEN and (not la_codes or row["LA (code)"] in la_codes):
            yield _incoming(number, row, own)


def _incoming(number: int, row: Row, own: str) -> Incoming:
    urn = row["URN"]
    if not (urn.isascii() and urn.isdigit() and len(urn) <= 6) or len(row["EstablishmentName"]) < 2:
        return Incoming(number, urn, {"name": row["EstablishmentName"] or urn}, refused=_("It has no URN or no name."))
    contact = row.get("TelephoneNum", "")
    return Incoming(
        number, urn, _service(row, own),
        {"places": [_place(row)], "contacts": [{"title": "School office", "phone": contact[:40]}] if contact else []},
        {"name": row["EstablishmentName"][:200], "description": _sentence(row), "url": website(row.get("SchoolWebsite", "")),
         "urn": urn},
    )  # fmt: skip


def _service(row: Row, own: str) -> dict[str, object]:
    low, high = row.get("StatutoryLowAge", ""), row.get("StatutoryHighAge", "")
    kind = provider_type_of(row.get("TypeOfEstablishment (name)", ""))
    approved = row.get("Section41Approved (name)", "") == "Approved"
    return {
        "name": row["EstablishmentName"][:100], "description": _sentence(row), "urn": row["URN"],
        "url": website(row.get("SchoolWebsite", "")), "provision_kinds": [ProvisionKind.EDUCATION_HEALTH_CARE.value],
        "branches": ["education"], "sections": _sections(row), "needs": needs_of(row), "section_41": approved,
        "provider_type": ProviderType.SECTION_41.value if approved else kind.value,
        "area_scope": (AreaScope.IN_AREA if row["LA (code)"] == own else AreaScope.OUTSIDE).value,
        "min_months": int(low) * 12 if low.isdigit() else None,
        "max_months": int(high) * 12 + 11 if high.isdigit() else None,
    } | _special_places(row)  # fmt: skip


def _special_places(row: Row) -> dict[str, object]:
    """Labels, where the register speaks of such places; otherwise nothing, so that other labels stay."""
    kind, places = row.get("TypeOfEstablishment (name)", ""), row.get("TypeOfResourcedProvision (name)", "")
    labels = [*labels_of_kind(kind), *labels_of(places)]
    return {"labels": labels} if labels else {}


def needs_of(row: Row) -> list[str]:
    """Codes of SEN1 to SEN13, "SpLD - Specific Learning Difficulty". The first may be empty and a later one filled."""
    said = (row.get(f"SEN{number} (name)", "") for number in range(1, 14))
    codes = dict.fromkeys(text.split(" - ")[0].strip().upper() for text in said)
    return [code for code in codes if code in _NEEDS]


def _sections(row: Row) -> list[str]:
    phase = row.get("PhaseOfEducation (name)", "")
    if phase == "Nursery":
        return ["early-years", "schools"]
    return ["post16"] if phase == "16 plus" else ["schools"]


def _sentence(row: Row) -> str:
    """What the register says, in a sentence or two; nothing about how the school does."""
    kind = row.get("TypeOfEstablishment (name)", "") or _("School or college")
    where = row.get("Town", "") or row.get("LA (name)", "")
    said = _("%(kind)s in %(where)s, listed with the number (URN) %(urn)s.") % {
        "kind": kind,
        "where": where,
        "urn": row["URN"],
    }
    provision = row.get("TypeOfResourcedProvision (name)", "")
    if provision and provision != "Not applicable":
        said += " " + _("Special provision: %(kind)s.") % {"kind": provision}
    for room, held, most in (
        (_("Resourced provision"), "ResourcedProvisionOnRoll", "ResourcedProvisionCapacity"),
        (_("SEN unit"), "SenUnitOnRoll", "SenUnitCapacity"),
    ):
        if row.get(most, "").isdigit() and int(row[most]):
            said += " " + _("%(room)s: %(most)s places, %(held)s filled.") % {
                "room": room, "most": row[most], "held": row.get(held, "") or "0",
            }  # fmt: skip
    return said


def _place(row: Row) -> dict[str, object]:
    place: dict[str, object] = {
        "name": row["EstablishmentName"][:120], "address_1": row.get("Street", "")[:120], "town": row.get("Town", "")[:80],
        "county": row.get("LA (name)", "")[:80], "postcode": row["Postcode"][:8],
    }  # fmt: skip
    easting, northing = row.get("Easting", ""), row.get("Northing", "")
    if easting.isdigit() and northing.isdigit() and int(easting) and int(northing):
        place["latitude"], place["longitude"] = latitude_longitude(int(easting), int(northing))
    return place


def website(written: str) -> str:
    """With its scheme; nothing where it cannot be an address."""
    if not written or " " in written or "." not in written or len(written) > 380:
        return ""
    return written if written.lower().startswith(("http://", "https://")) else f"https://{written}"
