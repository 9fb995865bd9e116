"""The kind of file that this room hands over: a closed round of comments as PDF, for everybody."""

from __future__ import annotations

from uuid import UUID

from goldenthread.access.permissions import NotFound
from goldenthread.documents.kept_files import KeptFile, kept_file

from ..models import PublishedRound


@kept_file("comment-round", None)
def comment_round_pdf(key: UUID, number: int) -> KeptFile:
    """The copy as it stands today: a comment that was taken down is struck out of it."""
    found = PublishedRound.objects.filter(pk=key).first()
    if found is None:
        raise NotFound("round")
    name = f"you-said-we-did-{found.closed_on:%Y-%m-%d}.pdf"
    return KeptFile(bytes(found.pdf), "application/pdf", name)
