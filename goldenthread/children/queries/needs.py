"""A child's needs on a day, in the order the setting gave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from goldenthread.access.permissions import Right
from goldenthread.access.prepared import prepared
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from ..models import Need
from ..permissions import CHILD_VIEW, REGISTER_VIEW
from ..scopes import in_force

FIRST_FIRST = ("rank", "-from_on", "pk")


def _own(viewer: Viewer) -> Q:
    """Needs as the viewer's own body describes them; a family sees those of every body that does."""
    return Q() if viewer.organisation is None else Q(holder_id=viewer.organisation)


def needs_of(viewer: Viewer, child: UUID, on: date) -> QuerySet[Need]:
    """The needs of one child on a day, primary need first."""
    needs = reachable(viewer, Need.objects.all(), CHILD_VIEW)
    return needs.filter(_own(viewer), in_force(on), child_id=child).order_by(*FIRST_FIRST)


def needs_ever(viewer: Viewer, child: UUID) -> QuerySet[Need]:
    """Every need ever recorded for one child, those of today first, then the newest."""
    needs = reachable(viewer, Need.objects.all(), CHILD_VIEW)
    return needs.filter(_own(viewer), child_id=child).order_by("to_on", "rank", "-from_on", "pk").reverse()


@prepared
def _of_each(viewer: Viewer, children: Collection[UUID], on: date, right: Right) -> QuerySet[Any, Any]:
    needs = reachable(viewer, Need.objects.all(), right)
    rows = needs.filter(_own(viewer), in_force(on), child_id__among=children).order_by(*FIRST_FIRST)
    return rows.values_list("child_id", "sen_type")


def need_codes_of_each(
    viewer: Viewer, children: Collection[UUID], on: date, right: Right = REGISTER_VIEW
) -> dict[UUID, list[str]]:
    """The needs of the children of one page, primary need first, in one query; a child without any is left out."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for child, code in _of_each(viewer, children, on, right):
        found[child].append(code)
    return dict(found)


def primary_need(viewer: Viewer, on: date) -> Combinable:
    """The code of each child's primary need on a day, to annotate a Child queryset with and sort by; None without."""
    mine = Need.objects.filter(_own(viewer), in_force(on), child_id=OuterRef("pk")).order_by(*FIRST_FIRST)
    return Subquery(mine.values("sen_type")[:1], output_field=CharField())


def children_with_need(viewer: Viewer, sen_type: str, on: date) -> Q:
    """Children who have this type of need on a day, in whatever place."""
    needs = Need.objects.filter(_own(viewer), in_force(on), sen_type=sen_type)
    return Q(pk__in=needs.values("child_id"))
