"""The SQL of finding. Every value goes in as a parameter; the text is made of the fixed pieces below."""
# ruff: noqa: S608  (see the line above)

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from ..facets import FACETS, NUMBERS
from ..geography import COMPARABLE, Point, box_around
from ..models import Listing
from .asked import Asked
from .understanding import Thing, Understood

NEAR_ENOUGH = 0.42  # of the best score: what scores less is not what was asked for
_NEED, _ALL_NEEDS, _SECTION, _OUTSIDE, _AGE_FITS, _AGE_MISSES = 0.7, 0.35, 0.4, 0.75, 1.2, 0.55
_AGAIN = 0.75  # each further place of the same service counts so much less, so that one does not fill the page
_LOOSE = 0.5  # words left over beside an everyday phrase that was understood
_LEAST = 0.5  # a thing counts this much wherever it is said; the rest depends on where (name, description, tags)
_ASIDE = 0.1  # said only by the name of a body, a hall or a town: a group that meets at a football ground plays none
_RANKS = "'{0.05, 0.2, 0.35, 1.0}'"  # bodies and towns, tags, description, name
_RANK_OF_A_TAG = 0.1  # one tag ranks 0.12 by itself; below it are words said aside

_SHOWN = """l.authority_id = %s AND (l.visible_from IS NULL OR l.visible_from <= %s)
 AND (l.visible_to IS NULL OR l.visible_to >= %s)"""
_MILES = """7917.6 * asin(sqrt(power(sin(radians(p.latitude - %s) / 2), 2)
 + cos(radians(%s)) * cos(radians(p.latitude)) * power(sin(radians(p.longitude - %s) / 2), 2)))"""


# A service without a place is left out only when all areas that it covers are told by a code that can be compared
# (district, outward code, postcode) and none holds the place asked for. A county, a nation, a drawing or no code at all
# leaves it in: nobody has said that it is not for here.
_COVERS = """CASE WHEN l.has_place THEN true ELSE NOT EXISTS (SELECT FROM jsonb_array_elements(l.areas) area)
 OR EXISTS (SELECT FROM jsonb_array_elements(l.areas) area,
                 LATERAL (SELECT upper(replace(coalesce(area ->> 'extent', ''), ' ', '')) AS code) told
            WHERE told.code !~ %s OR told.code = ANY(%s) OR told.code LIKE %s) END"""


@dataclass
class Query:
    """The text of `WITH …` ending in a table `kept` of everything that answers, and its values."""

    text: str
    values: list[Any] = field(default_factory=list)


def looked_for(thing: Thing) -> tuple[str, list[str]]:
    """A search expression for any of a thing's words."""
    pieces = " || ".join("phraseto_tsquery('public.local_offer', %s)" for _word in thing.words)
    return f"({pieces})", list(thing.words)


def matching(authority: UUID, today: date, asked: Asked, understood: Understood, point: Point | None) -> Query:
    """Everything that answers words and place, with its score and miles, and one flag for each group of filters.

    Tables: near (miles to each service's nearest place), hits (what says any of the things, and how well it says each),
    weight (rare things tell more than common ones), scored, kept (what comes near enough to the best).
    """
    things = understood.things
    near, near_values = _near(authority, asked, point)
    said, said_values = _said(things)
    flags, flag_values = _flags(asked)
    where, where_values = _where(asked, understood, point)
    score, score_values = _score(understood)
    text = f"""
    WITH near AS MATERIALIZED ({near}), hits AS MATERIALIZED (
      SELECT l.id, l.name, l.organisation_id AS body, l.facet_numbers, l.status = 'temporarily closed' AS closed,
             l.pinned, l.changed_at, n.miles, l.needs, l.sections, l.min_months, l.max_months{said}{flags}
      FROM local_offer_shown l LEFT JOIN near n ON n.listing_id = l.id
      WHERE {_SHOWN} {where}
    ), weight AS MATERIALIZED ({_weight(understood)}), scored AS MATERIALIZED (
      SELECT hits.*, {score} AS score FROM hits, weight
    ), kept AS MATERIALIZED (
      SELECT * FROM scored WHERE score > 0 AND score >= {NEAR_ENOUGH} * (SELECT max(score) FROM scored)
    )"""
    values = [*near_values, *said_values, *flag_values, authority, today, today, *where_values]
    if things:
        values += [authority]
    return Query(text, [*values, *score_values])


