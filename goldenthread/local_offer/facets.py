"""By what a listing can be filtered: "group:code" for each thing that is true of it."""

from __future__ import annotations

from datetime import time
from typing import Any

from .models.choices import ProviderType
from .vocabulary import ACCESS, AGE_YEARS, AGES, NEEDS, ROUTES, SECTIONS, wider

NOON, EVENING = time(12), time(17)
_DAYS, _TIMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), ("morning", "afternoon", "evening")


def _every_facet() -> list[str]:
    """All facets there are. Rows keep the numbers: a new facet goes to the end, and none is ever taken out."""
    found = [f"need:{code}" for code in NEEDS.codes()] + [f"age:{code}" for code in AGES.codes()]
    found += [f"section:{code}" for code in SECTIONS.codes()] + [f"route:{code}" for code in ROUTES.codes()]
    found += [f"access:{code}" for code in ACCESS.codes()] + ["cost:free", "ehc:needed", "ehc:not-needed", "online:yes"]
    found += ["scope:in", "scope:outside"] + [f"day:{day}" for day in _DAYS] + [f"time:{part}" for part in _TIMES]
    found += [f"slot:{day}-{part}" for day in _DAYS for part in _TIMES]
    return found + [f"type:{kind}" for kind in ProviderType.values]


FACETS: list[str] = _every_facet()
NUMBERS: dict[str, int] = {facet: number for number, facet in enumerate(FACETS)}


def facets_of(entry: dict[str, Any]) -> list[str]:
    """All facets of a public entry, sorted. Groups: need, age, section, cost, route, access, day, time, slot, scope,
    ehc, online, type."""
    needs = NEEDS.codes() if entry["all_needs"] else wider(entry["needs"])
    found = {f"need:{code}" for code in needs}
    found |= {f"age:{code}" for code in age_bands(entry["min_months"], entry["max_months"])}
    found |= {f"section:{code}" for code in entry["sections"]}
    found |= {f"access:{code}" for place in entry["places"] for code in place.get("access", [])}
    found |= _when(entry["schedules"])
    found |= {f"scope:{entry['area_scope']}", f"type:{entry['provider_type']}"}
    found.add("ehc:needed" if entry["ehc_plan_needed"] else "ehc:not-needed")
    if entry["route"]:
        found.add(f"route:{entry['route']}")
    if entry["free"]:
        found.add("cost:free")
    if entry["online"] or any(place["location_type"] == "virtual" for place in entry["places"]):
        found.add("online:yes")
    return sorted(found)


def age_bands(min_months: int | None, max_months: int | None) -> list[str]:
    """The life stages that overlap these ages (the last year of a band counts to its end)."""
    low, high = min_months or 0, 26 * 12 if max_months is None else max_months
    return [code for code, (first, last) in AGE_YEARS.items() if low < (last + 1) * 12 and high >= first * 12]


def _when(schedules: list[dict[str, Any]]) -> set[str]:
    found = set()
    for schedule in schedules:
        parts = parts_of_day(schedule.get("opens_at"), schedule.get("closes_at"))
        for day in {code[-2:] for code in schedule.get("byday", [])}:
            found.add(f"day:{day}")
            found |= {f"slot:{day}-{part}" for part in parts}
        found |= {f"time:{part}" for part in parts}
    return found


def parts_of_day(opens_at: Any, closes_at: Any) -> list[str]:
    """morning (before 12), afternoon (12 to 5), evening (from 5): those that the opening time reaches into.

    One that ends before it begins goes on after midnight; only the day on which it begins counts.
    """
    if opens_at is None or closes_at is None:
        return []
    opens, closes = _time(opens_at), _time(closes_at)
    closes = time.max if closes < opens else closes
    reaches = {"morning": opens < NOON, "afternoon": opens < EVENING and closes > NOON, "evening": closes > EVENING}
    return [part for part, reached in reaches.items() if reached]


def _time(value: Any) -> time:
    return value if isinstance(value, time) else time.fromisoformat(value)
