"""Questions that every page asks anew, put into SQL once for each role.

Django takes longer to say what a register asks than PostgreSQL takes to answer it. A prepared question is written
as an ordinary queryset in a viewer's scope; its SQL is kept, and each viewer's own facts are put in when it is asked.
What is kept never holds a fact of one viewer: it is built for two invented viewers, and refused unless they differ in
nothing but those facts. Decision record: docs/decisions/0177-prepared-questions.md.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from .viewer import Viewer

Fact = Any  # a day, a key, a collection of keys: put in when asked; anything else is part of the question itself
Build = Callable[..., QuerySet[Any, Any]]
OWN = ("person", "organisation", "authority", "today")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the SQL takes a fact of the one who asks."""

    number: int


@dataclass(frozen=True, slots=True)
class _Kept:
    """parameters: constants of the question, and places of facts."""

    sql: str
    parameters: tuple[Any, ...]


class Prepared:
    """A question with its SQL, once for each role and each kind of facts. Called, it gives the rows as tuples."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._kept: dict[tuple[Any, ...], _Kept | None] = {}

    def __call__(self, viewer: Viewer, *facts: Fact) -> list[tuple[Any, ...]]:
        sql, parameters = self.sql(viewer, *facts)
        if not sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
            return rows

    def sql(self, viewer: Viewer, *facts: Fact) -> tuple[str, list[Any]]:
        """The question as this viewer asks it; "" when the viewer's role never finds anything."""
        if viewer.organisation is None:  # families: their children stand in the question one by one
            return _said(self.build(viewer, *facts)) or ("", [])
        key = (viewer.role.key, viewer.role.rights, *(_kind(fact) for fact in facts))
        if key not in self._kept:
            self._kept[key] = _put_together(self.build, viewer, facts)
        kept = self._kept[key]
        if kept is None:
            return "", []
        own = _facts_of(viewer, facts)
        return kept.sql, [own[one.number] if isinstance(one, _Place) else one for one in kept.parameters]


def prepared(build: Build) -> Prepared:
    """Make a prepared question of a function `(viewer, *facts)` that gives a queryset of values_list.

    It may look at the viewer's role, and put the other facts in as they are: never compare them, count with them, or
    read them out of the database. Raises ValueError when it is first asked by a role for which that does not hold.
    """
    return Prepared(build)


def _said(rows: QuerySet[Any, Any]) -> tuple[str, list[Any]] | None:
    try:
        sql, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        return None
    return sql, list(parameters)


def _kind(fact: Fact) -> Any:
    """What of a fact is part of the question."""
    if isinstance(fact, date | UUID):
        return type(fact)
    return list if _is_keys(fact) else fact


def _is_keys(fact: Fact) -> bool:
    return isinstance(fact, Collection) and not isinstance(fact, str)


def _facts_of(viewer: Viewer, facts: Sequence[Fact]) -> list[Any]:
    return [getattr(viewer, name) for name in OWN] + [list(one) if _is_keys(one) else one for one in facts]


def _put_together(build: Build, viewer: Viewer, facts: Sequence[Fact]) -> _Kept | None:
    """Built for two invented viewers whose days stand in opposite order. Raises ValueError when the two differ."""
    first, second = (_built(build, viewer, facts, later) for later in (True, False))
    if first != second:
        raise ValueError(f"{build.__module__}.{build.__qualname__} asks viewers of one role different questions.")
    return first


def _built(build: Build, viewer: Viewer, facts: Sequence[Fact], later: bool) -> _Kept | None:
    days = iter(sorted(_invented_days(len(facts) + 1), reverse=later))
    word = secrets.token_hex(8)
    asker = replace(
        viewer, person=uuid4(), organisation=uuid4(), authority=uuid4(), assignment=uuid4(), today=next(days),
        name=word, reference=word,
    )  # fmt: skip
    invented = [_invented(fact, days) for fact in facts]
    said = _said(build(asker, *invented))
    if said is None:
        return None
    sql, parameters = said
    own = _facts_of(asker, invented)
    return _Kept(sql, tuple(_Place(own.index(one)) if one in own else one for one in parameters))


def _invented(fact: Fact, days: Any) -> Fact:
    if isinstance(fact, date):
        return next(days)
    if isinstance(fact, UUID):
        return uuid4()
    return [uuid4()] if _is_keys(fact) else fact


def _invented_days(number: int) -> list[date]:
    """So many different days that no rule of ours names."""
    return [date(1100, 1, 1) + timedelta(days=day) for day in secrets.SystemRandom().sample(range(200_000), number)]
