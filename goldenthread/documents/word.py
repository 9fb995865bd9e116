"""The document as a Word file that a screen reader can walk and a member of staff can edit."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

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
    Run,
    Runs,
    Table,
    Voice,
    strong,
)
from goldenthread.documents.model import Document
from goldenthread.documents.pdf import PrintSize
from goldenthread.documents.word_package import packed
from goldenthread.documents.word_styles import TEXT_WIDTH, dress, number_afresh
from goldenthread.documents.word_xml import (
    add_field,
    describe_picture,
    keep_row_whole,
    mark_first_column,
    repeat_on_every_page,
    set_right_to_left,
    underline_row,
)
from goldenthread.privacy.plain_text import set_apart


def render(document: Document, *, size: PrintSize = PrintSize.STANDARD) -> bytes:
    """The document as .docx: real headings and lists, table headings repeated, pictures described.

    The same document gives the same bytes. The file's properties hold the kind of document and its date and
    nothing else: no author, no path, no revision history.
    """
    word = docx.Document()
    dress(word, document, size)
    _footer(word, document)
    _opening(word, document)
    for block in document.blocks:
        _write(word, block, document)
    return packed(word, document)


def _opening(word: WordDocument, document: Document) -> None:
    for style, lines in (("Sender", document.sender), ("Address", document.address)):
        if lines:
            _speak(word.add_paragraph(style=style), (Run("\n".join(lines)),))
    _facts(word, Facts(wording.opening_facts(document)), document)
    word.add_heading(document.title, level=1)


def _footer(word: WordDocument, document: Document) -> None:
    footer = word.sections[0].footer
    footer.paragraphs[0].text = _apart(wording.copy_line(document), document)
    pages = footer.add_paragraph(style="Footer")
    for part in _apart(wording.page_line("\0PAGE\0", "\0NUMPAGES\0"), document).split("\0"):
        if part in ("PAGE", "NUMPAGES"):
            add_field(pages, part)
        elif part:
            pages.add_run(part)


def _apart(words: str, document: Document) -> str:
    return set_apart(words) if document.runs_right_to_left else words


def _write(word: WordDocument, block: Block, document: Document) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, level=block.level)
        case Paragraph():
            _speak(word.add_paragraph(), block.runs)
        case List():
            _list(word, block)
        case Table():
            _table(word, block, document)
        case Facts():
            _facts(word, block, document)
        case Quote():
            _speak(word.add_paragraph(style="Own words"), (Run(block.text),))
            said = wording.said_line(block)
            word.add_paragraph(f"— {_apart(said, document)}", style="Said by")
        case Image():
            _picture(word, block)
        case Note():
            _note(word, block)
        case PageBreak():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _speak(paragraph: WordParagraph, runs: Runs) -> None:
    for run in runs:
        spoken = paragraph.add_run()
        for place, line in enumerate(run.text.split("\n")):
            if place:
                spoken.add_break()
            spoken.add_text(line)
        spoken.bold = spoken.font.cs_bold = True if run.voice is Voice.STRONG else None
        spoken.italic = True if run.voice is Voice.EMPHASIS else None
        if run.voice is Voice.TERM:
            spoken.style = "Term"


def _list(word: WordDocument, block: List) -> None:
    style = "List Number" if block.numbered else "List Bullet"
    numbering = number_afresh(word) if block.numbered else None
    for point in block.points:
        paragraph = word.add_paragraph(style=style)
        if numbering is not None:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering
        _speak(paragraph, point)


def _note(word: WordDocument, block: Note) -> None:
    paragraph = word.add_paragraph(style="Important" if block.important else "Note")
    title = wording.note_title(block)
    if title:
        _speak(paragraph, (Run(f"{title}\n", Voice.STRONG),))
    _speak(paragraph, block.runs)


def _picture(word: WordDocument, block: Image) -> None:
    shape = word.add_picture(BytesIO(block.data), width=Mm(TEXT_WIDTH * block.width // 100))
    describe_picture(shape, block.alt)
    if block.caption:
        word.add_paragraph(block.caption, style="Caption")


def _table(word: WordDocument, block: Table, document: Document) -> None:
    word.add_paragraph(block.caption, style="Table title")
    table = word.add_table(rows=0, cols=len(block.head))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    shares = block.widths or (1,) * len(block.head)
    for cells in (block.head, *block.rows):
        row = table.add_row()
        keep_row_whole(row)
        for column, words in enumerate(cells):
            paragraph = row.cells[column].paragraphs[0]
            paragraph.style = "Table words"
            voice = Voice.STRONG if cells is block.head else Voice.PLAIN
            _speak(paragraph, (Run(_apart(words, document), voice),))
            if column in block.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        underline_row(row, heading=cells is block.head)
    repeat_on_every_page(table.rows[0])
    _finish(word, table, [share / sum(shares) for share in shares], document)


def _facts(word: WordDocument, block: Facts, document: Document) -> None:
    table = word.add_table(rows=0, cols=2)
    table.autofit = False
    mark_first_column(table)
    for fact in block.facts:
        row = table.add_row()
        keep_row_whole(row)
        for cell, run in zip(row.cells, (strong(fact.label), Run(_apart(fact.value, document))), strict=True):
            cell.paragraphs[0].style = "Table words"
            _speak(cell.paragraphs[0], (run,))
    _finish(word, table, [0.34, 0.66], document)


def _finish(word: WordDocument, table: WordTable, shares: list[float], document: Document) -> None:
    """Set the widths on cells and columns alike, since programs differ in which they read; go on below."""
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(TEXT_WIDTH * share)
        for cell in column.cells:
            cell.width = Mm(TEXT_WIDTH * share)
    if document.runs_right_to_left:
        set_right_to_left(table)
    word.add_paragraph(style="After table")
