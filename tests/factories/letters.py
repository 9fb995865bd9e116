"""Documents on a record, letters and messages, made through the actions that make them."""

from __future__ import annotations

from typing import Any

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.documents.actions import add_document
from goldenthread.documents.jobs import scan_file
from goldenthread.documents.models import Document
from goldenthread.documents.types import Purpose, Taken, take
from tests.factories.world import seen_by


def text_file(data: bytes = b"What the therapist saw.\n", name: str = "words.txt") -> Taken:
    return take(name, data, Purpose.EVIDENCE)


def a_document(
    by: Viewer, child: Child, *, data: bytes = b"What the therapist saw.\n", checked: bool = True, **more: Any
) -> Document:
    """A text file on the child's record; checked: the virus check has been done."""
    with seen_by(by):
        made = add_document(by=by, child=child.pk, taken=text_file(data), **({"title": "Report"} | more))
    return scanned(made) if checked else made


def scanned(document: Document) -> Document:
    """The worker has done the virus check, as it does it: a transaction of its own."""
    scan_file._run(
        authority=str(document.authority_id), holder=str(document.holder_id), stored_file=str(document.stored_file_id)
    )
    return document
