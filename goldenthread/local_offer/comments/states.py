"""Who moves a comment from where to where, on what ground, and whose turn each state is.

A comment comes into "received" from anybody, without an account (receiving.py). Decision record:
docs/decisions/0143-comments-in-public.md.
"""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.process.moves import Made, Move, Table

from ..models import CommentEntry
from ..permissions import COMMENT_HANDLE, COMMENT_SIGN_OFF

REGULATION = "SEND Regulations 2014 (SI 2014/1530) reg 56"


def write_comment_entry(made: Made) -> None:
    """Keep the move of a comment, which is about no child that anybody knows."""
    comment = made.thing
    CommentEntry.objects.create(
        authority_id=comment.authority_id, holder_id=comment.holder_id, comment=comment, move=made.move.name,
        from_state=made.before, to_state=made.move.to, reason=made.reason, on=made.by.today, at=timezone.now(),
        by_id=made.by.person,
    )  # fmt: skip


COMMENT = Table(
    "local offer comment",
    states={
        "received": (_("Received"), _("a Local Offer officer")),
        "triaged": (_("Waiting for redaction"), _("a Local Offer officer")),
        "redacted": (_("Waiting for sign-off"), _("a second officer")),
        "published": (_("Published, waiting for the answer"), _("a Local Offer officer")),
        "withheld": (_("Withheld"), _("nobody")),
        "answered": (_("Published and answered"), _("nobody")),
    },
    moves=(
        Move("triage", ("received", "triaged"), "triaged", COMMENT_HANDLE, "comment.triaged"),
        Move("redact", ("triaged", "redacted"), "redacted", COMMENT_HANDLE, "comment.redacted", "", f"{REGULATION}(3)"),
        Move("send_back", ("redacted",), "triaged", COMMENT_SIGN_OFF, "comment.sent_back"),
        Move("publish", ("redacted",), "published", COMMENT_SIGN_OFF, "comment.published", "", f"{REGULATION}(2)"),
        Move(
            "withhold",
            ("received", "triaged", "redacted"),
            "withheld",
            COMMENT_HANDLE,
            "comment.withheld",
            "",
            f"{REGULATION}(4)",
        ),
        Move(
            "answer", ("published", "answered"), "answered", COMMENT_HANDLE, "comment.answered", "", f"{REGULATION}(2)"
        ),
        Move(
            "take_down",
            ("published", "answered"),
            "triaged",
            COMMENT_HANDLE,
            "comment.taken_down",
            "",
            f"{REGULATION}(3)",
        ),
        Move("look_again", ("withheld",), "triaged", COMMENT_HANDLE, "comment.looked_at_again"),
    ),
    write_entry=write_comment_entry,
)
