import datetime
from dataclasses import replace

import pytest

from goldenthread.documents.blocks import (
    Heading,
    Image,
    InvalidDocument,
    List,
    Paragraph,
    Quote,
    Run,
    Table,
    runs,
)
from tests.documents.samples import LETTER, png


@pytest.mark.parametrize("alt", ["", "   ", "\n\t", "\x00"])
def test_picture_without_description_is_refused(alt):
    with pytest.raises(InvalidDocument, match="Image has an empty alt"):
        Image(alt, png())


def test_picture_that_is_not_png_or_jpeg_is_refused():
    with pytest.raises(InvalidDocument, match="PNG or a JPEG"):
        Image("A drawing", b"<svg onload=alert(1)>")


def test_heading_may_not_skip_a_level():
    with pytest.raises(InvalidDocument, match="level 4 follows one of level 2"):
        replace(LETTER, blocks=(Heading(2, "One"), Heading(4, "Too deep")))


def test_heading_may_come_back_up_by_any_number_of_levels():
    blocks = (Heading(2, "a"), Heading(3, "b"), Heading(4, "c"), Heading(2, "d"))

    document = replace(LETTER, blocks=blocks)

    assert document.blocks == blocks


def test_kind_that_names_the_child_is_refused():
    with pytest.raises(InvalidDocument, match="holds the child's name"):
        replace(LETTER, kind="Plan for amara bello")


@pytest.mark.parametrize("name", ["kind", "title", "reference", "recipient", "language"])
def test_what_stands_on_every_page_may_not_be_empty(name):
    with pytest.raises(InvalidDocument, match=f"empty {name}"):
        replace(LETTER, **{name: " "})


def test_copies_are_numbered_from_one():
    with pytest.raises(InvalidDocument):
        replace(LETTER, copy_number=0)


@pytest.mark.parametrize(
    "table",
    [
        {"head": (), "rows": ()},
        {"head": ("A", ""), "rows": ()},
        {"head": ("A", "B"), "rows": (("1",),)},
        {"head": ("A",), "rows": (("1",),), "numeric": frozenset({1})},
        {"head": ("A", "B"), "rows": (), "widths": (1,)},
        {"head": ("A", "B"), "rows": (), "widths": (1, 0)},
    ],
)
def test_table_that_does_not_add_up_is_refused(table):
    with pytest.raises(InvalidDocument):
        Table("Figures", **table)


def test_words_keep_their_marks_and_lose_only_what_cannot_be_shown():
    words = "a\x00b\x0bc\r\nd\u202ee\ud800f <b> #x"

    paragraph = Paragraph.of(words)

    assert paragraph.runs == (Run("ab\nc\ndef <b> #x"),)


def test_title_is_one_line():
    document = replace(LETTER, title=" Amara's\n  plan ")

    assert document.title == "Amara's plan"


def test_plain_words_and_runs_are_taken_alike():
    assert List.of("one", runs("t", "wo")).points == ((Run("one"),), (Run("t"), Run("wo")))


def test_document_cannot_be_changed_once_made():
    with pytest.raises(AttributeError):
        LETTER.copy_number = 2


def test_quote_needs_somebody_who_said_it():
    with pytest.raises(InvalidDocument):
        Quote("Words", "", datetime.date(2026, 1, 1))


@pytest.mark.parametrize(("language", "expected"), [("en-GB", False), ("cy", False), ("ar", True), ("ur-PK", True)])
def test_direction_follows_the_language(language, expected):
    assert replace(LETTER, language=language).runs_right_to_left is expected
