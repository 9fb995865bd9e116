"""Write and remove the public copies of comments and responses, and count them. They check no right: actions do."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from ..models import Comment, CommentResponse, PublishedComment, PublishedCount, PublishedResponse

SHOWN = ("published", "answered")


def show(comment: Comment) -> None:
    """Make the public copy of this comment, and of its response, what they are now; or remove them."""
    if comment.state not in SHOWN:
        PublishedComment.objects.filter(pk=comment.pk).delete()
        _forget_unused(comment.authority_id)
        return
    answered = comment.state == "answered"
    if answered and comment.response is not None:
        show_response(comment.response)
    values = {
        "authority_id": comment.authority_id, "about": comment.about, "speaker": comment.speaker, "theme": comment.theme,
        "text": comment.published_text, "year": comment.received_on.year,
        "response_id": comment.response_id if answered else None,
    }  # fmt: skip
    PublishedComment.objects.update_or_create(pk=comment.pk, defaults=values)
    _forget_unused(comment.authority_id)


def show_response(response: CommentResponse) -> None:
    """Make the public copy of a response what it is now."""
    fields = ("authority_id", "text", "action", "owner", "due_on", "status", "why_not", "done_on")
    PublishedResponse.objects.update_or_create(
        pk=response.pk, defaults={name: getattr(response, name) for name in fields}
    )


def is_shown(response: UUID) -> bool:
    return PublishedResponse.objects.filter(pk=response).exists()


def _forget_unused(authority: UUID) -> None:
    """A response that answers no published comment any more is not public either."""
    used = PublishedComment.objects.filter(authority_id=authority, response__isnull=False).values("response_id")
    PublishedResponse.objects.filter(authority_id=authority).exclude(pk__in=used).delete()


def recount(authority: UUID) -> None:
    """Count the area's comments again, one at a time: whoever comes second counts what the first wrote."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"comment counts:{authority}"])
    PublishedCount.objects.filter(authority_id=authority).delete()
    PublishedCount.objects.bulk_create(_counts(authority))


def _counts(authority: UUID) -> Iterable[PublishedCount]:
    rows = (
        Comment.objects.filter(authority_id=authority)
        .order_by()
        .values("theme", of_year=ExtractYear("received_on"))
        .annotate(
            received=Count("pk"),
            published=Count("pk", filter=Q(state__in=SHOWN)),
            withheld=Count("pk", filter=Q(state="withheld")),
        )
    )
    for row in rows:
        yield PublishedCount(
            authority_id=authority, year=row["of_year"], theme=row["theme"], received=row["received"],
            published=row["published"], withheld=row["withheld"],
        )  # fmt: skip
