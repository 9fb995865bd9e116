"""Write down a call, a meeting or a letter, and mend what was written."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.people.models import Parent
from goldenthread.people.queries import held_by

from ..models import Communication, SharedWith, Way
from ..permissions import COMMUNICATION_RECORD
from ..queries.log import adults_for_log

_SAFE = {Way.CALL: "safe_by_phone", Way.VOICEMAIL: "safe_by_voicemail", Way.LETTER: "safe_by_post"}


def is_against_wishes(parent: Parent | None, way: str) -> bool:
    """Whether this person had asked not to be reached this way."""
    flag = _SAFE.get(Way(way))
    return parent is not None and flag is not None and not getattr(parent, flag)


@transaction.atomic
def record_communication(
    *,
    by: Viewer,
    child: UUID,
    way: str,
    on: date,
    said: str,
    with_parent: UUID | None = None,
    with_whom: str = "",
    agreed: str = "",
    shared_with: str = SharedWith.SCHOOL,
    mends: UUID | None = None,
) -> Communication:
    """Write down what was said, with whom, and what was agreed. It is never edited; mends: the entry this puts right.

    with_parent: one of those who act for the child today; with_whom: anybody else, in words. What was done against a
    person's wish not to be reached that way is written down too, and marked, because somebody must act on it.
    """
    found = reach_one(by, Child.objects.all(), COMMUNICATION_RECORD, child)
    before = _mendable(by, found.pk, mends)
    parent = next((one for one in adults_for_log(by, found.pk) if one.pk == with_parent), None)
    if with_parent is not None and parent is None:
        raise Refused(_("This person does not act for the child today. Write down who it was in words."))
    if parent is None and not with_whom.strip():
        raise Refused(_("Say who it was with."))
    if shared_with == SharedWith.PARENT and parent is None:
        raise Refused(_("It was with nobody of the family, so it cannot be shared with one parent."))
    if on > by.today:
        raise Refused(_("Write it down once it has happened."))
    entry = Communication.objects.create(
        **held_by(by),
        child=found,
        way=Way(way),
        on=on,
        with_parent=parent,
        with_whom=with_whom.strip() or (parent.name if parent else ""),
        said=said.strip(),
        agreed=agreed.strip(),
        shared_with=SharedWith(shared_with),
        against_wishes=is_against_wishes(parent, way),
        recorded_by_id=by.person,
        mends=before,
    )
    record(by, "communication.recorded", entry, child=found.pk, way=way, mended=before is not None)
    return entry


def _mendable(by: Viewer, child: UUID, key: UUID | None) -> Communication | None:
    """The newest wording, by its author."""
    if key is None:
        return None
    before = reach_one(by, Communication.objects.all(), COMMUNICATION_RECORD, key, child_id=child)
    if before.recorded_by_id != by.person:
        raise Refused(_("Only whoever wrote this can put it right. Add an entry of your own."))
    if Communication.objects.filter(mends=before).exists():
        raise Refused(_("It has been put right already. Open the newest wording."))
    return before
