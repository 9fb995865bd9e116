"""What somebody looks for in a school, read from the address. What is not known is left out, never an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ...finding.asked import MILES
from ...models import ProviderType
from ...vocabulary import NEEDS

PHASES = {
    "early": _("Nursery or reception"), "primary": _("Primary"), "secondary": _("Secondary"), "post16": _("After 16"),
}  # fmt: skip
# Kinds of setting a family may look among, as the register of schools has them.
TYPES = {
    str(kind): kind.label
    for kind in (
        ProviderType.MAINTAINED, ProviderType.ACADEMY, ProviderType.NON_MAINTAINED_SPECIAL, ProviderType.SECTION_41,
        ProviderType.PUPIL_REFERRAL_UNIT, ProviderType.INDEPENDENT, ProviderType.POST_16, ProviderType.EARLY_YEARS,
    )
}  # fmt: skip
PLACES = {"resourced": _("Resourced provision"), "unit": _("A SEN unit")}
SORTS = {"distance": _("Nearest first"), "name": _("By name")}


@dataclass(frozen=True)
class SchoolsAsked:
    """words: in the name; place: as typed; miles: the limit or None; the rest: chosen codes. page from 1."""

    words: str = ""
    place: str = ""
    miles: int | None = None
    phase: str = ""
    needs: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    special_places: list[str] = field(default_factory=list)
    section_41: bool = False
    sort: str = ""
    page: int = 1

    def address(self, **changes: Any) -> str:
        """The part of an address after "?" that asks for the same, but for these changes; the page begins anew."""
        values: dict[str, Any] = {
            "name": self.words, "where": self.place, "miles": self.miles, "phase": self.phase, "need": self.needs,
            "type": self.types, "places": self.special_places, "section41": "yes" if self.section_41 else "",
            "sort": self.sort, "page": 1,
        } | changes  # fmt: skip
        kept = {name: value for name, value in values.items() if value and (name, value) != ("page", 1)}
        return urlencode(kept, doseq=True)


def schools_asked(query: QueryDict) -> SchoolsAsked:
    page = query.get("page", "")
    return SchoolsAsked(
        words=_text(query.get("name", "")),
        place=_text(query.get("where", "")),
        miles=next((number for number in MILES if str(number) == query.get("miles", "")), None),
        phase=query.get("phase", "") if query.get("phase", "") in PHASES else "",
        needs=[code for code in NEEDS.codes() if code in query.getlist("need")],
        types=[code for code in TYPES if code in query.getlist("type")],
        special_places=[code for code in PLACES if code in query.getlist("places")],
        section_41=query.get("section41") == "yes",
        sort=query.get("sort", "") if query.get("sort", "") in SORTS else "",
        page=int(page) if page.isascii() and page.isdigit() and 1 <= len(page) <= 4 and int(page) else 1,
    )


def _text(value: str) -> str:
    return " ".join(value.replace("\x00", "").split())[:80]
