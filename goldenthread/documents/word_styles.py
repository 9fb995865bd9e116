"""How a Word document looks: the same calm page as the PDF, in a typeface every office has."""

from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from goldenthread.documents.model import Document
from goldenthread.documents.pdf import PrintSize
from goldenthread.documents.word_xml import element, paragraph_border

# Word takes another typeface without a word when ours is not installed; Arial is on every machine.
TYPEFACE = "Arial"
INK, GREEN, GREY = RGBColor(0x14, 0x21, 0x3D), RGBColor(0x0F, 0x5C, 0x4D), RGBColor(0x4A, 0x55, 0x61)
GOLD_LINE, GREEN_LINE, INK_LINE = "C98A00", "0F5C4D", "14213D"
PAGE_WIDTH, MARGIN = 210, 25
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN  # millimetres

HEADINGS = {1: (1.75, INK, 14, 10), 2: (1.3, GREEN, 18, 6), 3: (1.1, INK, 14, 4), 4: (1.0, GREEN, 12, 4)}


def dress(word: WordDocument, document: Document, size: PrintSize) -> None:
    """Set the page, the language, the direction and every style the document uses."""
    _page(word)
    _normal(word, document, size)
    for level, (scale, colour, before, after) in HEADINGS.items():
        style = _paragraph_style(word, f"Heading {level}")
        _letters(style, size.value * scale, colour, bold=True)
        _space(style, before, after)
        style.paragraph_format.keep_with_next = True
    sender = _new(word, "Sender", colour=GREEN, bold=True, after=12)
    _border(sender, (("bottom", GOLD_LINE),), width=10, space=8)
    _new(word, "Address", after=14)
    _new(word, "Table title", bold=True, before=12, after=4).paragraph_format.keep_with_next = True
    _new(word, "Table words", before=3, after=3)
    _new(word, "After table", after=4)
    _bordered(word, document)
    _letters(_paragraph_style(word, "Caption"), size.value * 0.92, GREY, bold=False)
    _letters(_paragraph_style(word, "Footer"), size.value * 0.79, GREY, bold=False)
    term = cast(CharacterStyle, word.styles.add_style("Term", WD_STYLE_TYPE.CHARACTER))
    term.font.underline = WD_UNDERLINE.DOTTED


def number_afresh(word: WordDocument) -> int:
    """A numbering of its own for one list, starting at 1; without it Word counts on from the list before."""
    numbering = word.part.numbering_part.element
    style = _paragraph_style(word, "List Number")
    used = style.element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(used).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return cast(int, number.numId)


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(22), Mm(27)
    section.footer_distance = Mm(10)


def _normal(word: WordDocument, document: Document, size: PrintSize) -> None:
    style = _paragraph_style(word, "Normal")
    _letters(style, size.value, INK, bold=False)
    _space(style, 0, size.value * 0.75)
    style.paragraph_format.line_spacing = 1.25
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("lang", val=document.language, bidi=document.language))
    if document.runs_right_to_left:
        properties = style.element.get_or_add_pPr()
        properties.insert_element_before(element("bidi"), "w:spacing", "w:ind", "w:jc")
        style.element.get_or_add_rPr().append(element("rtl"))


def _bordered(word: WordDocument, document: Document) -> None:
    beginning = "right" if document.runs_right_to_left else "left"
    own_words = _new(word, "Own words", before=8, after=0)
    own_words.paragraph_format.keep_with_next = True
    said_by = _new(word, "Said by", colour=GREY, after=12)
    note = _new(word, "Note", before=8, after=12)
    for style, colour in ((own_words, GOLD_LINE), (said_by, GOLD_LINE), (note, GREEN_LINE)):
        style.paragraph_format.left_indent = Mm(5)
        _border(style, ((beginning, colour),), width=20, space=10)
    important = _new(word, "Important", before=8, after=12)
    important.paragraph_format.left_indent = important.paragraph_format.right_indent = Mm(4)
    box = tuple((side, INK_LINE) for side in ("top", "left", "bottom", "right"))
    _border(important, box, width=12, space=8)


def _border(style: ParagraphStyle, sides: tuple[tuple[str, str], ...], *, width: int, space: int) -> None:
    borders = element("pBdr")
    for side, colour in sides:
        borders.append(paragraph_border(side, colour, width=width, space=space))
    # The schema wants the border before these.
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _new(
    word: WordDocument,
    name: str,
    *,
    colour: RGBColor = INK,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = cast(ParagraphStyle, word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = word.styles["Normal"]
    style.font.bold = style.font.cs_bold = bold
    style.font.color.rgb = colour
    _space(style, before, after)
    return style


def _paragraph_style(word: WordDocument, name: str) -> ParagraphStyle:
    return cast(ParagraphStyle, word.styles[name])


def _letters(style: ParagraphStyle, points: float, colour: RGBColor, *, bold: bool) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(round(points * 2) / 2), bold, False
    style.font.color.rgb = colour
    style.font.cs_bold = bold
    properties = style.element.get_or_add_rPr()
    # Arabic and Hebrew letters have a size of their own.
    larger = element("szCs", val=str(round(points * 2)))
    properties.insert_element_before(larger, "w:highlight", "w:u", "w:rtl", "w:lang")
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), TYPEFACE)


def _space(style: ParagraphStyle, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
