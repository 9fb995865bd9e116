"""Files that are really zipped folders: looked through without trusting what they say about themselves."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.parsers import expat

from django.utils.translation import gettext

from goldenthread.documents.refusal import RefusedFile

ENTRIES = 2_000
UNPACKED_LIMIT = 100_000_000  # bytes, all entries together
MARKS = 4_000_000  # of "<", all entries together; each begins or ends an element, and a million take a second to read
RATIO = 200  # times larger than the file itself; text packs to about a tenth, a bomb to a thousandth
PIECE = 2_000_000  # bytes of XML read at once; in smaller ones a very long word is begun again too often


class UnsoundXml(Exception):
    """The XML is broken, or declares a document type or entities, which no office document needs."""


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive, its list already checked. Raises RefusedFile, also for what goes wrong inside the block."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_list(archive, len(data))
            yield archive
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        EOFError,
        OSError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        UnsoundXml,
    ) as error:
        raise RefusedFile(_damaged()) from error


def contents(archive: zipfile.ZipFile, limit: int | None = None) -> dict[str, bytes]:
    """Every entry, unpacked here and counted while unpacking: the sizes written in the file may lie.

    limit: the most bytes all together; UNPACKED_LIMIT unless said.
    """
    left, marks = UNPACKED_LIMIT if limit is None else limit, MARKS
    found = {}
    for entry in archive.infolist():
        with archive.open(entry) as packed:
            unpacked = packed.read(left + 1)
        left -= len(unpacked)
        marks -= unpacked.count(b"<")
        if left < 0 or marks < 0:
            raise RefusedFile(_too_large())
        found[entry.filename] = unpacked
    return found


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these entries in their order; the same entries give the same bytes. "mimetype" is never packed."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)  # of 1980: when it was saved is nobody's business
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return made.getvalue()


def read_xml(part: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Each element's name, without its namespace, and attributes, in order. Nothing outside is fetched."""
    elements: list[tuple[str, dict[str, str]]] = []

    def refuse(*_: object) -> None:
        raise UnsoundXml("document type declared")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: elements.append(
        (_local(name), {_local(key): value for key, value in attributes.items()})
    )
    # Little by little: the elements of a part of nothing but elements take fifty times the part's own room.
    for start in range(0, len(part) + 1, PIECE):
        piece = part[start : start + PIECE]
        try:
            parser.Parse(piece, start + PIECE > len(part))
        except expat.ExpatError as error:
            raise UnsoundXml(str(error)) from error
        yield from elements
        elements.clear()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _check_list(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > min(UNPACKED_LIMIT, size * RATIO):
        raise RefusedFile(_too_large())
    if len({name.casefold() for name in names}) != len(names) or not all(map(_stays_inside, names)):
        raise RefusedFile(_damaged())
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise RefusedFile(_damaged())
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedFile(gettext("This document is locked with a password. Save a copy without one and send that."))


def _stays_inside(name: str) -> bool:
    """Whether the entry's name stays in its folder when unpacked on any kind of machine."""
    parts = name.replace("\\", "/").split("/")
    return bool(name) and "\x00" not in name and ":" not in name and parts[0] != "" and ".." not in parts


def _damaged() -> str:
    return gettext("This document is damaged or is not what it says. Open it, choose 'Save as', then PDF.")


def _too_large() -> str:
    return gettext("This document unpacks to more than we can check. Save it again as PDF and send that.")
