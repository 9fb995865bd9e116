"""A PDF looked through and written anew in a process of its own, which may use only so much memory and time.

Read by QPDF, a file of a few kilobytes can be made to fill gigabytes. Here it ends this process and nothing else.
Run as a program: the file comes in on standard input, the cleaned one leaves on standard output, and the number the
process ends with is one of `Outcome`; any other says that it needed more than it may have. It knows no Django and
opens no other file. What it takes out: docs/decisions/0015-properties-taken-out.md.
"""

import logging
import resource
import sys
from collections.abc import Iterator
from enum import IntEnum
from io import BytesIO

import pikepdf

from goldenthread.documents.checks.pdf_names import ACTIVE, ACTIVE_NAMES, LOCKED, names_in
from goldenthread.documents.checks.pdf_signature import holds_signature
from goldenthread.documents.checks.picture_notes import UnreadablePicture, without_notes

MEMORY = 768_000_000  # bytes of address space
SECONDS = 15  # of processor time
PAGES = 3_000
PROPERTIES = ("/Info", "/Metadata", "/PieceInfo", "/LastModified")  # ISO 32000-1, 14.3, 14.5
KINDS = {"/S", "/Type", "/Subtype"}  # where a dictionary says what it is
PICTURE_FILTERS = ("/DCTDecode", "/DCT", "/JPXDecode")


class Outcome(IntEnum):
    CLEANED = 0
    SIGNED = 10  # nothing leaves: it is kept as it came
    LOCKED = 11
    ACTIVE = 12
    DAMAGED = 13
    MANY_PAGES = 14
    ODD_PICTURE = 15


class Stopped(Exception):
    """There is nothing to write; `args[0]` is the Outcome."""


