"""The plan of a cycle: targets from baseline to now to target, their doses, who was told and who agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db.models import Max, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.provision.models import Dose

from ..models import Agreement, Cycle, Measure, ParentsTold, Reading, Review, Target, TargetDose
from ..permissions import PLAN_VIEW, REVIEW_VIEW


@dataclass(frozen=True)
class TargetView:
    """One target with what is given toward it. now: its newest reading since the baseline, None before the first."""

    target: Target
    doses: tuple[Dose, ...]
    now: float | None
    now_on: date | None


@dataclass(frozen=True)
class PlanView:
    """A cycle as a plan. answers: the newest answer of each person for each purpose. version: mark of its text."""

    cycle: Cycle
    targets: tuple[TargetView, ...]
    told: tuple[ParentsTold, ...]
    answers: tuple[Agreement, ...]
    review: Review | None
    version: str

    @property
    def doses(self) -> tuple[Dose, ...]:
        """Every dose of the plan once, in the order of the targets."""
        return tuple({dose.pk: dose for one in self.targets for dose in one.doses}.values())


def cycles_of(viewer: Viewer, child: UUID) -> list[Cycle]:
    """Every cycle of the child that the viewer may see, newest first."""
    found = Cycle.objects.filter(child_id=child).select_related("owner", "holder", "child")
    return list(reachable(viewer, found.order_by("-began_on", "-number"), PLAN_VIEW))


def open_cycle(viewer: Viewer, child: UUID) -> Cycle | None:
    """The cycle that runs or is being written; None between cycles. A setting's own first, then the newest."""
    found = Cycle.objects.filter(child_id=child).exclude(state="closed").select_related("owner", "holder", "child")
    return reachable(viewer, found, PLAN_VIEW).order_by("-began_on").first()


def cycle_for(viewer: Viewer, key: UUID) -> Cycle:
    found = Cycle.objects.select_related("owner", "holder", "child", "previous")
    return reach_one(viewer, found, PLAN_VIEW, key)


def plan_of(viewer: Viewer, cycle: Cycle) -> PlanView:
    """The whole plan in six queries, however many targets and doses."""
    targets = _targets(viewer, cycle)
    told = reachable(viewer, ParentsTold.objects.filter(cycle=cycle).select_related("by"), PLAN_VIEW)
    review = reachable(viewer, Review.objects.filter(cycle=cycle), REVIEW_VIEW).first()
    return PlanView(cycle, targets, tuple(told), _newest_answers(viewer, cycle), review, plan_version(targets))


def targets_of(viewer: Viewer, cycle: Cycle) -> tuple[TargetView, ...]:
    return _targets(viewer, cycle)


def _targets(viewer: Viewer, cycle: Cycle) -> tuple[TargetView, ...]:
    found = Target.objects.filter(cycle=cycle, dropped_on__isnull=True).select_related("measure", "owner")
    targets = list(reachable(viewer, found, PLAN_VIEW))
    doses = _doses(viewer, cycle)
    readings = _newest_readings(viewer, {target.measure_id for target in targets})
    return tuple(_target_view(target, doses.get(target.pk, []), readings) for target in targets)


def _target_view(target: Target, doses: list[Dose], readings: dict[UUID, Reading]) -> TargetView:
    newest = readings.get(target.measure_id)
    if newest is None or newest.on < target.baseline_on:
        return TargetView(target, tuple(doses), None, None)
    return TargetView(target, tuple(doses), newest.value, newest.on)


def _doses(viewer: Viewer, cycle: Cycle) -> dict[UUID, list[Dose]]:
    """Of each target its doses, from two queries: the links and what they lead to."""
    found = TargetDose.objects.filter(target__cycle=cycle).order_by("id")
    links = list(reachable(viewer, found, PLAN_VIEW).values_list("target_id", "dose_id"))
    doses = Dose.objects.filter(pk__in=[dose for _target, dose in links]).select_related("deliverer", "group")
    by_key = {dose.pk: dose for dose in reachable(viewer, doses, PLAN_VIEW)}
    of: dict[UUID, list[Dose]] = {}
    for target, dose in links:
        if dose in by_key:
            of.setdefault(target, []).append(by_key[dose])
    return of


def _newest_readings(viewer: Viewer, measures: set[UUID]) -> dict[UUID, Reading]:
    found = Reading.objects.filter(measure_id__in=measures).order_by("measure_id", "-on", "-number")
    return {row.measure_id: row for row in reachable(viewer, found, PLAN_VIEW).distinct("measure_id")}


def _newest_answers(viewer: Viewer, cycle: Cycle) -> tuple[Agreement, ...]:
    rows = reachable(viewer, Agreement.objects.filter(cycle=cycle).order_by("at", "id"), PLAN_VIEW)
    newest = {(row.purpose, row.party_id or row.party_name): row for row in rows}
    return tuple(newest.values())


def plan_version(targets: tuple[TargetView, ...]) -> str:
    """A mark of what the plan promises: changes whenever a target or a dose does, and with nothing else.

    It is kept beside each answer for as long as the answer, so it hangs on no key that is changed one day.
    """
    said: dict[str, object] = {}
    for one in targets:
        said[f"target {one.target.pk}"] = (one.target.words, one.target.target_value, one.target.by_on)
        for dose in one.doses:
            said[f"dose {dose.pk}"] = (
                dose.kind, dose.what, dose.who, dose.minutes, dose.times, dose.per, dose.group_size, dose.place,
                dose.until_on, dose.stopped_on,
            )  # fmt: skip
    return sha256(repr(sorted(said.items())).encode()).hexdigest()


def target_for(viewer: Viewer, key: UUID) -> Target:
    return reach_one(viewer, Target.objects.select_related("cycle", "measure", "child"), PLAN_VIEW, key)


def help_only_for(plan: PlanView, target: UUID) -> list[Dose]:
    """Help not stopped that is given toward this target of the plan and toward no other."""
    elsewhere = {dose.pk for one in plan.targets if one.target.pk != target for dose in one.doses}
    here = next((one.doses for one in plan.targets if one.target.pk == target), ())
    return [dose for dose in here if dose.stopped_on is None and dose.pk not in elsewhere]


def measures_of(viewer: Viewer, child: UUID) -> QuerySet[Measure]:
    return reachable(viewer, Measure.objects.filter(child_id=child), PLAN_VIEW)


def measure_for(viewer: Viewer, key: UUID) -> Measure:
    return reach_one(viewer, Measure.objects.select_related("child"), PLAN_VIEW, key)


def readings_of(viewer: Viewer, measures: list[Measure]) -> dict[UUID, list[Reading]]:
    """Of each measure its readings in order of time; of one day, the last mended figure."""
    keys = [measure.pk for measure in measures]
    found = Reading.objects.filter(measure_id__in=keys).order_by("measure_id", "on", "-number")
    series: dict[UUID, list[Reading]] = {key: [] for key in keys}
    for row in reachable(viewer, found.select_related("by"), PLAN_VIEW).distinct("measure_id", "on"):
        series[row.measure_id].append(row)
    return series


def highest_number(viewer: Viewer, child: UUID) -> int:
    """The number of the newest cycle of the child in the viewer's setting; 0 before the first."""
    found = reachable(viewer, Cycle.objects.filter(child_id=child, holder_id=viewer.organisation), PLAN_VIEW)
    return found.aggregate(highest=Max("number"))["highest"] or 0
