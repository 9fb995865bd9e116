"""Planned against delivered: for a child, for a list of children, for a review, for this week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from goldenthread.access.viewer import Viewer
from goldenthread.organisations.timeline import calendars_of, monday_of

from ..ledger import Ledger, Totals, WeekRow, current_entries, total
from ..models import Delivery, DeliveryState, Dose, Kind, PlannedSession
from .doses import doses_of_children

_LOOK_AHEAD = timedelta(days=60)  # as far as the next session of a timetable is looked for


def ledger_of(viewer: Viewer, doses: Sequence[Dose], first: date, last: date) -> Ledger:
    """The ledger of these doses, which the viewer has reached, from first to last. Five queries."""
    groups = {dose.group_id for dose in doses if dose.group_id}
    keys = [dose.pk for dose in doses]
    sessions = PlannedSession.objects.filter(Q(dose_id__in=keys) | Q(group_id__in=groups))
    entries = Delivery.objects.filter(
        Q(on__range=(first, last)) | Q(makes_up__on__range=(first, last)) | Q(made_up_by__on__range=(first, last)),
        dose_id__in=keys,
    )
    return Ledger(
        sessions=list(sessions.filter(from_on__lte=last + _LOOK_AHEAD).select_related("leader")),
        entries=list(entries.select_related("recorded_by").distinct()),
        calendars=calendars_of({dose.holder_id for dose in doses}, first, last + _LOOK_AHEAD),
        as_of=viewer.today,
    )


def _rows(viewer: Viewer, doses: Sequence[Dose], first: date, last: date) -> list[WeekRow]:
    timed = [dose for dose in doses if dose.kind == Kind.TIMED_SUPPORT]
    if not timed:
        return []
    ledger = ledger_of(viewer, timed, first, last)
    return [row for dose in timed for row in ledger.weeks_of(dose, first, last)]


def delivered_by_week(viewer: Viewer, child: UUID, from_on: date, to_on: date) -> list[WeekRow]:
    """Planned against delivered of each timed dose of a child, week by week, in order of dose and week. Six queries."""
    return _rows(viewer, doses_of_children(viewer, [child], from_on, to_on), from_on, to_on)


def delivered_minutes(viewer: Viewer, doses: Sequence[Dose], from_on: date, to_on: date) -> dict[UUID, Totals]:
    """The sums of each of these doses, which the viewer has reached: for a review. Five queries."""
    sums: dict[UUID, list[WeekRow]] = {dose.pk: [] for dose in doses}
    for row in _rows(viewer, doses, from_on, to_on):
        sums[row.dose.pk].append(row)
    return {key: total(rows) for key, rows in sums.items()}


@dataclass(frozen=True)
class CutShort:
    """A planned session of which only a part was given, and how many minutes the whole would have been."""

    entry: Delivery
    planned_minutes: int


@dataclass(frozen=True)
class ThisWeek:
    """One dose this week, as a family reads it. next_on: the next day it is due, or None.

    done, part and missed are of the planned sessions; extra: sessions beside them, such as made-up ones. cut_short: the
    sessions counted in part, by day.
    """

    dose: Dose
    done: int
    part: int
    missed: int
    planned: int
    extra: int
    next_on: date | None
    entries: tuple[Delivery, ...]
    cut_short: tuple[CutShort, ...]


def this_week(viewer: Viewer, child: UUID) -> list[ThisWeek]:
    """What the child was promised and got from Monday to Friday of this week. Six queries."""
    first = monday_of(viewer.today)
    last = first + timedelta(days=6)
    doses = [dose for dose in doses_of_children(viewer, [child], first, last) if dose.kind == Kind.TIMED_SUPPORT]
    if not doses:
        return []
    ledger = ledger_of(viewer, doses, first, last)
    return [_week_of(ledger, dose, first, last) for dose in doses]


def _week_of(ledger: Ledger, dose: Dose, first: date, last: date) -> ThisWeek:
    sums = total(ledger.weeks_of(dose, first, last))
    written = [
        entry
        for entry in current_entries(ledger.entries).values()
        if entry.dose_id == dose.pk and first <= entry.on <= last and entry.state != DeliveryState.TAKEN_BACK
    ]
    written.sort(key=lambda entry: entry.on)
    lengths = {session.pk: session.minutes for session in ledger.sessions}
    short = (
        CutShort(entry, lengths[entry.planned_session_id])
        for entry in written
        if entry.state == DeliveryState.PART and entry.planned_session_id in lengths
    )
    return ThisWeek(
        dose=dose, done=sums.delivered, extra=sums.extra, part=sums.part, missed=sums.missed,
        planned=sums.planned_sessions, next_on=ledger.next_on(dose, last + _LOOK_AHEAD),
        entries=tuple(written), cut_short=tuple(short),
    )  # fmt: skip


def made_up_choices(ledger: Ledger, dose: Dose) -> list[Delivery]:
    """First entries of the sessions of this dose that were missed or cut short and not made up yet, newest first."""
    firsts = {
        (entry.on, entry.planned_session_id, entry.makes_up_id): entry
        for entry in ledger.entries
        if entry.dose_id == dose.pk and entry.number == 1
    }
    open_ = [
        firsts[entry.on, entry.planned_session_id, entry.makes_up_id]
        for entry in current_entries(ledger.entries).values()
        if entry.dose_id == dose.pk
        and entry.state in (DeliveryState.MISSED, DeliveryState.PART)
        and ledger.made_up_by(entry) is None
    ]
    return sorted(open_, key=lambda entry: entry.on, reverse=True)
