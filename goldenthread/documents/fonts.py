"""The typefaces of printed documents, and which characters they can show.

The text is set in Atkinson Hyperlegible; names and words in other alphabets, and emoji, in the typefaces that
stand beside it in the folder `fonts`. No system font is ever looked at: a document is the same on every
machine.
"""

import struct
import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path

import typst

BODY_FAMILY = "Atkinson Hyperlegible"
HERE = Path(__file__).resolve().parent
FOLDER = HERE / "fonts"


@cache
def loaded() -> typst.Fonts:
    """The fonts, read once for each process. Raises FileNotFoundError when the body typeface is missing."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FOLDER)],
    )
    if BODY_FAMILY not in fonts.families():
        raise FileNotFoundError(f"No {BODY_FAMILY} among the .ttf files of documents/fonts.")
    return fonts


@cache
def characters() -> frozenset[int]:
    """Every character that one of the fonts can show."""
    return frozenset(chain.from_iterable(character_map(file.read_bytes()) for file in FOLDER.glob("*.ttf")))


def can_show(character: str) -> bool:
    """Whether the character can be printed; one that only steers its neighbours needs no shape of its own."""
    return ord(character) in characters() or unicodedata.category(character) == "Cf"


def character_map(font: bytes) -> set[int]:
    """The characters of one TrueType font, from its `cmap` table: OpenType 1.9, formats 4 and 12."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        subtable = start + struct.unpack_from(">HHL", font, start + 4 + 8 * number)[2]
        form = struct.unpack_from(">H", font, subtable)[0]
        if form == 4:
            found |= _segments(font, subtable)
        elif form == 12:
            found |= _groups(font, subtable)
    return found


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    # Four rows of numbers; two empty bytes stand after the first row.
    places = (at + 14, *(at + 16 + 2 * count * row for row in (1, 2, 3)))
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", font, place) for place in places)
    found = set()
    for segment in range(count):
        for character in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            glyph = (character + deltas[segment]) & 0xFFFF
            if offsets[segment]:
                # An offset is counted from the place where it is written.
                place = places[3] + 2 * segment + offsets[segment] + 2 * (character - starts[segment])
                glyph = struct.unpack_from(">H", font, place)[0]
            if glyph:
                found.add(character)
    return found


def _groups(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">L", font, at + 12)[0]
    groups = (struct.unpack_from(">LLL", font, at + 16 + 12 * number) for number in range(count))
    return set(chain.from_iterable(range(first, last + 1) for first, last, glyph in groups))
