"""What was taken away is taken away between the check and the write, too (bar A6).

A request that writes asks once more, as the last thing before it commits, whether its person still is what they were
when it began, and still works with the children they did. Removing a role, an authority to act or a young person's
agreement takes the same lock (a trigger of migration 0004; for classes and places in them, of migration 0005 of
children; for sessions and groups, of 0003 of provision), so the two cannot pass each other: either the request was done
before, or it is undone. Decision record: docs/decisions/0044-asked-again-before-the-commit.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db import connection

from goldenthread.access.reach import Reach
from goldenthread.access.rules import Rule
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.scopes import children_of
from goldenthread.database.acting import act_as
from goldenthread.request import Request

from .hats import hats_of

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
Reached = Callable[[Viewer], Iterable[UUID]]
_REACHED: list[Reached] = []


def reached_by_work(children: Reached) -> None:
    """Add a way in which those who teach reach children besides their classes. Called from an app's `ready`.

    What it asks must be taken away under the lock of children_wait_for_changes_of_classes.
    """
    _REACHED.append(children)


def become(viewer: Viewer) -> None:
    """Tell PostgreSQL that this viewer asks, to the end of the transaction."""
    act_as(
        authority=viewer.authority,
        holders=viewer.holders,
        children=viewer.children,
        person=viewer.person,
    )


def access_has_ended(request: Request) -> bool:
    """Whether a request that writes lost, while it ran, the role or any child it began with."""
    viewer, hat = getattr(request, "viewer", None), getattr(request, "hat", None)
    if viewer is None or hat is None or request.method in SAFE_METHODS:
        return False
    act_as(authority=None, person=viewer.person)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_wait_for_changes_of_access(%s)", [viewer.person])
    now = next((one for one in hats_of(viewer.today) if one.key == hat.key), None)
    become(viewer)
    if now is None or not (now.children >= hat.children and now.may_act_for >= hat.may_act_for):
        return True
    before: frozenset[UUID] = getattr(request, "worked_with", frozenset())
    return bool(before) and _lost(viewer, before)


def worked_with(request: Request, rule: Rule) -> frozenset[UUID]:
    """When a request that writes begins: the children its person works with. For every other role, nobody.

    Nobody either on pages that are about no child, such as signing out.
    """
    viewer = getattr(request, "viewer", None)
    if viewer is None or rule.kind != "right" or request.method in SAFE_METHODS:
        return frozenset()
    return _children_now(viewer) if viewer.role.reach in (Reach.CLASSES, Reach.COVER) else frozenset()


def _lost(viewer: Viewer, before: frozenset[UUID]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT children_wait_for_changes_of_classes(%s)", [viewer.organisation])
    return not _children_now(viewer) >= before


def _children_now(viewer: Viewer) -> frozenset[UUID]:
    taught = Child.objects.filter(children_of(viewer)).order_by().values_list("pk", flat=True)
    return frozenset(taught).union(*(children(viewer) for children in _REACHED))
