"""What somebody asks for, read from the address. Nothing in an address is ever an error: what is not known is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ..models import ProviderType
from ..vocabulary import ACCESS, AGES, NEEDS, ROUTES, SECTIONS

LONGEST_QUESTION = 300
MILES = (1, 3, 5, 10, 20)
SORTS = {"best": _("Best match"), "distance": _("Nearest first"), "name": _("A to Z"), "updated": _("Newest first")}
DAYS = {
    "MO": _("Monday"), "TU": _("Tuesday"), "WE": _("Wednesday"), "TH": _("Thursday"), "FR": _("Friday"),
    "SA": _("Saturday"), "SU": _("Sunday"),
}  # fmt: skip
TIMES = {"morning": _("Morning"), "afternoon": _("Afternoon"), "evening": _("Evening")}


@dataclass(frozen=True)
class Group:
    """A group of filters. choices: code → words, in the order in which they are shown."""

    key: str
    name: Any
    choices: dict[str, Any]


def _terms(taxonomy: Any) -> dict[str, str]:
    return {term.code: term.name for term in taxonomy.terms}


GROUPS: dict[str, Group] = {
    group.key: group
    for group in (
        Group("need", _("Need"), _terms(NEEDS)),
        Group("age", _("Age"), _terms(AGES)),
        Group("section", _("Kind of help"), _terms(SECTIONS)),
        Group("cost", _("Cost"), {"free": _("Free")}),
        Group("day", _("Day"), DAYS),
        Group("time", _("Time of day"), TIMES),
        Group("route", _("How to start"), _terms(ROUTES)),
        Group("access", _("Access"), _terms(ACCESS)),
        Group("ehc", _("EHC plan"), {"not-needed": _("No EHC plan needed"), "needed": _("EHC plan needed")}),
        Group("online", _("Online"), {"yes": _("Online or by telephone")}),
        Group("type", _("Kind of setting"), {str(kind): kind.label for kind in ProviderType}),
        Group("scope", _("Where it is"), {"in": _("In this area"), "outside": _("Outside this area")}),
    )
}


@dataclass(frozen=True)
class Asked:
    """words, place: as typed; miles: the limit or None; years: an age or None; chosen: group → codes; page from 1."""

    words: str = ""
    place: str = ""
    miles: int | None = None
    years: int | None = None
    chosen: dict[str, list[str]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1

    def address(self, **changes: Any) -> str:
        """The part of an address after "?" that asks for the same, but for these changes; the page begins anew."""
        known = {"words": self.words, "place": self.place, "miles": self.miles, "years": self.years, "sort": self.sort}
        pairs = [(name, value) for name, value in (known | {"page": 1} | changes).items() if value and name in _NAMES]
        pairs = [(_NAMES[name], value) for name, value in pairs if not (name == "page" and value == 1)]
        chosen = changes.get("chosen", self.chosen)
        return urlencode(pairs + [(group, code) for group, codes in chosen.items() for code in codes])

    def without(self, group: str, code: str) -> str:
        return self.address(chosen=self.chosen | {group: [one for one in self.chosen[group] if one != code]})


_NAMES = {"words": "q", "place": "where", "miles": "miles", "years": "years", "sort": "sort", "page": "page"}


def asked_of(query: QueryDict) -> Asked:
    """The question in an address."""
    return Asked(
        words=_text(query.get("q", "")),
        place=_text(query.get("where", ""))[:80],
        miles=_number(query.get("miles", ""), 1, 100),
        years=_number(query.get("years", ""), 0, 25),
        chosen=_chosen(query),
        sort=query.get("sort", "") if query.get("sort", "") in SORTS else "",
        page=_number(query.get("page", ""), 1, 10_000) or 1,
    )


def _chosen(query: QueryDict) -> dict[str, list[str]]:
    found = {key: [code for code in group.choices if code in query.getlist(key)] for key, group in GROUPS.items()}
    return {key: codes for key, codes in found.items() if codes}


def _text(value: str) -> str:
    return " ".join(value.replace("\x00", "").split())[:LONGEST_QUESTION]


def _number(value: str, least: int, most: int) -> int | None:
    return (
        int(value) if value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= most else None
    )
