"""The sums of the ledger: planned against delivered, per dose and week. Pure: rows in, rows out.

Decision record: docs/decisions/0021-the-delivery-ledger.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from goldenthread.organisations.timeline import SchoolCalendar, monday_of

from .models import Delivery, DeliveryState, Dose, PlannedSession
from .planned import WEEK, Occurrence, is_timetabled, occurrences, promised_in_week, running_days, weeks_between

Slot = tuple[UUID, date, UUID | None, UUID | None]
_GIVEN = (DeliveryState.DELIVERED, DeliveryState.PART)


def slot_of(entry: Delivery) -> Slot:
    """What an entry is about: the dose, the day, its place in the timetable, or the missed session it makes up."""
    return entry.dose_id, entry.on, entry.planned_session_id, entry.makes_up_id


def current_entries(entries: Iterable[Delivery]) -> dict[Slot, Delivery]:
    """Of every session the entry that counts: the one with the highest number."""
    newest: dict[Slot, Delivery] = {}
    for entry in entries:
        before = newest.get(slot_of(entry))
        if before is None or entry.number > before.number:
            newest[slot_of(entry)] = entry
    return newest


@dataclass(frozen=True)
class WeekRow:
    """One dose in one week.

    planned_minutes and planned_sessions: of the whole week; due_*: of sessions before `as of`, or already recorded.
    delivered, part, missed: sessions of the plan; not_recorded: due and nobody has said. made_up: of the missed ones,
    how many were given on another day. delivered_minutes: all that was given in this week, extra sessions included.
    """

    dose: Dose
    week_starts_on: date
    planned_minutes: int = 0
    planned_sessions: int = 0
    due_minutes: int = 0
    due_sessions: int = 0
    delivered_minutes: int = 0
    delivered: int = 0
    part: int = 0
    missed: int = 0
    not_recorded: int = 0
    extra: int = 0
    made_up: int = 0


@dataclass(frozen=True)
class Totals:
    """The sum of some weeks. share: delivered of due minutes, 0 to 1 or more; None when nothing was due yet."""

    planned_minutes: int = 0
    planned_sessions: int = 0
    due_minutes: int = 0
    due_sessions: int = 0
    delivered_minutes: int = 0
    delivered: int = 0
    part: int = 0
    missed: int = 0
    not_recorded: int = 0
    extra: int = 0
    made_up: int = 0

    @property
    def share(self) -> float | None:
        return self.delivered_minutes / self.due_minutes if self.due_minutes else None


def total(rows: Iterable[WeekRow]) -> Totals:
    sums = Totals()
    for row in rows:
        sums = replace(sums, **{name: getattr(sums, name) + getattr(row, name) for name in _SUMMED})
    return sums


_SUMMED = tuple(Totals.__dataclass_fields__)


@dataclass(frozen=True)
class Ledger:
    """What is known of some doses: their timetable, their calendars and what was written down.

    entries: every Delivery of these doses, or at least of the weeks asked about and what makes them up.
    as_of: the day on which it is read; sessions of that day count once they are recorded.
    """

    sessions: Sequence[PlannedSession]
    entries: Sequence[Delivery]
    calendars: dict[UUID, SchoolCalendar]
    as_of: date
    _current: dict[Slot, Delivery] = field(init=False)
    _given_for: dict[Slot, Delivery] = field(init=False)
    _by_dose: dict[UUID, list[Delivery]] = field(init=False)

    def __post_init__(self) -> None:
        current = current_entries(self.entries)
        first = {entry.pk: slot_of(entry) for entry in self.entries}
        made_up = {
            first[entry.makes_up_id]: entry
            for entry in current.values()
            if entry.makes_up_id in first and entry.state in _GIVEN
        }
        by_dose: dict[UUID, list[Delivery]] = {}
        for entry in current.values():
            by_dose.setdefault(entry.dose_id, []).append(entry)
        object.__setattr__(self, "_current", current)
        object.__setattr__(self, "_given_for", made_up)
        object.__setattr__(self, "_by_dose", by_dose)

    def timetable_of(self, dose: Dose) -> list[PlannedSession]:
        return [
            session
            for session in self.sessions
            if session.dose_id == dose.pk or (dose.group_id is not None and session.group_id == dose.group_id)
        ]

    def entry_for(self, occurrence: Occurrence) -> Delivery | None:
        """What was last written about this planned session, unless it was taken back."""
        slot = (occurrence.dose.pk, occurrence.on, occurrence.session.pk, None)
        entry = self._current.get(slot)
        return None if entry is None or entry.state == DeliveryState.TAKEN_BACK else entry

    def made_up_by(self, entry: Delivery) -> Delivery | None:
        """The session that was given instead of this missed one."""
        return self._given_for.get(slot_of(entry))

    def weeks_of(self, dose: Dose, first: date, last: date) -> list[WeekRow]:
        """One row a week from first to last in which anything of this dose was planned or given, in date order."""
        timetable = self.timetable_of(dose)
        rows = (self._week(dose, timetable, monday, first, last) for monday in weeks_between(first, last))
        return [row for row in rows if row.planned_sessions or row.delivered_minutes or row.extra]

    def _week(self, dose: Dose, timetable: list[PlannedSession], monday: date, first: date, last: date) -> WeekRow:
        start, end = max(monday, first), min(monday + WEEK - timedelta(days=1), last)
        written = [entry for entry in self._by_dose.get(dose.pk, []) if start <= entry.on <= end]
        minutes = sum(entry.minutes for entry in written)
        row = WeekRow(dose=dose, week_starts_on=monday, delivered_minutes=minutes)
        if is_timetabled(dose, timetable, monday):
            return self._by_timetable(row, timetable, written, start, end)
        return self._by_promise(row, written, start, end)

    def _by_timetable(
        self, row: WeekRow, timetable: list[PlannedSession], written: list[Delivery], start: date, end: date
    ) -> WeekRow:
        calendar = self.calendars[row.dose.holder_id]
        planned = list(occurrences(row.dose, timetable, calendar, start, end))
        found = [(occurrence, self.entry_for(occurrence)) for occurrence in planned]
        due = [occurrence for occurrence, entry in found if entry or occurrence.on < self.as_of]
        entries = [entry for _occurrence, entry in found if entry]
        return replace(
            row,
            planned_minutes=sum(occurrence.session.minutes for occurrence in planned),
            planned_sessions=len(planned),
            due_minutes=sum(occurrence.session.minutes for occurrence in due),
            due_sessions=len(due),
            not_recorded=len(due) - len(entries),
            extra=sum(entry.state in _GIVEN for entry in written if entry not in entries),
            **self._counts(entries),
        )

    def _by_promise(self, row: WeekRow, written: list[Delivery], start: date, end: date) -> WeekRow:
        """Without a timetable a day's entry is a session of the plan; more than the plan holds are extra ones."""
        dose, calendar = row.dose, self.calendars[row.dose.holder_id]
        planned = promised_in_week(dose, calendar, start, end)
        entries = [e for e in written if not e.makes_up_id and e.state != DeliveryState.TAKEN_BACK]
        made_up = [e for e in written if e.makes_up_id and e.state in _GIVEN]
        over = self.as_of > end or not running_days(dose, calendar.between(max(self.as_of, start), end))
        due = planned if over else min(planned, len(entries))
        return replace(
            row,
            planned_minutes=planned * (dose.minutes or 0),
            planned_sessions=planned,
            due_minutes=due * (dose.minutes or 0),
            due_sessions=due,
            not_recorded=max(0, due - len(entries)),
            extra=len(made_up) + max(0, sum(e.state in _GIVEN for e in entries) - planned),
            **self._counts(entries),
        )

    def _counts(self, entries: Sequence[Delivery]) -> dict[str, Any]:
        return {
            "delivered": sum(entry.state == DeliveryState.DELIVERED for entry in entries),
            "part": sum(entry.state == DeliveryState.PART for entry in entries),
            "missed": sum(entry.state == DeliveryState.MISSED for entry in entries),
            "made_up": sum(
                entry.state != DeliveryState.DELIVERED and self.made_up_by(entry) is not None for entry in entries
            ),
        }

    def next_on(self, dose: Dose, last: date) -> date | None:
        """The next day of the timetable, from the day it is read, on which this dose is due and nothing is written."""
        calendar = self.calendars[dose.holder_id]
        coming = occurrences(dose, self.timetable_of(dose), calendar, self.as_of, last)
        return next((occurrence.on for occurrence in coming if self.entry_for(occurrence) is None), None)


__all__ = ["Ledger", "Totals", "WeekRow", "current_entries", "monday_of", "slot_of", "total"]
