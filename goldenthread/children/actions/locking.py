"""One writer at a time for what is known about a child, and in whose name it is written."""

from __future__ import annotations

from uuid import UUID

from goldenthread.access.permissions import NotFound, Right
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer

from ..models import Child


def locked_child(by: Viewer, child: UUID, right: Right) -> Child:
    """The child, if the viewer reaches them under this right, locked to the end of the transaction; else NotFound."""
    return reach_one(by, Child.objects.select_for_update(of=("self",)), right, child)


def body_of(by: Viewer) -> UUID:
    """The body in whose name the viewer writes; families and the authority's own staff write nothing here."""
    if by.organisation is None:
        raise NotFound("nobody's own")
    return by.organisation
