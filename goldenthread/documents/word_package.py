"""The Word file as bytes: nothing in its properties that a reader of the pages would not know."""

import datetime
import zipfile
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from goldenthread.documents.model import Document

# python-docx starts from a file of its own: it carries a small picture, a program's name and a custom part.
UNWANTED = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")


def packed(word: WordDocument, document: Document) -> bytes:
    """The .docx, its properties reduced to kind, language and date, its dates of packing all the same."""
    _set_properties(word, document)
    for holder in (word.part.package, word.part):
        for key in [key for key, link in holder.rels.items() if link.reltype.endswith(UNWANTED)]:
            del holder.rels[key]
    _forget_editing(word)
    saved = BytesIO()
    word.save(saved)
    return _without_dates(saved)


def _set_properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    for name in ("author", "category", "comments", "content_status", "identifier", "keywords"):
        setattr(properties, name, "")
    for name in ("last_modified_by", "subject", "version"):
        setattr(properties, name, "")
    properties.title = document.kind
    properties.language = document.language
    properties.revision = 1
    noon = datetime.datetime.combine(document.written_on, datetime.time(12), tzinfo=datetime.UTC)
    properties.created = properties.modified = noon


def _forget_editing(word: WordDocument) -> None:
    """Take out the numbers by which Word tells one sitting of an author from another."""
    for old in word.settings.element.findall(qn("w:rsids")):
        word.settings.element.remove(old)


def _without_dates(saved: BytesIO) -> bytes:
    """The same archive with one fixed date on every part, so that the same document is the same bytes."""
    clean = BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return clean.getvalue()
