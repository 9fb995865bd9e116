"""What anybody sends without an account: the very same form sent twice, or twice at once, is one thing.

A form that went back, was put right and was sent again is another: what was put right counts.
"""

from __future__ import annotations

import json

from django.db import connection

from goldenthread.privacy.secrets import keyed_hash


def mark_of_sending(kind: str, sent_key: str, *answers: str) -> str:
    """What makes two sendings the same: the hidden key of the form and everything that was answered in it. 128 bits."""
    return keyed_hash(f"sent-{kind}", json.dumps([sent_key, *answers]))[:32]


def one_at_a_time(mark: str) -> None:
    """Wait until whoever sends the same has finished. Until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"sent:{mark}"])
