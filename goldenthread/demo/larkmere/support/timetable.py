"""Groups, weekly slots, dated sessions and the ledger of what each child was given."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from goldenthread.demo.larkmere.rows import (
    DeliveryRow,
    GroupMembershipRow,
    GroupRow,
    SessionRow,
    TimetableSlotRow,
)
from goldenthread.demo.larkmere.school_calendar import TERMS, TODAY, days_between, school_days
from goldenthread.demo.larkmere.support.script import Absence
from goldenthread.demo.larkmere.support.writing import Running, SchoolBook

_END_OF_TERM = next(term.until_on for term in TERMS if term.until_on >= TODAY)


@dataclass(slots=True)
class _Event:
    """What kept a session from happening as planned, for everybody in it."""

    reason: str
    note: str


@dataclass(slots=True)
class Ledger:
    """Writes the timetable and deliveries of one school."""

    book: SchoolBook
    rng: Random
    inset_pattern: int
    away: dict[tuple[UUID, date], str] = field(default_factory=dict)  # adults the stories speak of: reason by day
    _illness: dict[tuple[UUID, date], bool] = field(default_factory=dict)
    _trips: frozenset[date] = frozenset()

    def write(self) -> None:
        """All sessions of all timed doses, groups first gathered by their label."""
        days = school_days(self.inset_pattern)
        self._trips = frozenset(day for n, day in enumerate(days) if n % 61 == 17)
        groups: dict[str, list[Running]] = {}
        for running in self.book.running:
            groups.setdefault(running.promise.group or str(running.dose), []).append(running)
        for label, members in groups.items():
            self._write_group(label, members)

    def _write_group(self, label: str, members: list[Running]) -> None:
        first = members[0]
        promise, new = first.promise, self.book.keys.new
        from_on = min(running.from_on for running in members)
        until_on = max(running.until_on for running in members)
        leader = promise.by.key
        assert leader is not None
        group = None
        if promise.group:
            group = new()
            intervention = self.book.catalogue[promise.code]
            self.book.part.add(GroupRow(group, self.book.organisation, intervention, label, from_on, until_on, leader))
            for running in members:
                row = (new(), group, running.child, running.dose, running.from_on, running.until_on)
                self.book.part.add(GroupMembershipRow(*row))
        sessions: dict[date, list[tuple[UUID, int, UUID]]] = {}
        for weekday, starts_at in promise.when:
            slot = new()
            self.book.part.add(
                TimetableSlotRow(
                    slot, self.book.organisation, group, None if group else first.child,
                    None if group else first.dose, self.book.catalogue[promise.code], weekday, starts_at,
                    promise.minutes, leader, promise.place, from_on, until_on,
                )
            )  # fmt: skip
            self._write_sessions(slot, weekday, starts_at, members, sessions)
        self._write_made_up(members, sessions)

    def _write_sessions(self, slot: UUID, weekday: int, starts_at: time, members: list[Running],
                        sessions: dict[date, list[tuple[UUID, int, UUID]]]) -> None:  # fmt: skip
        promise = members[0].promise
        leader, minutes = promise.by.key, promise.minutes
        assert leader is not None
        rows = self.book.part.rows[SessionRow]
        from_on = min(running.from_on for running in members)
        until_on = min(max(running.until_on for running in members), _END_OF_TERM)
        for day in days_between(from_on, until_on, self.inset_pattern):
            if day.weekday() != weekday:
                continue
            session = self.book.keys.new()
            rows.append(SessionRow(session, slot, self.book.organisation, day, starts_at, minutes, leader, None))
            sessions.setdefault(day, []).append((session, minutes, slot))
            if day < TODAY:
                self._deliver(session, day, starts_at, members, leader)

    def _deliver(self, session: UUID, day: date, starts_at: time, members: list[Running], leader: UUID) -> None:
        rng = self.rng
        event = self._event(day, leader)
        recorded_at = datetime.combine(day, starts_at, UTC) + timedelta(minutes=25 + int(rng.random() * 40))
        if rng.random() < 0.04:
            recorded_at += timedelta(days=1)
        for running in members:
            if running.from_on <= day <= running.until_on:
                self._deliver_to(session, day, running, event, recorded_at, leader)

    def _deliver_to(self, session: UUID, day: date, running: Running, event: _Event | None,
                    recorded_at: datetime, leader: UUID) -> None:  # fmt: skip
        promise = running.promise
        given, reason, note = promise.minutes, "", ""
        written = _absence_on(promise.absences, day)
        if written:
            given, reason, note = written.minutes, written.reason, written.note
        elif promise.rate < 1.0:
            given, reason, note = self._chance(promise.minutes, promise.rate, event)
        state = "delivered" if given == promise.minutes else "part" if given else "missed"
        self.book.part.rows[DeliveryRow].append(
            DeliveryRow(
                self.book.keys.new(), session, running.dose, running.child, self.book.organisation, day, state,
                promise.minutes, given, reason, note, leader, recorded_at,
            )
        )  # fmt: skip

    def _event(self, day: date, leader: UUID) -> _Event | None:
        """Staff illness lasts days and hits every session of that adult; trips take whole days."""
        key = (leader, day)
        if key in self.away:
            return _Event(self.away[key], "")
        if key not in self._illness:
            before = self._illness.get((leader, day - timedelta(days=1)), False)
            self._illness[key] = self.rng.random() < (0.5 if before else 0.011)
        if self._illness[key]:
            return _Event("staff ill", "")
        if day in self._trips and self.rng.random() < 0.5:
            return _Event("trip", "")
        if self.rng.random() < 0.008:
            return _Event("room", "Room needed for something else")
        return None

    def _chance(self, minutes: int, rate: float, event: _Event | None) -> tuple[int, str, str]:
        """Minutes given, reason and note where nothing is written out for the day."""
        if event:
            return 0, event.reason, event.note
        chance = self.rng.random()
        if chance < rate + 0.02:
            return minutes, "", ""
        if chance < rate + (1 - rate) * 0.3 and minutes >= 15:
            return minutes // 2, *_PART[int(self.rng.random() * len(_PART))]
        return 0, *_MISSED[int(self.rng.random() * len(_MISSED))]

    def _write_made_up(self, members: list[Running], sessions: dict[date, list[tuple[UUID, int, UUID]]]) -> None:
        """Extra sessions that replace missed ones; on the demo's own day they are planned, not yet given."""
        made: dict[date, UUID] = {}
        for running in members:
            for absence in running.promise.absences:
                if absence.made_up_on is None or absence.on not in sessions:
                    continue
                session, minutes, slot = sessions[absence.on][0]
                leader = running.promise.by.key
                assert leader is not None
                if absence.made_up_on not in made:
                    extra = made[absence.made_up_on] = self.book.keys.new()
                    starts_at = absence.made_up_at or running.promise.when[0][1]
                    self.book.part.add(
                        SessionRow(extra, slot, self.book.organisation, absence.made_up_on, starts_at, minutes, leader,
                                   session)
                    )  # fmt: skip
                if absence.made_up_on < TODAY:
                    at = datetime.combine(absence.made_up_on, time(12, 30), UTC)
                    extra = made[absence.made_up_on]
                    self.book.part.add(
                        DeliveryRow(
                            self.book.keys.new(), extra, running.dose, running.child, self.book.organisation,
                            absence.made_up_on, "delivered", minutes, minutes, "", "Made up", leader, at,
                        )
                    )  # fmt: skip


_PART = (("child away", "Came late"), ("other", "Started late"), ("room", "Had to change rooms"), ("other", ""))
_MISSED = (("child away", ""), ("child away", ""), ("child away", "Medical appointment"), ("other", ""),
           ("other", "Class assembly"), ("staff ill", ""), ("room", ""), ("other", "Adult called to another child"))  # fmt: skip


def _absence_on(absences: Iterable[Absence], day: date) -> Absence | None:
    return next((absence for absence in absences if absence.on == day), None)
