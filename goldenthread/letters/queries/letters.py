"""Letters the viewer may see: the sender's, and the recipient's own."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.html import strip_tags

from goldenthread.access.permissions import NotFound, Right
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.documents.models import Document, Scan
from goldenthread.documents.permissions import DOCUMENT_VIEW
from goldenthread.documents.storage import document_store

from ..models import Channel, Letter, LetterOpened, Posting, SentLetter, State
from ..permissions import LETTER_SEND

_RELATED = ("child", "holder", "to_parent", "to_professional", "rendered", "written_by", "held_by")


def letter_for(by: Viewer, key: UUID, right: Right = LETTER_SEND, *, lock: bool = False) -> Letter:
    """A letter inside the viewer's reach, with all it is made of. Raises NotFound. lock: nobody else may move it now."""
    found = Letter.objects.select_related(*_RELATED)
    return reach_one(by, found.select_for_update(of=("self",)) if lock else found, right, key)


def _with_fate(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    return letters.select_related(*_RELATED).prefetch_related(
        Prefetch("sent", SentLetter.objects.all(), "sent_rows"),
        Prefetch("opened", LetterOpened.objects.all(), "opened_rows"),
        Prefetch("postings", Posting.objects.all(), "posting_rows"),
    )


@dataclass(frozen=True)
class LetterRow:
    """A letter with what became of it. sent, opened, posted: None where that has not happened."""

    letter: Letter
    sent: SentLetter | None
    opened: LetterOpened | None
    posted: Posting | None

    @property
    def waits_for_paper(self) -> bool:
        return self.sent is not None and self.letter.channel != Channel.PORTAL and self.posted is None


def _row(letter: Any) -> LetterRow:
    def first(rows: list[Any]) -> Any:
        return rows[0] if rows else None

    return LetterRow(letter, first(letter.sent_rows), first(letter.opened_rows), first(letter.posting_rows))


def letters_about(viewer: Viewer, child: UUID) -> list[LetterRow]:
    """Every letter of the setting about a child that was not given up, newest first."""
    found = reachable(viewer, Letter.objects.filter(child_id=child), LETTER_SEND).exclude(state=State.ABANDONED)
    return [_row(letter) for letter in _with_fate(found)]


def letters_to_see_to(viewer: Viewer) -> list[LetterRow]:
    """What somebody at the setting has to do something about: held, stopped, called back, begun, or to be printed."""
    unsent = Q(state__in=[State.DRAFT, State.PREVIEWED, State.HELD, State.CALLED_BACK, State.STOPPED])
    paper = Q(state=State.SENT) & ~Q(channel=Channel.PORTAL) & Q(postings__isnull=True)
    found = reachable(viewer, Letter.objects.filter(unsent | paper), LETTER_SEND)
    return [_row(letter) for letter in _with_fate(found)[:200]]


def letters_to_me(viewer: Viewer, child: UUID) -> list[LetterRow]:
    """Letters about a child that were sent to the person who asks, newest first."""
    found = reachable(viewer, Letter.objects.filter(child_id=child), DOCUMENT_VIEW)
    rows = [_row(letter) for letter in _with_fate(found)]
    return sorted((row for row in rows if row.sent), key=lambda row: row.sent.at, reverse=True)  # type: ignore[union-attr]


def letter_to_me(viewer: Viewer, key: UUID) -> LetterRow:
    """One letter that was sent to the person who asks. Raises NotFound for any other."""
    found = reachable(viewer, Letter.objects.filter(pk=key), DOCUMENT_VIEW)
    row = next((_row(letter) for letter in _with_fate(found)), None)
    if row is None or row.sent is None:
        raise NotFound("letter")
    return row


def kept_page(letter: Letter | SentLetter) -> str:
    """The letter as a page, from the very bytes that were looked at and kept."""
    return document_store().get(letter.page_sha256).decode()


def bears_withheld_address(letter: Letter) -> bool:
    """Whether its sheets carry an address that has since been withheld. Then nobody looks at them any more (bar B4)."""
    return letter.channel == Channel.POST and letter.to_parent is not None and letter.to_parent.address_withheld


def kept_words(letter: Letter) -> str:
    """The same page as bare words, a paragraph for each part: for somebody who cannot see a picture of it."""
    lines = (line.strip() for line in unescape(strip_tags(kept_page(letter))).splitlines())
    return "\n\n".join(line for line in lines if line)


def kept_bytes(sha256: str) -> bytes:
    """A kept paper or sheet as it was made. For files.py only: nothing else hands out kept bytes."""
    return document_store().get(sha256)


def may_be_enclosed(viewer: Viewer, child: UUID) -> list[Document]:
    """Documents of this child, and of no other, that are checked and not for the school alone."""
    found = reachable(viewer, Document.objects.filter(child_id=child, replaced_by__isnull=True), DOCUMENT_VIEW)
    return list(found.filter(stored_file__scan=Scan.CLEAN, audience__in=["everyone", "one_parent"]))
