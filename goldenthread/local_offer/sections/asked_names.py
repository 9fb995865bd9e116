"""What stands in a record of who was asked that may tell who somebody is, and the mark of what a colleague read."""

from __future__ import annotations

from ..comments.names import Found
from ..comments.unconfirmed import finds
from ..editing.changing import mark_of
from .models import Consultation
from .shared import CONSULTATION, values_of


def finds_of(consultation: Consultation) -> list[Found]:
    """As for comments: each find once, in all the words that everybody will read."""
    words = (consultation.method, consultation.said, consultation.changed)
    return finds("\n\n".join(words), consultation.authority_id)


def mark_of_consultation(consultation: Consultation) -> str:
    return mark_of(values_of(consultation, CONSULTATION))


def explained_before(consultation: Consultation) -> dict[Found, str]:
    """Reasons that were given when it was last shown, for finds whose words still stand."""
    return {Found(one["kind"], one["words"]): one["reason"] for one in consultation.explained}
