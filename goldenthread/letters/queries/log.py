"""The log of talks about a child, and how each adult may be reached."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.children.scopes import in_force
from goldenthread.people.models import Parent
from goldenthread.people.queries import adults_in_force

from ..models import Communication
from ..permissions import COMMUNICATION_VIEW


def _right(viewer: Viewer) -> Right:
    """Staff read the log; a family reads on its child's record what is shared with it."""
    return COMMUNICATION_VIEW if viewer.role.staff else CHILD_VIEW


def talks_about(viewer: Viewer, child: UUID) -> list[Communication]:
    """The newest wording of every talk about a child that the viewer may read, newest first."""
    found = reachable(viewer, Communication.objects.filter(child_id=child, mended_by__isnull=True), _right(viewer))
    return list(found.select_related("with_parent", "recorded_by", "mends"))


def talk_for(viewer: Viewer, key: UUID) -> Communication:
    """One entry the viewer may read. Raises NotFound."""
    found = Communication.objects.select_related("with_parent", "recorded_by", "child", "mends")
    return reach_one(viewer, found, _right(viewer), key)


def adults_for_log(viewer: Viewer, child: UUID) -> QuerySet[Parent]:
    """Those who act for the child today, as the viewer's setting knows them: for staff who write down a talk."""
    serving = Parent.objects.filter(
        in_force(viewer.today, "authorities__"), authorities__child_id=child, holder_id=viewer.organisation
    )
    return serving.distinct()


@dataclass(frozen=True)
class WayToReach:
    """How one adult may be reached. phone: "" when it is not safe to ring, whatever number is on file."""

    name: str
    phone: str
    notes: tuple[str, ...]


def ways_to_reach(viewer: Viewer, child: UUID) -> list[WayToReach]:
    """For each adult, only the ways that are safe. [] for staff who may not see contacts.

    One of seven reprimands in fourteen months (ICO 2023) was for a message left on a husband's phone.
    """
    ways = []
    for authority in adults_in_force(viewer, child):
        parent = authority.parent
        notes = []
        if not parent.safe_by_phone:
            notes.append(_("Do not ring: this person asked not to be phoned."))
        elif not parent.safe_by_voicemail:
            notes.append(_("Leave no message on voicemail, and speak with nobody else who answers."))
        if not parent.safe_by_post:
            notes.append(_("Post nothing."))
        if not parent.safe_by_email:
            notes.append(_("Send no e-mail."))
        if parent.interpreter:
            notes.append(_("Needs an interpreter (%s).") % (parent.language or _("language not noted")))
        ways.append(WayToReach(parent.name, parent.phone if parent.safe_by_phone else "", tuple(notes)))
    return ways
