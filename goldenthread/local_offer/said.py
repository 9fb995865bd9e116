"""What a listing says to the search, by weight: name, description, tags, then bodies and towns."""

from __future__ import annotations

from typing import Any

from .vocabulary import ACCESS, NEEDS, ROUTES, SECTIONS, names_of


def said_of(entry: dict[str, Any]) -> list[str]:
    """Four texts. Names of tags are in words, so that they can be found by them."""
    name = [entry["name"], *entry["other_names"]]
    description = [entry["description"], entry["suitability"], entry["eligibility"], entry["cost_statement"]]
    description += [event["title"] for event in entry["events"]]
    access = [code for place in entry["places"] for code in place.get("access", [])]
    tags = names_of(NEEDS, entry["needs"]) + names_of(SECTIONS, entry["sections"]) + names_of(ACCESS, access)
    tags += names_of(ROUTES, [entry["route"]]) + entry["labels"]
    bodies = [body["organisation"]["name"] for body in entry["bodies"]]
    if entry["organisation"]:
        bodies.append(entry["organisation"]["name"])
    where = [place.get(part, "") for place in entry["places"] for part in ("name", "address_1", "town", "postcode")]
    where += [area["name"] for area in entry["areas"]]
    return [" . ".join(filter(None, dict.fromkeys(words))) for words in (name, description, tags, [*bodies, *where])]
