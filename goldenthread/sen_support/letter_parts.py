"""What the letters of this room are made of, and the check that nothing they must say is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.viewer import Viewer
from goldenthread.documents.blocks import Block, Heading, Quote
from goldenthread.documents.model import Document

from .models import Contribution, Target


@dataclass(frozen=True)
class Part:
    """One part of a letter. must: what to do before the letter can be written when the part is empty; "" where it may be."""

    blocks: list[Block]
    must: str = ""


def whole(parts: Iterable[Part]) -> list[Block]:
    """The blocks of every part in order. Raises Refused, naming everything that is missing at once."""
    listed = list(parts)
    missing = [part.must for part in listed if part.must and not part.blocks]
    if missing:
        raise Refused(" ".join([_("This letter cannot be written yet."), *missing]))
    return [block for part in listed for block in part.blocks]


def belongs(child: UUID, wanted: UUID) -> None:
    """Raises NotFound when what a letter is about is another child's."""
    if child != wanted:
        raise NotFound("another child's")


def as_document(kind: str, title: str, viewer: Viewer, child: str, blocks: list[Block]) -> Document:
    """Reference, recipient and addresses are set by the sending step."""
    return Document(
        kind=kind, title=title, reference="-", recipient="-", written_on=viewer.today, blocks=tuple(blocks), child=child
    )


def titled(target: Target) -> str:
    """A heading or a cell is one line, whatever was typed."""
    return f"{target.number}. {' '.join(target.words.split())}"


def quotes(words: list[Contribution]) -> list[Block]:
    """What people said, word for word, under a heading; nothing when nobody did."""
    if not words:
        return []
    said = [
        Quote(one.words, said_by=one.said_by, said_on=one.on, how=str(one.get_how_display()).lower()) for one in words
    ]
    return [Heading(2, _("What was said")), *said]
