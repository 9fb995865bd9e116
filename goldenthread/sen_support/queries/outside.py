"""Help that a child is promised outside the plan that is open: in a group, or because its target was dropped."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.provision.models import Dose

from ..models import Cycle, ParentsTold, TargetDose
from ..permissions import PLAN_VIEW


def _in_no_plan(viewer: Viewer, cycles: Collection[UUID]) -> QuerySet[Dose]:
    """Promises that are not over and serve no target of these cycles, themselves or as what goes on from them."""
    named = TargetDose.objects.filter(target__cycle__in=cycles, target__dropped_on__isnull=True)
    gone_on = named.filter(dose__carried_from=OuterRef("pk"), dose__stopped_on__isnull=True)
    over = Q(until_on__lt=viewer.today) | Q(stopped_on__isnull=False)
    promised = Dose.objects.filter(~over, promised_on__isnull=False)
    left = promised.filter(~Exists(named.filter(dose=OuterRef("pk"))), ~Exists(gone_on))
    return reachable(viewer, left, PLAN_VIEW)


def help_outside(viewer: Viewer, cycle: Cycle) -> list[Dose]:
    """What the setting of this plan promises the child beside it, by first day. None once the cycle is closed."""
    if cycle.state == "closed":
        return []
    found = _in_no_plan(viewer, [cycle.pk]).filter(child_id=cycle.child_id, holder_id=cycle.holder_id)
    return list(found.select_related("group", "deliverer").order_by("from_on", "pk"))


def were_told() -> Q:
    """Of a cycle: whether its parents are noted as told that help is given.

    A plan that a review carries on is no new beginning: told of an earlier cycle in this setting is told. The Act asks
    that the parents are told that special educational provision is made (Children and Families Act 2014 s.68(2)).
    """
    told = ParentsTold.objects.filter(cycle=OuterRef("pk"))
    before = ParentsTold.objects.filter(child_id=OuterRef("child_id"), holder_id=OuterRef("holder_id"))
    return Q(Exists(told)) | (Q(previous__isnull=False) & Q(Exists(before)))


def open_plans(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, tuple[Cycle, bool]]:
    """Of each child the viewer's setting's open cycle, and whether its parents were told of the help. One query."""
    found = Cycle.objects.filter(child_id__in=children, holder_id=viewer.organisation).exclude(state="closed")
    return {
        row.child_id: (row, row.were_told)
        for row in reachable(viewer, found, PLAN_VIEW).annotate(were_told=were_told())
    }


def in_no_plan(viewer: Viewer, doses: Collection[Dose], cycles: Collection[UUID]) -> set[UUID]:
    """Keys of those of these doses that stand under no target of these cycles. One query."""
    return set(_in_no_plan(viewer, cycles).filter(pk__in=[dose.pk for dose in doses]).values_list("pk", flat=True))
