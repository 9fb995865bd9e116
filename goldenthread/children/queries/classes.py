"""Classes of a setting, who is in them, and which grown-ups work with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access.permissions import Right
from goldenthread.access.prepared import prepared
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from ..models import Child, ClassGroup, ClassMembership, ClassStaff
from ..permissions import PROFILE_VIEW
from ..scopes import in_force


def classes_of(viewer: Viewer, right: Right = PROFILE_VIEW) -> QuerySet[ClassGroup]:
    """The classes of today that the viewer works with; every class of the setting for those who lead in it."""
    return reachable(viewer, ClassGroup.objects.filter(in_force(viewer.today)), right)


def class_of(viewer: Viewer, class_group: UUID, right: Right = PROFILE_VIEW) -> ClassGroup:
    """One of those classes. Raises NotFound outside them."""
    return reach_one(viewer, ClassGroup.objects.filter(in_force(viewer.today)), right, class_group)


def children_in(viewer: Viewer, class_group: UUID, right: Right = PROFILE_VIEW) -> QuerySet[Child]:
    """The children in a class today, by name."""
    places = ClassMembership.objects.filter(in_force(viewer.today), class_group_id=class_group)
    children = reachable(viewer, Child.objects.all(), right)
    return children.filter(pk__in=places.values("child_id")).order_by("sort_name", "pk")


@prepared
def _names(viewer: Viewer, children: Collection[UUID], on: date) -> QuerySet[Any, Any]:
    places = ClassMembership.objects.filter(in_force(on), child_id__among=children, holder_id=viewer.organisation)
    return places.order_by("class_group__name", "pk").values_list("child_id", "class_group__name")


def class_names(viewer: Viewer, children: Collection[UUID], on: date) -> dict[UUID, str]:
    """The class of each of these children on a day, in one query; two classes at once are both named."""
    names: dict[UUID, str] = {}
    for child, name in _names(viewer, children, on):
        names[child] = f"{names[child]}, {name}" if child in names else name
    return names


def in_class(viewer: Viewer, class_group: UUID, on: date) -> Q:
    """Children of a class of the viewer's setting on a day."""
    places = ClassMembership.objects.filter(in_force(on), holder_id=viewer.organisation, class_group_id=class_group)
    return Q(pk__in=places.values("child_id"))


@dataclass(frozen=True)
class ClassAdult:
    """A grown-up who works with a child through a class. leads: the class teacher."""

    account: UUID
    name: str
    class_name: str
    leads: bool


def adults_of(viewer: Viewer, child: UUID) -> list[ClassAdult]:
    """Who works with the child today, class teachers first; nobody for a viewer who is not staff."""
    if viewer.role.reach in (Reach.FAMILY, Reach.SELF, Reach.NUMBERS, Reach.NOBODY):
        return []
    places = ClassMembership.objects.filter(in_force(viewer.today), child_id=child, holder_id=viewer.organisation)
    staff = ClassStaff.objects.filter(in_force(viewer.today), class_group_id__in=places.values("class_group_id"))
    return [
        ClassAdult(each.account_id, each.account.name, each.class_group.name, each.leads)
        for each in staff.select_related("account", "class_group").order_by("-leads", "account__name", "pk")
    ]
