"""Word and OpenDocument texts: no macros, no programs, nothing fetched from elsewhere, and without their properties.

Who wrote a text, at which body and with what program stands in parts of their own; those are taken out, and so are
the notes in its pictures (docs/decisions/0015-properties-taken-out.md).
"""

import re
from collections import deque
from collections.abc import Container, Iterable

from django.utils.translation import gettext

from goldenthread.documents.checks.archive import contents, opened, packed, read_xml
from goldenthread.documents.checks.images import TIFF_STARTS, without_tiff_notes
from goldenthread.documents.checks.office_properties import (
    CONTENT_TYPES,
    declared_types,
    listed,
    without_open_document_properties,
    without_word_properties,
)
from goldenthread.documents.checks.picture_notes import UnreadablePicture, without_notes
from goldenthread.documents.refusal import RefusedFile

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
# Parts that hold programs: Visual Basic, ActiveX, embedded objects, OpenDocument's own scripts.
PROGRAM_PART = re.compile(
    r"vbaProject|vbaData|activeX|\.(bin|exe|dll|js|vbs|jar|class|py|sh|bat|cmd|[dxp][olp][ctsp]m|xlsb)$|^(Basic|Scripts|Dialogs)/",
    re.IGNORECASE,
)
PROGRAM_TYPE = re.compile(r"macro|vba|activeX|oleObject", re.IGNORECASE)
OWN_DISK = re.compile(r"file:///[A-Za-z]:", re.IGNORECASE)
ELSEWHERE = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


INSIDE_LIMIT = 20_000_000  # bytes unpacked, all packages inside together
DEEPEST = 1  # a workbook behind a chart is a package in a package; there is no reason for a third


def clean_docx(data: bytes) -> bytes:
    """The text without its properties, or RefusedFile. ECMA-376 part 2 for the package; a link to click on is allowed."""
    with opened(data) as archive:
        cleaned = _clean_open_xml(contents(archive))
        if not _is_word_document(cleaned):
            raise RefusedFile(gettext("This is not a Word document. Open it, choose 'Save as', then PDF."))
    return packed(cleaned)


def clean_odt(data: bytes) -> bytes:
    """The text without its properties, or RefusedFile. OpenDocument 1.3 part 2 for the package."""
    with opened(data) as archive:
        parts = contents(archive)
        if parts.get("mimetype") != ODT_TYPE or "content.xml" not in parts:
            _refuse_programs(parts)
            raise RefusedFile(gettext("This is not an OpenDocument text. Open it, choose 'Save as', then PDF."))
        cleaned = _clean_open_document(parts)
    return packed(cleaned)


def _clean_open_xml(parts: dict[str, bytes], depth: int = 0) -> dict[str, bytes]:
    _refuse_programs(parts)
    types = declared_types(parts)
    if any(PROGRAM_TYPE.search(kind) for kind in types.values()):
        raise RefusedFile(_program())
    roots = {}
    for name, part in parts.items():
        # A drawing in SVG may declare its document type; it is shown as a picture and its scripts never run.
        if name.endswith((".xml", ".rels")) or (types[name].endswith("xml") and "svg" not in types[name]):
            elements = read_xml(part)
            roots[name], _ = next(elements)
            if name.endswith(".rels"):
                _refuse_links_out(elements)
            else:
                deque(elements, maxlen=0)  # read to its end, to know that it is sound
    return _clean_inside(without_word_properties(parts, roots), roots, depth)


def _clean_open_document(parts: dict[str, bytes], depth: int = 0) -> dict[str, bytes]:
    _refuse_programs(parts)
    roots: dict[str, str] = {}
    for name, part in parts.items():
        if name.endswith((".xml", ".rdf")):
            for element, attributes in read_xml(part):
                roots.setdefault(name, element)
                _refuse_odt_element(element, attributes)
    return _clean_inside(without_open_document_properties(parts, roots), roots, depth)


def _clean_inside(parts: dict[str, bytes], xml_parts: Container[str], depth: int) -> dict[str, bytes]:
    """The pictures without what was noted about them, and packages in the package cleaned as it is itself."""
    left = INSIDE_LIMIT
    cleaned = {}
    for name, part in parts.items():
        if name in xml_parts:
            cleaned[name] = part
        elif part.startswith(b"PK\x03\x04"):
            cleaned[name], used = _clean_package(part, depth + 1, left)
            left -= used
        else:
            cleaned[name] = _clean_picture(part)
    return cleaned


def _clean_package(data: bytes, depth: int, limit: int) -> tuple[bytes, int]:
    """The package, and how many bytes it unpacked to."""
    if depth > DEEPEST:
        raise RefusedFile(
            gettext("This document has other documents inside it. Choose 'Save as', then PDF, and send that.")
        )
    with opened(data) as archive:
        parts = contents(archive, limit)
        if CONTENT_TYPES in parts:
            cleaned = _clean_open_xml(parts, depth)
        elif "mimetype" in parts:
            cleaned = _clean_open_document(parts, depth)
        else:
            raise RefusedFile(_program())
    return packed(cleaned), sum(map(len, parts.values()))


def _clean_picture(data: bytes) -> bytes:
    try:
        return without_tiff_notes(data) if data.startswith(TIFF_STARTS) else without_notes(data)
    except UnreadablePicture as error:
        raise RefusedFile(
            gettext("This document has a picture in it that we cannot read. Choose 'Save as', then PDF, and send that.")
        ) from error


def _is_word_document(parts: dict[str, bytes]) -> bool:
    """Whether the package names exactly one main part, and that is a Word text without macros."""
    declared = [attributes for _, attributes in listed(parts.get(CONTENT_TYPES, b"<none/>"))]
    main = [a.get("PartName", "").lstrip("/") for a in declared if a.get("ContentType") == WORD_MAIN]
    return len(main) == 1 and main[0] in parts


def _refuse_programs(parts: dict[str, bytes]) -> None:
    if any(PROGRAM_PART.search(name) for name in parts):
        raise RefusedFile(_program())


def _refuse_links_out(relationships: Iterable[tuple[str, dict[str, str]]]) -> None:
    for _, attributes in relationships:
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        # Word notes on which template of the writer's own disk a letter was based; that is never fetched here.
        own_template = kind.endswith("/attachedTemplate") and OWN_DISK.match(target)
        outside = attributes.get("TargetMode") == "External" or ELSEWHERE.match(target)
        if outside and not own_template and not kind.endswith("/hyperlink"):
            raise RefusedFile(_fetches())
        if PROGRAM_TYPE.search(kind):
            raise RefusedFile(_program())


def _refuse_odt_element(element: str, attributes: dict[str, str]) -> None:
    if element == "encryption-data":
        raise RefusedFile(gettext("This document is locked with a password. Save a copy without one and send that."))
    if element in ("event-listener", "script", "applet", "plugin"):
        raise RefusedFile(_program())
    # A link in the text ("a") waits to be clicked and the name of a template is only a note; all else is fetched.
    if element not in ("a", "template") and ELSEWHERE.match(attributes.get("href", "")):
        raise RefusedFile(_fetches())


def _program() -> str:
    return gettext("This document has a small program inside it. Open it, choose 'Save as', then PDF, and send that.")


def _fetches() -> str:
    return gettext(
        "This document fetches something from the internet when it is opened. "
        "Open it, choose 'Save as', then PDF, and send that."
    )
