"""The parts of a zipped text that say who made it: found by what they are, since they may have any name.

Word texts: ECMA-376 part 2 (packages), 8 and annex E. OpenDocument texts: OpenDocument 1.3 part 2, 3.
"""

import posixpath
import re
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from goldenthread.documents.checks.archive import UnsoundXml, read_xml

# By a relationship's or a content type: maker's properties, the small picture of the first page, the employer's
# label, and the list of who commented with their addresses for signing in (their names stay beside the comments).
PROPERTY_TYPE = re.compile(
    r"(core|extended|custom)-?properties|/thumbnail$|classificationlabels|relationships/people$|wordprocessingml\.people",
    re.IGNORECASE,
)
PROPERTY_ROOTS = {"coreProperties", "Properties"}  # what a part says of itself, where nothing names it
PROPERTY_FOLDERS = ("docprops/", "docmetadata/")
CONTENT_TYPES = "[Content_Types].xml"
TYPES_XML = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_XML = "http://schemas.openxmlformats.org/package/2006/relationships"
LONGEST_LIST = 5_000_000  # bytes; every link of a text is in such a list
# The template on the writer's disk that a letter was based on; it is never fetched, and its folder names the writer.
OWN_TEMPLATE = {"Target": "file:///C:/Normal.dotm"}
MANIFEST = "META-INF/manifest.xml"
MANIFEST_XML = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
NO_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>'
)

Elements = list[tuple[str, dict[str, str]]]


def without_word_properties(parts: dict[str, bytes], roots: dict[str, str]) -> dict[str, bytes]:
    """The package without them and without any word of them. roots: the first element of each part that is XML."""
    gone = _word_properties(parts, roots)
    kept = {}
    for name, part in parts.items():
        if name in gone or _owner(name) in gone:
            continue
        if name == CONTENT_TYPES:
            kept[name] = _types_without(part, gone)
        elif name.endswith(".rels"):
            kept[name] = _relationships_without(part, _owner(name), gone)
        else:
            kept[name] = part
    return kept


def without_open_document_properties(parts: dict[str, bytes], roots: dict[str, str]) -> dict[str, bytes]:
    """The properties of the text, and of each text or drawing set in it, emptied; the small picture left out."""
    kept = {name: part for name, part in parts.items() if not name.startswith("Thumbnails/")}
    for name in kept:
        if roots.get(name) == "document-meta":
            kept[name] = NO_META
    if len(kept) < len(parts) and MANIFEST in kept:
        kept[MANIFEST] = _manifest_without(kept[MANIFEST])
    return kept


def declared_types(parts: dict[str, bytes]) -> dict[str, str]:
    """What the package says each part is, by the part's name; a part of its own counts before all of one ending."""
    declared = listed(parts.get(CONTENT_TYPES, b"<none/>"))
    own = {_key(a.get("PartName", "")): a.get("ContentType", "") for one, a in declared if one == "Override"}
    ending = {a.get("Extension", "").lower(): a.get("ContentType", "") for one, a in declared if one == "Default"}
    return {name: own.get(_key(name), ending.get(name.rpartition(".")[2].lower(), "")) for name in parts}


def listed(part: bytes) -> Elements:
    """The elements of a part that lists other parts. Raises UnsoundXml where it is longer than any such list."""
    if len(part) > LONGEST_LIST:
        raise UnsoundXml("list too long")
    return list(read_xml(part))


def _word_properties(parts: dict[str, bytes], roots: dict[str, str]) -> set[str]:
    types, by_key = declared_types(parts), {_key(name): name for name in parts}
    gone = {name for name in parts if PROPERTY_TYPE.search(types[name]) or _key(name).startswith(PROPERTY_FOLDERS)}
    gone |= {name for name, root in roots.items() if root in PROPERTY_ROOTS}
    for name, part in parts.items():
        if name.endswith(".rels"):
            targets = (a for _, a in listed(part) if PROPERTY_TYPE.search(a.get("Type", "")))
            gone |= {by_key.get(_target(_owner(name), a), "") for a in targets}
    return gone - {"", CONTENT_TYPES, "_rels/.rels"}


def _key(name: str) -> str:
    return unquote(name).lstrip("/").casefold()


def _owner(name: str) -> str:
    """The part whose relationships these are: "word/document.xml" for "word/_rels/document.xml.rels"."""
    folder, _, base = name.rpartition("_rels/")
    return folder + base.removesuffix(".rels") if name.endswith(".rels") else ""


def _target(owner: str, attributes: dict[str, str]) -> str:
    target = attributes.get("Target", "").replace("\\", "/")
    return _key(posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)))


def _types_without(part: bytes, gone: set[str]) -> bytes:
    elements = listed(part)
    gone_keys = {_key(name) for name in gone}
    kept = [
        (name, attributes)
        for name, attributes in elements[1:]
        if _key(attributes.get("PartName", "")) not in gone_keys
        and not PROPERTY_TYPE.search(attributes.get("ContentType", ""))
    ]
    return part if len(kept) == len(elements) - 1 else _written("Types", TYPES_XML, kept)


def _relationships_without(part: bytes, owner: str, gone: set[str]) -> bytes:
    elements = listed(part)
    gone_keys = {_key(name) for name in gone}
    kept = [
        (name, attributes | OWN_TEMPLATE if attributes.get("Type", "").endswith("/attachedTemplate") else attributes)
        for name, attributes in elements[1:]
        if not PROPERTY_TYPE.search(attributes.get("Type", ""))
        and (attributes.get("TargetMode") == "External" or _target(owner, attributes) not in gone_keys)
    ]
    return part if kept == elements[1:] else _written("Relationships", RELATIONSHIPS_XML, kept)


def _manifest_without(part: bytes) -> bytes:
    elements = listed(part)
    kept = [(name, a) for name, a in elements[1:] if not a.get("full-path", "").startswith("Thumbnails/")]
    if len(kept) == len(elements) - 1:
        return part
    version = elements[0][1].get("version", "1.3")
    return _written("manifest", MANIFEST_XML, kept, prefix="manifest:", own=f" manifest:version={quoteattr(version)}")


def _written(root: str, namespace: str, elements: Elements, *, prefix: str = "", own: str = "") -> bytes:
    """The list anew. These three kinds of part are flat lists of elements with nothing but attributes."""
    declared = f"xmlns{':' + prefix.rstrip(':') if prefix else ''}={quoteattr(namespace)}"
    lines = [
        f"<{prefix}{name}{''.join(f' {prefix}{key}={quoteattr(value)}' for key, value in attributes.items())}/>"
        for name, attributes in elements
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return "\n".join([head, f"<{prefix}{root} {declared}{own}>", *lines, f"</{prefix}{root}>"]).encode()
