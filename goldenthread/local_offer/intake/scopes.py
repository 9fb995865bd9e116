"""What was brought in is the authority's own: its officers reach it, and nobody else in the area."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer


@scope("local_offer_intake.Intake")
@scope("local_offer_intake.IntakeRow")
def own_body(viewer: Viewer) -> Q:
    return Q(authority_id=viewer.authority, holder_id__in=viewer.holders)
