"""Small tools of the loaders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from goldenthread.database.copying import Values
from goldenthread.database.copying import copy_rows as copy


def once(keys: set[Any], rows: Iterable[Any], key: int = 0) -> Iterator[Any]:
    """The rows whose key was not seen before, in their order; remembers the keys."""
    for row in rows:
        if row[key] not in keys:
            keys.add(row[key])
            yield row


__all__ = ["Values", "copy", "once"]
