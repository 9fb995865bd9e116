"""What officers do with a request for a copy."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.viewer import Viewer
from goldenthread.process.moves import locked_for_move, write_move

from ..copies import KEPT_FOR
from ..copy_states import COPY_REQUEST, ENDED
from ..models import CopyRequest


@transaction.atomic
def move_request(*, by: Viewer, copy_request: UUID, move: str, reason: str = "") -> CopyRequest:
    """Move a request on. move: make, send or give_up. Raises NotFound outside the reach, Refused when it has ended.

    Once who asked was wiped, it can only be given up.
    """
    found = locked_for_move(COPY_REQUEST, move, CopyRequest.objects.all(), copy_request, by=by)
    if found.wiped_on is not None and move != "give_up":
        raise Refused(_("Nobody knows any more where this was to go. Note that it could not be sent."))
    if COPY_REQUEST[move].to in ENDED:
        found.ended_on, found.wipe_on = by.today, by.today + KEPT_FOR
    return write_move(COPY_REQUEST, move, found, by=by, reason=reason, form=found.form)
