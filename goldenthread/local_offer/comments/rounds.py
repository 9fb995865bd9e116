"""The yearly round: which is open, what it holds, and the copy that stands when it is closed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ..models import About, Comment, CommentResponse, CommentRound, ResponseStatus, Speaker, WithheldReason
from .publishing import SHOWN
from .themes import theme_name


def present_round(authority: UUID, today: date) -> CommentRound:
    """The authority's open round; the first is opened on the day somebody first asks. Call inside the wall."""
    found, _made = CommentRound.objects.get_or_create(
        authority_id=authority,
        closed_on=None,
        defaults={"holder_id": authority, "number": 1, "opened_on": today},
    )
    return found


def open_round(authority: UUID) -> CommentRound | None:
    """The authority's open round, for pages that only look; None before the first comment has come."""
    return CommentRound.objects.filter(authority_id=authority, closed_on=None).first()


def decided(authority: UUID) -> list[Comment]:
    """What the open round would publish: comments decided since the last round closed, by theme and in order of coming."""
    rows = Comment.objects.filter(authority_id=authority, round=None, state__in=(*SHOWN, "withheld"))
    return list(rows.select_related("response").order_by("theme", "received_at", "pk"))


def contents_of(round_: CommentRound, comments: list[Comment], closed_on: date, area: str) -> dict[str, Any]:
    """What the copy says: published words only, with responses and counts. Keys and dates as JSON keeps them."""
    # The day on which a round opens is the day on which the last one closed, and was counted there.
    since = "received_on__gte" if round_.number == 1 else "received_on__gt"
    of_area = Comment.objects.filter(authority_id=round_.authority_id, received_on__lte=closed_on)
    received = of_area.filter(**{since: round_.opened_on}).count()
    withheld = [comment for comment in comments if comment.state == "withheld"]
    responses: dict[UUID, dict[str, Any]] = {}
    for comment in comments:
        if comment.state == "answered" and comment.response is not None:
            entry = responses.setdefault(comment.response.pk, _response(comment.response))
            entry["comments"].append(_comment(comment))
    return {
        "area": area,
        "number": round_.number,
        "opened_on": round_.opened_on.isoformat(),
        "closed_on": closed_on.isoformat(),
        "received": received,
        "published": len(comments) - len(withheld),
        "withheld": {
            reason: sum(one.withheld_reason == reason for one in withheld) for reason in WithheldReason.values
        },
        "done": sum(entry["status"] == ResponseStatus.DONE for entry in responses.values()),
        "responses": list(responses.values()),
    }


def _response(response: CommentResponse) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(response, name)) else "" for name in ("due_on", "done_on")}
    names = ("text", "action", "owner", "status", "why_not")
    return {name: getattr(response, name) for name in names} | days | {"comments": []}


def _comment(comment: Comment) -> dict[str, str]:
    return {
        "id": str(comment.pk),
        "text": comment.published_text,
        "theme": str(theme_name(comment.theme)),
        "speaker": str(Speaker(comment.speaker).label),
        "about": str(About(comment.about).label),
    }
