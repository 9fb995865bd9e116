"""What officers read of comments, and what everybody reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from django.db.models import Count, QuerySet, Sum
from django.utils.functional import Promise

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from ..models import Comment, CommentResponse, PublishedComment, PublishedCount, PublishedResponse
from ..permissions import COMMENT_HANDLE
from .themes import theme_name, themes

# For officers -----------------------------------------------------------------------------------------------------


OPEN = ("received", "triaged", "redacted", "published")  # somebody's turn; "published" waits for its answer


def comments_in(viewer: Viewer, state: str) -> QuerySet[Comment]:
    """Comments that stand at one state, those that wait for somebody with "", all with "all"; the oldest at the top."""
    found = reachable(viewer, Comment.objects.all(), COMMENT_HANDLE)
    return found if state == "all" else found.filter(state__in=[state] if state else OPEN)


def counts_by_state(viewer: Viewer) -> dict[str, int]:
    found = reachable(viewer, Comment.objects.order_by(), COMMENT_HANDLE)
    return dict(found.values_list("state").annotate(number=Count("pk")))


def comment_for(viewer: Viewer, key: UUID) -> Comment:
    return reach_one(
        viewer, Comment.objects.select_related("redacted_by", "signed_by", "response"), COMMENT_HANDLE, key
    )


def responses_for(viewer: Viewer) -> QuerySet[CommentResponse]:
    """Responses, last changed first, each with the number of comments it answers."""
    return reachable(viewer, CommentResponse.objects.all(), COMMENT_HANDLE).annotate(answers=Count("comments"))


def response_for(viewer: Viewer, key: UUID) -> CommentResponse:
    return reach_one(viewer, CommentResponse.objects.all(), COMMENT_HANDLE, key)


# For everybody ----------------------------------------------------------------------------------------------------


@dataclass
class Heard:
    """Comments that one response answers, in one theme. response: None while the answer is being written."""

    response: PublishedResponse | None
    comments: list[PublishedComment] = field(default_factory=list)


@dataclass(frozen=True)
class Theme:
    code: str
    name: str | Promise
    heard: list[Heard]


def published(authority: UUID, year: int | None, theme: str | None) -> QuerySet[PublishedComment]:
    """theme: a code, "" for the whole offer, None for all themes."""
    found = PublishedComment.objects.filter(authority_id=authority).select_related("response")
    found = found.filter(year=year) if year is not None else found
    return found.filter(theme=theme) if theme is not None else found


def by_theme(comments: Iterable[PublishedComment]) -> list[Theme]:
    """Comments under their theme, and there with the response that answers them; without one last."""
    order = {code: number for number, (code, _name) in enumerate(themes())}
    sorted_ones = sorted(
        comments, key=lambda one: (order.get(one.theme, len(order)), one.response_id is None, str(one.response_id))
    )
    return [
        Theme(code, theme_name(code), [Heard(ones[0].response, ones) for ones in _together(group)])
        for code, group in groupby(sorted_ones, key=lambda one: one.theme)
    ]


def _together(group: Iterable[PublishedComment]) -> list[list[PublishedComment]]:
    return [list(ones) for _key, ones in groupby(group, key=lambda one: one.response_id)]


def totals(authority: UUID, year: int | None, theme: str | None) -> dict[str, int]:
    """received, published, withheld; and done: actions done among the responses shown."""
    found = PublishedCount.objects.filter(authority_id=authority)
    found = found.filter(year=year) if year is not None else found
    found = found.filter(theme=theme) if theme is not None else found
    sums = found.aggregate(received=Sum("received"), published=Sum("published"), withheld=Sum("withheld"))
    responses = published(authority, year, theme).filter(response__status="done").order_by()
    done = responses.values("response_id").distinct().count()
    return {name: number or 0 for name, number in sums.items()} | {"done": done}


def years(authority: UUID) -> list[int]:
    """The years in which comments came, newest first."""
    found = PublishedCount.objects.filter(authority_id=authority).order_by("-year")
    return list(found.values_list("year", flat=True).distinct())
