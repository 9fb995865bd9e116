import re
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from goldenthread.documents import pdf, word
from goldenthread.documents.blocks import Image, InvalidDocument, List
from tests.documents.samples import LETTER, png, saying


def opened(document, **options):
    return docx.Document(BytesIO(word.render(document, **options)))


def parts(document):
    with zipfile.ZipFile(BytesIO(word.render(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_headings_are_real_headings():
    headings = [(p.style.name, p.text) for p in opened(LETTER).paragraphs if p.style.name.startswith("Heading")]

    assert headings == [
        ("Heading 1", "Amara Bello's SEN Support plan"),
        ("Heading 2", "What Amara told us"),
        ("Heading 3", "Each week"),
    ]


def test_heading_row_of_a_table_is_repeated_and_rows_stay_whole():
    table = opened(LETTER).tables[2]

    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]
    assert repeated == [True, False, False]
    assert whole == [True, True, True]


def test_picture_carries_its_description_and_no_file_name():
    shape = opened(LETTER).inline_shapes[0]

    assert shape._inline.docPr.get("descr") == "A yellow sun above a green house"
    names = re.findall(rb'name="([^"]*)"', parts(LETTER)["word/document.xml"])
    assert set(names) == {b"Picture 1"}


def test_picture_without_description_is_refused():
    with pytest.raises(InvalidDocument):
        replace(LETTER, blocks=(Image("", png()),))


def test_footer_names_child_recipient_copy_and_counts_pages():
    footer = parts(LETTER)["word/footer1.xml"].decode()

    assert "Amara Bello · Ms Ada Bello, mother · GT-2026-00417 · Copy 3" in footer
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]


def test_properties_hold_the_kind_and_the_date_and_nobody():
    properties = opened(LETTER).core_properties

    told = {
        name: getattr(properties, name)
        for name in (
            "title",
            "author",
            "last_modified_by",
            "comments",
            "keywords",
            "subject",
            "category",
            "revision",
        )
    }
    assert told == {
        "title": "SEN Support plan",
        "author": "",
        "last_modified_by": "",
        "comments": "",
        "keywords": "",
        "subject": "",
        "category": "",
        "revision": 1,
    }


def test_file_holds_no_part_but_the_letter():
    assert set(parts(LETTER)) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/media/image1.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
        "word/webSettings.xml",
    }


def test_no_trace_of_author_revision_or_path():
    everything = b"".join(content for name, content in parts(LETTER).items() if name.endswith((".xml", ".rels")))

    for trace in (
        b"python-docx",
        b"w:rsids",
        b"w:ins ",
        b"w:del ",
        b"w:comment",
        b"/tmp",
        b"External",
    ):
        assert trace not in everything, trace
    outside_the_letter = everything.replace(parts(LETTER)["word/document.xml"], b"")
    outside_the_letter = outside_the_letter.replace(parts(LETTER)["word/footer1.xml"], b"")
    assert not re.search(rb"Amara|Bello|Osei", outside_the_letter)


def test_same_document_gives_the_same_bytes_on_any_day():
    with zipfile.ZipFile(BytesIO(word.render(LETTER))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert word.render(LETTER) == word.render(LETTER)


def test_language_is_the_documents():
    styles = parts(replace(LETTER, language="cy"))["word/styles.xml"].decode()

    assert re.findall(r"<w:rPrDefault>.*?</w:rPrDefault>", styles)[0].count('w:val="cy"') == 1


def test_arabic_letter_runs_from_right_to_left():
    normal = opened(replace(saying("مرحبا"), language="ar")).styles["Normal"].element

    assert normal.pPr.find(qn("w:bidi")) is not None
    assert normal.rPr.find(qn("w:rtl")) is not None


def test_each_numbered_list_starts_at_one():
    document = replace(LETTER, blocks=(List.of("a", "b", numbered=True), List.of("c", numbered=True)))

    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in opened(document).paragraphs
        if paragraph._p.pPr.numPr is not None
    ]

    assert len(set(numbers)) == 2
    assert numbers[0] == numbers[1] != numbers[2]


@pytest.mark.parametrize(("size", "points"), [(pdf.PrintSize.STANDARD, 12), (pdf.PrintSize.LARGE, 18)])
def test_print_size_sets_the_text(size, points):
    assert opened(LETTER, size=size).styles["Normal"].font.size.pt == points
