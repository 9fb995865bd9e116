"""Make one move of a comment: allow, lock, check, write the state, its entry and the audit line.

As process.moves.apply_move does for things about a child; a comment is about no child that anybody knows.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Comment, CommentEntry
from .states import COMMENT


def locked(by: Viewer, name: str, comment: Any) -> Comment:
    """The comment, locked, if this viewer may make the move from where it stands.

    Raises NotFound outside the reach, Refused when it has moved on. Must run inside the action's transaction.
    """
    move = COMMENT[name]
    found = reach_one(by, Comment.objects.select_for_update(of=("self",)), move.right, comment)
    if found.state not in move.from_:
        label = COMMENT.states[found.state][0]
        raise Refused(_("Somebody has already moved this on. It now stands at “%s”. Open it again.") % label)
    return found


def write_move(by: Viewer, name: str, comment: Comment, *, reason: str = "", **detail: Any) -> Comment:
    """Save the comment in the move's state, with its entry. comment: locked, its other fields already changed."""
    move, before = COMMENT[name], comment.state
    comment.state = move.to
    comment.save()
    CommentEntry.objects.create(
        authority_id=comment.authority_id, holder_id=comment.holder_id, comment=comment, move=name, from_state=before,
        to_state=move.to, reason=reason, on=by.today, at=timezone.now(), by_id=by.person,
    )  # fmt: skip
    record(by, move.audit, comment, move=name, before=before, after=move.to, **detail)
    return comment
