"""PDF files that people send: whole, not locked, and without programs or other files inside."""

import re
import zlib

from django.utils.translation import gettext

from goldenthread.documents.refusal import RefusedFile

NAME = rb"(?![A-Za-z0-9#])"
LOCKED = re.compile(rb"/Encrypt" + NAME)
# Scripts, starting of programs, files in the file, films: ISO 32000-1, 12.6.4, 7.11.4 and 13.
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)" + NAME)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Objects may be packed together; what names them stands before the packed bytes.
PACKED_OBJECTS = re.compile(rb"<<[^>]{0,400}/ObjStm[^>]{0,400}>>\s*stream\r?\n")
UNPACKED_LIMIT = 20_000_000  # bytes for all packed objects of one file


def check_pdf(data: bytes) -> bytes:
    """The same bytes, or RefusedFile: cut off, locked with a password, or holding a program or another file.

    It reads the file's own names of things, also the packed ones. It is no proof that a file is harmless; the
    virus scan and serving it as an attachment stay necessary.
    """
    if not re.match(rb"%PDF-[12]\.\d", data) or b"%%EOF" not in data[-2048:]:
        raise RefusedFile(gettext("This PDF is damaged or cut off. Save it again, or take photos of the pages."))
    names = data + b"\n" + _packed_objects(data)
    names = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), names)
    if LOCKED.search(names):
        raise RefusedFile(
            gettext("This PDF is locked with a password. Open it, choose 'Print', then 'Save as PDF', and send that.")
        )
    if ACTIVE.search(names):
        raise RefusedFile(
            gettext(
                "This PDF has a small program or another file inside it. "
                "Open it, choose 'Print', then 'Save as PDF', and send that."
            )
        )
    return data


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
            raise RefusedFile(gettext("This PDF is too large to check. Send it in parts, or ask us how."))
        unpacked.append(objects)
    return b"\n".join(unpacked)