def _near(authority: UUID, asked: Asked, point: Point | None) -> tuple[str, list[Any]]:
    """Each service's nearest place and how far it is, inside the box when there is a limit."""
    if point is None:
        return "SELECT NULL::uuid AS listing_id, NULL::float8 AS miles WHERE false", []
    box, values = "", [point.latitude, point.latitude, point.longitude, authority]
    if asked.miles:
        box = "AND p.latitude BETWEEN %s AND %s AND p.longitude BETWEEN %s AND %s"
        values += box_around(point, asked.miles)
    text = f"""SELECT p.listing_id, min({_MILES}) AS miles FROM local_offer_listingplace p
               WHERE p.authority_id = %s {box} GROUP BY p.listing_id"""
    return text, values


def _said(things: list[Thing]) -> tuple[str, list[Any]]:
    """For each thing, how well a listing says it (0 when it does not)."""
    text = ""
    values: list[Any] = []
    for number, thing in enumerate(things):
        expression, words = looked_for(thing)
        text += f", CASE WHEN l.words @@ {expression} THEN {_how_well(expression)} ELSE 0 END AS says_{number}"
        values += [*words, *words, *words, *words]
    return text, values


def _how_well(expression: str) -> str:
    """How well a listing that says a thing says it. ts_rank divides by the number of words looked for."""
    rank = f"ts_rank({_RANKS}, l.words, {expression})"
    words = f"(numnode({expression}) + 1) / 2"
    return f"CASE WHEN {rank} * {words} < {_RANK_OF_A_TAG} THEN {_ASIDE} ELSE {_LEAST} END + {rank}"


def _weight(understood: Understood) -> str:
    """What each thing weighs: the logarithm of how rare it is among the listings of the area."""
    if not understood.things:
        return "SELECT 1.0 AS mean"
    a_phrase_was_known = any(thing.meant for thing in understood.things)
    pieces = []
    for number, thing in enumerate(understood.things):
        share = _LOOSE if a_phrase_was_known and not thing.meant else 1.0
        count = f"count(*) FILTER (WHERE says_{number} > 0)"
        pieces.append(f"CASE WHEN {count} = 0 THEN 0 ELSE {share} * ln(1 + everything / (1.0 + {count})) END")
    named = ", ".join(f"{piece} AS weight_{number}" for number, piece in enumerate(pieces))
    mean = f"({' + '.join(pieces)}) / greatest(1, {' + '.join(f'({piece} > 0)::int' for piece in pieces)})"
    total = "(SELECT count(*) AS everything FROM local_offer_shown WHERE authority_id = %s) whole"
    return f"SELECT {named}, {mean} AS mean FROM hits, {total} GROUP BY everything"


def _score(understood: Understood) -> tuple[str, list[Any]]:
    pieces = [f"weight_{number} * says_{number}" for number in range(len(understood.things))]
    values: list[Any] = []
    if not pieces and not understood.needs:
        return "1.0", []
    outright = f"greatest({', '.join(f'says_{number}' for number in range(len(understood.things)))}) >= {_LEAST}"
    if understood.needs:
        pieces.append(
            f"CASE WHEN NOT {outright} THEN 0 WHEN needs && %s::varchar[] THEN {_NEED} WHEN facet_numbers && %s::smallint[] THEN {_ALL_NEEDS}"
            " ELSE 0 END * mean"
        )
        values += [understood.needs, [NUMBERS[f"need:{code}"] for code in understood.needs]]
    if understood.sections:
        pieces.append(f"CASE WHEN {outright} AND sections && %s::varchar[] THEN {_SECTION} ELSE 0 END * mean")
        values.append(understood.sections)
    outside = NUMBERS["scope:outside"]
    text = f"({' + '.join(pieces)}) * CASE WHEN {outside} = ANY(facet_numbers) THEN {_OUTSIDE} ELSE 1 END"
    if understood.months:
        text += f""" * CASE WHEN (min_months IS NULL OR min_months <= %s) AND (max_months IS NULL OR max_months >= %s)
                     THEN {_AGE_FITS} ELSE {_AGE_MISSES} END"""
        values += [understood.months[1], understood.months[0]]
    return text, values


def _flags(asked: Asked) -> tuple[str, list[Any]]:
    text = ""
    values: list[Any] = []
    for group, codes in asked.chosen.items():
        text += f", l.facet_numbers && %s::smallint[] AS chosen_{group}"
        values.append([NUMBERS[f"{group}:{code}"] for code in codes])
    return text, values


