"""Put a file on a child's record, replace it by a newer one, let more people open it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.people.models import AuthorityToAct

from .jobs import scan_file
from .models import Audience, Document, Kind, StoredFile
from .permissions import DOCUMENT_ADD
from .setting_of import kept_about
from .storage import document_store
from .types import Taken


@transaction.atomic
def add_document(
    *,
    by: Viewer,
    child: UUID,
    taken: Taken,
    title: str,
    kind: str = Kind.OTHER,
    audience: str = Audience.SCHOOL,
    for_parent: UUID | None = None,
    replaces: UUID | None = None,
    under: Right = DOCUMENT_ADD,
) -> Document:
    """Keep the bytes, write who gave them and who may open them, and queue the virus check.

    for_parent: with Audience.ONE_PARENT, which one. replaces: the version this one follows; its audience is kept.
    under: the right another room takes the file under. Nobody can open it until the check has answered "clean".
    Raises NotFound outside the viewer's children, Refused where the audience does not fit.
    """
    found = reach_one(by, Child.objects.all(), under, child)
    before = None if replaces is None else _replaceable(by, found.pk, replaces, under)
    if before is not None:
        audience, for_parent = before.audience, before.for_parent_id
    family = by.role.reach in (Reach.FAMILY, Reach.SELF)
    _check_audience(found.pk, audience, for_parent, family)
    about = kept_about(by, found.pk, _("No school holds a record for this child today, so there is nobody to keep it."))
    document_store().put(taken.data)
    stored = StoredFile.objects.create(
        **about,
        sha256=taken.sha256,
        size=len(taken.data),
        media_type=taken.file_type.media_type,
        ending=taken.file_type.endings[0],
    )
    document = Document.objects.create(
        **about,
        title=title.strip(),
        kind=kind,
        audience=audience,
        for_parent_id=for_parent,
        submitted_by_id=by.person,
        from_family=family,
        on=by.today,
        sent_name=taken.name,
        stored_file=stored,
        replaces=before,
    )
    record(by, "document.added", document, child=found.pk, kind=kind, audience=audience, version=before is not None)
    scan_file.queue(authority=stored.authority_id, holder=stored.holder_id, stored_file=stored.pk)
    return document


def _check_audience(child: UUID, audience: str, for_parent: UUID | None, family: bool) -> None:
    if audience == Audience.OWN and not family:
        raise Refused(_("What staff put on a record is open to the school. Choose who else may open it."))
    if audience != Audience.ONE_PARENT:
        return
    known = for_parent and AuthorityToAct.objects.filter(child_id=child, parent_id=for_parent).exists()
    if family or not known:
        raise Refused(_("Choose one of the parents or carers of this child."))


def _replaceable(by: Viewer, child: UUID, key: UUID, under: Right) -> Document:
    """The newest version, of the same child, given by the same side: a family's paper is theirs to replace."""
    before = reach_one(by, Document.objects.select_for_update(of=("self",)), under, key, child_id=child)
    if before.submitted_by_id != by.person and (before.from_family or not by.role.staff):
        raise Refused(_("Only the person who gave this document can replace it. Add yours as a document of its own."))
    if Document.objects.filter(replaces=before).exists():
        raise Refused(_("There is already a newer version. Open that one, and replace it."))
    return before


@transaction.atomic
def change_audience(*, by: Viewer, document: UUID, audience: str, reason: str = "") -> Document:
    """Let more or fewer people open a document. What a family gave, only whoever gave it can open to others.

    Staff give a reason, which is kept (Leeds, Ombudsman 25 009 190: a parent's paper was passed on to those it was
    about). Earlier versions follow. Not for one parent's document: that is named when it is added.
    """
    found = reach_one(by, Document.objects.select_for_update(of=("self",)), DOCUMENT_ADD, document)
    if found.from_family and found.submitted_by_id != by.person:
        raise Refused(_("The family gave this document for the people it names. Ask them to let more people open it."))
    if Audience.ONE_PARENT in (audience, found.audience):
        raise Refused(_("A document for one parent stays with that parent. Add it again for somebody else."))
    if by.role.staff and not reason.strip():
        raise Refused(_("Say why more or fewer people may open it. The reason is kept with the document."))
    _check_audience(found.child_id, audience, None, found.from_family)
    before = found.audience
    key: UUID | None = found.pk
    while key is not None:
        Document.objects.filter(pk=key).update(audience=audience)
        key = Document.objects.values_list("replaces_id", flat=True).get(pk=key)
    moved: dict[str, Any] = {"from": before, "to": audience}
    record(by, "document.audience_changed", found, child=found.child_id, why=reason.strip(), **moved)
    found.audience = audience
    return found
