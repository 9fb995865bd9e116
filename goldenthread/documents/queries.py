"""Files of a child that the viewer may open, and what stands in the way of opening one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from .models import Document, QuarantinedContent, Scan, StoredFile
from .permissions import DOCUMENT_VIEW
from .storage import DamagedDocument, MissingDocument, document_store


@dataclass(frozen=True)
class DocumentLink:
    """A document as another page shows it. ready: it can be opened; note: why not, fit to show."""

    title: str
    href: str
    ready: bool
    note: str


@dataclass(frozen=True)
class Listed:
    """The newest version of a document with those before it, newest first."""

    document: Document
    earlier: list[Document] = field(default_factory=list)

    @property
    def note(self) -> str:
        return what_stands_in_the_way(self.document.stored_file)


def what_stands_in_the_way(file: StoredFile) -> str:
    """Why this file cannot be opened now, fit to show; "" when it can."""
    match file.scan:
        case Scan.CLEAN:
            return ""
        case Scan.WAITING:
            return _("It is being checked for viruses. That takes a few minutes. Come back then.")
        case Scan.INFECTED:
            return _(
                "It holds a virus, so nobody can open it. Have the device it came from checked, and send it again."
            )
        case _:
            return _("The virus check is not answering. We try again by ourselves; nobody can open it until then.")


def documents_about(viewer: Viewer, child: UUID) -> list[Listed]:
    """Every document of a child that the viewer may open, newest first, older versions under the newest."""
    found = list(_with_files(viewer).filter(child_id=child))
    by_key = {document.pk: document for document in found}
    replaced = {document.replaces_id for document in found}
    return [Listed(one, _before(one, by_key)) for one in found if one.pk not in replaced]


def _before(document: Document, by_key: dict[UUID, Document]) -> list[Document]:
    earlier = []
    while document.replaces_id in by_key:
        document = by_key[document.replaces_id]
        earlier.append(document)
    return earlier


def _with_files(viewer: Viewer) -> QuerySet[Document]:
    found = reachable(viewer, Document.objects.all(), DOCUMENT_VIEW)
    return found.select_related("stored_file", "submitted_by", "for_parent", "child")


def document_for(viewer: Viewer, key: UUID) -> Document:
    """One document the viewer may open. Raises NotFound for any other."""
    found = Document.objects.select_related("stored_file", "submitted_by", "for_parent", "child")
    return reach_one(viewer, found, DOCUMENT_VIEW, key)


def document_links(viewer: Viewer, keys: Iterable[UUID | None]) -> dict[UUID, DocumentLink]:
    """Links for other pages, by key; only to what the viewer may open. One query."""
    wanted = [key for key in keys if key is not None]
    return {
        document.pk: DocumentLink(
            title=document.title,
            href=reverse("document", args=[document.pk]),
            ready=document.stored_file.scan == Scan.CLEAN,
            note=what_stands_in_the_way(document.stored_file),
        )
        for document in _with_files(viewer).filter(pk__in=wanted)
    }


def content_of(file: StoredFile) -> bytes:
    """The bytes of a file that may be opened. Raises Refused with the reason for one that may not."""
    reason = what_stands_in_the_way(file)
    if not reason and QuarantinedContent.objects.filter(sha256=file.sha256).exists():
        reason = _("A virus has since been found in this file, so nobody can open it any more.")
    if reason:
        raise Refused(reason)
    try:
        return document_store().get(file.sha256)
    except (MissingDocument, DamagedDocument) as error:
        raise Refused(_("This file cannot be read at present. Tell the school, and give the date on it.")) from error
