"""Worries: one, those about a child, those waiting for the school."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from ..models import Concern
from ..permissions import CONCERN_RAISE, CONCERN_VIEW

WITH_PEOPLE = ("child", "raised_by", "owner", "decided_by", "holder")


def _right(viewer: Viewer) -> Right:
    """Teachers may raise and follow their own; the scope holds them to those."""
    return CONCERN_VIEW if viewer.has(CONCERN_VIEW.name) else CONCERN_RAISE


def concern_for(viewer: Viewer, key: UUID) -> Concern:
    """One worry, with its people and what was tried. Raises NotFound."""
    found = Concern.objects.select_related(*WITH_PEOPLE).prefetch_related("strategies")
    return reach_one(viewer, found, _right(viewer), key)


def concerns_about(viewer: Viewer, child: UUID) -> list[Concern]:
    """Every worry about this child that the viewer may see, newest first."""
    found = Concern.objects.filter(child_id=child).select_related(*WITH_PEOPLE)
    return list(reachable(viewer, found, _right(viewer)))


def my_concerns(viewer: Viewer) -> QuerySet[Concern]:
    """What this person raised, newest first, decided or not."""
    found = Concern.objects.filter(raised_by_id=viewer.person).select_related(*WITH_PEOPLE)
    return reachable(viewer, found, CONCERN_RAISE)


def days_waiting(concern: Concern, viewer: Viewer) -> int:
    """Whole days since it was raised, while nobody has decided."""
    return (viewer.today - concern.raised_on).days
