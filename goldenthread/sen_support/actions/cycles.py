"""Begin a cycle, enter one that already runs, finish its assessment, start it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.people.models import Account
from goldenthread.process.moves import apply_move, begin
from goldenthread.provision.actions.doses import change_dose, promise_doses, stop_dose
from goldenthread.provision.models import Dose
from goldenthread.provision.particulars import NEEDED, DoseParticulars

from ..models import Cycle, ParentMeeting, Review
from ..permissions import ASSESSMENT_WRITE, PLAN_WRITE
from ..queries.children import child_for
from ..queries.plans import cycle_for, highest_number, open_cycle, plan_of
from ..states import CYCLE, REVIEW
from .rows import beside, new_about
from .status import put_on_sen_support


@dataclass(frozen=True)
class Running:
    """The time a cycle runs: from when, how many school weeks, to which agreed review, and who leads it."""

    starts_on: date
    weeks: int
    review_on: date
    owner: UUID | None = None


def _refuse_a_second(by: Viewer, child: UUID) -> None:
    if open_cycle(by, child) is not None:
        raise Refused(_("A cycle is already open for this child. Open it from the plan page."))


@transaction.atomic
def begin_cycle(*, by: Viewer, child: UUID) -> Cycle:
    """Open a cycle at its first step, assess, for a child who has none open."""
    require(by, ASSESSMENT_WRITE)
    about = child_for(by, child, ASSESSMENT_WRITE)
    _refuse_a_second(by, about.pk)
    previous = Cycle.objects.filter(child=about, holder_id=by.organisation).order_by("-number").first()
    cycle = Cycle.objects.create(
        **new_about(by, about.pk), number=highest_number(by, about.pk) + 1, previous=previous, began_on=by.today,
        owner_id=by.person,
    )  # fmt: skip
    return begin(CYCLE, "begin", cycle, by=by)


@transaction.atomic
def enter_running_cycle(
    *, by: Viewer, child: UUID, running: Running, analysis: str = "", earlier_meetings: Sequence[date] = ()
) -> Cycle:
    """Type in a plan that already runs on paper or elsewhere, with its own dates; earlier meetings count as held.

    Targets and doses follow, written with the dates they really have.
    """
    require(by, PLAN_WRITE)
    about = child_for(by, child, PLAN_WRITE)
    _refuse_a_second(by, about.pk)
    _check_running(by, running, may_be_past=True)
    if any(day > by.today for day in earlier_meetings):
        raise Refused(_("An earlier meeting cannot lie in the future."))
    put_on_sen_support(by=by, child=about.pk, reason=_("A running plan was entered"), under=PLAN_WRITE)
    cycle = Cycle.objects.create(
        **new_about(by, about.pk), state="do", number=highest_number(by, about.pk) + 1, began_on=running.starts_on,
        provision_decided_on=running.starts_on, analysis=analysis, entered_running=True, **_running_fields(running),
    )  # fmt: skip
    for day in sorted(set(earlier_meetings)):
        ParentMeeting.objects.create(**beside(cycle), on=day, about=_("Earlier review"), earlier=True, by_id=by.person)
    begin(CYCLE, "enter_running", cycle, by=by, earlier_meetings=len(earlier_meetings))
    plan_review(cycle, by, "plan")
    return cycle


def _running_fields(running: Running) -> dict[str, object]:
    values = dict(vars(running))
    return values | {"owner_id": values.pop("owner")}


def _check_running(by: Viewer, running: Running, *, may_be_past: bool = False) -> None:
    if running.review_on <= running.starts_on:
        raise Refused(_("The review must come after the first day."))
    if not may_be_past and running.review_on < by.today:
        raise Refused(_("The review date is already past. Choose a later one."))
    if may_be_past and running.starts_on > by.today:
        raise Refused(_("This plan does not run yet. Write it as a new plan instead."))


def plan_review(cycle: Cycle, by: Viewer, move: str) -> Review:
    """The review of a cycle, on the date agreed in its plan; moved along when the plan's date changes."""
    assert cycle.review_on is not None, "a plan that runs has its review date"
    existing = Review.objects.filter(cycle=cycle).first()
    if existing is not None:
        if existing.agreed_on != cycle.review_on and existing.state == "planned":
            existing.agreed_on = existing.meets_on = cycle.review_on
            existing.save(update_fields=["agreed_on", "meets_on"])
        return existing
    review = Review.objects.create(**beside(cycle), cycle=cycle, agreed_on=cycle.review_on, meets_on=cycle.review_on)
    return begin(REVIEW, move, review, by=by)


