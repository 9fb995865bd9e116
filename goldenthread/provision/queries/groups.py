"""The groups of a setting, who is in them, and what each got of what was planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, ClassGroup, ClassMembership, Status, StatusEntry
from goldenthread.children.scopes import in_force, on_roll_today

from ..catalogue import interventions_of, usual
from ..ledger import Ledger, Totals, WeekRow, total
from ..models import Dose, Group, Kind, PlannedSession
from ..permissions import GROUP_MANAGE
from .ledger import ledger_of

_MOST_CHOICES = 500


@dataclass(frozen=True)
class GroupRow:
    """A group with its doses, its places in the timetable today and its sums. children: in it today, by name."""

    group: Group
    doses: tuple[Dose, ...]
    sessions: tuple[PlannedSession, ...]
    totals: Totals
    weeks: tuple[WeekRow, ...]
    today: date

    @property
    def children(self) -> list[Child]:
        return [dose.child for dose in self.doses if dose.runs_on(self.today)]

    @property
    def promises(self) -> list[Dose]:
        """What is promised in it and goes on, today or later."""
        return [dose for dose in self.doses if dose.stopped_on is None and (dose.until_on or self.today) >= self.today]

    @property
    def promised_size(self) -> int | None:
        """The smallest group that any child in it was promised."""
        return min(
            (dose.group_size for dose in self.doses if dose.runs_on(self.today) and dose.group_size), default=None
        )

    @property
    def larger_than_promised(self) -> bool:
        return self.promised_size is not None and len(self.children) > self.promised_size

    def of(self, dose: Dose) -> Totals:
        return total(week for week in self.weeks if week.dose.pk == dose.pk)


def groups_of(viewer: Viewer, on: date | None = None) -> list[GroupRow]:
    """The groups running (or still to start) on a day, with what they delivered so far. Seven queries."""
    day = on or viewer.today
    groups = reachable(viewer, Group.objects.select_related("leader"), GROUP_MANAGE)
    kept = groups.filter(Q(stopped_on__isnull=True) | Q(stopped_on__gt=day), until_on__gte=day)
    return _with_sums(viewer, list(kept.order_by("name", "pk")))


def group_of(viewer: Viewer, key: UUID) -> GroupRow:
    """One group, with everyone who is or was in it. Seven queries. Raises NotFound outside the viewer's setting."""
    group = reach_one(viewer, Group.objects.select_related("leader", "intervention"), GROUP_MANAGE, key)
    return _with_sums(viewer, [group])[0]


def _with_sums(viewer: Viewer, groups: list[Group]) -> list[GroupRow]:
    in_them = Dose.objects.select_related("child").filter(group__in=groups, promised_on__isnull=False)
    doses = list(reachable(viewer, in_them, GROUP_MANAGE).order_by("child__sort_name", "from_on", "pk"))
    first = min((dose.from_on for dose in doses), default=viewer.today)
    ledger = ledger_of(viewer, doses, min(first, viewer.today), viewer.today) if doses else None
    return [_row(viewer, group, [d for d in doses if d.group_id == group.pk], ledger) for group in groups]


def _row(viewer: Viewer, group: Group, doses: list[Dose], ledger: Ledger | None) -> GroupRow:
    weeks: list[WeekRow] = []
    sessions: list[PlannedSession] = []
    if ledger is not None:
        weeks = [week for dose in doses for week in ledger.weeks_of(dose, dose.from_on, viewer.today)]
        sessions = [s for s in ledger.sessions if s.group_id == group.pk and _still(s, viewer.today)]
    return GroupRow(group, tuple(doses), tuple(sessions), total(weeks), tuple(weeks), viewer.today)


def _still(session: PlannedSession, today: date) -> bool:
    return session.to_on is None or session.to_on >= today


def sessions_of_group(viewer: Viewer, group: Group) -> QuerySet[PlannedSession]:
    """The group's places in the timetable, ended ones too, in order of the week."""
    return reachable(viewer, PlannedSession.objects.filter(group=group).select_related("leader"), GROUP_MANAGE)


def help_to_place(viewer: Viewer, child: UUID, on: date, last: date) -> list[Dose]:
    """Support in sessions that this child is promised outside any group between these days. One query."""
    over = Q(until_on__lt=on) | Q(stopped_on__isnull=False)
    promised = Dose.objects.filter(child_id=child, group=None, kind=Kind.TIMED_SUPPORT, promised_on__isnull=False)
    mine = promised.filter(~over, from_on__lte=last, holder_id=viewer.organisation).order_by("from_on", "pk")
    return list(reachable(viewer, mine, GROUP_MANAGE))


def all_classes(viewer: Viewer) -> QuerySet[ClassGroup]:
    """The setting's classes of today, by name."""
    return reachable(viewer, ClassGroup.objects.filter(in_force(viewer.today)), GROUP_MANAGE)


def children_among(viewer: Viewer, keys: list[UUID]) -> list[Child]:
    """Of these children, those on the roll today whom the viewer reaches, by name."""
    found = reachable(viewer, Child.objects.filter(on_roll_today(viewer), pk__in=keys), GROUP_MANAGE)
    return list(found.order_by("sort_name", "pk"))


def usual_of(viewer: Viewer, key: UUID | None) -> dict[str, Any]:
    """What an entry of the catalogue usually gives, for a form to start from; empty without one."""
    entry = interventions_of(viewer).filter(pk=key).first() if key else None
    return usual(entry) if entry else {}


@dataclass(frozen=True)
class Choice:
    """A child who can be put into a group: name, class and SEN status today."""

    child: Child
    class_name: str
    status: str


def children_to_choose(
    viewer: Viewer, *, search: str = "", class_group: UUID | None = None, on_register: bool = True
) -> list[Choice]:
    """Children on the roll today, by name: those on the register unless told otherwise. Three queries, 500 at most."""
    children = reachable(viewer, Child.objects.filter(on_roll_today(viewer)), GROUP_MANAGE)
    if search:
        children = children.filter(sort_name__contains=search)
    places = ClassMembership.objects.filter(in_force(viewer.today), holder_id=viewer.organisation)
    if class_group is not None:
        children = children.filter(pk__in=places.filter(class_group=class_group).values("child_id"))
    found = list(children.order_by("sort_name", "pk")[: _MOST_CHOICES if not on_register else None])
    statuses = _statuses(viewer, [child.pk for child in found])
    if on_register:
        found = [child for child in found if statuses.get(child.pk) in (Status.SEN_SUPPORT, Status.PLAN)]
    names = dict(
        places.filter(child__in=found).order_by("class_group__name").values_list("child_id", "class_group__name")
    )
    return [
        Choice(child, names.get(child.pk, ""), str(Status(statuses.get(child.pk, Status.NONE)).label))
        for child in found[:_MOST_CHOICES]
    ]


def _statuses(viewer: Viewer, children: list[UUID]) -> dict[UUID, str]:
    entries = StatusEntry.objects.filter(child_id__in=children, true_from__lte=viewer.today)
    in_order = entries.order_by("child_id", "-true_from", "-learned_on", "-recorded_at").distinct("child_id")
    return dict(in_order.values_list("child_id", "status"))
