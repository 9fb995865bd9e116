"""Give a group or a child's dose its places in the week, and take a place away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import Dose, Group, PlannedSession
from ..permissions import GROUP_MANAGE
from ..staff import refuse_who_does_not_work_here, setting_of


@transaction.atomic
def plan_session(
    *,
    by: Viewer,
    weekday: int,
    starts_at: time,
    minutes: int,
    leader: UUID,
    from_on: date,
    group: UUID | None = None,
    dose: UUID | None = None,
    place: str = "",
    to_on: date | None = None,
) -> PlannedSession:
    """A weekly place for a group or for one dose (one of the two), from one day to another.

    Raises Refused when the leader does not work here, or the same group or dose has that place already.
    """
    require(by, GROUP_MANAGE)
    whose = _whose(by, group, dose)
    refuse_who_does_not_work_here(by, leader)
    taken = PlannedSession.objects.filter(**whose, weekday=weekday, starts_at=starts_at)
    if taken.exclude(to_on__lt=from_on).exists():
        raise Refused(_("That place in the timetable is already taken by this session."))
    session = PlannedSession.objects.create(
        authority_id=by.authority, holder_id=setting_of(by), weekday=weekday, starts_at=starts_at, minutes=minutes,
        leader_id=leader, from_on=from_on, to_on=to_on, place=place.strip()[:120], **whose,
    )  # fmt: skip
    record(by, "session.planned", session, children=_children_in(session), weekday=weekday, minutes=minutes)
    return session


@transaction.atomic
def plan_week(*, by: Viewer, weekdays: Sequence[int], **place: Any) -> list[PlannedSession]:
    """The same place on several days of the week: `plan_session` for each, all or none."""
    return [plan_session(by=by, weekday=weekday, **place) for weekday in weekdays]


def _whose(by: Viewer, group: UUID | None, dose: UUID | None) -> dict[str, Any]:
    if group is not None:
        return {"group": reach_one(by, Group.objects.all(), GROUP_MANAGE, group)}
    if dose is None:
        raise ValueError("A place in the timetable is for a group or for a dose.")
    return {"dose": reach_one(by, Dose.objects.all(), GROUP_MANAGE, dose)}


def _children_in(session: PlannedSession) -> list[UUID]:
    theirs = Q(group=session.group_id) if session.group_id else Q(pk=session.dose_id)
    return list(Dose.objects.filter(theirs).order_by("child").values_list("child", flat=True).distinct())


@transaction.atomic
def end_session(*, by: Viewer, planned_session: UUID, on: date) -> None:
    """The place is free from this day on. One that never came to pass is removed; one with entries is kept, ended."""
    require(by, GROUP_MANAGE)
    reach_one(by, PlannedSession.objects.all(), GROUP_MANAGE, planned_session)
    session = PlannedSession.objects.select_for_update(of=("self",)).get(pk=planned_session)
    if session.deliveries.filter(on__gte=on).exists():
        raise Refused(_("Sessions on or after that day are already recorded. Choose a later day."))
    record(by, "session.ended", session, children=_children_in(session), on=on.isoformat())
    if session.from_on >= on:
        session.delete()
        return
    session.to_on = on - timedelta(days=1)
    session.save(update_fields=["to_on"])
