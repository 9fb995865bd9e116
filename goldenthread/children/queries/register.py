"""The SEN register: which children, in what order, on which day, and the numbers of the line above it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access.permissions import Right
from goldenthread.access.prepared import prepared
from goldenthread.access.viewer import Viewer

from .. import register_columns
from ..models import Child
from ..permissions import REGISTER_VIEW
from ..register_columns import RegisterColumn, RegisterCount, Shown
from .names import named_like
from .paging import Order, Page, page_of
from .status import ON_THE_REGISTER, on_register, on_roll, with_status

EVERYONE = "any"  # the whole roll, with a status or without


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see of the register.

    on: the day it is shown as of; known_on: what was known by this day counts. status: "" for the register, one
    status, or EVERYONE. chosen: filter → value. sort: a column's name. find: part of a name.
    """

    on: date
    known_on: date
    status: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    find: str = ""


def _with_status(viewer: Viewer, asked: Asked, right: Right) -> QuerySet[Child]:
    if asked.status == EVERYONE:
        return on_roll(viewer, asked.on, right)
    if asked.status in ON_THE_REGISTER:
        chosen = with_status(viewer, (asked.status,), asked.on, asked.known_on)
        return on_roll(viewer, asked.on, right).filter(chosen)
    return on_register(viewer, asked.on, asked.known_on, right)


def register_rows(viewer: Viewer, asked: Asked, right: Right = REGISTER_VIEW) -> QuerySet[Child]:
    """The children that every filter leaves, unordered, each with `year_group`."""
    rows = _with_status(viewer, asked, right)
    for each in register_columns.filters(viewer, asked.on):
        value = asked.chosen.get(each.name)
        if value:
            rows = rows.filter(each.rows(viewer, value, asked.on))
    if asked.find:
        rows = named_like(rows, asked.find)
    return rows


def order_of(viewer: Viewer, asked: Asked) -> Order:
    """The order asked for; by name when the column is unknown or cannot be sorted by."""
    for column in register_columns.columns(viewer, asked.on):
        if column.name == asked.sort and column.sort is not None:
            return Order(column.sort(viewer, asked.on), asked.descending)
    return Order(descending=asked.descending)


def register_page(viewer: Viewer, asked: Asked, *, after: UUID | None, before: UUID | None) -> Page:
    """One page of the register. Two queries at most, however long it is."""
    rows, order = register_rows(viewer, asked), order_of(viewer, asked)
    return page_of(rows, lambda: on_roll(viewer, asked.on), order, after=after, before=before)


def values_for(viewer: Viewer, children: list[Child], on: date) -> list[tuple[RegisterColumn, dict[UUID, Shown]]]:
    """What each column shows for the children of one page. Each column asks once."""
    return [(column, dict(column.values(viewer, children, on))) for column in register_columns.columns(viewer, on)]


@dataclass(frozen=True)
class Number:
    """One number of the line: what it counts, and the filters that show exactly those rows."""

    count: int
    sentence: str
    filters: dict[str, str]


@prepared
def _on_register(viewer: Viewer, on: date, known_on: date) -> QuerySet[Any, Any]:
    return on_register(viewer, on, known_on).order_by().values_list("pk")


def register_size(viewer: Viewer, asked: Asked) -> tuple[int, list[Number]]:
    """How many children are on the register that day, and the numbers above it that are not nought.

    One query for the register, one at most for each number, one more for each number that counts beyond the register
    and is not nought, and one for each sentence that says more than the number.
    """
    register = {child for (child,) in _on_register(viewer, asked.on, asked.known_on)}
    counted = [
        (count, _how_many(viewer, count, register, asked.on)) for count in register_columns.counts(viewer, asked.on)
    ]
    return len(register), [_number(viewer, count, number, asked.on) for count, number in counted if number]


def _how_many(viewer: Viewer, count: RegisterCount, register: Set[UUID], on: date) -> int:
    """How many children the count's own filter leaves, which is where its link leads."""
    found = set(count.keys(viewer, on))
    if count.on_register or not found:
        return len(found & register)
    return on_roll(viewer, on).filter(pk__in=found).order_by().count()


def _number(viewer: Viewer, count: RegisterCount, number: int, on: date) -> Number:
    filters = {count.filter: count.value} if count.on_register else {count.filter: count.value, "status": EVERYONE}
    detail = count.detail(viewer, on) if count.detail else None
    return Number(number, count.sentence(number, detail), filters)
