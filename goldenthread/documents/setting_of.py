"""Whose record a new row about a child belongs to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from goldenthread.access.permissions import Refused
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Enrolment, EnrolmentKind
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Organisation

_MAIN_FIRST = Case(
    When(kind__in=[EnrolmentKind.CURRENT, EnrolmentKind.MAIN], then=Value(0)),
    default=Value(1),
    output_field=IntegerField(),
)


def setting_of(viewer: Viewer, child: UUID) -> Organisation | None:
    """Staff: their own setting. Family: where the child is on the roll today, the main one first; None when nowhere."""
    if viewer.organisation is not None:
        return Organisation.objects.get(pk=viewer.organisation)
    rolls = Enrolment.objects.filter(in_force(viewer.today), child_id=child).select_related("holder")
    roll = rolls.order_by(_MAIN_FIRST, "-from_on", "id").first()
    return roll.holder if roll else None


def kept_about(by: Viewer, child: UUID, refusal: str) -> dict[str, Any]:
    """The area, holder and child of a new row. Raises Refused with this sentence when the child is at no setting."""
    setting = setting_of(by, child)
    if setting is None:
        raise Refused(refusal)
    return {"authority_id": by.authority, "holder_id": setting.pk, "child_id": child}
