"""A comment comes in from anybody, without an account. What they wrote and how to reach them is sealed at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils import timezone

from goldenthread.database.acting import one_transaction

from ..models import Comment, Offer
from ..references import new_reference
from .publishing import recount
from .rounds import present_round

LONGEST = 4000  # characters in one comment


@dataclass(frozen=True)
class Said:
    """What somebody answered to the five questions. section: a code, or "" for all of the offer."""

    about: str
    speaker: str
    words: str
    section: str = ""
    contact: str = ""


def receive_comment(*, offer: Offer, said: Said, sent_key: str, today: date) -> Comment:
    """Keep a comment, count it in public, and answer it with its reference.

    sent_key: made when the form was begun. The same form sent twice, or twice at once, is one comment. Written in the
    area's own transaction, behind the wall of the authority: whoever sends it can read nothing there.
    """
    authority = offer.authority_id
    with one_transaction(authority=authority, holders=[authority]):
        _one_at_a_time(sent_key)
        before = Comment.objects.filter(authority_id=authority, sent_key=sent_key).first()
        if before is not None:
            return before
        present_round(authority, today)
        comment = Comment.objects.create(
            authority_id=authority, holder_id=authority, reference=new_reference("LO"), about=said.about, speaker=said.speaker,
            section=said.section, theme=said.section, words=said.words, contact=said.contact, received_on=today,
            received_at=timezone.now(), sent_key=sent_key,
        )  # fmt: skip
        recount(authority)
        return comment


def _one_at_a_time(sent_key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"comment:{sent_key}"])
