"""From what was asked to SQL: conditions on the services of the feed. Every value goes in as a parameter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from math import cos, radians
from typing import Any
from uuid import UUID

from ..vocabulary import TAXONOMIES, term_by_id
from .asked import DAYS, Asked
from .reader import Connection, one
from .refusals import Unanswerable

MONTHS = 12
_METRES_PER_DEGREE = 111_195.0
_QUERY = "websearch_to_tsquery('public.local_offer', %s)"
_HAS_TIMES = [*(f"day:{day}" for day in DAYS), "time:morning", "time:afternoon", "time:evening"]
# The highest age as the feed says it: 11 for "to the end of being 11".
HIGHEST_AGE = """(CASE WHEN (max_months + 1) %% 12 = 0 THEN (max_months + 1) / 12 - 1
                  ELSE round(max_months / 12.0, 2) END)"""
_TIMES = """EXISTS (SELECT FROM jsonb_to_recordset(schedules) AS s (byday jsonb, opens_at time, closes_at time)
 WHERE {})"""
_METRES = """12742017.6 * asin(least(1, sqrt(power(sin(radians(latitude - %s) / 2), 2)
 + cos(radians(%s)) * cos(radians(latitude)) * power(sin(radians(longitude - %s) / 2), 2))))"""


@dataclass
class Selection:
    """where: conditions joined by AND, values: theirs, in order. order: SQL of the order, with order_values."""

    where: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    order: str = "name, id"
    order_values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        self.where.append(condition)
        self.values += values

    @property
    def conditions(self) -> str:
        return " AND ".join(self.where)


@dataclass(frozen=True)
class Middle:
    """The middle of a postcode, and the codes of the areas that hold it."""

    latitude: float
    longitude: float
    codes: tuple[str, ...]


def selected(connection: Connection, authority: UUID, today: date, asked: Asked, *, at_places: bool) -> Selection:
    """The conditions for what was asked. at_places: each row is one place, so nearness is that place's own.

    Raises Unanswerable for a postcode that nobody knows.
    """
    found = Selection()
    found.add("authority_id = %s", authority)
    found.add("(visible_from IS NULL OR visible_from <= %s) AND (visible_to IS NULL OR visible_to >= %s)", today, today)
    _ages(found, asked)
    _tags(found, asked)
    _times(found, asked)
    _where(connection, found, asked, authority, at_places)
    if asked.modified_after:
        found.add("changed_at >= %s", asked.modified_after)
    if words := (asked.search or "").replace("\x00", " ").strip():
        found.add(f"words @@ {_QUERY}", words)
        found.order, found.order_values = f"ts_rank(words, {_QUERY}) DESC, name, id", [words]
    return found


def _ages(found: Selection, asked: Asked) -> None:
    if asked.minimum_age is not None:
        found.add("min_months >= %s", asked.minimum_age * MONTHS)
    if asked.maximum_age is not None:
        found.add(f"{HIGHEST_AGE} <= %s", asked.maximum_age)
    if asked.age is not None:
        first = int(asked.age * MONTHS)
        last = first + MONTHS - 1 if asked.age == int(asked.age) else first
        found.add("(min_months IS NULL OR min_months <= %s) AND (max_months IS NULL OR max_months >= %s)", last, first)


def _tags(found: Selection, asked: Asked) -> None:
    if asked.organization_id:
        found.add("organisation_id = %s", asked.organization_id)
    if asked.taxonomy_term_id:
        known = term_by_id(asked.taxonomy_term_id)
        found.add("facets && %s::varchar[]", [f"{known[0].key}:{known[1].code}"] if known else [])
    if asked.taxonomy_id:
        named = next((taxonomy for taxonomy in TAXONOMIES if taxonomy.id == asked.taxonomy_id), None)
        found.add("facets && %s::varchar[]", [f"{named.key}:{code}" for code in named.codes()] if named else [])


def _times(found: Selection, asked: Asked) -> None:
    """Day and times hold of one and the same schedule. The tags come first: they have an index."""
    pieces: list[str] = []
    values: list[Any] = []
    if asked.day:
        found.add("facets && %s::varchar[]", [f"day:{asked.day}"])
        pieces.append("EXISTS (SELECT FROM jsonb_array_elements_text(s.byday) day WHERE right(day, 2) = %s)")
        values.append(asked.day)
    elif asked.start_time or asked.end_time:
        found.add("facets && %s::varchar[]", _HAS_TIMES)
    if asked.start_time:
        pieces.append("s.opens_at >= %s")
        values.append(asked.start_time)
    if asked.end_time:
        pieces.append("s.closes_at <= %s AND coalesce(s.closes_at > s.opens_at, true)")  # else it ends the next day
        values.append(asked.end_time)
    if pieces:
        found.add(_TIMES.format(" AND ".join(pieces)), *values)


def _where(connection: Connection, found: Selection, asked: Asked, authority: UUID, at_places: bool) -> None:
    if asked.proximity is not None and asked.postcode is None:
        raise Unanswerable("proximity: say from where, with a postcode.")
    if asked.postcode is None:
        return
    middle = _middle(connection, asked.postcode)
    if asked.proximity is None:
        found.add(
            f"({' OR '.join('areas @> %s::jsonb' for _code in middle.codes)})",
            *(f'[{{"extent": "{code}"}}]' for code in middle.codes),
        )
        return
    near, values = _near(middle, asked.proximity)
    if at_places:
        found.add(near, *values)
    else:
        found.add(
            f"id IN (SELECT id FROM local_offer_feed_at_place WHERE authority_id = %s AND {near})",  # noqa: S608
            authority,
            *values,
        )


def _near(middle: Middle, metres: float) -> tuple[str, list[Any]]:
    """Inside a square that an index answers, and then inside the circle."""
    north = metres / _METRES_PER_DEGREE * 1.01
    east = north / max(0.01, cos(radians(middle.latitude)))
    square = [middle.latitude - north, middle.latitude + north, middle.longitude - east, middle.longitude + east]
    return (
        f"latitude BETWEEN %s AND %s AND longitude BETWEEN %s AND %s AND {_METRES} <= %s",
        [*square, middle.latitude, middle.latitude, middle.longitude, metres],
    )


def _middle(connection: Connection, written: str) -> Middle:
    """A whole postcode or an outward code. A postcode too new for our tables is taken at its outward code."""
    packed = re.sub(r"[^A-Z0-9]", "", written.upper())
    row = one(
        connection,
        "SELECT latitude, longitude, lad_code FROM local_offer_postcode WHERE postcode = %s",
        [packed],
    )
    outward = packed[:-3] if row or re.fullmatch(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}", packed) else packed
    row = row or one(
        connection, "SELECT latitude, longitude, lad_code FROM local_offer_outcode WHERE outcode = %s", [outward]
    )
    if row is None:
        raise Unanswerable("postcode: no such postcode is known. Write it whole, such as DA14 6NE, or its first half.")
    return Middle(row[0], row[1], tuple(dict.fromkeys([row[2], outward, packed])))
