"""Larkmere's own invented schools, nurseries and colleges as entries of its Local Offer, tied to the bodies they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from goldenthread.local_offer.bulk import NewEntry
from goldenthread.local_offer.models import OfferOrganisation, OrganisationRole, ProviderType, ProvisionKind
from goldenthread.local_offer.special_places import RESOURCED
from goldenthread.local_offer.versions import empty_contents
from goldenthread.organisations.models import Kind, Organisation, SettingType

from ..larkmere.places import STREETS, TOWN
from ..stated_date import STATED_DATE
from .ground import moved

_TYPES = {
    SettingType.MAINTAINED: ProviderType.MAINTAINED, SettingType.MAINTAINED_SPECIAL: ProviderType.MAINTAINED,
    SettingType.MAINTAINED_NURSERY: ProviderType.EARLY_YEARS, SettingType.EARLY_YEARS: ProviderType.EARLY_YEARS,
    SettingType.ACADEMY: ProviderType.ACADEMY, SettingType.SPECIAL_ACADEMY: ProviderType.ACADEMY,
    SettingType.NON_MAINTAINED_SPECIAL: ProviderType.NON_MAINTAINED_SPECIAL,
    SettingType.PUPIL_REFERRAL_UNIT: ProviderType.PUPIL_REFERRAL_UNIT,
    SettingType.SECTION_41: ProviderType.SECTION_41, SettingType.INDEPENDENT: ProviderType.INDEPENDENT,
    SettingType.FURTHER_EDUCATION: ProviderType.POST_16,
}  # fmt: skip
_SPECIAL = {SettingType.MAINTAINED_SPECIAL, SettingType.SPECIAL_ACADEMY, SettingType.NON_MAINTAINED_SPECIAL}
_POINTS = {street.postcode: moved(street.latitude, street.longitude) for rows in STREETS.values() for street in rows}


def own_schools(authority: UUID) -> Iterator[NewEntry]:
    """An entry for each setting of the area, with an organisation beside it that points at the setting."""
    settings = list(Organisation.objects.filter(authority_id=authority, kind=Kind.SETTING))
    OfferOrganisation.objects.bulk_create(
        OfferOrganisation(
            id=uuid5(setting.pk, "offer"), authority_id=authority, holder_id=authority, name=setting.name,
            description=_sentence(setting), urn=setting.urn, email=setting.email, body=setting,
        )
        for setting in settings
    )  # fmt: skip
    for setting in settings:
        yield _entry(setting)


def _sentence(setting: Organisation) -> str:
    ages = f" for ages {setting.low_age} to {setting.high_age}" if setting.low_age and setting.high_age else ""
    base = " It has a resource base for children with EHC plans." if setting.resource_provision else ""
    return f"{SettingType(setting.setting_type).label}{ages} in {TOWN}.{base} Ask the SENCO what help there is for your child."


def _entry(setting: Organisation) -> NewEntry:
    body = str(uuid5(setting.pk, "offer"))
    contents = empty_contents(**_facts(setting))
    contents["service"]["organisation"] = body
    contents["bodies"] = [{"organisation": body, "role": OrganisationRole.DELIVERS}]
    contents["contacts"] = [{"title": "Office", "phone": setting.phone, "email": setting.email}]
    latitude, longitude = _POINTS.get(setting.postcode, (None, None))
    contents["places"] = [
        {"name": setting.name, "address_1": setting.address.split(",")[0], "town": TOWN, "postcode": setting.postcode,
         "latitude": latitude, "longitude": longitude}
    ]  # fmt: skip
    return NewEntry(uuid5(setting.pk, "entry"), contents)


def _facts(setting: Organisation) -> dict[str, Any]:
    low, high = setting.low_age, setting.high_age
    special = setting.setting_type in _SPECIAL
    early, further = (
        setting.setting_type in ("maintained_nursery", "early_years"),
        setting.setting_type == "further_education",
    )
    return {
        "name": setting.name[:100], "description": _sentence(setting),
        "provision_kinds": [ProvisionKind.EDUCATION_HEALTH_CARE], "branches": ["education"],
        "sections": ["early-years", "schools"] if early else ["post16"] if further else ["schools"],
        "provider_type": _TYPES.get(SettingType(setting.setting_type), ProviderType.OTHER), "urn": setting.urn,
        "min_months": low * 12 if low else None, "max_months": high * 12 + 11 if high else None, "all_needs": True,
        "route": "ehcp" if special else "self",
        "eligibility": "Children with an EHC plan that names the school." if special
        else "Places are given by the admissions rules; a plan that names the school gives a place.",
        "ehc_plan_needed": special, "free": setting.setting_type != SettingType.INDEPENDENT,
        "cost_statement": "Fees; ask the school" if setting.setting_type == SettingType.INDEPENDENT else "Free",
        "assured_on": STATED_DATE - timedelta(days=60), "senco_name": "",
        "labels": [RESOURCED] if setting.resource_provision else [],
        "section_41": setting.setting_type == SettingType.SECTION_41,
    }  # fmt: skip
