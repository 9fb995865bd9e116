"""What officers do with a comment. Each action: allow, lock, move, write, audit; then the public copy and its counts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.process.moves import locked_for_move, write_move

from ..models import Comment, CommentResponse, ConfirmedWords
from ..permissions import COMMENT_HANDLE
from .closing import strike_out
from .names import Found
from .publishing import recount, show, show_response
from .states import COMMENT
from .unconfirmed import unconfirmed


@transaction.atomic
def triage_comment(*, by: Viewer, comment: UUID, about: str, theme: str) -> Comment:
    """Say what a comment is about and which section it belongs to."""
    found = _locked(by, "triage", comment)
    found.about, found.theme = about, theme
    _write(by, "triage", found)
    recount(found.authority_id)
    return found


@transaction.atomic
def redact_comment(*, by: Viewer, comment: UUID, text: str) -> Comment:
    """Write the text that may be published. The words as they came stay sealed and unchanged.

    Words confirmed before stay confirmed as far as they still stand in the text.
    """
    found = _locked(by, "redact", comment)
    found.published_text, found.redacted_by_id = text, by.person
    found.signed_by, found.signed_on = None, None
    _write(by, "redact", found)
    for one in found.confirmed.all():
        if one.words not in text:
            one.delete()
    return found


@transaction.atomic
def confirm_words(*, by: Viewer, comment: UUID, reasons: Mapping[Found, str]) -> Comment:
    """Record for each find why it tells nobody who it is. Finds that no longer stand in the text are passed over."""
    waiting = Comment.objects.select_for_update(of=("self",)).filter(state="redacted")
    found = reach_one(by, waiting, COMMENT_HANDLE, comment)
    open_finds = set(unconfirmed(found))
    new = [
        ConfirmedWords(
            authority_id=found.authority_id, holder_id=found.holder_id, comment=found, kind=one.kind, words=one.words,
            reason=reason, by_id=by.person, at=timezone.now(),
        )
        for one, reason in reasons.items() if one in open_finds
    ]  # fmt: skip
    ConfirmedWords.objects.bulk_create(new)
    record(by, "comment.words_confirmed", found, number=len(new))
    return found


@transaction.atomic
def publish_comment(*, by: Viewer, comment: UUID) -> Comment:
    """Sign off what somebody else redacted, and show it to everybody.

    Refused to the person who redacted it (bar A7), and while something that looks like a name is not confirmed.
    """
    found = _locked(by, "publish", comment)
    if found.redacted_by_id == by.person:
        raise Refused(
            _("You redacted this comment, so a second person has to sign it off. Ask a colleague to open it.")
        )
    if unconfirmed(found):
        raise Refused(
            _("Something in the text may tell who somebody is. Take it out, or say for each why it tells nobody.")
        )
    found.signed_by_id, found.signed_on = by.person, by.today
    _write(by, "publish", found)
    _make_public(found)
    return found


@transaction.atomic
def send_back(*, by: Viewer, comment: UUID, reason: str) -> Comment:
    """Ask for another redaction. What was written stays, to be changed."""
    return _write(by, "send_back", _locked(by, "send_back", comment), reason=reason)


@transaction.atomic
def withhold_comment(*, by: Viewer, comment: UUID, withheld_reason: str, reason: str) -> Comment:
    """Do not publish, for one of the two reasons that regulation 56(4) allows. It is counted in public all the same."""
    found = _locked(by, "withhold", comment)
    found.withheld_reason = withheld_reason
    _write(by, "withhold", found, reason=reason, ground=withheld_reason)
    recount(found.authority_id)
    return found


@transaction.atomic
def back_to_redaction(*, by: Viewer, comment: UUID, move: str, reason: str) -> Comment:
    """Take a comment down, or look again at one that was withheld. move: "take_down" or "look_again".

    What a closed round published of it is struck out there, too.
    """
    found = _locked(by, move, comment)
    if found.round_id is not None and move == "take_down":
        strike_out(found, found.round_id)
    found.signed_by, found.signed_on, found.response, found.withheld_reason = None, None, None, ""
    found.round = None
    _write(by, move, found, reason=reason)
    _make_public(found)
    return found


@transaction.atomic
def answer_comment(*, by: Viewer, comment: UUID, response: UUID) -> Comment:
    """Say that this response answers this comment; from then on both are shown together."""
    found = _locked(by, "answer", comment)
    found.response = reach_one(by, CommentResponse.objects.all(), COMMENT_HANDLE, response)
    _write(by, "answer", found, response=str(response))
    _make_public(found)
    return found


@transaction.atomic
def write_response(*, by: Viewer, facts: Mapping[str, object], response: UUID | None = None) -> CommentResponse:
    """Write or change a response. facts: text, action, owner, due_on, status, why_not, done_on.

    The public copy follows at once where the response already answers a published comment.
    """
    if response is None:
        assert by.organisation is not None, "COMMENT_HANDLE is held by roles of a body only"
        found = CommentResponse(authority_id=by.authority, holder_id=by.organisation)
    else:
        found = reach_one(by, CommentResponse.objects.select_for_update(), COMMENT_HANDLE, response)
    for name in ("text", "action", "owner", "due_on", "status", "why_not", "done_on"):
        setattr(found, name, facts[name])
    found.written_by_id, found.changed_at = by.person, timezone.now()
    found.save()
    record(by, "comment_response.written", found, status=found.status)
    if found.comments.filter(state="answered").exists():
        show_response(found)
    return found


def _locked(by: Viewer, move: str, comment: UUID) -> Comment:
    return locked_for_move(COMMENT, move, Comment.objects.all(), comment, by=by)


def _write(by: Viewer, move: str, comment: Comment, *, reason: str = "", **detail: str) -> Comment:
    return write_move(COMMENT, move, comment, by=by, reason=reason, **detail)


def _make_public(comment: Comment) -> None:
    show(comment)
    recount(comment.authority_id)
