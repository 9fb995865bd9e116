"""The words that services are tagged with: needs, age bands, access, how to start, sections.

One file ships with the product (data/local_offer_taxonomies.json), in the form of Open Referral UK and with fixed keys,
so that every copy of the product, and every feed made of it, means the same thing by the same key. Tables hold the
codes; this module knows the rest. Decision record: docs/decisions/0140-the-directorys-three-layers.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from uuid import UUID


@dataclass(frozen=True)
class Term:
    """code: what tables and addresses hold ("ASD", "early-years"); parent: the code of the wider term, or ""."""

    id: UUID
    code: str
    name: str
    description: str
    parent: str = ""


@dataclass(frozen=True)
class Taxonomy:
    id: UUID
    key: str
    name: str
    description: str
    version: str
    terms: tuple[Term, ...]

    def codes(self) -> list[str]:
        return [term.code for term in self.terms]

    def term(self, code: str) -> Term | None:
        return next((term for term in self.terms if term.code == code), None)


_KEYS = ("need", "age", "access", "route", "section")


def _read() -> tuple[Taxonomy, ...]:
    found = json.loads(
        files("goldenthread.local_offer").joinpath("data/local_offer_taxonomies.json").read_text("utf-8")
    )
    return tuple(_taxonomy(key, raw) for key, raw in zip(_KEYS, found, strict=True))


def _taxonomy(key: str, raw: dict[str, object]) -> Taxonomy:
    rows: list[dict[str, str]] = raw["taxonomy_terms"]  # type: ignore[assignment]
    codes = {row["id"]: row["term"] for row in rows}
    terms = tuple(
        Term(UUID(row["id"]), row["term"], row["name"], row["description"], codes.get(row.get("parent_id", ""), ""))
        for row in rows
    )
    return Taxonomy(UUID(str(raw["id"])), key, str(raw["name"]), str(raw["description"]), str(raw["version"]), terms)


TAXONOMIES: tuple[Taxonomy, ...] = _read()
BY_KEY: dict[str, Taxonomy] = {taxonomy.key: taxonomy for taxonomy in TAXONOMIES}
NEEDS, AGES, ACCESS, ROUTES, SECTIONS = (BY_KEY[key] for key in _KEYS)
AGE_YEARS: dict[str, tuple[int, int]] = {
    code: (int(code.split("-")[0]), int(code.split("-")[1])) for code in AGES.codes()
}


def term_by_id(key: UUID) -> tuple[Taxonomy, Term] | None:
    """A term of any taxonomy, with its taxonomy; None when no such term exists."""
    return next(((taxonomy, term) for taxonomy in TAXONOMIES for term in taxonomy.terms if term.id == key), None)


def names_of(taxonomy: Taxonomy, codes: list[str]) -> list[str]:
    """The names for these codes, in the taxonomy's own order."""
    return [term.name for term in taxonomy.terms if term.code in codes]


def wider(codes: list[str]) -> list[str]:
    """The needs given, with the broad area of each: a service for autistic children is for communication needs too."""
    areas = {term.parent for term in NEEDS.terms if term.code in codes and term.parent}
    return [code for code in NEEDS.codes() if code in areas or code in codes]
