"""Start an intervention for several children at once; add and take out a child from a day; stop it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child

from ..in_plans import goes_on_as
from ..models import Dose, Group, Kind
from ..particulars import GroupParticulars
from ..permissions import GROUP_MANAGE
from ..staff import refuse_who_does_not_work_here, setting_of
from .doses import carry_dose, stopped


@transaction.atomic
def start_group(*, by: Viewer, particulars: GroupParticulars, children: Sequence[UUID]) -> Group:
    """Start a group: one dose for each child, promised from today, with the particulars written once.

    Raises NotFound for a child outside the viewer's reach, Refused without children or with a leader from elsewhere.
    """
    require(by, GROUP_MANAGE)
    whose = _children(by, children)
    refuse_who_does_not_work_here(by, particulars.leader)
    group = Group.objects.create(
        authority_id=by.authority, holder_id=setting_of(by), leader_id=particulars.leader, name=particulars.name,
        what=particulars.what, who=particulars.who, expertise=particulars.expertise, minutes=particulars.minutes,
        times=particulars.times, per=particulars.per, place=particulars.place, from_on=particulars.from_on,
        until_on=particulars.until_on, intervention_id=particulars.intervention,
    )  # fmt: skip
    doses = [_dose_in(group, child, by, group.from_on, len(whose)) for child in whose]
    Dose.objects.bulk_create(doses)
    record(by, "group.started", group, children=[child.pk for child in whose], doses=len(doses))
    return group


def _children(by: Viewer, keys: Sequence[UUID]) -> list[Child]:
    wanted = set(keys)
    if not wanted:
        raise Refused(_("Choose at least one child for the group."))
    found = list(reachable(by, Child.objects.filter(pk__in=wanted), GROUP_MANAGE).order_by("pk"))
    if len(found) != len(wanted):
        raise NotFound(GROUP_MANAGE.name)
    return found


def _dose_in(group: Group, child: Child, by: Viewer, from_on: date, size: int) -> Dose:
    return Dose(
        authority_id=group.authority_id, holder_id=group.holder_id, child=child, kind=Kind.TIMED_SUPPORT,
        what=group.what, who=group.who, expertise=group.expertise, deliverer_id=group.leader_id,
        intervention_id=group.intervention_id, minutes=group.minutes, times=group.times, per=group.per,
        group_size=size, place=group.place, from_on=from_on, until_on=group.until_on, group=group,
        written_by_id=by.person, written_on=by.today, promised_on=by.today,
    )  # fmt: skip


def _locked_group(by: Viewer, key: UUID) -> Group:
    require(by, GROUP_MANAGE)
    reach_one(by, Group.objects.all(), GROUP_MANAGE, key)
    return Group.objects.select_for_update().get(pk=key)


@transaction.atomic
def add_to_group(*, by: Viewer, group: UUID, child: UUID, from_on: date, dose: UUID | None = None) -> Dose:
    """Another child joins from a day. dose: a dose the child's plan already promises, so that it is not written twice.

    Help that was given outside the group before goes on in it from that day: the promise of before stops, and its
    plan names the new one. Raises Refused when the child is in the group on that day, or the day is after its last.
    """
    found = _locked_group(by, group)
    (whose,) = _children(by, [child])
    theirs = list(Dose.objects.filter(group=found, child=whose))
    if any(kept.runs_on(from_on) for kept in theirs):
        raise Refused(_("%(name)s is already in this group on that day.") % {"name": whose.name})
    if not found.from_on <= from_on <= found.until_on or found.stopped_on is not None:
        raise Refused(_("The group does not run on that day. Choose a day on which it does."))
    if dose is not None:
        joined = _placed(by, found, whose, dose, from_on)
    else:
        joined = _dose_in(found, whose, by, from_on, _size(found, from_on) + 1)
        joined.save()
    record(by, "group.child_added", found, child=child, from_on=from_on.isoformat())
    return joined


def _placed(by: Viewer, group: Group, child: Child, key: UUID, from_on: date) -> Dose:
    """The promise as it stands, or, where it was given outside the group before, a new one that goes on from it.

    Otherwise the group's sessions of before that day would count as owed to this child.
    """
    reach_one(by, Dose.objects.filter(child=child), GROUP_MANAGE, key)
    dose = Dose.objects.select_for_update(of=("self",)).get(pk=key)
    over = dose.stopped_on is not None or (dose.until_on is not None and dose.until_on < from_on)
    if dose.group_id is not None or dose.kind != Kind.TIMED_SUPPORT or dose.promised_on is None or over:
        raise Refused(_("That support is already given in a group, is over, or is not given in sessions."))
    if dose.from_on > group.until_on:
        raise Refused(_("That support begins after the group has ended."))
    if dose.carried_to.filter(promised_on=None, stopped_on=None).exists():
        raise Refused(_("The next plan carries that support on. Start the plan, then add the child to the group."))
    if dose.from_on < from_on:
        return _going_on(by, group, dose, from_on)
    dose.sessions.filter(deliveries=None).delete()
    dose.group = group
    dose.save(update_fields=["group"])
    return dose


def _going_on(by: Viewer, group: Group, dose: Dose, from_on: date) -> Dose:
    after = carry_dose(by=by, dose=dose.pk, from_on=from_on, until_on=dose.until_on)
    after.group, after.promised_on = group, by.today
    after.save(update_fields=["group", "promised_on"])
    stopped(dose, by=by, on=from_on, because=_("Goes on in a group"))  # the group's name is for staff
    goes_on_as(by=by, before=dose, after=after)
    return after


def _size(group: Group, on: date) -> int:
    return sum(dose.runs_on(on) for dose in Dose.objects.filter(group=group))


@transaction.atomic
def remove_from_group(*, by: Viewer, group: UUID, child: UUID, on: date, because: str) -> Dose:
    """A child leaves the group: from this day the dose is no longer given. Their ledger stays."""
    found = _locked_group(by, group)
    theirs = reachable(by, Dose.objects.filter(group=found, child_id=child, stopped_on=None), GROUP_MANAGE)
    dose = theirs.order_by("-from_on").select_for_update(of=("self",)).first()
    if dose is None:
        raise NotFound(GROUP_MANAGE.name)
    stopped(dose, by=by, on=on, because=because)
    record(by, "group.child_removed", found, child=child, on=on.isoformat())
    return dose


@transaction.atomic
def stop_group(*, by: Viewer, group: UUID, on: date, because: str) -> Group:
    """The whole group ends: every dose in it stops on this day, and its places in the timetable with it."""
    found = _locked_group(by, group)
    if found.stopped_on is not None:
        raise Refused(_("This group was already stopped. Nothing was changed."))
    if not because.strip():
        raise Refused(_("Say why the group stops. The families can read it."))
    for dose in Dose.objects.filter(group=found, stopped_on=None).order_by("pk").select_for_update(of=("self",)):
        stopped(dose, by=by, on=on, because=because)
    last = on - timedelta(days=1)
    found.sessions.filter(from_on__lte=last).exclude(to_on__lt=on).update(to_on=last)
    found.sessions.filter(from_on__gte=on, deliveries=None).delete()
    found.stopped_on, found.stopped_because = on, because.strip()[:300]
    found.save(update_fields=["stopped_on", "stopped_because"])
    record(by, "group.stopped", found, on=on.isoformat())
    return found
