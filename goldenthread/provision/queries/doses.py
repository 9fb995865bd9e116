"""The doses of a child, and which of them somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.organisations.timeline import SchoolCalendar, calendar_of, calendars_of

from ..models import Dose, InPlaceCheck, Kind
from ..permissions import dose_reading, dose_writing
from ..planned import Amounts, amounts


def _within(viewer: Viewer) -> QuerySet[Dose]:
    """Doses in the viewer's scope, with what a line about them shows."""
    all_doses = Dose.objects.select_related("child", "deliverer", "group", "holder")
    return reachable(viewer, all_doses, dose_reading(viewer))


def running(on: date) -> Q:
    """Promised, begun, not over and not stopped on this day."""
    ended = Q(until_on__lt=on) | Q(stopped_on__lte=on)
    return Q(promised_on__isnull=False, from_on__lte=on) & ~ended


def running_between(first: date, last: date) -> Q:
    """Promised and given on some day from first to last."""
    over = Q(until_on__lt=first) | Q(stopped_on__lte=first)
    return Q(promised_on__isnull=False, from_on__lte=last) & ~over


def doses_of(viewer: Viewer, child: UUID, on: date | None = None) -> list[Dose]:
    """What the child is promised on this day (today unless said), by kind and first day. One query."""
    return list(_within(viewer).filter(running(on or viewer.today), child_id=child).order_by("-kind", "from_on", "pk"))


def doses_of_children(viewer: Viewer, children: Iterable[UUID], first: date, last: date) -> list[Dose]:
    """What these children are promised on any day from first to last. One query."""
    return list(_within(viewer).filter(running_between(first, last), child_id__in=list(children)))


def drafts_of(viewer: Viewer, child: UUID) -> list[Dose]:
    """Doses being written for this child, not promised yet: for those who write plans. One query."""
    mine = reachable(viewer, Dose.objects.select_related("deliverer", "group"), dose_writing())
    return list(mine.filter(child_id=child, promised_on=None, stopped_on=None))


def doses_among(viewer: Viewer, keys: Iterable[UUID]) -> dict[UUID, Dose]:
    """Of these doses, drafts too, the ones the viewer can reach. One query."""
    return {dose.pk: dose for dose in _within(viewer).filter(pk__in=list(keys))}


def dose_of(viewer: Viewer, key: UUID) -> Dose:
    """One dose, with its child, group and who gives it. A draft is there only for those who write plans."""
    all_doses = Dose.objects.select_related(
        "child", "deliverer", "group", "holder", "intervention", "carried_from", "written_by"
    )
    if not viewer.has(dose_writing().name):
        all_doses = all_doses.filter(promised_on__isnull=False)
    return reach_one(viewer, all_doses, dose_reading(viewer), key)


def amounts_of(viewer: Viewer, dose: Dose) -> Amounts | None:
    """Minutes that the dose promises in a week, this term, this year and in all. Three queries."""
    last = max(dose.until_on or viewer.today, viewer.today)
    return amounts(dose, calendar_of(dose.holder_id, min(dose.from_on, viewer.today), last), viewer.today)


@dataclass(frozen=True)
class CheckDue:
    """A dose that somebody should look at. last: the newest check, or None; late: whether the day has passed."""

    dose: Dose
    due_on: date
    last: InPlaceCheck | None
    late: bool


def check_due(dose: Dose, checks: Iterable[InPlaceCheck], calendar: SchoolCalendar, today: date) -> CheckDue | None:
    """When somebody must next look at a dose that is not timed. None for timed support and for what is settled.

    First by the day it must be in place (or its first day), then every so many school weeks after the newest look
    that found it in place; after a look that did not, at once. Weeks without a school day are not counted.
    """
    if dose.kind == Kind.TIMED_SUPPORT:
        return None
    newest = max(checks, key=lambda check: (check.on, check.recorded_at), default=None)
    if newest is None:
        due_on = dose.in_place_by or dose.from_on
    elif not newest.in_place:
        due_on = newest.on
    elif dose.check_every_weeks:
        due_on = calendar.after_school_weeks(newest.on, dose.check_every_weeks)
    else:
        return None
    return CheckDue(dose, due_on, newest, late=due_on < today)


def checks_due(viewer: Viewer, by_on: date, child: UUID | None = None) -> list[CheckDue]:
    """What somebody should look at by this day, most overdue first. Five queries, however many children."""
    newest_first = Prefetch("checks", queryset=InPlaceCheck.objects.select_related("checked_by"))
    doses = _within(viewer).exclude(kind=Kind.TIMED_SUPPORT).filter(running(viewer.today))
    if child is not None:
        doses = doses.filter(child_id=child)
    found = list(doses.prefetch_related(newest_first))
    if not found:
        return []
    earliest = min(dose.from_on for dose in found)
    calendars = calendars_of({dose.holder_id for dose in found}, earliest, by_on)
    due = (check_due(dose, dose.checks.all(), calendars[dose.holder_id], viewer.today) for dose in found)
    return sorted((d for d in due if d and d.due_on <= by_on), key=lambda d: (d.due_on, str(d.dose.pk)))
