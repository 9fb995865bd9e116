"""The facts about one school, each as its source gives it, and what is not known said as not known."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import wording
from ...finding.searching import Result
from ...models import Gender, ProviderType
from ...special_places import RESOURCED, UNIT

_OFSTED = "https://reports.ofsted.gov.uk/search?q="
_INVENTED_FROM = "900000"  # the register gives out no such numbers; schools of the demo have them

NO_RANKING = gettext_lazy(
    "Schools stand here by distance or by name, and by nothing else. No school is called better than another: which is"
    " right depends on the child. So there are no stars, no marks and no results."
)


def shown_school(result: Result, day: date, reports: dict[UUID, UUID]) -> dict[str, Any]:
    """One school for the list and the visit sheet. reports: entry → setting, for reports published on this site."""
    listing, entry = result.listing, result.listing.entry
    setting = reports.get(listing.pk)
    return {
        "key": listing.pk, "name": listing.name, "href": reverse("offer_entry", args=[listing.pk]),
        "visit": reverse("school_visit", args=[listing.pk]), "miles": wording.miles(result.miles),
        "rows": [{"key": name, "value": value} for name, value in _rows(entry)], "source": source_of(entry, day),
        "report": reverse("school_report", args=[setting]) if setting else entry["sen_information_report_url"],
        "ofsted": ofsted_address(entry["urn"]), "web": entry["url"],
        "closed": entry["status"] == "temporarily closed",
    }  # fmt: skip


def _rows(entry: dict[str, Any]) -> list[tuple[str, str]]:
    unknown = _("Not stated")
    labels = [label for label in (RESOURCED, UNIT) if label in entry["labels"]]
    named = {RESOURCED: _("Resourced provision"), UNIT: _("SEN unit")}
    plan = _("Needed for a place") if entry["ehc_plan_needed"] else ""
    address = ", ".join(wording.address_lines(entry["places"][0])) if entry["places"] else unknown
    rows = [
        (_("Kind of setting"), str(ProviderType(entry["provider_type"]).label)),
        (_("Ages"), wording.ages(entry)),
        (_("Girls or boys"), str(Gender(entry["gender"]).label) if entry["gender"] else ""),
        (_("Needs it names"), wording.needs(entry) or unknown),
        (_("Places set apart"), ", ".join(named[label] for label in labels)),
        (_("Section 41"), _("Approved: a family may ask for it to be named in an EHC plan") if entry["section_41"] else ""),
        (_("EHC plan"), plan),
        (_("SENCO"), entry["senco_name"]),
        (_("Address"), address),
    ]  # fmt: skip
    return [(name, value) for name, value in rows if value]


def source_of(entry: dict[str, Any], day: date) -> str:
    """Where the facts come from, and of when they are."""
    return wording.checked(entry, day)[0]


def ofsted_address(urn: str) -> str:
    """Ofsted's own search for the register number, as a plain link; nothing of it is fetched."""
    return f"{_OFSTED}{urn}" if urn.isascii() and urn.isdigit() and len(urn) == 6 and urn < _INVENTED_FROM else ""
