"""A report is the school's own until it is published: nobody at another school, or at the authority, reaches it."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer

from .permissions import REPORT_WRITE


@scope("school_information.InformationReport")
def own_body(viewer: Viewer) -> Q:
    """The school's own; while it is being written, only for those who write it."""
    own = Q(authority_id=viewer.authority, holder_id__in=viewer.holders)
    return own if viewer.has(REPORT_WRITE.name) else own & ~Q(state="draft")
