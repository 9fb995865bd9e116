"""Reads the words back out of what was made, as a reader's program would."""

import re
from io import BytesIO

import docx
from lxml import html
from pypdf import PdfReader


def squeezed(text: str) -> str:
    """Without spaces, since line ends fall elsewhere in each kind of file."""
    return re.sub(r"\s+", "", text)


def pdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def word_text(word: bytes) -> str:
    """Paragraphs and table cells in the order they stand in."""
    body = docx.Document(BytesIO(word)).element.body
    marks = {"t": lambda node: node.text or "", "br": lambda node: "\n", "p": lambda node: "\n"}
    parts = []
    for node in body.iter():
        name = node.tag.rpartition("}")[2]
        if name in marks:
            parts.append(marks[name](node))
    return "".join(parts)


def page_text(page: str) -> str:
    return html.fromstring(page).text_content()


def word_words(word: bytes) -> list[str]:
    """The distinct lines of the body, cells included."""
    return [line for line in word_text(word).split("\n") if line.strip()]
