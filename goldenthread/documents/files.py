"""The kind of file that this room hands over: a document on a child's record."""

from __future__ import annotations

from uuid import UUID

from goldenthread.access.viewer import Viewer

from . import queries
from .kept_files import KeptFile, kept_file
from .permissions import DOCUMENT_VIEW


@kept_file("document", DOCUMENT_VIEW)
def document_file(viewer: Viewer, key: UUID, number: int) -> KeptFile:
    """The file that somebody put on the record, once the virus check has said that it is clean."""
    found = queries.document_for(viewer, key)
    return KeptFile(queries.content_of(found.stored_file), found.stored_file.media_type, found.file_name)
