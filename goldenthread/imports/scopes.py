"""Files are for the people of the setting that brought them in."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer


def _own_setting(viewer: Viewer) -> Q:
    return Q(holder_id=viewer.organisation)


for _model in ("Batch", "Problem", "Change"):
    scope(f"imports.{_model}")(_own_setting)
