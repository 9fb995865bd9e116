"""Word and OpenDocument texts: no macros, no programs, nothing fetched from elsewhere, and without their properties.

Who wrote a text, at which body and with what program stands in parts of their own; those are written anew, empty
(docs/decisions/0015-properties-taken-out.md).
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext

from goldenthread.documents.checks.archive import contents, opened, packed, read_xml
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


_NO_PROPERTIES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{0}/>'
DOCX_PROPERTIES = {
    "docProps/core.xml": 'cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    "docProps/app.xml": 'Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"',
    "docProps/custom.xml": 'Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"',
}
ODT_PROPERTIES = {
    "meta.xml": 'office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"',
}


def clean_docx(data: bytes) -> bytes:
    """The text without its properties, or RefusedFile. ECMA-376 part 2 for the package; a link to click on is allowed."""
    with opened(data) as archive:
        parts = contents(archive)
        _refuse_programs(parts)
        if not _is_word_document(parts):
            raise RefusedFile(gettext("This is not a Word document. Open it, choose 'Save as', then PDF."))
        for name, part in parts.items():
            if name.endswith((".xml", ".rels")):
                elements = read_xml(part)
                if name.endswith(".rels"):
                    _refuse_links_out(elements)
                else:
                    list(elements)
    return packed(_emptied(parts, DOCX_PROPERTIES))


def clean_odt(data: bytes) -> bytes:
    """The text without its properties, or RefusedFile. OpenDocument 1.3 part 2 for the package."""
    with opened(data) as archive:
        parts = contents(archive)
        _refuse_programs(parts)
        if parts.get("mimetype") != ODT_TYPE or "content.xml" not in parts:
            raise RefusedFile(gettext("This is not an OpenDocument text. Open it, choose 'Save as', then PDF."))
        for name, part in parts.items():
            if name.endswith((".xml", ".rdf")):
                for element, attributes in read_xml(part):
                    _refuse_odt_element(element, attributes)
    return packed(_emptied(parts, ODT_PROPERTIES))


def _emptied(parts: dict[str, bytes], properties: dict[str, str]) -> dict[str, bytes]:
    empty = {name: _NO_PROPERTIES.format(root).encode() for name, root in properties.items()}
    return {name: empty.get(name, part) for name, part in parts.items()}


def _is_word_document(parts: dict[str, bytes]) -> bool:
    """Whether the package names exactly one main part, and that is a Word text without macros."""
    declared = [attributes for _, attributes in read_xml(parts.get("[Content_Types].xml", b"<none/>"))]
    if any(PROGRAM_TYPE.search(attributes.get("ContentType", "")) for attributes in declared):
        raise RefusedFile(_program())
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
