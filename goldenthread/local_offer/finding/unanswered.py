"""Remember which words led to nothing, so that staff can add a service or a synonym; and nothing about who asked.

Each word is counted by itself and by month. What could be about a person is not kept: anything with a digit, words that
were asked together, the place, the moment, the session.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection

from goldenthread.database.acting import one_transaction

from .lexicon import lexicon_of
from .tokens import stem, words_of

LONGEST, MOST = 24, 6
FEWEST_TO_SHOW = 3  # a word asked once may be somebody's name: staff see it when it has been asked three times

_COUNT = """
INSERT INTO local_offer_unansweredword (id, authority_id, holder_id, word, month, times)
VALUES (app_new_key(), %s, %s, %s, %s, 1)
ON CONFLICT (authority_id, word, month) DO UPDATE SET times = local_offer_unansweredword.times + 1
"""


def remember_unanswered(authority: UUID, question: str, today: date) -> None:
    """Count the words of a question that found nothing, in a transaction of the area's own."""
    silent = lexicon_of(authority).silent
    words = {word for word in words_of(question) if word.isalpha() and 3 <= len(word) <= LONGEST}
    telling = sorted(word for word in words if stem(word) not in silent)[:MOST]
    with one_transaction(authority=authority), connection.cursor() as cursor:
        for word in telling:
            cursor.execute(_COUNT, [authority, authority, word, today.replace(day=1)])
