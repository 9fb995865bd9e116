"""What everybody said, each voice for itself, and what changed because of it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

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
    return list(reachable(viewer, _newest(viewer).filter(child_id=child, **more), PLAN_VIEW))


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
