"""A part of the area: the rows of one organisation, by kind."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from goldenthread.demo.larkmere.rows import TABLES


class Part:
    """Rows that can be loaded together once the parts before them are in."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[type[Any], list[Any]] = {kind: [] for kind in TABLES}
        self.people: dict[str, UUID] = {}  # named adults by slug: "lane", "amara/ada"
        self.children: dict[str, UUID] = {}  # children of the stories by slug

    def add(self, *rows: tuple[Any, ...]) -> None:
        for row in rows:
            self.rows[type(row)].append(row)

    def all_rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row, in an order in which each refers only to earlier ones."""
        for kind in TABLES:
            yield from self.rows[kind]
