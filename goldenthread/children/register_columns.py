"""What other rooms put on the SEN register: columns, filters, and numbers of the line above it.

The register stands before them in the order of imports, so it asks and they answer. Each answer is for a whole page
at once, in a constant number of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from goldenthread.access.viewer import Viewer

Text = str | Promise
Answer = TypeVar("Answer")
Part = TypeVar("Part", "RegisterColumn", "RegisterFilter")


@dataclass(frozen=True, slots=True)
class Shown:
    """One value: plain text (also for the download), markup for the page when it shows more, a link, a second line."""

    text: str
    html: SafeString | None = None
    href: str = ""
    note: str = ""


Values = Callable[[Viewer, list[UUID], date], Mapping[UUID, Shown]]
OfRows = Callable[[Viewer, Sequence[Any], date], Mapping[UUID, Shown]]
Sort = Callable[[Viewer, date], Combinable]
Choices = Callable[[Viewer, date], Sequence[tuple[str, Text]]]
Rows = Callable[[Viewer, str, date], Q]
Sentence = Callable[[int, Any], str]
Detail = Callable[[Viewer, date], Any]
Keys = Callable[[Viewer, date], Iterable[UUID]]


@dataclass(frozen=True)
class RegisterColumn:
    """values: for these rows of one page, on this day. sort: an expression on Child, or None.

    today_only: what it shows is not kept for past days, so a past day's register goes without it.
    """

    name: str
    heading: Text
    values: OfRows
    order: int
    numeric: bool
    sort: Sort | None
    today_only: bool


@dataclass(frozen=True)
class RegisterFilter:
    """choices: value and label, at most one query. rows: which children a chosen value leaves, as a Q on Child.

    today_only: as of a column; a past day's register neither offers nor obeys it.
    """

    name: str
    label: Text
    choices: Choices
    rows: Rows
    order: int
    today_only: bool


@dataclass(frozen=True)
class RegisterCount:
    """A number above the table: exactly the rows of one filter and value.

    keys: the children that this filter and value leave, on the register or not; at most one query. detail: what else
    its sentence needs.
    """

    filter: str
    value: str
    keys: Keys
    sentence: Sentence
    order: int
    detail: Detail | None
    on_register: bool


_COLUMNS: dict[str, RegisterColumn] = {}
_FILTERS: dict[str, RegisterFilter] = {}
_COUNTS: dict[tuple[str, str], RegisterCount] = {}


_ANSWERED: ContextVar[dict[Any, Any] | None] = ContextVar("answered", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """While one page is made, what its columns, filters and numbers share is looked up once."""
    token = _ANSWERED.set({})
    try:
        yield
    finally:
        _ANSWERED.reset(token)


def shared(ask: Callable[[Viewer, Sequence[UUID], date], Answer]) -> Callable[[Viewer, Sequence[UUID], date], Answer]:
    """For what several columns of one room read together: on one page it is asked for the same children only once."""

    @wraps(ask)
    def asked_once(viewer: Viewer, children: Sequence[UUID], on: date) -> Answer:
        answered = _ANSWERED.get()
        if answered is None:
            return ask(viewer, children, on)
        key = (ask, viewer, tuple(children), on)
        if key not in answered:
            answered[key] = ask(viewer, children, on)
        found: Answer = answered[key]
        return found

    return asked_once


def add_column(
    name: str, heading: Text, values: Values, *, order: int, numeric: bool = False, sort: Sort | None = None,
    today_only: bool = False,
) -> None:  # fmt: skip
    """Add a column that is looked up by the children's keys. Called once for each name, from an app's `ready`."""

    def of_rows(viewer: Viewer, rows: Sequence[Any], on: date) -> Mapping[UUID, Shown]:
        return values(viewer, [row.pk for row in rows], on) if rows else {}

    add_column_of_rows(name, heading, of_rows, order=order, numeric=numeric, sort=sort, today_only=today_only)


def add_column_of_rows(
    name: str, heading: Text, values: OfRows, *, order: int, numeric: bool = False, sort: Sort | None = None,
    today_only: bool = False,
) -> None:  # fmt: skip
    """Add a column that the rows themselves answer, with their `year_group` of that day; it asks nothing further."""
    if name in _COLUMNS:
        raise ValueError(f"The register has a column {name} already.")
    _COLUMNS[name] = RegisterColumn(name, heading, values, order, numeric, sort, today_only)


def add_filter(name: str, label: Text, choices: Choices, rows: Rows, *, order: int, today_only: bool = False) -> None:
    """Add a filter; its name is the word in the address, so it says nothing about a person."""
    if name in _FILTERS or name in {"as_on", "known", "sort", "after", "before", "find"}:
        raise ValueError(f"The register has a filter {name} already.")
    _FILTERS[name] = RegisterFilter(name, label, choices, rows, order, today_only)


def add_count(
    filter: str,
    value: str,
    sentence: Sentence,
    keys: Keys,
    *,
    order: int,
    detail: Detail | None = None,
    on_register: bool = True,
) -> None:
    """Add a number above the table, which leads to the rows it counts.

    on_register: False when children without a status count too; the link then also opens the whole roll.
    """
    _COUNTS[filter, value] = RegisterCount(filter, value, keys, sentence, order, detail, on_register)


def columns(viewer: Viewer, on: date) -> list[RegisterColumn]:
    """The columns of the register as of that day, in their order."""
    return sorted(_shown(_COLUMNS.values(), viewer, on), key=lambda column: column.order)


def filters(viewer: Viewer, on: date) -> list[RegisterFilter]:
    return sorted(_shown(_FILTERS.values(), viewer, on), key=lambda each: each.order)


def counts(viewer: Viewer, on: date) -> list[RegisterCount]:
    """The numbers whose filter that day's register has."""
    known = {each.name for each in _shown(_FILTERS.values(), viewer, on)}
    return sorted((count for count in _COUNTS.values() if count.filter in known), key=lambda count: count.order)


def _shown(registered: Iterable[Part], viewer: Viewer, on: date) -> list[Part]:
    return [one for one in registered if on == viewer.today or not one.today_only]