def _where(asked: Asked, understood: Understood, point: Point | None) -> tuple[str, list[Any]]:
    text = ""
    values: list[Any] = []
    if asked.words:
        expressions = [looked_for(thing) for thing in understood.things]
        said = " || ".join(expression for expression, _words in expressions)
        values += [word for _expression, words in expressions for word in words]
        text += f" AND l.words @@ ({said})" if said else " AND false"
    if point is not None and asked.miles:
        text += " AND (n.miles <= %s OR NOT l.has_place)"
        values.append(asked.miles)
    if point is not None and point.codes:
        text += f" AND {_COVERS}"
        values += [COMPARABLE, list(point.codes), point.postcodes_inside]
    if asked.years is not None:
        text += " AND (l.min_months IS NULL OR l.min_months <= %s) AND (l.max_months IS NULL OR l.max_months >= %s)"
        values += [asked.years * 12 + 11, asked.years * 12]
    if "day" in asked.chosen and "time" in asked.chosen:  # the same session must fit both
        text += " AND l.facet_numbers && %s::smallint[]"
        slots = [f"slot:{day}-{time}" for day in asked.chosen["day"] for time in asked.chosen["time"]]
        values.append([NUMBERS[slot] for slot in slots])
    return text, values


_ORDERS = {
    "best": f"closed, score * power({_AGAIN}, again - 1) DESC, pinned DESC, miles NULLS LAST, name, id",
    "distance": "closed, miles NULLS LAST, score DESC, name, id",
    "name": "closed, lower(name), id",
    "updated": "closed, changed_at DESC, id",
}
_AGAINS = ", row_number() OVER (PARTITION BY body, split_part(name, ',', 1) ORDER BY score DESC, miles, id) AS again"


def order_of(asked: Asked, point: Point | None) -> str:
    """The order in which results stand. Services without a place stand after those with one when it is by distance."""
    chosen = asked.sort or ("best" if asked.words else "distance" if point else "name")
    return "name" if chosen == "distance" and point is None else chosen


def ask(
    cursor: Any, query: Query, asked: Asked, point: Point | None, *, start: int, size: int, count: bool
) -> tuple[list[tuple[UUID, float | None]], int, dict[str, int]]:
    """One page of (key, miles), how many there are in all, and beside each facet how many choosing it would find."""
    both = " AND ".join(f"chosen_{group}" for group in asked.chosen) or "true"
    order = order_of(asked, point)
    again = _AGAINS if order == "best" else ""
    pieces = [
        f"""(SELECT 0 AS kind, id AS key, miles, row_number() OVER (ORDER BY {_ORDERS[order]}) AS number
             FROM (SELECT *{again} FROM kept WHERE {both}) chosen ORDER BY {_ORDERS[order]} LIMIT %s OFFSET %s)""",
        f"SELECT 1, NULL, NULL, count(*) FROM kept WHERE {both}",
        *(_counts(asked, both) if count else []),
    ]
    cursor.execute(f"{query.text} {' UNION ALL '.join(pieces)}", [*query.values, size, start])
    rows = cursor.fetchall()
    page = [(key, miles) for kind, key, miles, _number in sorted(rows, key=lambda row: (row[0], row[3])) if kind == 0]
    total = next(number for kind, _key, _miles, number in rows if kind == 1)
    counts: dict[str, int] = {}
    for _kind, _key, facet, number in sorted((row for row in rows if row[0] > 1), key=lambda row: row[0]):
        counts[FACETS[int(facet)]] = number  # a chosen group's own counts come last and win
    return page, int(total), counts


def _counts(asked: Asked, both: str) -> list[str]:
    """Counts of every facet; then, for each chosen group, of its own choices with only the other groups applied."""
    counted = "SELECT {kind}, NULL::uuid, facet::float8, count(*) FROM kept, unnest(facet_numbers) facet WHERE {where} GROUP BY facet"
    pieces = [counted.format(kind=2, where=both)]
    for group in asked.chosen:
        others = " AND ".join(f"chosen_{other}" for other in asked.chosen if other != group) or "true"
        own = ", ".join(str(number) for facet, number in NUMBERS.items() if facet.startswith(f"{group}:"))
        pieces.append(counted.format(kind=3, where=f"{others} AND facet IN ({own})"))
    return pieces


def similar_to(cursor: Any, authority: UUID, listing: Listing, today: date, size: int) -> list[Any]:
    """Keys of the services that share most facets of need, kind and age, those of the area first."""
    shared = [NUMBERS[facet] for facet in listing.facets if facet.split(":")[0] in ("need", "section", "age")]
    text = f"""
    SELECT l.id FROM local_offer_shown l
    WHERE {_SHOWN} AND split_part(l.name, ',', 1) <> %s AND l.sections && %s::varchar[] AND l.status = 'active'
    ORDER BY {NUMBERS["scope:outside"]} = ANY(l.facet_numbers),
             (SELECT count(*) FROM unnest(l.facet_numbers) f WHERE f = ANY(%s))::float
               / sqrt(greatest(1, cardinality(l.facet_numbers))) DESC, l.name, l.id LIMIT %s"""
    name = listing.name.split(",")[0]
    cursor.execute(text, [authority, today, today, name, listing.sections, shared, size])
    return list(cursor.fetchall())
