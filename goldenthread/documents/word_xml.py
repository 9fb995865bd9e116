"""The few marks of a Word file for which python-docx has no words of its own (ECMA-376 part 1)."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """A new element of the `w:` vocabulary with its attributes."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word works out itself, such as PAGE or NUMPAGES. Until it has, it reads "1"."""
    field = element("fldSimple", instr=instruction)
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def describe_picture(shape: InlineShape, alt: str) -> None:
    """Put the description where screen readers look, and take the file's name off."""
    properties = shape._inline.docPr
    properties.set("descr", alt)
    properties.set("name", f"Picture {properties.get('id')}")
    for inner in shape._inline.iter(qn("pic:cNvPr")):
        inner.set("name", f"Picture {properties.get('id')}")


def keep_row_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def repeat_on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def mark_first_column(table: Table) -> None:
    """Say that the first column names what stands beside it."""
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    properties.append(element("tblLook", val="0080", firstRow="0", firstColumn="1", noHBand="1", noVBand="1"))


def set_right_to_left(table: Table) -> None:
    """Set the first column on the right, as Arabic and Hebrew are read."""
    table._tbl.tblPr.insert_element_before(element("bidiVisual"), "w:tblW")


def underline_row(row: _Row, *, heading: bool) -> None:
    """A green line under the headings, a thin grey one under each row."""
    for cell in row.cells:
        borders = element("tcBorders")
        colour, width = ("0F5C4D", "10") if heading else ("B9C0C9", "4")
        borders.append(element("bottom", val="single", sz=width, space="0", color=colour))
        cell._tc.get_or_add_tcPr().append(borders)


def paragraph_border(side: str, colour: str, *, width: int, space: int) -> BaseOxmlElement:
    """One side of a border round a paragraph. width: eighths of a point; space: points."""
    return element(side, val="single", sz=str(width), space=str(space), color=colour)
