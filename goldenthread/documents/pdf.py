"""The document on paper: a tagged PDF that keeps PDF/UA-1, or the same pages as pictures for a preview."""

import datetime
import json
import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import typst

from goldenthread.documents import fonts, plain, wording
from goldenthread.documents.blocks import (
    Block,
    Fact,
    Facts,
    Heading,
    Image,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Runs,
    Table,
)
from goldenthread.documents.model import Document
from goldenthread.privacy.plain_text import set_apart

TEMPLATES = Path(__file__).resolve().parent / "typst"
OTHER_THAN_ASCII = re.compile("[^\x00-\x7f]")


class PrintSize(Enum):
    """The size of the text, in points."""

    STANDARD = 12
    LARGE = 18


class UnprintableDocument(Exception):
    """The document cannot be made into a PDF that everybody can read; the message says why."""


def render(document: Document, *, size: PrintSize = PrintSize.STANDARD) -> bytes:
    """The document as PDF/UA-1: tagged, in the document's language, the same bytes for the same document.

    Every page carries the child, the recipient, the reference, the copy's number and "Page n of m".
    A character that no font here can show is written as its number, such as [U+4E2D]; ask
    `unprintable_characters` first and tell the sender. In large print a table of more than three columns
    becomes a list for each row.
    Raises UnprintableDocument when PDF/UA-1 cannot be kept. Opens no network and no system font.
    """
    made = _compile(document, size, format="pdf", pdf_standards=["ua-1"])
    if not isinstance(made, bytes):
        raise UnprintableDocument("The PDF came out as more than one file.")
    return made


def page_pictures(
    document: Document, *, size: PrintSize = PrintSize.STANDARD, dots_per_inch: int = 96
) -> tuple[bytes, ...]:
    """Each page as a PNG: what the sender looks at before anything leaves."""
    made = _compile(document, size, format="png", ppi=dots_per_inch)
    return (made,) if isinstance(made, bytes) else tuple(made)


def unprintable_characters(document: Document) -> tuple[str, ...]:
    """The characters of the document that no font here can show, each once, in order."""
    found = OTHER_THAN_ASCII.findall(f"{document.kind} {plain.render(document)}")
    return tuple(dict.fromkeys(character for character in found if _shown(character).startswith("[U+")))


def _compile(document: Document, size: PrintSize, **options: Any) -> bytes | list[bytes]:
    data = json.dumps(as_data(document, size), ensure_ascii=False)
    data = OTHER_THAN_ASCII.sub(lambda found: _shown(found[0]), data)
    try:
        made: bytes | list[bytes] = typst.compile(
            str(TEMPLATES / "document.typ"),
            root=str(TEMPLATES),
            font_paths=fonts.loaded(),
            ignore_system_fonts=True,
            sys_inputs={"document": data},
            **options,
        )
    except typst.TypstError as error:
        raise UnprintableDocument(error.message) from error
    return made


def _shown(character: str) -> str:
    if fonts.can_show(character):
        return character
    plainer = unicodedata.normalize("NFKC", character)  # the joined "fi" of a pasted page is two letters
    if plainer != character and all(map(fonts.can_show, plainer)) and '"' not in plainer:
        return plainer
    return f"[U+{ord(character):04X}]"


def as_data(document: Document, size: PrintSize) -> dict[str, Any]:
    """The document as the template reads it: text, numbers and lists only."""
    language, _, region = document.language.partition("-")
    apart = set_apart if document.runs_right_to_left else str
    return {
        "kind": document.kind,
        "title": document.title,
        "language": language,
        "region": region or None,
        "right_to_left": document.runs_right_to_left,
        "written_on": _date(document.written_on),
        "sender": document.sender,
        "address": document.address,
        "opening": [_fact(fact, apart) for fact in wording.opening_facts(document)],
        "copy_line": apart(wording.copy_line(document)),
        "page_line": wording.page_line("{page}", "{pages}"),
        "points": size.value,
        "large": size is PrintSize.LARGE,
        "blocks": [_block(block, apart) for block in document.blocks],
    }


def _date(date: datetime.date) -> dict[str, int]:
    return {"year": date.year, "month": date.month, "day": date.day}


def _runs(runs: Runs) -> list[dict[str, str]]:
    return [{"voice": run.voice.value, "text": run.text} for run in runs]


def _fact(fact: Fact, apart: Callable[[str], str]) -> dict[str, str]:
    return {"label": fact.label, "value": apart(fact.value)}


def _block(block: Block, apart: Callable[[str], str]) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(block.runs)}
        case List():
            points = [_runs(point) for point in block.points]
            return {"kind": "list", "numbered": block.numbered, "points": points}
        case Table():
            return {
                "kind": "table",
                "caption": block.caption,
                "head": block.head,
                "rows": [[apart(cell) for cell in row] for row in block.rows],
                "numeric": sorted(block.numeric),
                "widths": block.widths or [1] * len(block.head),
            }
        case Facts():
            return {"kind": "facts", "facts": [_fact(fact, apart) for fact in block.facts]}
        case Quote():
            return {"kind": "quote", "text": block.text, "said": apart(wording.said_line(block))}
        case Image():
            return {
                "kind": "image",
                "alt": block.alt,
                "caption": block.caption,
                "width": block.width,
                "data": list(block.data),
            }
        case Note():
            return {
                "kind": "note",
                "title": wording.note_title(block),
                "important": block.important,
                "runs": _runs(block.runs),
            }
        case PageBreak():
            return {"kind": "page_break"}
