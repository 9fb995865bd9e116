"""An officer's pages: comments that wait, one comment with its moves, and the yearly round."""

from __future__ import annotations

from datetime import date as Day
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.states import tag
from goldenthread.design_system.components.words import date
from goldenthread.request import Request
from sendlaw import Outcome

from ... import timeline
from ...models import Comment, CommentRound
from ...permissions import COMMENT_HANDLE, COMMENT_SIGN_OFF
from .. import actions, queries
from ..closing import close_round
from ..names import KINDS
from ..rounds import decided, open_round
from ..states import COMMENT
from ..themes import theme_name
from ..unconfirmed import unconfirmed

_SHOWN = 200
_COLOURS = {
    "received": "purple",
    "triaged": "",
    "redacted": "",
    "published": "green",
    "answered": "green",
    "withheld": "grey",
}


@needs(COMMENT_HANDLE)
@require_safe
def offer_comments(request: Request) -> HttpResponse:
    """Comments that wait, the longest waiting first; ?state= shows another state or all. When the next publication is due."""
    viewer = request.viewer
    state = request.GET.get("state", "")
    state = state if state == "all" or state in COMMENT.states else ""
    counts = queries.counts_by_state(viewer)
    found = list(queries.comments_in(viewer, state)[:_SHOWN])
    context = {
        "states": [
            (label, f"?state={name}", counts.get(name, 0), name == state, turn if name in queries.OPEN else "")
            for name, (label, turn) in COMMENT.states.items()
        ],
        "all": sum(counts.values()), "open": sum(counts.get(name, 0) for name in queries.OPEN), "state": state, "most": _SHOWN, "table": _table(found) if found else None,
        "due": _due(open_round(viewer.authority), viewer.today),
    }  # fmt: skip
    return render(request, "local_offer/comments/list.html", context)


def _due(present: CommentRound | None, today: Day) -> Outcome | None:
    """When the round is to be published; None before the first comment has come."""
    return timeline.comments_publish_by(present.opened_on, today) if present else None


def _table(comments: list[Comment]) -> Table:
    columns = [
        Column(_("Comment")),
        Column(_("Came")),
        Column(_("Who spoke")),
        Column(_("Theme")),
        Column(_("Stands at")),
    ]
    rows = [
        [
            Cell(comment.reference, reverse("handle_comment", args=[comment.pk]), note=comment.get_about_display()),
            date(comment.received_on),
            comment.get_speaker_display(),
            str(theme_name(comment.theme)),
            stands_at(comment),
        ]
        for comment in comments
    ]
    return Table(_("Comments, those that came first at the top"), columns, rows)


def stands_at(comment: Comment) -> Any:
    return tag(str(COMMENT.states[comment.state][0]), _COLOURS[comment.state])


@needs(COMMENT_HANDLE)
@require_safe
def handle_comment(request: Request, comment: UUID) -> HttpResponse:
    """The words as they came beside the text to be published, what still stops it, and the moves open to this officer."""
    viewer = request.viewer
    found = queries.comment_for(viewer, comment)
    moves = {move.name for move in COMMENT.open_to(viewer, found.state)}
    finds = unconfirmed(found) if found.state == "redacted" else []
    own = found.redacted_by_id == viewer.person
    context = {
        "comment": found,
        "stands_at": stands_at(found),
        "turn": COMMENT.states[found.state][1],
        "theme": theme_name(found.theme),
        "moves": moves,
        "finds": [(find.words, KINDS[find.kind]) for find in finds],
        "confirmed": list(found.confirmed.select_related("by")),
        "own": own,
        "may_publish": "publish" in moves and not finds and not own,
        "entries": [(entry, COMMENT.states[entry.to_state][0]) for entry in found.entries.select_related("by")],
    }
    return render(request, "local_offer/comments/one.html", context)


@needs(COMMENT_SIGN_OFF)
@require_POST
def publish_comment(request: Request, comment: UUID) -> HttpResponse:
    actions.publish_comment(by=request.viewer, comment=comment)
    messages.success(request, _("You signed it off. Everybody can read it now."))
    return redirect("handle_comment", comment=comment)


@needs(COMMENT_HANDLE)
@require_safe
def present_comment_round(request: Request) -> HttpResponse:
    """When the round is due and what it would publish, with what still stands in the way."""
    viewer = request.viewer
    present = open_round(viewer.authority)
    comments = decided(viewer.authority)
    numbers = {state: sum(one.state == state for one in comments) for state in ("published", "answered", "withheld")}
    context = {
        "round": present,
        "due": _due(present, viewer.today),
        "numbers": numbers,
        "waiting": sum(queries.counts_by_state(viewer).get(state, 0) for state in ("received", "triaged", "redacted")),
        "may_close": bool(comments) and not numbers["published"] and viewer.has(COMMENT_SIGN_OFF.name),
    }
    return render(request, "local_offer/comments/present_round.html", context)


@needs(COMMENT_SIGN_OFF)
@require_POST
def close_comment_round(request: Request) -> HttpResponse:
    copy = close_round(by=request.viewer)
    messages.success(request, _("The round is published, and the next has begun."))
    return redirect("comment_round", copy=copy.pk)
