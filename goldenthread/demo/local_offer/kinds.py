"""The hand-written services of Larkmere, as contents of entries. The words stand in written/*.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any
from uuid import UUID, uuid5

from goldenthread.local_offer.bulk import NewEntry
from goldenthread.local_offer.finding.asked import DAYS
from goldenthread.local_offer.models import Branch, OrganisationRole, ProvisionKind
from goldenthread.local_offer.versions import empty_contents

from ..larkmere.places import NEIGHBOURHOODS, TOWN
from ..stated_date import STATED_DATE
from .ground import street_of

SPACE = UUID("0b8f7a52-2f64-5d55-8a51-0c6a8d0d7c11")  # the keys of the demo's entries are made from it
_KINDS = {
    "schools": ProvisionKind.EDUCATION_HEALTH_CARE, "early-years": ProvisionKind.EDUCATION_HEALTH_CARE,
    "ehc": ProvisionKind.EDUCATION_HEALTH_CARE, "health": ProvisionKind.EDUCATION_HEALTH_CARE,
    "social": ProvisionKind.EDUCATION_HEALTH_CARE, "leisure": ProvisionKind.OTHER_EDUCATION,
    "advice": ProvisionKind.OTHER_EDUCATION, "money": ProvisionKind.OTHER_EDUCATION,
    "disagree": ProvisionKind.OTHER_EDUCATION, "travel": ProvisionKind.TRAVEL, "adulthood": ProvisionKind.ADULTHOOD,
    "post16": ProvisionKind.OTHER_TRAINING,
}  # fmt: skip
_BRANCHES = {
    "schools": Branch.EDUCATION,
    "early-years": Branch.EDUCATION,
    "health": Branch.HEALTH,
    "social": Branch.CARE,
}
_NAMES = {place.outward_code: place.name for place in NEIGHBOURHOODS}


@dataclass(frozen=True)
class Venue:
    """neighbourhood: its outward code."""

    key: str
    neighbourhood: str
    name: str
    access: list[str]
    note: str


@cache
def _written(name: str) -> dict[str, Any]:
    return tomllib.loads(files("goldenthread.demo.local_offer").joinpath(f"written/{name}.toml").read_text("utf-8"))


def bodies() -> dict[str, tuple[str, str]]:
    """Every organisation: key → name and description."""
    return {key: _halves(line) for key, line in _written("organisations")["bodies"].items()}


def _halves(line: str) -> tuple[str, str]:
    name, description = line.split(" | ")
    return name, description


def venues() -> dict[str, Venue]:
    found = {}
    for key, line in _written("organisations")["venues"].items():
        neighbourhood, name, access, note = line.split(" | ")
        found[key] = Venue(key, neighbourhood, name, access.split(), note)
    return found


def kinds() -> Iterator[dict[str, Any]]:
    names = sorted(path.name for path in files("goldenthread.demo.local_offer").joinpath("written").iterdir())
    for name in names:
        yield from _written(name.removesuffix(".toml")).get("kind", [])


def body_key(key: str) -> UUID:
    return uuid5(SPACE, f"body {key}")


def entries() -> Iterator[NewEntry]:
    """Every hand-written service: one entry for each kind, or for each place where the kind is offered."""
    known = venues()
    for kind in kinds():
        sites = kind.get("at", [])
        for site in sites or [""]:
            yield _entry(kind, known.get(site.split(" ")[0]), site.partition(" ")[2], _name(kind, site, known))


def _name(kind: dict[str, Any], site: str, known: dict[str, Venue]) -> str:
    """The kind's name, with the neighbourhood (or, where it is in two places there, the place), and the day where it
    is twice in one place."""
    places = [other.split(" ")[0] for other in kind.get("at", [])]
    name: str = kind["name"]
    venue, _, when = site.partition(" ")
    if len(set(places)) > 1:
        near = known[venue].neighbourhood
        crowded = len({place for place in places if known[place].neighbourhood == near}) > 1
        name = f"{name}, {known[venue].name if crowded else _NAMES[near]}"
    if places.count(venue) > 1:
        name = f"{name}, {DAYS[when[:2]]}"
    return name


def _entry(kind: dict[str, Any], venue: Venue | None, when: str, name: str) -> NewEntry:
    mark = f"{kind['name']} {venue.key if venue else ''} {when}"
    contents = empty_contents(**_facts(kind, name, mark))
    contents["service"]["organisation"] = str(body_key(kind["by"]))
    contents["bodies"] = _bodies(kind)
    contents["contacts"] = [_contact(kind, mark)]
    contents["costs"] = _costs(kind)
    if venue:
        place = str(uuid5(SPACE, f"place {mark}"))
        contents["places"] = [_place(venue, place, "hidden" in _flags(kind))]
        contents["schedules"] = [_schedule(when, place, kind)]
    else:
        contents["areas"] = [{"name": f"All of {TOWN}", "extent": "X99000399", "extent_type": "lad_code"}]
    return NewEntry(uuid5(SPACE, f"service {mark}"), contents)


def _flags(kind: dict[str, Any]) -> list[str]:
    return str(kind.get("flags", "")).split()


def _facts(kind: dict[str, Any], name: str, mark: str) -> dict[str, Any]:
    sections, flags, chance = kind["section"].split(), _flags(kind), Random(mark)
    low, high = (_months(part) for part in kind["ages"].split("-"))
    cost = kind["cost"]
    checked = STATED_DATE - timedelta(days=int(chance.random() * 300) + 5)
    waiting = {"waiting_weeks": kind["wait"], "waiting_checked_on": checked} if "wait" in kind else {}
    return waiting | {
        "name": name[:100], "description": kind["text"],
        "provision_kinds": list(dict.fromkeys(_KINDS[code] for code in sections)),
        "branches": list(dict.fromkeys(_BRANCHES[code] for code in sections if code in _BRANCHES)),
        "sections": sections, "provider_type": kind.get("type", "other"), "advice": "advice" in flags,
        "online": "online" in flags, "secured_by_authority": "secured" in flags, "min_months": low,
        "max_months": high + 11, "needs": [] if kind["need"] == "*" else kind["need"].split(),
        "all_needs": kind["need"] == "*", "gender": kind.get("gender", ""), "languages": [],
        "disability_only": "disability" in flags, "ehc_plan_needed": "ehcp" in flags,
        "route": kind.get("start", "open"), "eligibility": kind.get("who", ""), "free": cost.startswith("Free"),
        "cost_statement": cost.replace(" pounds", "") if cost.startswith("Free") else cost,
        "short_breaks_accepted": "short" in flags, "direct_payment_accepted": "direct" in flags,
        "assured_on": checked, "next_review_on": checked.replace(year=checked.year + 1, day=min(checked.day, 28)),
    }  # fmt: skip


def _months(years: str) -> int:
    return int(years) * 12


def _bodies(kind: dict[str, Any]) -> list[dict[str, str]]:
    """Who runs it; and that the council commissions what others secure for it."""
    found = [{"organisation": str(body_key(kind["by"])), "role": OrganisationRole.DELIVERS}]
    if kind["by"] in ("sendiass", "plover", "mediate", "carers", "skills"):
        found.append({"organisation": str(body_key("council")), "role": OrganisationRole.COMMISSIONS})
    return found


def _contact(kind: dict[str, Any], mark: str) -> dict[str, Any]:
    """Numbers come from the range that Ofcom keeps for drama (020 7946 0000 to 0999), addresses from example.org."""
    number = int(Random(f"telephone {mark}").random() * 1000)
    address = "".join(sign for sign in kind["by"] if sign.isalpha())
    return {"title": "First contact", "phone": f"020 7946 0{number:03d}", "email": f"{address}@larkmere.example.org"}


def _costs(kind: dict[str, Any]) -> list[dict[str, Any]]:
    first, _, rest = kind["cost"].partition(" pounds")
    if not rest or not first.replace(".", "").isdigit():
        return []
    return [{"option": "Usual price", "amount": first, "per": rest.split(";")[0].split(",")[0].strip() or "each"}]


def _place(venue: Venue, key: str, hidden: bool) -> dict[str, Any]:
    street = street_of(venue.neighbourhood, venue.key)
    return {
        "id": key, "name": venue.name, "address_1": f"{len(venue.name) + 3} {street.name}", "town": TOWN,
        "postcode": street.postcode, "latitude": street.latitude, "longitude": street.longitude,
        "access": venue.access, "access_notes": venue.note, "hide_address": hidden,
    }  # fmt: skip


def _schedule(when: str, place: str, kind: dict[str, Any]) -> dict[str, Any]:
    days, hours = when.split()
    opens, closes = hours.split("-")
    whole_year = {"health", "social"} & set(kind["section"].split())
    return {
        "place": place, "byday": days.split(","), "opens_at": f"{opens}:00", "closes_at": f"{closes}:00",
        "term_time_only": not whole_year, "starts_on": date(2026, 9, 7),
    }  # fmt: skip
