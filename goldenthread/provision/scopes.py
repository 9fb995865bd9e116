"""Whose doses, groups, timetable and ledger.

Rows about a child follow the child. A timetabled session or a group is reached by the setting's own staff when one of
its children is theirs, or when they lead it; by a family when it is for their child.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import about_children_of, on_roll_today

from .models import Dose, PlannedSession


def led_by(viewer: Viewer) -> Q:
    """Doses in a group or a timetabled session that the viewer leads, of children on the roll today."""
    group = PlannedSession.objects.filter(group_id=OuterRef("group_id"), leader_id=viewer.person)
    alone = PlannedSession.objects.filter(dose_id=OuterRef("pk"), leader_id=viewer.person)
    mine = Q(group__leader_id=viewer.person) | Q(deliverer_id=viewer.person) | Exists(group) | Exists(alone)
    return mine & on_roll_today(viewer, "child_id")


def children_led(viewer: Viewer) -> Iterable[UUID]:
    """The children of those doses."""
    return Dose.objects.filter(led_by(viewer)).order_by().values_list("child_id", flat=True).distinct()


@scope("provision.Dose")
def dose_scope(viewer: Viewer) -> Q:
    """The doses of the viewer's children; for those who teach, also the ones they give themselves."""
    if viewer.role.reach in (Reach.CLASSES, Reach.COVER):
        return about_children_of(viewer) | led_by(viewer)
    return about_children_of(viewer)


def _of_a_dose(viewer: Viewer) -> Q:
    """Rows of the ledger, of any dose in the viewer's scope."""
    if viewer.role.reach in (Reach.CLASSES, Reach.COVER):
        return Q(dose__in=Dose.objects.filter(dose_scope(viewer)))
    return about_children_of(viewer)


scope("provision.Delivery")(_of_a_dose)
scope("provision.InPlaceCheck")(_of_a_dose)


@scope("provision.Group")
def group_scope(viewer: Viewer) -> Q:
    """The setting's groups for those who lead SEN there; otherwise groups with a child, or a lead, of the viewer's."""
    if viewer.role.reach == Reach.SETTING:
        return Q(holder_id=viewer.organisation)
    theirs = Dose.objects.filter(dose_scope(viewer), group_id=OuterRef("pk"))
    return Q(Exists(theirs)) | Q(leader_id=viewer.person)


@scope("provision.PlannedSession")
def session_scope(viewer: Viewer) -> Q:
    if viewer.role.reach == Reach.SETTING:
        return Q(holder_id=viewer.organisation)
    theirs = Dose.objects.filter(dose_scope(viewer)).filter(
        Q(pk=OuterRef("dose_id")) | Q(group_id=OuterRef("group_id"))
    )
    return Q(Exists(theirs)) | Q(leader_id=viewer.person)
