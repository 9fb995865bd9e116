"""What the Local Offer does at night."""

from __future__ import annotations

from uuid import UUID

from goldenthread.process.background import every

from .bulk import rebuild_words


@every("40 2 * * *", "local_offer.words")
def count_words(authority: UUID) -> None:
    """Count anew which words the listings use, so that slips are mended toward words that are there today."""
    rebuild_words(authority)
