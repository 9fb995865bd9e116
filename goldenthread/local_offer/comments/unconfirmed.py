"""What still stops a redacted text: finds that nobody has confirmed."""

from __future__ import annotations

from uuid import UUID

from ..models import Comment, Offer
from .names import Found, possible_names


def finds(text: str, authority: UUID) -> list[Found]:
    """What in a text may tell who somebody is; the area's own name is none."""
    offer = Offer.objects.filter(authority_id=authority).first()
    return possible_names(text, frozenset(offer.area_name.lower().split()) if offer else frozenset())


def unconfirmed(comment: Comment) -> list[Found]:
    confirmed = {(one.kind, one.words) for one in comment.confirmed.all()}
    return [
        one for one in finds(comment.published_text, comment.authority_id) if (one.kind, one.words) not in confirmed
    ]
