"""Write targets and the doses toward them, tell the parents, note a meeting or the yearly report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.provision.actions.doses import change_dose, stop_dose, write_dose
from goldenthread.provision.models import Dose
from goldenthread.provision.particulars import DoseParticulars

from ..models import AnnualReport, Cycle, Measure, ParentMeeting, ParentsTold, Target, TargetDose
from ..permissions import PLAN_VIEW, PLAN_WRITE
from ..queries.children import child_for
from ..queries.outside import help_outside
from ..queries.plans import cycle_for, help_only_for, measure_for, plan_of, target_for
from .rows import beside, new_about

WRITABLE = ("plan", "do", "review")  # the plan runs on until its review is written down


@dataclass(frozen=True)
class Aim:
    """A target as somebody wrote it: the figure it starts from, the figure aimed at, by when, whose task it is."""

    words: str
    measure: UUID
    baseline: float
    baseline_on: date
    target_value: float
    by_on: date
    area: str = ""
    owner: UUID | None = None


def _writable(by: Viewer, key: UUID) -> Cycle:
    require(by, PLAN_WRITE)
    locked = Cycle.objects.select_for_update().get(pk=cycle_for(by, key).pk)
    if locked.state not in WRITABLE:
        raise Refused(_("Targets and help can be changed while the plan is written or runs, not at this step."))
    return locked


def _measure_of(by: Viewer, aim: Aim, child: UUID) -> Measure:
    """The target's measure: of this child, whose family will see its figures, and of no other."""
    measure = measure_for(by, aim.measure)
    if measure.child_id != child:
        raise NotFound("another child's measure")
    return measure


def _check_aim(aim: Aim, measure: Measure) -> None:
    rises = aim.target_value > aim.baseline
    if aim.target_value == aim.baseline or rises != measure.higher_is_better:
        better = _("higher") if measure.higher_is_better else _("lower")
        raise Refused(
            _("The figure aimed at must be %(better)s than where it starts, because %(better)s is better here.")
            % {"better": better}
        )


@transaction.atomic
def write_target(*, by: Viewer, cycle: UUID, aim: Aim) -> Target:
    """Add a target to a plan. Raises Refused when the figure aimed at goes the wrong way."""
    locked = _writable(by, cycle)
    _check_aim(aim, _measure_of(by, aim, locked.child_id))
    highest = Target.objects.filter(cycle=locked).aggregate(highest=Max("number"))["highest"] or 0
    target = Target.objects.create(**beside(locked), cycle=locked, number=highest + 1, **_aim_fields(aim))
    record(by, "target.written", target, child=locked.child_id, number=target.number)
    return target


def _aim_fields(aim: Aim) -> dict[str, object]:
    values = dict(vars(aim))
    return values | {"measure_id": values.pop("measure"), "owner_id": values.pop("owner")}


@transaction.atomic
def change_target(*, by: Viewer, target: UUID, aim: Aim) -> Target:
    """Say a target differently. An answer given to the earlier wording is then shown as such."""
    found = target_for(by, target)
    _writable(by, found.cycle_id)
    _check_aim(aim, _measure_of(by, aim, found.child_id))
    changed = sorted(name for name, value in _aim_fields(aim).items() if getattr(found, name) != value)
    for name in changed:
        setattr(found, name, _aim_fields(aim)[name])
    found.save(update_fields=changed)
    record(by, "target.changed", found, child=found.child_id, fields=changed)
    return found


@transaction.atomic
def drop_target(*, by: Viewer, target: UUID, because: str, toward: UUID | None = None, stop: bool = False) -> Target:
    """Take a target out of the plan, with the reason. It stays in the record.

    Help given toward it alone would stand in no plan: it stops today for the same reason (stop), or goes on toward
    another target of the plan (toward). Raises Refused while neither is said.
    """
    found = target_for(by, target)
    plan = plan_of(by, _writable(by, found.cycle_id))
    if not because.strip():
        raise Refused(_("Say why this target is dropped. The family can read it."))
    left = help_only_for(plan, found.pk)
    other = next((one.target for one in plan.targets if one.target.pk == toward != found.pk), None)
    if toward is not None and other is None:
        raise NotFound("not another target of this plan")
    if left and other is None and not stop:
        raise Refused(_("Say what becomes of “%s”: it is given only toward this target.") % left[0].what)
    for dose in left:
        if other is not None:
            link_dose(by=by, target=other, dose=dose)
        else:
            stop_dose(by=by, dose=dose.pk, on=by.today, because=because)
    found.dropped_on, found.dropped_because = by.today, because.strip()[:300]
    found.save(update_fields=["dropped_on", "dropped_because"])
    record(by, "target.dropped", found, child=found.child_id)
    return found


@transaction.atomic
def give_dose(*, by: Viewer, target: UUID, particulars: DoseParticulars) -> Dose:
    """Write a dose toward a target. In a plan being written it is a draft; in a running one it is promised at once."""
    found = target_for(by, target)
    cycle = _writable(by, found.cycle_id)
    dose = write_dose(by=by, child=found.child_id, particulars=particulars, draft=cycle.state == "plan")
    link_dose(by=by, target=found, dose=dose)
    return dose


