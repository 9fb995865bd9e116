"""Reads: what was brought in, and what it would do."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from .models import Intake, IntakeRow
from .permissions import OFFER_IMPORT

SHOWN = 100  # rows of each kind on a page


def recent_intakes(viewer: Viewer) -> QuerySet[Intake]:
    return reachable(viewer, Intake.objects.select_related("read_by"), OFFER_IMPORT)[:10]


def intake(viewer: Viewer, key: UUID) -> Intake:
    return reach_one(viewer, Intake.objects.select_related("read_by"), OFFER_IMPORT, key)


def rows_of(viewer: Viewer, found: Intake, what: str) -> QuerySet[IntakeRow]:
    rows = IntakeRow.objects.filter(intake=found, what=what).select_related("service").defer("contents")
    return reachable(viewer, rows, OFFER_IMPORT)[:SHOWN]
