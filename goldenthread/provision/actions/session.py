"""Write down a whole session child by child: what is new is recorded, what was changed is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from goldenthread.access.viewer import Viewer

from ..models import Delivery
from .delivery import Entry, GroupRecord, SomebodyWasFirst, mend_delivery, record_group


@dataclass(frozen=True)
class Line:
    """One child's line of the page: the dose, the entry the person saw there (None: nothing yet), what they chose."""

    dose: UUID
    seen: UUID | None
    entry: Entry


@transaction.atomic
def write_session(*, by: Viewer, planned_session: UUID, on: date, lines: Sequence[Line]) -> GroupRecord:
    """Record and mend in one go. A line that somebody else wrote or mended meanwhile is left as they wrote it.

    Returns what was made, and the entries of others that stand instead of what this person chose.
    """
    fresh = {line.dose: line.entry for line in lines if line.seen is None}
    done = GroupRecord([], [])
    if fresh:
        done = record_group(by=by, planned_session=planned_session, on=on, entries=fresh)
    made: list[Delivery] = list(done.made)
    already = list(done.already)
    for line in lines:
        if line.seen is None:
            continue
        try:
            mended = mend_delivery(by=by, delivery=line.seen, entry=line.entry)
        except SomebodyWasFirst as first:
            already.append(first.entry)
        else:
            made += [mended] if mended.pk != line.seen else []
    return GroupRecord(made, already)
