"""The Word file as bytes: nothing in its properties that a reader of the pages would not know."""

import datetime
from io import BytesIO

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from goldenthread.documents.archives import undated
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
    return undated(saved.getvalue())


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
