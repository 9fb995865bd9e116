"""The child a page is about, where they go to school, and who there leads SEN."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, IntegerField, Value, When

from goldenthread.access.permissions import NotFound, Right
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, Enrolment, EnrolmentKind
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Assignment

_MAIN_FIRST = Case(
    When(kind__in=[EnrolmentKind.CURRENT, EnrolmentKind.MAIN], then=Value(0)),
    default=Value(1),
    output_field=IntegerField(),
)


def child_for(viewer: Viewer, key: UUID, right: Right) -> Child:
    """The child, if this viewer reaches them for this right. Raises NotFound."""
    return reach_one(viewer, Child.objects.all(), right, key)


def is_family(viewer: Viewer) -> bool:
    return viewer.role.reach in (Reach.FAMILY, Reach.SELF)


def is_own(viewer: Viewer) -> bool:
    """Whether the viewer is the young person whose record it is."""
    return viewer.role.reach == Reach.SELF


def setting_of(viewer: Viewer, child: UUID) -> Organisation:
    """The setting whose SEN Support this is: staff's own; for a family, where the child is on the roll today.

    Raises NotFound when a child is on no roll: then there is no setting to ask.
    """
    if viewer.organisation is not None:
        return Organisation.objects.get(pk=viewer.organisation)
    roll = (
        Enrolment.objects.filter(in_force(viewer.today), child_id=child)
        .order_by(_MAIN_FIRST, "-from_on", "-id")
        .select_related("holder")
        .first()
    )
    if roll is None:
        raise NotFound("no setting")
    return roll.holder


def senco_names(viewer: Viewer, setting: UUID) -> list[str]:
    """Who leads SEN at this setting today, by name."""
    serving = Assignment.objects.filter(in_force(viewer.today), holder_id=setting, role="senco")
    return list(serving.order_by("from_on", "account__name", "pk").values_list("account__name", flat=True))


def role_at(viewer: Viewer, setting: UUID, accounts: list[UUID]) -> dict[UUID, str]:
    """For people of a setting, the words for what they do there today: "SENCO", "Class teacher"."""
    from goldenthread.access.roles import ROLES

    rows = Assignment.objects.filter(in_force(viewer.today), holder_id=setting, account_id__in=accounts)
    return {row.account_id: row.job_title or str(ROLES[row.role].name) for row in rows if row.role in ROLES}
