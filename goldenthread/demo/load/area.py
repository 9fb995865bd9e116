"""Organisations, terms and closures of the demo area."""

from __future__ import annotations

from ...organisations.models import Closure, Kind, Organisation, SettingType, Term
from ..larkmere import rows
from .copying import copy
from .known import Known, Part

_KINDS = {
    "authority": Kind.LOCAL_AUTHORITY,
    "school": Kind.SETTING,
    "college": Kind.SETTING,
    "service": Kind.ADVICE_SERVICE,
    "health": Kind.HEALTH_BODY,
}
_TYPES = {
    "15": SettingType.MAINTAINED_NURSERY, "7": SettingType.MAINTAINED_SPECIAL, "44": SettingType.SPECIAL_ACADEMY,
    "33": SettingType.SPECIAL_ACADEMY, "14": SettingType.PUPIL_REFERRAL_UNIT, "11": SettingType.INDEPENDENT,
    "18": SettingType.FURTHER_EDUCATION, "34": SettingType.ACADEMY, "35": SettingType.ACADEMY,
    "28": SettingType.ACADEMY, "1": SettingType.MAINTAINED, "2": SettingType.MAINTAINED,
    "3": SettingType.MAINTAINED, "5": SettingType.MAINTAINED, "": "",
}  # fmt: skip


def load_organisations(part: Part, known: Known) -> None:
    found: list[rows.OrganisationRow] = part.rows.get(rows.OrganisationRow, [])
    for row in found:
        if row.kind == "authority":
            known.authority = row.key
        if row.detailed:
            known.detailed.add(row.key)
    copy(
        Organisation,
        "id authority kind setting_type name la_code establishment_number urn ukprn phase low_age high_age"
        " resource_provision places address postcode phone email website complaints_page answer_days opened_on",
        (
            (
                row.key, known.authority, _kind(row), _TYPES[row.type_code], row.name,
                "399" if row.kind in ("authority", "school", "college") else "", row.establishment_number, row.urn,
                row.ukprn, row.phase.replace("alternative provision", "alternative"), row.low_age or None, row.high_age or None, row.resourced_places > 0,
                row.commissioned_places or row.resourced_places or None, f"{row.street}, {row.town}", row.postcode,
                row.telephone, row.email, "", "", 5, row.opened_on,
            )
            for row in found
        ),
    )  # fmt: skip


def _kind(row: rows.OrganisationRow) -> str:
    if row.kind == "service" and "SENDIASS" not in row.name:
        return Kind.TEAM
    return _KINDS[row.kind]


def load_calendar(part: Part, known: Known) -> None:
    """Half terms as stretches of school days, and inset days as closures inside them."""
    closures: list[rows.ClosureRow] = part.rows.get(rows.ClosureRow, [])
    copy(
        Term,
        "id organisation name starts_on ends_on",
        ((row.key, known.authority, f"{row.name} {row.school_year}/{row.school_year % 100 + 1}", row.from_on, row.until_on)
         for row in part.rows.get(rows.TermRow, [])),
    )  # fmt: skip
    copy(
        Closure,
        "id organisation from_on to_on reason",
        (
            (row.key, row.organisation or known.authority, row.from_on, row.until_on, row.label or row.kind)
            for row in closures
        ),
    )
