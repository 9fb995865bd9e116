"""What officers do with a request for a copy."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from goldenthread.access.viewer import Viewer
from goldenthread.process.moves import locked_for_move, write_move

from ..copy_states import COPY_REQUEST, ENDED
from ..models import CopyRequest


@transaction.atomic
def move_request(*, by: Viewer, copy_request: UUID, move: str, reason: str = "") -> CopyRequest:
    """Move a request on. move: make, send or give_up. Raises NotFound outside the reach, Refused when it has ended."""
    found = locked_for_move(COPY_REQUEST, move, CopyRequest.objects.all(), copy_request, by=by)
    if COPY_REQUEST[move].to in ENDED:
        found.ended_on = by.today
    return write_move(COPY_REQUEST, move, found, by=by, reason=reason, form=found.form)
