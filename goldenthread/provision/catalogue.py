"""The catalogue of interventions and strategies: a setting's own entries and those of its authority."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.access.viewer import Viewer

from .models import Intervention, Period


def interventions_of(viewer: Viewer) -> QuerySet[Intervention]:
    """What the viewer's setting can choose from, by name. It is about no child, so it needs no scope of one."""
    keepers = Q(organisation_id=viewer.authority) | Q(organisation_id=viewer.organisation)
    return Intervention.objects.filter(keepers).order_by("name", "pk")


def usual(intervention: Intervention) -> dict[str, Any]:
    """The particulars that an entry of the catalogue usually has, for a form to start from."""
    return {
        "what": intervention.name,
        "minutes": intervention.usual_minutes,
        "times": intervention.usual_times,
        "per": Period.WEEK.value if intervention.usual_times else "",
        "group_size": intervention.usual_group_size,
    }


def cost_in_pence(intervention: Intervention | None, minutes: int, group_size: int | None) -> int | None:
    """What these minutes cost for one child, in pence, rounded up; None where the catalogue gives no cost.

    The cost of an hour is for the whole group, so a child's share is divided by the promised group size.
    """
    if intervention is None or intervention.cost_per_hour is None:
        return None
    return -(-intervention.cost_per_hour * minutes // (60 * max(group_size or 1, 1)))
