"""A page of a long list of children by keyset: no total, and page 5,000 costs what page 1 costs.

The address names only the child the page starts after, and never a name: what is needed to compare is looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OrderBy, Q, QuerySet
from django.db.models.expressions import Combinable

from ..models import Child

PAGE = 50


@dataclass(frozen=True)
class Order:
    """What a list is sorted by. expression: None for the name alone. Rows without a value come last either way."""

    expression: Combinable | None = None
    descending: bool = False


@dataclass(frozen=True)
class Page:
    """rows: in the order shown. after, before: where the next and the previous page start, None when there is none."""

    rows: list[Child]
    after: UUID | None
    before: UUID | None


def page_of(
    rows: QuerySet[Child],
    everyone: Callable[[], QuerySet[Child]],
    order: Order,
    *,
    after: UUID | None,
    before: UUID | None,
) -> Page:
    """The page of `rows` that starts after, or ends before, this child; the first page without either.

    everyone: gives where that child is looked for: a wider list in the same reach, so that a child whose row has left
    the list meanwhile still marks the place. Two queries, one on the first page.
    """
    key = order.expression if order.expression is not None else F("sort_name")
    backward = before is not None
    keyed: Any = rows.annotate(page_key=key)
    child = before or after
    mark = _mark(everyone().annotate(page_key=key), child) if child else None
    if mark is not None:
        keyed = keyed.filter(_beyond(mark, order.descending != backward, nulls_first=backward))
    found: list[Child] = list(keyed.order_by(*_columns(order.descending, backward))[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    if backward:
        found.reverse()
    return _page(found, more, backward=backward and mark is not None, moved=mark is not None)


def _page(found: list[Child], more: bool, *, backward: bool, moved: bool) -> Page:
    if not found:
        return Page([], None, None)
    ahead, behind = (moved, more) if backward else (more, moved)
    return Page(found, found[-1].pk if ahead else None, found[0].pk if behind else None)


def _mark(everyone: QuerySet[Child], child: UUID) -> tuple[Any, str, UUID] | None:
    """What the rows of the page are compared with; None when this child cannot be found."""
    keyed: Any = everyone.filter(pk=child)
    found: tuple[Any, str, UUID] | None = keyed.values_list("page_key", "sort_name", "pk").first()
    return found


def _columns(descending: bool, backward: bool) -> list[OrderBy]:
    """Key, then name, then primary key: names always run from A to Z, and the other way only to page back."""
    key = F("page_key").desc(nulls_last=True) if descending else F("page_key").asc(nulls_last=True)
    forward = [key, F("sort_name").asc(), F("pk").asc()]
    if not backward:
        return forward
    turned = F("page_key").asc(nulls_first=True) if descending else F("page_key").desc(nulls_first=True)
    return [turned, F("sort_name").desc(), F("pk").desc()]


def _beyond(mark: tuple[Any, str, UUID], falling: bool, *, nulls_first: bool) -> Q:
    """Rows that come after the mark in the order of `_columns`. falling: the key goes down from here on."""
    key, name, child = mark
    if nulls_first:
        later_name = Q(sort_name__lt=name) | Q(sort_name=name, pk__lt=child)
    else:
        later_name = Q(sort_name__gt=name) | Q(sort_name=name, pk__gt=child)
    if key is None:
        same = Q(page_key__isnull=True) & later_name
        return same | Q(page_key__isnull=False) if nulls_first else same
    later_key = Q(page_key__lt=key) if falling else Q(page_key__gt=key)
    beyond = later_key | (Q(page_key=key) & later_name)
    return beyond if nulls_first else beyond | Q(page_key__isnull=True)
