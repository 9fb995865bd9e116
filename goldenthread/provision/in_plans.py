"""What the later room of plans says of help given in a group: each registers a function in its `ready`.

Groups come before plans in the order of imports, so they ask and plans answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child

from .models import Dose


@dataclass(frozen=True)
class PlanNote:
    """One thing still to do so that a child's help in a group is agreed with the family: what, and where to do it."""

    child: Child
    text: str
    href: str
    action: str


Asking = Callable[[Viewer, Sequence[Child], Sequence[Dose]], Iterable[PlanNote]]


class Following(Protocol):
    def __call__(self, *, by: Viewer, before: Dose, after: Dose) -> None: ...


_ASKING: list[Asking] = []
_FOLLOWING: list[Following] = []


def add_plan_notes(asking: Asking) -> None:
    """Register what is asked about children and the doses that they have, or are to have, in a group."""
    if asking not in _ASKING:
        _ASKING.append(asking)


def plan_notes(viewer: Viewer, children: Sequence[Child], doses: Sequence[Dose] = ()) -> list[PlanNote]:
    """What is still to be settled for these children, in their order. doses: none while the group is not started."""
    found = [note for asking in _ASKING for note in asking(viewer, children, doses)]
    place = {child.pk: number for number, child in enumerate(children)}
    return sorted(found, key=lambda note: place[note.child.pk])


def follows_doses(following: Following) -> None:
    """Register what happens when a promised dose stops and goes on as another one: its plan then names the other."""
    if following not in _FOLLOWING:
        _FOLLOWING.append(following)


def goes_on_as(*, by: Viewer, before: Dose, after: Dose) -> None:
    """Tell every plan that help promised before goes on as another promise. Inside the transaction of the change."""
    for following in _FOLLOWING:
        following(by=by, before=before, after=after)
