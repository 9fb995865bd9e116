import datetime
import re
import zipfile
from io import BytesIO

from openpyxl import load_workbook

from goldenthread.documents.spreadsheet import workbook_bytes
from tests.documents.samples import TREACHEROUS

MADE_ON = datetime.date(2026, 11, 21)
HEAD = ["Child", "Year", "Reviewed on"]
ROWS = [["Bello, Amara", 4, datetime.date(2026, 10, 20)], ["=1+1", None, None], ["two\nlines", -5, None]]


def made(rows=ROWS, sheet="SEN register"):
    return workbook_bytes(sheet, HEAD, rows, made_on=MADE_ON)


def parts(book):
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_values_read_back_as_they_were():
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(made())).active.iter_rows()]

    assert rows == [
        HEAD,
        ["Bello, Amara", 4, datetime.datetime(2026, 10, 20)],
        ["=1+1", None, None],
        ["two\nlines", -5, None],
    ]


def test_nothing_is_hidden_behind_the_values():
    book = load_workbook(BytesIO(made()))
    sheet = book.active

    assert [(page.title, page.sheet_state) for page in book.worksheets] == [("SEN register", "visible")]
    assert len(book.sheetnames) == 1
    assert not book.defined_names
    assert not sheet.defined_names
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment or cell.hyperlink] == []
    assert [key for key, column in sheet.column_dimensions.items() if column.hidden] == []
    assert [key for key, row in sheet.row_dimensions.items() if row.hidden] == []
    assert not book._external_links
    assert not book.vba_archive
    assert not sheet._images
    assert not sheet._charts
    assert not sheet._pivots


def test_file_holds_no_part_but_the_sheet():
    assert set(parts(made())) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    }


def test_properties_name_nobody():
    told = parts(made())["docProps/core.xml"] + parts(made())["docProps/app.xml"]

    assert re.findall(rb">([^<>\s]+)<", told) == [b"2026-11-21T12:00:00Z"]
    assert load_workbook(BytesIO(made())).properties.created == datetime.datetime(2026, 11, 21, 12)


def test_no_cell_is_a_formula():
    rows = [[words, words, words] for words in (*TREACHEROUS, "+1", "-1", "@x", "=SUM(A1:A9)")]

    sheet = load_workbook(BytesIO(made(rows))).active

    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert b"<f>" not in parts(made(rows))["xl/worksheets/sheet1.xml"]
    assert [cell.quotePrefix for cell in sheet["A"]][-4:] == [True] * 4


def test_same_list_gives_the_same_bytes_on_any_day():
    with zipfile.ZipFile(BytesIO(made())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert made() == made()


def test_sheet_name_is_made_to_fit():
    name = load_workbook(BytesIO(made(sheet="A/B: [children]? " + "x" * 40))).sheetnames[0]

    assert len(name) <= 31
    assert not re.search(r"[\[\]:*?/\\]", name)


def test_signs_that_excel_cannot_hold_are_left_out():
    assert load_workbook(BytesIO(made([["a\x00b\x0bc", 1, None]]))).active["A2"].value == "ab\nc"
