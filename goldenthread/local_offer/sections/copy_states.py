"""Who moves a request for a copy from where to where, and whose turn each state is.

A request comes into "received" from anybody, without an account (copies.py).
"""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Made, Move, Table

from .models import CopyRequestEntry
from .permissions import COPY_REQUEST_HANDLE

REGULATION = "SEND Regulations 2014 (SI 2014/1530) reg 57"


def write_copy_entry(made: Made) -> None:
    """Keep the move of a request, which is about no child that anybody knows."""
    request = made.thing
    CopyRequestEntry.objects.create(
        authority_id=request.authority_id, holder_id=request.holder_id, copy_request=request, move=made.move.name,
        from_state=made.before, to_state=made.move.to, reason=made.reason, on=made.by.today, at=timezone.now(),
        by_id=made.by.person,
    )  # fmt: skip


COPY_REQUEST = Table(
    "local offer copy",
    states={
        "received": (_("Asked for"), _("a Local Offer officer")),
        "making": (_("Being made"), _("a Local Offer officer")),
        "sent": (_("Sent"), _("nobody")),
        "not_sent": (_("Could not be sent"), _("nobody")),
    },
    moves=(
        Move("make", ("received",), "making", COPY_REQUEST_HANDLE, "copy_request.begun"),
        Move("send", ("received", "making"), "sent", COPY_REQUEST_HANDLE, "copy_request.sent", "", REGULATION),
        Move("give_up", ("received", "making"), "not_sent", COPY_REQUEST_HANDLE, "copy_request.given_up"),
    ),
    write_entry=write_copy_entry,
)
ENDED = ("sent", "not_sent")
