"""Turns one child's script into rows and hands its timed support to the timetable."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID

from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import (
    CommunicationRow,
    ConcernDecisionRow,
    ConcernRow,
    ContributionRow,
    CycleRow,
    DoseCheckRow,
    DoseOutcomeRow,
    DoseRow,
    MeasureRow,
    MeasureValueRow,
    ObservationRow,
    ProfileAcknowledgementRow,
    ProfileRow,
    ReferralRow,
    ReviewAttendanceRow,
    ReviewRow,
    TargetOutcomeRow,
    TargetRow,
)
from goldenthread.demo.larkmere.school_calendar import TODAY
from goldenthread.demo.larkmere.seed import Keys
from goldenthread.demo.larkmere.support.catalogue import TIMED
from goldenthread.demo.larkmere.support.script import Actor, Gauge, Goal, Profile, Promise, Script, Turn, Worry


class Running(NamedTuple):
    """A timed dose that wants a place in the timetable."""

    dose: UUID
    child: UUID
    promise: Promise
    from_on: date
    until_on: date


@dataclass(slots=True)
class SchoolBook:
    """What the scripts of one school share."""

    part: Part
    keys: Keys
    organisation: UUID
    senco: Actor
    catalogue: dict[str, UUID]
    services: dict[str, UUID]
    running: list[Running] = field(default_factory=list)


class ScriptWriter:
    """Writes one child's script."""

    def __init__(self, book: SchoolBook, child: UUID, called: str) -> None:
        self._book, self._child, self._called = book, child, called
        self._add, self._new = book.part.add, book.keys.new
        self._organisation = book.organisation
        self._measures: dict[str, UUID] = {}
        self._targets: list[UUID] = []
        self._doses: list[UUID] = []

    def write(self, script: Script) -> None:
        for version, profile in enumerate(script.profiles, 1):
            self._profile(version, profile)
        concern = None
        for worry in script.worries:
            key = self._worry(worry)
            concern = key if worry.outcome == "SEN Support" else concern
        previous = None
        for number, turn in enumerate(script.turns, 1):
            previous = self._turn(number, previous, concern, turn)
        for talk in script.talks:
            self._add(
                CommunicationRow(
                    self._new(), self._child, self._organisation, talk.on, talk.channel, _key(talk.by),
                    talk.with_whom.key, talk.with_whom.name, talk.about, talk.words, talk.agreed,
                    talk.family_may_see,
                )
            )  # fmt: skip
        for note in script.notes:
            row = (self._new(), self._child, self._organisation, note.on, _key(note.by), note.words)
            self._add(ObservationRow(*row, note.family_may_see))
        for referral in script.referrals:
            service = self._book.services[referral.service]
            self._add(ReferralRow(self._new(), self._child, self._organisation, service, *referral[1:]))

    def _profile(self, version: int, profile: Profile) -> None:
        key = self._new()
        self._add(
            ProfileRow(
                key, self._child, self._organisation, version, profile.written_on, _key(profile.by),
                profile.in_own_words, profile.like, profile.matters, profile.helps, profile.hinders,
                profile.communicates,
            )
        )  # fmt: skip
        for reader, day in profile.read_by:
            moment = datetime.combine(day, time(8, 5 + len(reader.name)), UTC) if day else None
            self._add(ProfileAcknowledgementRow(self._new(), key, _key(reader), moment))

    def _worry(self, worry: Worry) -> UUID:
        key = self._new()
        self._add(
            ConcernRow(
                key, self._child, self._organisation, worry.raised_on, worry.by.key, worry.by.name,
                worry.raised_as, worry.words, worry.replied_on, worry.tried,
            )
        )  # fmt: skip
        if worry.decided_on and worry.decided_by:
            self._add(
                ConcernDecisionRow(
                    self._new(), key, self._child, self._organisation, worry.decided_on, _key(worry.decided_by),
                    worry.outcome, worry.reason, worry.family_told_on or worry.decided_on,
                )
            )  # fmt: skip
        return key

    def _turn(self, number: int, previous: UUID | None, concern: UUID | None, turn: Turn) -> UUID:
        cycle = self._new()
        self._add(
            CycleRow(
                cycle, self._child, self._organisation, number, previous, concern, turn.step or step_of(turn),
                turn.assessed_on, turn.planned_on, turn.agreed_on, turn.agreed_by.key if turn.agreed_by else None,
                turn.agreed_how, turn.starts_on, turn.ends_on, turn.weeks, turn.review_due_on,
                turn.review_at if turn.review_due_on else None, _key(turn.owner), _key(self._book.senco),
            )
        )  # fmt: skip
        for voice in turn.voices:
            author = f"{voice.author.name}, {voice.author.role}" if voice.author else self._called
            self._add(
                ContributionRow(
                    self._new(), cycle, self._child, self._organisation, voice.voice,
                    voice.author.key if voice.author else None, author, voice.on, voice.way, voice.with_whom,
                    voice.words,
                )
            )  # fmt: skip
        targets = [self._target(cycle, n, goal, turn) for n, goal in enumerate(turn.goals, 1)]
        doses = [self._dose(cycle, n, promise, turn, targets) for n, promise in enumerate(turn.promises, 1)]
        self._review(cycle, turn, targets, doses)
        self._targets, self._doses = targets, doses
        return cycle

    def _target(self, cycle: UUID, number: int, goal: Goal, turn: Turn) -> UUID:
        key, measure = self._new(), self._measure(goal.gauge)
        assert turn.starts_on and turn.review_due_on
        self._add(
            TargetRow(
                key, cycle, self._child, self._organisation, number, goal.words, goal.area, measure, goal.baseline,
                turn.assessed_on, goal.aim, turn.review_due_on, _key(goal.owner),
                self._targets[goal.continues - 1] if goal.continues else None,
            )
        )  # fmt: skip
        for on, value, note in goal.readings:
            self._add(MeasureValueRow(self._new(), measure, self._child, on, value, _key(goal.owner), note))
        return key

    def _measure(self, gauge: Gauge) -> UUID:
        key = self._measures.get(gauge.name)
        if key is None:
            key = self._measures[gauge.name] = self._new()
            self._add(MeasureRow(key, self._child, self._organisation, *gauge))
        return key

    def _dose(self, cycle: UUID, number: int, promise: Promise, turn: Turn, targets: list[UUID]) -> UUID:
        key = self._new()
        from_on, until_on = promise.from_on or turn.starts_on, promise.until_on or turn.ends_on
        assert from_on and until_on
        self._add(
            DoseRow(
                key, cycle, self._child, self._organisation, number, promise.kind,
                self._book.catalogue.get(promise.code), promise.what, promise.by.key, promise.by.role,
                promise.expertise, promise.minutes, promise.times, promise.per, promise.group_size, promise.place,
                from_on, until_on, targets[promise.goal - 1],
                self._doses[promise.continues - 1] if promise.continues else None,
            )
        )  # fmt: skip
        for check in promise.checks:
            checker = promise.by if promise.by.key else self._book.senco
            self._add(DoseCheckRow(self._new(), key, self._child, check.on, _key(checker), check.in_place, check.note))
        if promise.kind == TIMED and promise.per == "week" and promise.when:
            self._book.running.append(Running(key, self._child, promise, from_on, until_on))
        return key

    def _review(self, cycle: UUID, turn: Turn, targets: list[UUID], doses: list[UUID]) -> None:
        if turn.review_due_on is None:
            return
        review, held = self._new(), turn.held
        said = (held.outcome, held.reason, held.child_said, held.parent_said, held.teacher_said) if held else ("",) * 5
        self._add(
            ReviewRow(
                review, cycle, self._child, self._organisation, turn.review_due_on, turn.review_at,
                turn.review_place, held.on if held else None, *said,
            )
        )  # fmt: skip
        for who, came, how in turn.present:
            self._add(ReviewAttendanceRow(self._new(), review, who.key, who.name, who.role, came, how))
        if held is None:
            return
        for target, goal in zip(targets, turn.goals, strict=True):
            row = (self._new(), review, target, self._child, goal.outcome, goal.value, goal.shown_by)
            self._add(TargetOutcomeRow(*row))
        for dose, promise in zip(doses, turn.promises, strict=True):
            self._add(DoseOutcomeRow(self._new(), review, dose, self._child, promise.decision, promise.effect))


def step_of(turn: Turn) -> str:
    """Where a cycle stands on the demo's date."""
    if turn.planned_on is None:
        return "assess"
    if turn.held is not None:
        return "closed"
    if turn.starts_on is None or turn.starts_on > TODAY:
        return "plan"
    assert turn.review_due_on is not None
    return "review" if turn.review_due_on < TODAY else "do"


def _key(actor: Actor) -> UUID:
    """The person's key; scripts may only have people with a row act."""
    assert actor.key is not None, actor
    return actor.key
