"""Taxonomies and their terms as Open Referral UK has them, and the tags of a service as attributes."""

from __future__ import annotations

from functools import cache

from ..vocabulary import BY_KEY, TAXONOMIES, Taxonomy, Term, wider
from .values import Json, derived, said


def taxonomy(found: Taxonomy, *, whole: bool) -> Json:
    """whole: with its terms."""
    top = {"id": str(found.id), "name": found.name, "description": found.description, "version": found.version}
    return top | {"taxonomy_terms": [term(found, each) for each in found.terms]} if whole else top


def term(of: Taxonomy, found: Term) -> Json:
    wider_term = of.term(found.parent) if found.parent else None
    return said(
        id=str(found.id), name=found.name, description=found.description or found.name,
        parent_id=str(wider_term.id) if wider_term else None, taxonomy=of.name, taxonomy_id=str(of.id), term=found.code,
    )  # fmt: skip


def every_term() -> list[Json]:
    return [term(of, found) for of in TAXONOMIES for found in of.terms]


@cache
def _known(key: str, code: str) -> Json | None:
    found = BY_KEY[key].term(code)
    return term(BY_KEY[key], found) if found else None


def attributes(entry: Json, ages: list[str]) -> list[Json]:
    """Need, age band, access, how to start and section of a service. A broad need stands beside each type within it,
    and a service for all needs carries them all, so that whoever asks for a need finds it."""
    needs = BY_KEY["need"].codes() if entry["all_needs"] else wider(entry["needs"])
    access = dict.fromkeys(code for place in entry["places"] for code in place.get("access", []))
    codes = {
        "need": needs,
        "age": ages,
        "access": list(access),
        "route": [entry["route"]],
        "section": entry["sections"],
    }
    return attributes_of(entry["id"], "service", codes)


def attributes_of(key: str, kind: str, codes: dict[str, list[str]]) -> list[Json]:
    """kind: what the tags hang on; codes: by the key of their taxonomy."""
    found = [_known(taxonomy_key, code) for taxonomy_key, tags in codes.items() for code in tags]
    return [
        {
            "id": derived(key, tag["id"]),
            "link_id": key,
            "link_type": kind,
            "taxonomy_term_id": tag["id"],
            "taxonomy_term": tag,
        }
        for tag in found
        if tag
    ]