def rewritten(data: bytes) -> bytes:
    """The same pages; the same file gives the same bytes each time, so that it is kept once. Raises Stopped.

    It reads the file's own names of things, also the packed ones. It is no proof that a file is harmless; the
    virus scan and serving it as an attachment stay necessary.
    """
    names = names_in(data)
    if LOCKED.search(names):
        raise Stopped(Outcome.LOCKED)
    if ACTIVE.search(names):
        raise Stopped(Outcome.ACTIVE)
    del names
    cleaned = BytesIO()
    try:
        with pikepdf.open(BytesIO(data), inherit_page_attributes=False) as pdf:  # else a page is made of each naming
            _refuse_many_pages(pdf)
            signed = holds_signature(pdf, data)
            _take_out_properties(pdf)
            if signed:
                raise Stopped(Outcome.SIGNED)
            pdf.save(cleaned, deterministic_id=True, fix_metadata_version=False)
    except (pikepdf.PdfError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise Stopped(Outcome.DAMAGED) from error
    except UnreadablePicture as error:
        raise Stopped(Outcome.ODD_PICTURE) from error
    return cleaned.getvalue()


def _refuse_many_pages(pdf: pikepdf.Pdf) -> None:
    """Counted as often as they are named: QPDF makes a page of each naming. A tree that runs in circles never ends."""
    left = [pdf.Root.get("/Pages")]
    pages = branches = 0
    while left:
        node = left.pop()
        kids = node.get("/Kids") if isinstance(node, pikepdf.Dictionary) else None
        more = len(kids) if isinstance(kids, pikepdf.Array) else 0
        pages, branches = (pages, branches + 1) if more else (pages + 1, branches)
        if pages > PAGES or branches > PAGES or pages + branches + len(left) + more > 2 * PAGES:
            raise Stopped(Outcome.MANY_PAGES)
        if isinstance(kids, pikepdf.Array):
            left += list(kids)


def _take_out_properties(pdf: pikepdf.Pdf) -> None:
    """Of the file, and of everything in it: pages, pictures, fonts. Rights given by a maker's program go too.

    Raises Stopped where something in it is a program or another file.
    """
    for thing in (pdf.trailer, pdf.Root):
        for name in {*PROPERTIES, "/Perms"} & _names(thing):
            del thing[name]
    for each in pdf.objects:
        for thing in _with_direct_parts(each):
            names = _names(thing)
            _refuse_active(thing, names)
            _take_out_of(thing, names)
        if isinstance(each, pikepdf.Stream):
            _clean_stream(each)


def _with_direct_parts(each: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The dictionaries and streams that are written as one object; others that it names are met by themselves."""
    left = [each]
    while left:
        thing = left.pop()
        if isinstance(thing, pikepdf.Array):
            inside = list(thing)
        elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            yield thing
            inside = _values(thing)
        else:
            continue
        left += [one for one in inside if isinstance(one, pikepdf.Object) and not one.is_indirect]


def _refuse_active(thing: pikepdf.Object, names: set[str]) -> None:
    kinds = [kind for name in KINDS & names if isinstance(kind := thing.get(name), pikepdf.Name)]
    if ACTIVE_NAMES & names or any(kind.unparse().decode("latin-1") in ACTIVE_NAMES for kind in kinds):
        raise Stopped(Outcome.ACTIVE)


def _take_out_of(thing: pikepdf.Object, names: set[str]) -> None:
    if "/PieceInfo" in names:
        for name in {"/PieceInfo", "/LastModified"} & names:
            del thing[name]
    # A resource may be called "Metadata" too, such as a picture or a font; what has notes in it is another kind.
    if "/Metadata" in names and isinstance(thing["/Metadata"], pikepdf.Stream) and not _shows(thing["/Metadata"]):
        del thing["/Metadata"]
    # A page's small picture of itself, which may show it as it was before something was taken out.
    if "/Thumb" in names and thing.get("/Type") == "/Page":
        del thing["/Thumb"]


def _names(thing: pikepdf.Object) -> set[str]:
    """What the dictionary names; of one with a name in old letters only the names that matter here."""
    try:
        return set(thing.keys())
    except UnicodeDecodeError:
        return {name for name in (*PROPERTIES, "/Perms", "/Thumb", *ACTIVE_NAMES) if name in thing}


def _values(thing: pikepdf.Object) -> list[pikepdf.Object]:
    try:
        return [value for _, value in thing.items()]
    except UnicodeDecodeError:  # a program inside it is found by `names_in` still
        return []


def _shows(stream: pikepdf.Object) -> bool:
    return stream.get("/Subtype") in ("/Image", "/Form")


def _clean_stream(stream: pikepdf.Object) -> None:
    if stream.get("/Type") == "/Metadata":  # named from somewhere else still
        stream.write(b"")
        return
    filters = _listed(stream.get("/Filter"))
    if not filters or filters[-1] not in PICTURE_FILTERS:
        return
    parameters = _listed(stream.get("/DecodeParms"))
    picture = stream.read_raw_bytes()
    if len(filters) > 1:  # a photo packed once more, say in letters
        picture = _unpacked(picture, filters[:-1], parameters[:-1])
    clean = without_notes(picture)
    if clean != picture:
        own = parameters[-1] if len(parameters) == len(filters) else None
        stream.write(
            clean,
            filter=pikepdf.Name(str(filters[-1])),
            decode_parms=own if isinstance(own, pikepdf.Dictionary) else None,
        )


def _listed(value: object) -> list[pikepdf.Object]:
    if isinstance(value, pikepdf.Array):
        return list(value)
    return [] if value is None else [value]  # type: ignore[list-item]


def _unpacked(data: bytes, filters: list[pikepdf.Object], parameters: list[pikepdf.Object]) -> bytes:
    with pikepdf.new() as other:
        packed = other.make_stream(data)
        packed.Filter = pikepdf.Array([pikepdf.Name(str(one)) for one in filters])
        if any(isinstance(one, pikepdf.Dictionary) for one in parameters):
            raise UnreadablePicture("packed in a way that no program packs a photo")
        return packed.read_bytes(pikepdf.StreamDecodeLevel.generalized)


def main() -> int:
    logging.disable()  # its complaints may quote the file
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
    try:
        cleaned = rewritten(sys.stdin.buffer.read())
    except Stopped as stopped:
        return int(stopped.args[0])
    sys.stdout.buffer.write(cleaned)
    return Outcome.CLEANED


if __name__ == "__main__":
    sys.exit(main())