def link_dose(*, by: Viewer, target: Target, dose: Dose) -> TargetDose:
    return TargetDose.objects.create(**beside(target), target=target, dose=dose)


@transaction.atomic
def share_dose(*, by: Viewer, target: UUID, dose: UUID) -> TargetDose:
    """Say that a dose of the plan, or one that the child is promised outside it, serves this target (as well).

    Help that runs already was decided on when it was promised: from that day the parents are to be told.
    """
    found = target_for(by, target)
    cycle = _writable(by, found.cycle_id)
    among = {one.pk: one for one in (*plan_of(by, cycle).doses, *help_outside(by, cycle))}
    if dose not in among:
        raise NotFound("not a dose of this child's help")
    if TargetDose.objects.filter(target=found, dose_id=dose).exists():
        raise Refused(_("This help is already given toward this target."))
    record(by, "dose.shared", among[dose], child=found.child_id, target=str(found.pk))
    if cycle.provision_decided_on is None and among[dose].promised_on is not None:
        cycle.provision_decided_on = among[dose].promised_on
        cycle.save(update_fields=["provision_decided_on"])
    return link_dose(by=by, target=found, dose=among[dose])


@transaction.atomic
def follow_dose(*, by: Viewer, before: Dose, after: Dose) -> None:
    """Help of an open plan goes on as another promise: the same targets name that one from now on."""
    require(by, PLAN_WRITE)
    served = Target.objects.filter(target_doses__dose=before, dropped_on__isnull=True).exclude(cycle__state="closed")
    for target in reachable(by, served, PLAN_VIEW):
        link_dose(by=by, target=target, dose=after)
        record(by, "dose.shared", after, child=target.child_id, target=str(target.pk))


def _dose_of_plan(by: Viewer, target: UUID, dose: UUID) -> Dose:
    found = target_for(by, target)
    _writable(by, found.cycle_id)
    link = TargetDose.objects.filter(target=found, dose_id=dose).select_related("dose").first()
    if link is None:
        raise NotFound("not a dose of this target")
    dose_of_target: Dose = link.dose
    return dose_of_target


@transaction.atomic
def change_dose_of(*, by: Viewer, target: UUID, dose: UUID, particulars: DoseParticulars) -> Dose:
    return change_dose(by=by, dose=_dose_of_plan(by, target, dose).pk, particulars=particulars)


@transaction.atomic
def stop_dose_of(*, by: Viewer, target: UUID, dose: UUID, because: str) -> Dose:
    """From today this dose is no longer given. It stays in the record with the reason."""
    return stop_dose(by=by, dose=_dose_of_plan(by, target, dose).pk, on=by.today, because=because)


@transaction.atomic
def tell_parents(*, by: Viewer, cycle: UUID, told_on: date, who: str, how: str, why: str) -> ParentsTold:
    """Note that the parents were told of the provision, and why it is made (Children and Families Act 2014 s.68)."""
    require(by, PLAN_WRITE)
    found = cycle_for(by, cycle)
    if told_on > by.today:
        raise Refused(_("That day is still to come. Note it once you have told them."))
    told = ParentsTold.objects.create(
        **beside(found), cycle=found, told_on=told_on, who=who, how=how, why=why, by_id=by.person
    )
    record(by, "parents.told", told, child=found.child_id, on=told_on.isoformat(), how=how)
    return told


@transaction.atomic
def note_parent_meeting(*, by: Viewer, child: UUID, on: date, about: str) -> ParentMeeting:
    """Note a meeting with a parent about the child's support, other than a review held here."""
    require(by, PLAN_WRITE)
    about_child = child_for(by, child, PLAN_WRITE)
    if on > by.today:
        raise Refused(_("That day is still to come. Note the meeting once it was held."))
    meeting = ParentMeeting.objects.create(**new_about(by, about_child.pk), on=on, about=about, by_id=by.person)
    record(by, "parent_meeting.noted", meeting, child=about_child.pk, on=on.isoformat())
    return meeting


@transaction.atomic
def note_annual_report(*, by: Viewer, child: UUID, sent_on: date, how: str) -> AnnualReport:
    """Note that the yearly written report went to the parents."""
    require(by, PLAN_WRITE)
    about_child = child_for(by, child, PLAN_WRITE)
    if sent_on > by.today:
        raise Refused(_("That day is still to come. Note it once the report was sent."))
    return report_went(by=by, child=about_child.pk, sent_on=sent_on, how=how)


@transaction.atomic
def report_went(*, by: Viewer, child: UUID, sent_on: date, how: str) -> AnnualReport:
    """Write down that the yearly report went: by hand above, or because it left here as a letter, once a day and way."""
    about_child = child_for(by, child, CHILD_VIEW)
    same = AnnualReport.objects.filter(child_id=about_child.pk, sent_on=sent_on, how=how).first()
    if same is not None:
        return same
    report = AnnualReport.objects.create(**new_about(by, about_child.pk), sent_on=sent_on, how=how, by_id=by.person)
    record(by, "annual_report.noted", report, child=about_child.pk, on=sent_on.isoformat())
    return report
