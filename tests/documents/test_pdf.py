import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Picture
from pypdf import PdfReader

from goldenthread.documents import fonts, pdf
from goldenthread.documents.blocks import Paragraph, Table
from tests.documents.reading import pdf_text, squeezed
from tests.documents.samples import LETTER, saying

LONG = replace(LETTER, blocks=tuple(Paragraph.of(f"Line {number}. " * 30) for number in range(40)))


def opened(document, **options):
    return PdfReader(BytesIO(pdf.render(document, **options)))


def structure(node):
    """The names of the tags, depth first."""
    node = node.get_object()
    if not hasattr(node, "get"):
        return
    if "/S" in node:
        yield node["/S"].removeprefix("/")
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            yield from structure(child)


def test_pdf_says_it_keeps_pdf_ua_1():
    catalogue = opened(LETTER).trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_data()
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_pdf_is_tagged_with_headings_lists_tables_and_pictures():
    tags = list(structure(opened(LETTER).trailer["/Root"]["/StructTreeRoot"]))

    counted = {name: tags.count(name) for name in ("H1", "H2", "H3", "L", "LI", "Table", "TH", "TD", "Figure")}
    assert counted == {"H1": 1, "H2": 1, "H3": 1, "L": 2, "LI": 4, "Table": 1, "TH": 3, "TD": 6, "Figure": 1}


def test_picture_carries_its_description():
    assert b"/Alt(A yellow sun above a green house)" in pdf.render(LETTER)


def test_same_document_gives_the_same_bytes():
    assert pdf.render(LETTER) == pdf.render(LETTER)


def test_another_word_gives_other_bytes():
    assert pdf.render(LETTER) != pdf.render(replace(LETTER, copy_number=4))


def test_every_page_names_child_recipient_copy_and_its_place():
    pages = [squeezed(page.extract_text()) for page in opened(LONG).pages]

    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert "AmaraBello·MsAdaBello,mother·GT-2026-00417·Copy3" in text
        assert f"Page{number}of{len(pages)}" in text


def test_properties_hold_the_kind_and_the_date_and_nobody():
    reader = opened(LETTER)
    told = " ".join(f"{key} {value}" for key, value in reader.metadata.items())
    told += reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert reader.metadata.title == "SEN Support plan"
    assert reader.metadata.creation_date.date() == LETTER.written_on
    assert set(reader.metadata) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert not re.search(r"Amara|Bello|Osei|/home|/root|/tmp|/usr|author", told, re.IGNORECASE)


def test_no_path_of_this_machine_is_in_the_file():
    everything = b"".join(bytes(page.get_contents().get_data()) for page in opened(LETTER).pages) + pdf.render(LETTER)

    assert str(fonts.HERE).encode() not in everything


def test_large_print_is_at_least_18_points():
    sizes = {}

    def note(text, cm, tm, font, size):
        if text.strip():
            sizes.setdefault(round(abs(size * tm[0] * cm[0]), 1), []).append(text)

    for page in opened(LETTER, size=pdf.PrintSize.LARGE).pages:
        page.extract_text(visitor_text=note)

    body = {size for size, texts in sizes.items() if "readtogether" in squeezed("".join(texts))}
    assert body == {18.0}
    assert min(sizes) >= 14


def test_wide_table_becomes_lists_in_large_print():
    table = Table("Help", ("What", "Who", "How often", "Minutes"), (("Reading", "Mr Lane", "Daily", "50"),))
    document = replace(LETTER, blocks=(table,))

    small, large = (pdf_text(pdf.render(document, size=size)) for size in pdf.PrintSize)

    assert "Howoften:Daily" in squeezed(large)
    assert "Howoften:Daily" not in squeezed(small)


def test_heading_row_is_repeated_when_a_table_runs_over_the_page():
    rows = tuple((f"Child {number}", "60") for number in range(80))
    document = replace(LETTER, blocks=(Table("Everyone", ("Who is helped", "Minutes"), rows),))

    pages = [page.extract_text() for page in opened(document).pages]

    assert len(pages) >= 3
    assert all("Who is helped" in text for text in pages)


def test_character_no_font_can_show_is_printed_as_its_number_and_told():
    document = saying("Name: 中, joined ﬁ")

    assert pdf.unprintable_characters(document) == ("中",)
    assert "Name: [U+4E2D], joined fi" in pdf_text(pdf.render(document))


def test_letter_with_every_alphabet_we_ship_tells_of_nothing():
    assert pdf.unprintable_characters(saying("مرحبا שלום Żółć Привет ਸਤ नमस्ते → ✓ 😀 👩🏽\u200d🏫 \u2067x\u2069")) == ()


def test_arabic_letter_is_marked_as_arabic():
    reader = opened(replace(saying("مرحبا بكم"), language="ar"))

    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_preview_has_a_picture_of_every_page():
    pictures = pdf.page_pictures(LONG, dots_per_inch=40)

    assert len(pictures) == len(opened(LONG).pages)
    assert [Picture.open(BytesIO(picture)).format for picture in pictures] == ["PNG"] * len(pictures)


def test_document_that_breaks_pdf_ua_is_not_made(monkeypatch, tmp_path):
    (tmp_path / "document.typ").write_text('#set document(title: "x")\n= One\n=== Skipped')
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)

    with pytest.raises(pdf.UnprintableDocument, match="PDF/UA-1"):
        pdf.render(LETTER)


def test_templates_fetch_nothing_and_compile_no_text():
    for template in pdf.TEMPLATES.glob("*.typ"):
        source = template.read_text()

        assert "@preview" not in source
        assert "eval(" not in source
        assert "plugin(" not in source


def test_template_cannot_read_outside_its_folder(monkeypatch, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "templates" / "document.typ").write_text('#set document(title: "x")\n#read("../secret.txt")')
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path / "templates")

    with pytest.raises(pdf.UnprintableDocument):
        pdf.render(LETTER)
