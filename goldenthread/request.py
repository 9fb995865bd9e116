"""The request as our views know it: with the viewer, and what they were shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest

if TYPE_CHECKING:
    from goldenthread.access.viewer import Viewer
    from goldenthread.audit.log import Seen


class Request(HttpRequest):
    """viewer: who asks, in which role; present on every page whose rule names a right.
    views_seen: entries of the view log made while answering, written once at the end.
    worked_with: whom those who teach worked with when a request that writes began, on pages about children."""

    viewer: Viewer
    views_seen: list[Seen]
    reference: str
    worked_with: frozenset[UUID]
