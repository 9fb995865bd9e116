"""What everybody said, each voice for itself, and what changed because of it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.documents.queries import document_links, documents_about

from ..models import Change, Contribution, Voice
from ..permissions import PLAN_VIEW


def _newest(viewer: Viewer) -> QuerySet[Contribution]:
    """Words that no later row mends, with the changes they caused."""
    mended = Contribution.objects.filter(mends_id=OuterRef("pk"))
    changes = reachable(viewer, Change.objects.select_related("by"), PLAN_VIEW)
    return (
        Contribution.objects.filter(~Exists(mended))
        .select_related("recorded_by")
        .prefetch_related(Prefetch("changes", queryset=changes))
    )


def words_about(viewer: Viewer, child: UUID, **more: object) -> list[Contribution]:
    """What the viewer may read of what was said about (or by) this child, newest first."""
    return with_reports(viewer, list(reachable(viewer, _newest(viewer).filter(child_id=child, **more), PLAN_VIEW)))


def with_reports(viewer: Viewer, words: list[Contribution]) -> list[Contribution]:
    """The same words, each with a link to the document that goes with it, where the viewer may open that. One query."""
    links = document_links(viewer, [one.document_id for one in words]) if any(one.document_id for one in words) else {}
    for one in words:
        one.report = links.get(one.document_id) if one.document_id else None
    return words


def reports_to_name(viewer: Viewer, child: UUID) -> list[tuple[str, str]]:
    """Key and title of every document of the child that the viewer may open: what words can point to."""
    return [(str(one.document.pk), one.document.title) for one in documents_about(viewer, child)]


def words_for(viewer: Viewer, key: UUID) -> Contribution:
    return reach_one(viewer, _newest(viewer).select_related("child"), PLAN_VIEW, key)


def earlier_wordings(viewer: Viewer, words: Contribution) -> list[Contribution]:
    """The rows that this one mends, newest first: its trace."""
    trace: list[Contribution] = []
    at = words
    while at.mends_id is not None and len(trace) < 50:
        found = reachable(viewer, Contribution.objects.filter(pk=at.mends_id), PLAN_VIEW).first()
        if found is None:
            break
        trace.append(found)
        at = found
    return trace


def by_voice(words: list[Contribution]) -> list[tuple[Voice, list[Contribution]]]:
    """The same words, the child's first; a voice that has said nothing has an empty list."""
    return [(voice, [said for said in words if said.voice == voice]) for voice in Voice]


def changes_for(viewer: Viewer, child: UUID) -> list[Change]:
    """What the school changed because of what was said, newest first, as far as the viewer may read the words."""
    found = Change.objects.filter(child_id=child).select_related("contribution", "by")
    return list(reachable(viewer, found, PLAN_VIEW))
