"""The document as bare words: for an e-mail, for search, and to compare the other renderings by."""

from goldenthread.documents import wording
from goldenthread.documents.blocks import (
    Block,
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


def render(document: Document) -> str:
    """Every word a reader gets, in reading order, with an empty line between blocks."""
    opening = [f"{fact.label}: {fact.value}" for fact in wording.opening_facts(document)]
    front = ["\n".join(document.sender), "\n".join(document.address), "\n".join(opening), document.title]
    blocks = [*front, *(_block(block) for block in document.blocks), wording.copy_line(document)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return words(block.runs)
        case List():
            signs = (f"{place}." if block.numbered else "-" for place in range(1, len(block.points) + 1))
            points = map(words, block.points)
            return "\n".join(f"{sign} {point}" for sign, point in zip(signs, points, strict=True))
        case Table():
            rows = (_row(block.head, row) for row in block.rows)
            return "\n".join((block.caption, *rows))
        case Facts():
            return "\n".join(f"{fact.label}: {fact.value}" for fact in block.facts)
        case Quote():
            return f"{block.text}\n— {wording.said_line(block)}"
        case Image():
            return "\n".join(filter(None, (f"[{block.alt}]", block.caption)))
        case Note():
            return "\n".join(filter(None, (wording.note_title(block), words(block.runs))))
        case PageBreak():
            return ""


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    return "; ".join(f"{heading}: {cell}" for heading, cell in zip(head, row, strict=True))
