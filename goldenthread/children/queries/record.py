"""One child: who they are, where they are enrolled, and what the setting's own staff need at the top of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from ..models import Child, Enrolment, Identifier
from ..permissions import CHILD_VIEW, PUPIL_VIEW
from .classes import class_names


def child_of(viewer: Viewer, child: UUID, right: Right = CHILD_VIEW) -> Child:
    """The child, if the viewer reaches them under this right. Raises NotFound outside it."""
    return reach_one(viewer, Child.objects.all(), right, child)


@dataclass(frozen=True)
class Place:
    """Where a child stands in the viewer's setting: the newest enrolment there, and the class of today."""

    year_group: str
    class_name: str
    joined_on: date
    left_on: date | None

    def has_left(self, today: date) -> bool:
        return self.left_on is not None and self.left_on < today


def place_of(viewer: Viewer, child: UUID) -> Place | None:
    """The child's place in the viewer's setting; None for a viewer who belongs to none."""
    newest = Enrolment.objects.filter(child_id=child, holder_id=viewer.organisation).order_by("-from_on", "-id").first()
    if newest is None:
        return None
    class_name = class_names(viewer, [child], viewer.today).get(child, "")
    return Place(newest.year_group, class_name, newest.from_on, newest.to_on)


def age_on(born_on: date, day: date) -> int:
    """Whole years. Born on 29 February, one is a year older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def identifiers_of(viewer: Viewer, child: UUID) -> list[Identifier]:
    """The numbers that identify a child, those in force first, then the newest."""
    numbers = reachable(viewer, Identifier.objects.all(), PUPIL_VIEW).filter(child_id=child)
    return sorted(numbers, key=lambda number: (number.to_on is not None, number.scheme, -number.from_on.toordinal()))
