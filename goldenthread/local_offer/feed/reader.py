"""The feed's own door to PostgreSQL: the role goldenthread_public, which may read what is published and nothing else.

In a process that serves all of the site these connections stand beside the application's; a process of the feed alone
(settings.feed) has no others. Decision record: docs/decisions/0150-the-feed-has-its-own-role.md.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.conf import settings
from psycopg.rows import TupleRow
from psycopg_pool import ConnectionPool

Row = tuple[Any, ...]
Connection = psycopg.Connection[TupleRow]

LONGEST_MILLISECONDS = 15_000  # of one statement
TRUSTED_SECONDS = 5.0
_OPTIONS = (
    f"-c default_transaction_read_only=on -c statement_timeout={LONGEST_MILLISECONDS} -c timezone=UTC"
    " -c idle_in_transaction_session_timeout=60000"  # an export whose reader has stopped reading
)
_pools: dict[str, ConnectionPool[Connection]] = {}
_making = threading.Lock()
_answered: WeakKeyDictionary[Connection, float] = WeakKeyDictionary()  # when each connection was last given back


class NotOpen(RuntimeError):
    """The reader role has no address here, so the feed is not served. It never reads as another role instead."""


def _still_there(connection: Connection) -> None:
    """Ask PostgreSQL whether it is there, unless it answered on this connection a moment ago."""
    if time.monotonic() - _answered.get(connection, 0.0) > TRUSTED_SECONDS:
        ConnectionPool.check_connection(connection)


def _pool() -> ConnectionPool[Connection]:
    """This process's connections; made when the first is wanted, so that no forked process shares one."""
    address = settings.PUBLIC_DATABASE_URL
    if not address:
        raise NotOpen("PUBLIC_DATABASE_URL is not set")
    with _making:
        if address not in _pools:
            _pools[address] = ConnectionPool(
                address, min_size=0, max_size=8, max_idle=60, timeout=10, open=True, name="feed",
                kwargs={"autocommit": True, "options": _OPTIONS}, check=_still_there,
            )  # fmt: skip
        return _pools[address]


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection of the reader role. Raises NotOpen where the feed is not served."""
    with _pool().connection() as connection:
        yield connection
        _answered[connection] = time.monotonic()


def rows(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    return connection.execute(sql, values).fetchall()


def one(connection: Connection, sql: str, values: Sequence[Any] = ()) -> Row | None:
    return connection.execute(sql, values).fetchone()


def streamed(connection: Connection, sql: str, values: Sequence[Any], at_once: int = 500) -> Iterator[Row]:
    """Rows as PostgreSQL finds them, so many at a time: memory stays flat however many there are."""
    with connection.transaction(), connection.cursor(name="feed") as cursor:
        cursor.itersize = at_once
        cursor.execute(sql, values)
        yield from cursor


def close() -> None:
    """Close every connection, as a test does before its database goes."""
    with _making:
        while _pools:
            _pools.popitem()[1].close()
