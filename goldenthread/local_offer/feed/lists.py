"""Lists of the feed: one page of them in the standard's envelope, or all of them one a line."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .asked import Asked, Turned
from .reader import Connection, Row, one, reading, rows, streamed
from .selecting import Selection, selected
from .services import listed, listed_at_place, minimal, whole, whole_at_place
from .shown import Shown
from .values import Json

_MOST_COUNTS = 1000
_counts: OrderedDict[tuple[Any, ...], int] = OrderedDict()


@dataclass(frozen=True)
class Source:
    """What a list is of. table: a view of the feed; columns: what each row gives; made: a row → what goes out."""

    table: str
    columns: str
    at_places: bool
    order: str


SERVICES = Source("local_offer_feed_service", "entry::text", False, "")
AT_PLACES = Source("local_offer_feed_at_place", "entry::text, place_id::text", True, ", number")


def envelope(contents: Sequence[Json], total: int, turned: Turned) -> Json:
    pages = -(-total // turned.size)
    return {
        "total_items": total, "total_pages": pages, "page_number": turned.page, "size": len(contents),
        "first_page": turned.page == 1, "last_page": turned.page >= pages, "empty": not contents, "contents": contents,
    }  # fmt: skip


def page_of(found: Sequence[Json], turned: Turned) -> Json:
    """One page of a list that is held whole."""
    first = (turned.page - 1) * turned.size
    return envelope(found[first : first + turned.size], len(found), turned)


def a_page(connection: Connection, source: Source, shown: Shown, asked: Asked) -> Json:
    """One page of what was asked for. Raises Unanswerable."""
    chosen = selected(connection, shown.authority, shown.today, asked, at_places=source.at_places)
    total = _count(connection, source, shown, chosen)
    first = (asked.page - 1) * asked.size
    contents: list[Json] = []
    if first < total:
        sql, values = _query(source, chosen)
        found = rows(connection, f"{sql} LIMIT %s OFFSET %s", [*values, asked.size, first])
        contents = list(map(_maker(source, shown, asked), found))
    return envelope(contents, total, asked)


def _query(source: Source, chosen: Selection) -> tuple[str, list[Any]]:
    sql = f"SELECT {source.columns} FROM {source.table} WHERE {chosen.conditions} ORDER BY {chosen.order}{source.order}"  # noqa: S608
    return sql, [*chosen.values, *chosen.order_values]


def _count(connection: Connection, source: Source, shown: Shown, chosen: Selection) -> int:
    """How many there are: counted once in each process for each state of the offer."""
    key = (source.table, shown.mark, shown.today, chosen.conditions, repr(chosen.values))
    if key in _counts:
        _counts.move_to_end(key)
        return _counts[key]
    row = one(connection, f"SELECT count(*) FROM {source.table} WHERE {chosen.conditions}", chosen.values)  # noqa: S608
    assert row is not None, "a count always answers"
    _counts[key] = row[0]
    while len(_counts) > _MOST_COUNTS:
        _counts.popitem(last=False)
    return int(row[0])


def lines(source: Source, shown: Shown, asked: Asked) -> Iterator[str]:
    """Every one that was asked for, as a line of JSON. Opens a connection of its own: it outlives the request.

    Raises Unanswerable when the first line is asked for; the caller asks for it before it begins to answer.
    """
    with reading() as connection:
        chosen = selected(connection, shown.authority, shown.today, asked, at_places=source.at_places)
        sql, values = _query(source, chosen)
        made = _maker(source, shown, asked)
        for row in streamed(connection, sql, values):
            yield json.dumps(made(row)) + "\n"


def _maker(source: Source, shown: Shown, asked: Asked) -> Callable[[Row], Json]:
    publisher, today = shown.publisher, shown.today
    if source.at_places:
        at_place = whole_at_place if asked.full else listed_at_place
        return lambda row: _at_place(at_place, row, shown)
    if asked.full:
        return lambda row: whole(json.loads(row[0]), publisher, today)
    if asked.minimal:
        return lambda row: minimal(json.loads(row[0]), publisher)
    return lambda row: listed(json.loads(row[0]), publisher, today)


def _at_place(make: Callable[..., Json], row: Row, shown: Shown) -> Json:
    entry = json.loads(row[0])
    place = next(one for one in entry["places"] if one["id"] == row[1])
    return make(entry, place, shown.publisher, shown.today)
