"""Whose children: what each reach means for a child and for rows about one.

Setting: children on the roll from the day they join; after they leave, only what the setting itself wrote
(PostgreSQL holds back the rest). Classes: children in a class the person works with today. Cover: the same, for
the days of the cover.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer

from .models import Child, ClassMembership, ClassStaff, Enrolment


def in_force(on: date, prefix: str = "") -> Q:
    """Rows whose dates hold on this day, both ends included."""
    return Q(**{f"{prefix}from_on__lte": on}) & (
        Q(**{f"{prefix}to_on__isnull": True}) | Q(**{f"{prefix}to_on__gte": on})
    )


def enrolled_at(viewer: Viewer, child: str = "pk") -> Q:
    """Children who are, or once were, on the roll of the viewer's setting."""
    rolls = Enrolment.objects.filter(child_id=OuterRef(child), holder_id=viewer.organisation, from_on__lte=viewer.today)
    return Q(Exists(rolls))


def on_roll_today(viewer: Viewer, child: str = "pk") -> Q:
    """Children on the roll of the viewer's setting today."""
    rolls = Enrolment.objects.filter(child_id=OuterRef(child), holder_id=viewer.organisation)
    return Q(Exists(rolls.filter(in_force(viewer.today))))


def taught_by(viewer: Viewer, child: str = "pk") -> Q:
    """Children on the roll today who are in a class that the viewer works with today."""
    mine = ClassStaff.objects.filter(
        in_force(viewer.today), account_id=viewer.person, class_group_id=OuterRef("class_group_id")
    )
    places = ClassMembership.objects.filter(in_force(viewer.today), Exists(mine), child_id=OuterRef(child))
    return Q(Exists(places)) & on_roll_today(viewer, child)


def children_of(viewer: Viewer, child: str = "pk") -> Q:
    """The children this viewer can reach; child: the path from the row in question to the child's key."""
    match viewer.role.reach:
        case Reach.FAMILY | Reach.SELF:
            return Q(**{f"{child}__in": viewer.children})
        case Reach.SETTING:
            return enrolled_at(viewer, child)
        case Reach.CLASSES | Reach.COVER:
            return taught_by(viewer, child)
        case _:
            return Q(pk__in=[])


def about_children_of(viewer: Viewer) -> Q:
    """The scope of any row with a `child`."""
    return children_of(viewer, "child_id")


@scope("children.Child")
def child_scope(viewer: Viewer) -> Q:
    return children_of(viewer)


def scope_rows_about_children(*models: str) -> None:
    """Give these models, which all have a `child`, the plain scope of their child."""
    for model in models:
        scope(model)(about_children_of)


scope_rows_about_children(
    "children.ClassMembership",
    "children.StatusEntry",
    "children.Need",
    "children.Profile",
    "children.ProfileRead",
)


@scope("children.Enrolment")
def enrolment_scope(viewer: Viewer) -> Q:
    """Staff: the roll of their own setting. Where a child went afterwards is not theirs to see."""
    if viewer.role.reach in (Reach.FAMILY, Reach.SELF):
        return about_children_of(viewer)
    return about_children_of(viewer) & Q(holder_id=viewer.organisation)


@scope("children.Identifier")
def identifier_scope(viewer: Viewer) -> Q:
    """Staff: numbers of children on the roll today; of those who have left, only what the setting itself wrote."""
    if viewer.role.reach in (Reach.FAMILY, Reach.SELF):
        return about_children_of(viewer)
    return about_children_of(viewer) & (on_roll_today(viewer, "child_id") | Q(holder_id=viewer.organisation))


@scope("children.ClassGroup")
def class_scope(viewer: Viewer) -> Q:
    """Classes the viewer works with; for the whole setting's staff, every class of it."""
    match viewer.role.reach:
        case Reach.SETTING:
            return Q(holder_id=viewer.organisation)
        case Reach.CLASSES | Reach.COVER:
            mine = ClassStaff.objects.filter(in_force(viewer.today), account_id=viewer.person)
            return Q(pk__in=mine.values("class_group_id"))
        case _:
            return Q(pk__in=[])


__all__ = ["Child", "about_children_of", "children_of", "in_force", "on_roll_today", "scope_rows_about_children"]
