"""PDF files that people send: whole, not locked, without programs or other files inside, and without their makers.

Who wrote a file, with what program and when stands in its properties, not on its pages; that is taken out. A signed
file is kept as it is, since a signature holds for these very bytes (docs/decisions/0015-properties-taken-out.md).
"""

import re
import zlib
from io import BytesIO

import pikepdf
from django.utils.translation import gettext

from goldenthread.documents.refusal import RefusedFile

NAME = rb"(?![A-Za-z0-9#])"
LOCKED = re.compile(rb"/Encrypt" + NAME)
# Scripts, starting of programs, files in the file, films: ISO 32000-1, 12.6.4, 7.11.4 and 13.
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)" + NAME)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Objects may be packed together; what names them stands before the packed bytes.
PACKED_OBJECTS = re.compile(rb"<<[^>]{0,400}/ObjStm[^>]{0,400}>>\s*stream\r?\n")
SIGNED = re.compile(rb"/ByteRange" + NAME)
PROPERTIES = {"/Info", "/Metadata", "/PieceInfo", "/LastModified"}  # ISO 32000-1, 14.3, 14.5
UNPACKED_LIMIT = 20_000_000  # bytes for all packed objects of one file


def clean_pdf(data: bytes) -> bytes:
    """The file without its properties, or RefusedFile: cut off, locked, or holding a program or another file.

    It reads the file's own names of things, also the packed ones. It is no proof that a file is harmless; the
    virus scan and serving it as an attachment stay necessary.
    """
    if not re.match(rb"%PDF-[12]\.\d", data) or b"%%EOF" not in data[-2048:]:
        raise RefusedFile(_damaged())
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
    return data if SIGNED.search(names) else _without_properties(data)


def _without_properties(data: bytes) -> bytes:
    """The same pages; the same file gives the same bytes each time, so that it is kept once."""
    cleaned = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            for thing in (pdf.trailer, pdf.Root, *(page.obj for page in pdf.pages)):
                for name in PROPERTIES & set(thing.keys()):
                    del thing[name]
            pdf.save(cleaned, deterministic_id=True, fix_metadata_version=False)
    except pikepdf.PdfError as error:
        raise RefusedFile(_damaged()) from error
    return cleaned.getvalue()


def _damaged() -> str:
    return gettext("This PDF is damaged or cut off. Save it again, or take photos of the pages.")


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
