"""Comments on the Local Offer to test with. Everybody and everything is invented."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from goldenthread.access.viewer import Viewer
from goldenthread.local_offer.comments import actions
from goldenthread.local_offer.comments.names import possible_names
from goldenthread.local_offer.comments.receiving import Said, receive_comment
from goldenthread.local_offer.models import Comment, CommentResponse, Offer
from goldenthread.organisations.models import Organisation

from .local_offer import make_offer
from .world import TODAY, World, give_role, make_account, seen_by, viewer_of

_number = count(1)
SECRET = "Quentin Bramblewick cannot get swimming at Hollow Oak"
CONTACT = "bramblewick@example.org"
SAFE = "We cannot get swimming at our school."


def offer_of(area: Organisation) -> Offer:
    return Offer.objects.filter(authority=area).first() or make_offer(area)


def make_comment(area: Organisation, words: str = SECRET, today: date = TODAY, **more: Any) -> Comment:
    said = Said(**({"about": "missing", "speaker": "parent", "words": words, "contact": CONTACT} | more))
    return receive_comment(offer=offer_of(area), said=said, sent_key=f"key{next(_number)}", today=today)


def officers(world: World) -> tuple[Viewer, Viewer]:
    """Two officers of the authority."""
    second = make_account("Second Officer")
    give_role(second, "authority_officer", world.area)
    return viewer_of(world.staff("authority_officer")), viewer_of(second)


def redacted(by: Viewer, comment: Comment, text: str = SAFE, theme: str = "leisure") -> None:
    with seen_by(by):
        actions.triage_comment(by=by, comment=comment.pk, about="missing", theme=theme)
        actions.redact_comment(by=by, comment=comment.pk, text=text)


def confirmed(by: Viewer, comment: Comment, text: str, reason: str = "A place, not a person") -> None:
    with seen_by(by):
        actions.confirm_words(by=by, comment=comment.pk, reasons=dict.fromkeys(possible_names(text), reason))


def published(by: Viewer, second: Viewer, comment: Comment, text: str = SAFE, theme: str = "leisure") -> None:
    redacted(by, comment, text, theme)
    with seen_by(second):
        actions.publish_comment(by=second, comment=comment.pk)


def facts(**more: Any) -> dict[str, Any]:
    return {
        "text": "You are right: there was nothing.", "action": "Open a swimming club on Saturdays.",
        "owner": "Short breaks team", "due_on": date(2027, 3, 1), "status": "planned", "why_not": "", "done_on": None,
    } | more  # fmt: skip


def answered(by: Viewer, *comments: Comment, **more: Any) -> CommentResponse:
    with seen_by(by):
        response = actions.write_response(by=by, facts=facts(**more))
        for comment in comments:
            actions.answer_comment(by=by, comment=comment.pk, response=response.pk)
    return response
