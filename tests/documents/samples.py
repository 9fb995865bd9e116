"""A letter with every kind of block in it, about nobody who exists."""

import datetime
from dataclasses import replace
from io import BytesIO

from PIL import Image as Picture

from goldenthread.documents.blocks import (
    Facts,
    Heading,
    Image,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    emphasis,
    runs,
    strong,
    term,
)
from goldenthread.documents.model import Document

# Words that some program somewhere would obey instead of print.
TREACHEROUS = (
    '#import "x": *',
    '#eval(read("/etc/passwd"))',
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{{ settings.SECRET_KEY }} {% debug %}",
    "$x^2$ *bold* _it_ `code` @label <label> // /* \\ ~ &amp; [link](javascript:1)",
)
OTHER_ALPHABETS = ("مرحبا", "שלום", "Żółć", "Привет", "ਸਤ", "नमस्ते", "→ ✓", "😀")


def png(width: int = 60, height: int = 30) -> bytes:
    made = BytesIO()
    Picture.new("RGB", (width, height), "#0f5c4d").save(made, "PNG")
    return made.getvalue()


LETTER = Document(
    kind="SEN Support plan",
    title="Amara Bello's SEN Support plan",
    reference="GT-2026-00417",
    recipient="Ms Ada Bello, mother",
    written_on=datetime.date(2026, 11, 21),
    child="Amara Bello",
    copy_number=3,
    sender=("Hollow Oak Primary School", "12 Acorn Lane, Barrowmere"),
    address=("Ms Ada Bello", "3 Fern Close"),
    blocks=(
        Paragraph.of(
            "This is called ",
            term("SEN Support"),
            ". ",
            strong("You can ask us"),
            " to ",
            emphasis("change"),
            " it.",
        ),
        Heading(2, "What Amara told us"),
        Quote("I like reading.\nIt is too loud.", "Amara", datetime.date(2026, 10, 20), "drawn, told to Mr Lane"),
        Image("A yellow sun above a green house", png(), "Amara drew her house"),
        Facts.of(("School", "Hollow Oak Primary School"), ("Who to ask", "Ms Osei, the SENCO")),
        Heading(3, "Each week"),
        Table(
            "Help each week",
            ("What", "Who", "Minutes"),
            (("Small-group reading", "Mr Lane", "60"), ("Speech practice", "Ms Hart", "50")),
            frozenset({2}),
        ),
        PageBreak(),
        Note.of("We meet on 11 December.", title="What happens next"),
        Note.of("Ring us by 4 December.", important=True),
        List.of("We read together.", runs("We look ", strong("again"), "."), numbered=True),
        List.of("One thing", "Another thing"),
    ),
)


def saying(*paragraphs: str) -> Document:
    """The same letter with other words in it."""
    return replace(LETTER, blocks=tuple(Paragraph.of(words) for words in paragraphs))


def saying_everywhere(words: str) -> Document:
    """The same letter with these words in every place that holds words."""
    return replace(
        LETTER,
        title=words,
        recipient=words,
        child=words,
        sender=(words,),
        address=(words,),
        blocks=(
            Paragraph.of(words, strong(words), emphasis(words), term(words)),
            Heading(2, words),
            List.of(words),
            Table(words, (words,), ((words,),)),
            Facts.of((words, words)),
            Quote(words, words, how=words),
            Image(words, png(), words),
            Note.of(words, title=words),
            Note.of(words, title=words, important=True),
        ),
    )
