"""The document on a screen: a fragment of HTML in the components of the design system."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goldenthread.documents import wording
from goldenthread.documents.blocks import Block, Heading, Image, Note, PageBreak, Quote, Table
from goldenthread.documents.model import Document

ImageAddress = Callable[[Image], str]


@dataclass(frozen=True)
class Drawn:
    """One block with what its template needs besides: the name of the template and a few ready words."""

    block: Block
    template: str
    words: dict[str, Any]


def render(document: Document, *, title_level: int = 1, image_address: ImageAddress | None = None) -> SafeString:
    """The document as an `<article>`: autoescaped, no script, no style, no class but the design system's.

    title_level: 1 where the document is the page, 2 inside a page that has a title of its own.
    image_address: where the browser fetches a picture from, through a view that checks the viewer. Without
        it a picture is shown as its description in words; the page never carries the picture's bytes.
    """
    shift = title_level - 1
    shown = (block for block in document.blocks if not isinstance(block, PageBreak))
    context = {
        "document": document,
        "title_level": title_level,
        "direction": "rtl" if document.runs_right_to_left else "ltr",
        "opening_facts": wording.opening_facts(document),
        "blocks": [_drawn(block, shift, image_address) for block in shown],
        "copy_line": wording.copy_line(document),
    }
    return render_to_string("documents/document.html", context)


def _drawn(block: Block, shift: int, image_address: ImageAddress | None) -> Drawn:
    words: dict[str, Any] = {}
    match block:
        case Heading():
            words = {"level": block.level + shift, "size": "lmss"[min(block.level + shift - 2, 3)]}
        case Table():
            words = {
                "head": _numbered(block, block.head),
                "rows": [_numbered(block, row) for row in block.rows],
            }
        case Quote():
            words = {"said": wording.said_line(block)}
        case Note():
            words = {"title": wording.note_title(block)}
        case Image():
            words = {"address": image_address(block) if image_address else ""}
        case _:
            pass
    return Drawn(block, f"documents/blocks/{type(block).__name__.lower()}.html", words)


def _numbered(table: Table, cells: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Each cell with whether its column holds figures."""
    return [(cell, column in table.numeric) for column, cell in enumerate(cells)]
