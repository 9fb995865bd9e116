"""Whose contacts and authorities. A parent reaches their own row and no other grown-up's (bar B3)."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import about_children_of


@scope("people.Parent")
def parent_scope(viewer: Viewer) -> Q:
    """Staff: parents their setting knows. Parents: themselves. Never one parent the other."""
    if viewer.role.reach == Reach.SETTING:
        return Q(holder_id=viewer.organisation)
    return Q(account_id=viewer.person)


@scope("people.AuthorityToAct")
def authority_scope(viewer: Viewer) -> Q:
    if viewer.role.reach == Reach.SETTING:
        return about_children_of(viewer) & Q(holder_id=viewer.organisation)
    return Q(parent__account_id=viewer.person, child_id__in=viewer.children)


@scope("people.Invitation")
def invitation_scope(viewer: Viewer) -> Q:
    if viewer.role.reach != Reach.SETTING:
        return Q(pk__in=[])
    return about_children_of(viewer) & Q(holder_id=viewer.organisation)


@scope("people.ParentAccessDecision")
def parent_access_scope(viewer: Viewer) -> Q:
    """The setting that wrote it and the young person; a parent only what was decided about themselves."""
    if viewer.role.reach == Reach.FAMILY:
        return Q(parent__account_id=viewer.person)
    return about_children_of(viewer)


@scope("people.Assignment")
def assignment_scope(viewer: Viewer) -> Q:
    """Everyone in the area for the platform administrator; one's own setting for its head and data manager."""
    if viewer.has("assignments.manage"):
        return Q(authority_id=viewer.authority)
    return Q(holder_id=viewer.organisation)
