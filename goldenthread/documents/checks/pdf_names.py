"""What a PDF names in its own words, also where they are disguised or packed: locks, programs, other files."""

import re
import zlib

NAME = rb"(?![A-Za-z0-9#])"
LOCKED = re.compile(rb"/Encrypt" + NAME)
# Scripts, starting of programs, files in the file, films: ISO 32000-1, 12.6.4, 7.11.4 and 13.
ACTIVE_NAMES = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/RichMedia",
    "/XFA",
    "/GoToE",
    "/ImportData",
    "/SubmitForm",
}
ACTIVE = re.compile(b"(" + "|".join(sorted(ACTIVE_NAMES)).encode() + b")" + NAME)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Objects may be packed together; what names them stands before the packed bytes.
STREAM = re.compile(rb"(?<!end)stream\r?\n")
PACKED_OBJECTS = re.compile(rb"<<[^>]{0,400}/ObjStm[^>]{0,400}>>\s*stream\r?\n")
UNPACKED_LIMIT = 20_000_000  # bytes for all packed objects of one file


class TooLarge(Exception):
    """The packed objects unpack to more than is looked through."""


def names_in(data: bytes) -> bytes:
    """The file without its streams, its packed objects behind it, and every disguised letter plain. Raises TooLarge.

    The bytes of a scanned page spell "/JS" by chance, once in some 20 MB; what a stream is used for is asked of QPDF.
    """
    names = _without_streams(data) + b"\n" + _packed_objects(data)
    return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), names)


def _without_streams(data: bytes) -> bytes:
    kept, at = [], 0
    while found := STREAM.search(data, at):
        end = data.find(b"endstream", found.end())
        if end < 0:
            break
        kept.append(data[at : found.end()])
        at = end
    return b"".join([*kept, data[at:]])


def _packed_objects(data: bytes) -> bytes:
    left = UNPACKED_LIMIT
    unpacked = []
    for found in PACKED_OBJECTS.finditer(data):
        machine = zlib.decompressobj()
        try:
            objects = machine.decompress(data[found.end() :], left)
        except zlib.error:
            objects = b""
        left -= len(objects)
        if left <= 0:
            raise TooLarge
        unpacked.append(objects)
    return b"\n".join(unpacked)
