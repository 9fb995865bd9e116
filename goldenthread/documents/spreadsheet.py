# mypy: disable-error-code="import-untyped"
"""Lists as an Excel workbook made from scratch: one sheet, values only, and nothing behind them.

A council once published 35 workbooks with hidden sheets; 6,528 people were in them. So nothing is ever copied
from another workbook here, and a test opens what comes out and looks.
"""

import datetime
import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from goldenthread.documents.archives import undated
from goldenthread.privacy.csv_out import OBEYED, Value
from goldenthread.privacy.plain_text import clean, clean_line

NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{date}T12:00:00Z</dcterms:created></cp:coreProperties>'
)
PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


def workbook_bytes(
    sheet: str, head: Iterable[str], rows: Iterable[Iterable[Value]], *, made_on: datetime.date
) -> bytes:
    """One sheet with a row of headings that stays in sight, then the rows. Text is text, even if it begins with "=".

    sheet: the sheet's name, cut to the 31 characters Excel allows. made_on: the only property of the file.
    The same list gives the same bytes.
    """
    book = Workbook(write_only=True)
    page = book.create_sheet(NOT_IN_A_SHEET_NAME.sub(" ", clean_line(sheet))[:31].strip() or "1")
    headings = [clean_line(heading) for heading in head]
    for number, heading in enumerate(headings, start=1):
        page.column_dimensions[get_column_letter(number)].width = min(max(12, len(heading) + 4), 40)
    page.freeze_panes = "A2"
    page.append([_cell(page, heading, bold=True) for heading in headings])
    for row in rows:
        page.append([_cell(page, value) for value in row])
    saved = BytesIO()
    book.save(saved)
    properties = PROPERTIES.format(date=made_on.isoformat()).encode()
    return undated(saved.getvalue(), {"docProps/core.xml": properties, "docProps/app.xml": PROGRAM.encode()})


def _cell(page: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    text = clean(value)
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"  # openpyxl takes "=1+1" for a formula unless told
    cell.quotePrefix = text.startswith(OBEYED)  # and so would Excel, when the cell is edited
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
    if bold:
        cell.font = Font(bold=True)
    return cell
