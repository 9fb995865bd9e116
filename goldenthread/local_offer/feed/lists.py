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

_MOST_COUNTS, _MOST_TEXTS = 1000, 30_000
_counts: OrderedDict[tuple[Any, ...], int] = OrderedDict()
_texts: OrderedDict[tuple[Any, ...], str] = OrderedDict()


@dataclass(frozen=True)
class Source:
    """What a list is of. table: a view of the feed; key: its column that names a row; order: what follows the name."""

    table: str
    key: str
    order: str

    @property
    def at_places(self) -> bool:
        return self.key == "place_id"


SERVICES = Source("local_offer_feed_service", "id", "")
AT_PLACES = Source("local_offer_feed_at_place", "place_id", ", number")


def envelope(size: int, total: int, turned: Turned) -> Json:
    pages = -(-total // turned.size)
    return {
        "total_items": total, "total_pages": pages, "page_number": turned.page, "size": size,
        "first_page": turned.page == 1, "last_page": turned.page >= pages, "empty": not size,
    }  # fmt: skip


def page_of(found: Sequence[Json], turned: Turned) -> str:
    """One page of a list that is held whole."""
    first = (turned.page - 1) * turned.size
    here = found[first : first + turned.size]
    return _page([json.dumps(one) for one in here], len(found), turned)


def _page(contents: Sequence[str], total: int, turned: Turned) -> str:
    told = json.dumps(envelope(len(contents), total, turned))
    return f'{told[:-1]}, "contents": [{", ".join(contents)}]}}'


def a_page(connection: Connection, source: Source, shown: Shown, asked: Asked) -> str:
    """One page of what was asked for, as JSON. Raises Unanswerable."""
    chosen = selected(connection, shown.authority, shown.today, asked, at_places=source.at_places)
    total = _count(connection, source, shown, chosen)
    first = (asked.page - 1) * asked.size
    if first >= total:
        return _page([], total, asked)
    sql, values = _query(source, chosen, f"{source.key}, id")
    keys = rows(connection, f"{sql} LIMIT %s OFFSET %s", [*values, asked.size, first])
    return _page(_contents(connection, source, shown, asked, keys), total, asked)


def _contents(connection: Connection, source: Source, shown: Shown, asked: Asked, keys: list[Row]) -> list[str]:
    """The JSON of these rows, in their order. Keys come first and entries after, so that the rows that are passed over
    are never opened; and an entry that has not changed since it was last listed is not opened either."""
    hashes: dict[Any, str] = dict(_by_key(connection, "text_hash", {row[1] for row in keys}))
    keys = [row for row in keys if row[1] in hashes]
    marks = {row[0]: _mark(shown, asked, row[0], hashes[row[1]]) for row in keys}
    made = {key: _texts[mark] for key, mark in marks.items() if mark in _texts}
    missing = {row[1] for row in keys if row[0] not in made}
    if missing:
        texts: dict[Any, str] = dict(_by_key(connection, "entry::text", missing))
        make = _maker(source, shown, asked)
        for key, service in keys:
            if key not in made and service in texts:
                made[key] = json.dumps(make((texts[service], str(key))))
                _remember(marks[key], made[key], asked)
    return [made[row[0]] for row in keys if row[0] in made]


def _by_key(connection: Connection, column: str, keys: set[Any]) -> list[Row]:
    sql = f"SELECT id, {column} FROM {SERVICES.table} WHERE id = ANY (%s)"  # noqa: S608
    return rows(connection, sql, [list(keys)])


def _mark(shown: Shown, asked: Asked, key: Any, text_hash: str) -> tuple[Any, ...]:
    """All that the JSON of one row depends on."""
    return (key, text_hash, shown.publisher, shown.today, asked.full, asked.minimal)


def _remember(mark: tuple[Any, ...], text: str, asked: Asked) -> None:
    """Whole entries are long and seldom asked for twice: only the short forms are kept."""
    if not asked.full:
        _texts[mark] = text
        while len(_texts) > _MOST_TEXTS:
            _texts.popitem(last=False)


def _query(source: Source, chosen: Selection, columns: str) -> tuple[str, list[Any]]:
    sql = f"SELECT {columns} FROM {source.table} WHERE {chosen.conditions} ORDER BY {chosen.order}{source.order}"  # noqa: S608
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
        sql, values = _query(source, chosen, f"entry::text, {source.key}::text")
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
