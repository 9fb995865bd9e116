"""What the Local Offer does at night."""

from __future__ import annotations

from uuid import UUID

from goldenthread.clock import today
from goldenthread.database.acting import one_transaction
from goldenthread.process.background import every

from .bulk import rebuild_words
from .editing.freshness import remind_owners
from .editing.keeping import forget_invitations, forget_unproved, remove_archived, wipe_ended


@every("40 2 * * *", "local_offer.words")
def count_words(authority: UUID) -> None:
    """Count anew which words the listings use, so that slips are mended toward words that are there today."""
    rebuild_words(authority)


@every("10 3 * * *", "local_offer.editing")
def keep_entries(authority: UUID) -> None:
    """Remove what was archived thirty days ago, forget or wipe what is past its day, and remind owners to check."""
    with one_transaction(authority=authority, holders=[authority]):
        remove_archived(authority, today())
        forget_unproved(authority, today())
        wipe_ended(authority, today())
        forget_invitations(authority, today())
        remind_owners(authority, today())
