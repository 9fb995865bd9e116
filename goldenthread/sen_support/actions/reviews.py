"""Arrange a review, open it, hold it; the next cycle builds itself from the choices made."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.process.moves import apply_move, begin
from goldenthread.provision.actions.doses import carry_dose, change_dose, stop_dose
from goldenthread.provision.models import Dose

from ..models import (
    Attendance,
    Cycle,
    CycleOutcome,
    DoseChoice,
    DoseEffect,
    ParentMeeting,
    Review,
    Target,
    TargetDose,
    TargetOutcome,
    TargetResult,
)
from ..permissions import REVIEW_HOLD
from ..queries.plans import TargetView, plan_of
from ..queries.reviews import review_for
from ..states import CYCLE, REVIEW
from .cycles import Running, particulars_of, plan_review
from .rows import beside
from .status import take_off_sen_support
from .voices import Said, add_words

GOES_ON = (CycleOutcome.CONTINUE, CycleOutcome.CHANGE, CycleOutcome.SPECIALISTS, CycleOutcome.EHC_REQUEST)


@dataclass(frozen=True)
class Invited:
    """Somebody asked to a review, or who came. account: theirs, where they have one. parent: counts as a meeting."""

    name: str
    role: str
    parent: bool = False
    account: UUID | None = None
    came: bool | None = None


@dataclass(frozen=True)
class Stood:
    """How one target stood. value: the newest figure, or None if nothing was measured."""

    result: str
    shown_by: str
    value: float | None = None


@dataclass(frozen=True)
class Chosen:
    """What becomes of one dose, and what it did. minutes, times: only when changed."""

    choice: str
    effect: str = ""
    minutes: int | None = None
    times: int | None = None


@dataclass(frozen=True)
class Meeting:
    """What one review meeting found and decided. next: the dates of the next cycle, None when SEN Support ends."""

    held_on: date
    targets: Mapping[UUID, Stood]
    doses: Mapping[UUID, Chosen]
    outcome: str
    reason: str
    summary: str = ""
    words: Sequence[Said] = ()
    attendance: Sequence[Invited] = ()
    next: Running | None = None


@transaction.atomic
def arrange_review(
    *, by: Viewer, review: UUID, meets_on: date, at: time | None, place: str, invited: Sequence[Invited]
) -> Review:
    """Set day, time, place and who is asked. The date agreed in the plan stays beside it."""
    require(by, REVIEW_HOLD)
    found = review_for(by, review)
    if meets_on < by.today:
        raise Refused(_("Choose a day from today on."))
    moved = apply_move(REVIEW, "arrange", found, by=by)
    moved.meets_on, moved.at, moved.place = meets_on, at, place
    moved.save(update_fields=["meets_on", "at", "place"])
    Attendance.objects.filter(review=moved).delete()
    _write_attendance(moved, invited)
    return moved


def _write_attendance(review: Review, people: Sequence[Invited]) -> None:
    for one in people:
        values = dict(vars(one))
        Attendance.objects.create(**beside(review), review=review, account_id=values.pop("account"), **values)


@transaction.atomic
def hold_review(*, by: Viewer, review: UUID, meeting: Meeting) -> Review:
    """Keep what one meeting found, close the cycle, and build the next one from what was chosen.

    Order: check that every target and dose has its answer; move the review; write outcomes, words and attendance;
    stop what stops; close the cycle; carry forward what goes on, with targets, measures, groups and owners as they
    are, so that nothing is typed twice. A met target is not carried. A parent who came counts as a meeting held.
    Raises Refused when something has no answer, when help is kept that no target goes on to need, or when the review
    was held in the meantime.
    """
    require(by, REVIEW_HOLD)
    found = review_for(by, review)
    plan = plan_of(by, found.cycle)
    doses = tuple(dose for dose in plan.doses if dose.stopped_on is None)
    _check(by, plan.targets, doses, meeting)
    held = _move_to_held(by, found, meeting)
    _write_outcomes(held, meeting)
    for said in meeting.words:
        add_words(by=by, child=held.child_id, said=said, cycle=found.cycle, review=held)
    closed = _close(by, found.cycle, meeting)
    for dose in doses:
        if meeting.doses[dose.pk].choice == DoseChoice.STOP or meeting.next is None:
            because = meeting.doses[dose.pk].effect or _("Ended at the review")
            stop_dose(by=by, dose=dose.pk, on=meeting.held_on, because=because)
    if meeting.next is not None:
        _build_next(by, closed, plan.targets, doses, meeting)
    else:
        take_off_sen_support(by=by, child=held.child_id, reason=meeting.reason, under=REVIEW_HOLD)
    return held


def _check(by: Viewer, targets: Sequence[TargetView], doses: Sequence[Dose], meeting: Meeting) -> None:
    if meeting.held_on > by.today:
        raise Refused(_("A review can be written down once it has been held."))
    known = {one.target.pk for one in targets} | {dose.pk for dose in doses}
    if {*meeting.targets, *meeting.doses} - known:
        raise NotFound("a target or dose of another plan")
    open_targets = [one.target.number for one in targets if one.target.pk not in meeting.targets]
    if open_targets:
        raise Refused(_("Say how target %s stands: met, partly or not yet.") % open_targets[0])
    open_doses = [dose.what for dose in doses if dose.pk not in meeting.doses]
    if open_doses:
        raise Refused(_("Say what becomes of “%s”: keep, change or stop.") % open_doses[0])
    if (meeting.outcome in GOES_ON) != (meeting.next is not None):
        raise Refused(_("Give the dates of the next cycle, or end SEN Support."))
    if not meeting.reason.strip():
        raise Refused(_("Give the reason for the decision. The family will read it."))
    met = {key for key, stood in meeting.targets.items() if stood.result == TargetResult.MET}
    kept = [dose for dose in doses if meeting.next is not None and meeting.doses[dose.pk].choice != DoseChoice.STOP]
    for dose in kept:
        if serves_only_met(targets, met, dose.pk):
            raise Refused(f"“{dose.what}”: {NO_TARGET_LEFT}")


NO_TARGET_LEFT = gettext_lazy(
    "Every target that this help serves is met, so it would stand in no plan. Stop it here, or put it under another"
    " target of the plan first. Help for a new target is written in the next cycle."
)


def serves_only_met(targets: Sequence[TargetView], met: Collection[UUID], dose: UUID) -> bool:
    """Whether no target goes on that this dose is given toward. met: the keys of the targets that are met."""
    return all(one.target.pk in met for one in targets if dose in {given.pk for given in one.doses})


def _move_to_held(by: Viewer, review: Review, meeting: Meeting) -> Review:
    """Who and when go in before the state, because a review that was held must have them."""
    locked = Review.objects.select_for_update().get(pk=review.pk)
    if locked.state == "held":
        raise Refused(_("This review was already written down in the meantime. Open it to see its record."))
    locked.held_on, locked.held_by_id, locked.summary = meeting.held_on, by.person, meeting.summary
    locked.save(update_fields=["held_on", "held_by", "summary"])
    held = apply_move(REVIEW, "hold", locked, by=by)
    parents = [one for one in meeting.attendance if one.parent and one.came]
    if parents:
        meeting_row = ParentMeeting.objects.create(
            **beside(held), on=meeting.held_on, about=_("Review"), review=held, by_id=by.person
        )
        record(by, "parent_meeting.noted", meeting_row, child=held.child_id, on=meeting.held_on.isoformat())
    return held


def _write_outcomes(review: Review, meeting: Meeting) -> None:
    for target, stood in meeting.targets.items():
        TargetOutcome.objects.create(**beside(review), review=review, target_id=target, **vars(stood))
    for dose, chosen in meeting.doses.items():
        DoseEffect.objects.create(
            **beside(review), review=review, dose_id=dose, choice=chosen.choice, effect=chosen.effect
        )
    if meeting.attendance:
        Attendance.objects.filter(review=review).delete()
        _write_attendance(review, meeting.attendance)


def _close(by: Viewer, cycle: Cycle, meeting: Meeting) -> Cycle:
    locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
    locked.closed_on, locked.outcome, locked.reason = meeting.held_on, meeting.outcome, meeting.reason.strip()
    locked.save(update_fields=["closed_on", "outcome", "reason"])
    if locked.state == "do":
        locked = apply_move(CYCLE, "open_review", locked, by=by)
    return apply_move(CYCLE, "close", locked, by=by, outcome=meeting.outcome)


def _build_next(
    by: Viewer, closed: Cycle, targets: Sequence[TargetView], doses: Sequence[Dose], meeting: Meeting
) -> Cycle:
    assert meeting.next is not None
    following = Cycle.objects.create(
        **beside(closed), state="plan", number=closed.number + 1, previous=closed, concern_id=closed.concern_id,
        began_on=meeting.held_on, provision_decided_on=meeting.held_on, starts_on=meeting.next.starts_on,
        weeks=meeting.next.weeks, review_on=meeting.next.review_on, owner_id=meeting.next.owner or closed.owner_id,
        analysis=closed.analysis, parents_part=closed.parents_part,
    )  # fmt: skip
    begin(CYCLE, "carry_forward", following, by=by)
    carried = {dose.pk: _carry(by, dose, meeting) for dose in doses}
    number = 0
    for one in targets:
        if meeting.targets[one.target.pk].result != TargetResult.MET:
            number += 1
            target = _carry_target(following, one, meeting, number)
            for dose in one.doses:
                _link_carried(target, carried.get(dose.pk))
    plan_review(following, by, "carry_forward")
    return following


def _carry(by: Viewer, dose: Dose, meeting: Meeting) -> Dose | None:
    chosen = meeting.doses[dose.pk]
    if chosen.choice == DoseChoice.STOP or meeting.next is None:
        return None
    until_on = None if dose.until_on is None else meeting.next.review_on
    after = carry_dose(by=by, dose=dose.pk, from_on=meeting.next.starts_on, until_on=until_on)
    if chosen.choice == DoseChoice.CHANGE and (chosen.minutes or chosen.times):
        said = particulars_of(after)
        said.minutes, said.times = chosen.minutes or after.minutes, chosen.times or after.times
        after = change_dose(by=by, dose=after.pk, particulars=said)
    return after


def _carry_target(cycle: Cycle, one: TargetView, meeting: Meeting, number: int) -> Target:
    """The same target, starting from where it stands now, with the next review as its day."""
    assert meeting.next is not None
    stood, before = meeting.targets[one.target.pk], one.target
    measured = stood.value if stood.value is not None else one.now
    return Target.objects.create(
        **beside(cycle), cycle=cycle, number=number, words=before.words, area=before.area, measure_id=before.measure_id,
        baseline=before.baseline if measured is None else measured,
        baseline_on=before.baseline_on if measured is None else meeting.held_on,
        target_value=before.target_value, by_on=meeting.next.review_on, owner_id=before.owner_id, carried_from=before,
    )  # fmt: skip


def _link_carried(target: Target, dose: Dose | None) -> None:
    if dose is not None:
        TargetDose.objects.create(**beside(target), target=target, dose=dose)