@transaction.atomic
def write_analysis(*, by: Viewer, cycle: UUID, analysis: str, parents_part: str = "") -> Cycle:
    """Write what the assessment shows, and what the parents do. Allowed until the cycle is closed."""
    found = _open(by, cycle, ASSESSMENT_WRITE)
    found.analysis, found.parents_part = analysis, parents_part
    found.save(update_fields=["analysis", "parents_part"])
    record(by, "cycle.analysis_written", found, child=found.child_id)
    return found


def _open(by: Viewer, key: UUID, right: Right) -> Cycle:
    """A cycle of the viewer's own setting that is not closed, locked."""
    require(by, right)
    found = cycle_for(by, key)
    locked = Cycle.objects.select_for_update().get(pk=found.pk)
    if locked.state == "closed":
        raise Refused(_("This cycle is closed. Its record stays as it is; work in the new one."))
    return locked


@transaction.atomic
def finish_assessment(*, by: Viewer, cycle: UUID) -> Cycle:
    """The assessment is there; the plan can be written."""
    found = cycle_for(by, cycle)
    if not found.analysis.strip():
        raise Refused(_("Write what the assessment shows before you go on to the plan."))
    return apply_move(CYCLE, "finish_assessment", found, by=by)


@transaction.atomic
def start_cycle(*, by: Viewer, cycle: UUID, running: Running) -> Cycle:
    """Start the plan: its doses become promises, its review gets its date, and weeks begin to count.

    A dose carried on from the cycle before takes over from it on its first day, without a gap. Raises Refused while
    there is no target, or a target without help, or a dose that nobody could count.
    """
    found = cycle_for(by, cycle)
    _check_running(by, running)
    plan = plan_of(by, found)
    if not plan.targets:
        raise Refused(_("The plan has no target yet. Add at least one."))
    bare = [one.target.number for one in plan.targets if not one.doses]
    if bare:
        raise Refused(_("Target %s has no help yet. Say what will be given.") % bare[0])
    moved = _dated(by, found, running)
    owner = running.owner or found.owner_id
    _promise(by, plan.doses, running)
    moved = apply_move(CYCLE, "start", moved, by=by)
    moved.owner = Account.objects.get(pk=owner) if owner else None
    if moved.provision_decided_on is None:
        moved.provision_decided_on = by.today
    moved.save(update_fields=["owner", "provision_decided_on"])
    put_on_sen_support(by=by, child=moved.child_id, reason=_("A SEN Support plan was started"), under=PLAN_WRITE)
    plan_review(moved, by, "plan")
    return moved


def _dated(by: Viewer, cycle: Cycle, running: Running) -> Cycle:
    """The dates go in before the state, because a cycle being done must have them."""
    locked = _open(by, cycle.pk, PLAN_WRITE)
    locked.starts_on, locked.weeks, locked.review_on = running.starts_on, running.weeks, running.review_on
    locked.save(update_fields=["starts_on", "weeks", "review_on"])
    return locked


_LINKS = ("deliverer", "intervention")


def particulars_of(dose: Dose) -> DoseParticulars:
    """What a dose says, to be said again with some of it changed."""
    same = {name: getattr(dose, name) for name in DoseParticulars.__dataclass_fields__ if name not in _LINKS}
    return DoseParticulars(**same, deliverer=dose.deliverer_id, intervention=dose.intervention_id)


def _promise(by: Viewer, doses: Sequence[Dose], running: Running) -> None:
    drafts = [dose for dose in doses if dose.promised_on is None and dose.stopped_on is None]
    for dose in drafts:
        said = particulars_of(dose)
        said.from_on = max(dose.from_on, running.starts_on)
        if dose.until_on is None and "until_on" in NEEDED[dose.kind]:
            said.until_on = running.review_on
        if said.until_on is not None and said.until_on < said.from_on:
            said.until_on = running.review_on
        if said != particulars_of(dose):
            change_dose(by=by, dose=dose.pk, particulars=said)
    promise_doses(by=by, doses=[dose.pk for dose in drafts], on=by.today)
    still_on = Q(until_on__isnull=True) | Q(until_on__gte=running.starts_on)
    for before in Dose.objects.filter(still_on, carried_to__in=drafts, stopped_on__isnull=True):
        stop_dose(by=by, dose=before.pk, on=running.starts_on, because=_("Goes on in the next cycle"))
