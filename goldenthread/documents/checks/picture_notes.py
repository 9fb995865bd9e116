"""Pictures inside other files: what was noted about them (place, time, camera, writer) goes, point by point the
picture stays.

A photo that is sent by itself is drawn anew (`images.py`). One inside a text or a PDF is not: how it lies on the page
depends on its width, height and colours as they are, and which way up it stands is said there, not in its notes.
It knows no Django, so that `pdf_apart.py` can use it.
"""

import re
import struct
from collections.abc import Iterator

EXIF_OR_XMP = re.compile(rb"Exif\0\0|ns\.adobe\.com/xap/|<x:xmpmeta|<\?xpacket")
JPEG_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
JPEG_SCAN, JPEG_END = 0xDA, 0xD9
# Application segments that say how the picture is shown: its density, its colours. ITU T.871, ICC.1, Adobe TN5116.
JPEG_SHOWN_BY = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
JPEG_NOTES = {*range(0xE0, 0xF0), 0xFE}
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_SHOWN_BY = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"hIST", b"sPLT"}
PNG_MOVES = {b"acTL", b"fcTL", b"fdAT"}
GIF_COMMENT, GIF_APPLICATION = 0xFE, 0xFF
WEBP_SHOWN_BY = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
WEBP_EXIF_OR_XMP = 0x0C  # flags in VP8X that say such notes follow
JP2_START = b"\0\0\0\x0cjP  \r\n\x87\n"
JP2_NOTES = {b"xml ", b"uuid", b"uinf"}


class UnreadablePicture(Exception):
    """It has notes, or may have, and is not made so that they can be taken out."""


def without_notes(data: bytes) -> bytes:
    """The same picture without notes about it; what is no picture known here comes back as it is.

    Raises UnreadablePicture when a picture is not made as its first bytes say, or notes remain.
    """
    kept = data
    try:
        if data.startswith(b"\xff\xd8"):
            kept = b"".join(_jpeg(data))
        elif data.startswith(PNG_START):
            kept = b"".join(_png(data))
        elif data.startswith((b"GIF87a", b"GIF89a")):
            kept = b"".join(_gif(data))
        elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            kept = _webp(data)
        elif data.startswith(JP2_START):
            kept = b"".join(_jp2(data))
    except (struct.error, IndexError) as error:
        raise UnreadablePicture("cut off") from error
    if EXIF_OR_XMP.search(kept):
        raise UnreadablePicture("notes remain")
    return kept


def _jpeg(data: bytes) -> Iterator[bytes]:
    """ISO/IEC 10918-1, annex B. What hangs on behind the end, such as a second picture with its own notes, goes."""
    yield data[:2]
    at, scanning = 2, False
    while found := JPEG_MARKER.search(data, at):
        if scanning:
            yield data[at : found.start()]
        marker = found[1][0]
        if marker == JPEG_END:
            yield found[0]
            return
        (length,) = struct.unpack_from(">H", data, found.end())
        at = found.end() + max(length, 2)
        segment = data[found.end() + 2 : at]
        shown_by = JPEG_SHOWN_BY.get(marker)
        if marker not in JPEG_NOTES or (shown_by and segment.startswith(shown_by)):
            yield data[found.start() : at]
        scanning = scanning or marker == JPEG_SCAN
    if not scanning:
        raise UnreadablePicture("no picture in it")
    yield data[at:]  # its end was cut off; programs show what there is


def _png(data: bytes) -> Iterator[bytes]:
    """PNG, third edition, 5.3. A name that begins with a capital is needed to show the picture."""
    yield PNG_START
    at, name = len(PNG_START), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">L4s", data, at)
        if name[:1].isupper() or name in PNG_SHOWN_BY or name in PNG_MOVES:
            yield data[at : at + 12 + length]
        at += 12 + length


def _gif(data: bytes) -> Iterator[bytes]:
    """GIF89a, 18 to 27: only the count of repeats is kept of what programs add."""
    at = 13 + _colour_table(data[10])
    yield data[:at]
    while data[at] != 0x3B:
        start, kind = at, data[at]
        if kind == 0x21:
            label, name = data[at + 1], data[at + 3 : at + 14]
            at = _after_blocks(data, at + 2)
            noted = label == GIF_COMMENT or (label == GIF_APPLICATION and name not in (b"NETSCAPE2.0", b"ANIMEXTS1.0"))
        elif kind == 0x2C:
            at = _after_blocks(data, at + 11 + _colour_table(data[at + 9]))
            noted = False
        else:
            raise UnreadablePicture("unknown block")
        if not noted:
            yield data[start:at]
    yield b"\x3b"


def _colour_table(packed: int) -> int:
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += 1 + size
    return at + 1


def _webp(data: bytes) -> bytes:
    """RFC 9649, 2.3 to 2.7."""
    kept, at = [], 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sL", data, at)
        end = at + 8 + length + length % 2
        if name == b"VP8X":
            kept += [data[at : at + 8], bytes([data[at + 8] & ~WEBP_EXIF_OR_XMP]), data[at + 9 : end]]
        elif name in WEBP_SHOWN_BY:
            kept.append(data[at:end])
        at = end
    inside = b"".join(kept)
    return struct.pack("<4sL4s", b"RIFF", 4 + len(inside), b"WEBP") + inside


def _jp2(data: bytes) -> Iterator[bytes]:
    """ISO/IEC 15444-1, annex I. A box with notes is blanked out, since others may be found by where they lie."""
    at = 0
    while at < len(data):
        length, name = struct.unpack_from(">L4s", data, at)
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        length = length or len(data) - at
        if length < 8:
            raise UnreadablePicture("box without length")
        end = min(at + length, len(data))
        yield data[at : at + 4] + b"free" + bytes(end - at - 8) if name in JP2_NOTES else data[at:end]
        at = end
