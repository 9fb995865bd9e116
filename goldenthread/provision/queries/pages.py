"""What the page of one dose, and of a child's support, shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access.permissions import NotFound
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.organisations.timeline import monday_of

from ..catalogue import cost_in_pence
from ..ledger import Ledger, Slot, Totals, WeekRow, slot_of, total
from ..models import Delivery, Dose, InPlaceCheck, Kind, PlannedSession
from ..permissions import DELIVERY_RECORD, GROUP_MANAGE, dose_reading, dose_writing
from ..planned import Amounts, amounts, timetable_gap
from .doses import CheckDue, check_due, dose_of, doses_of
from .groups import GroupRow
from .ledger import ledger_of

_WEEKS_SHOWN = 12


@dataclass(frozen=True)
class Trace:
    """One session as it stands, everything written about it before, and what made it up or is made up by it."""

    entry: Delivery
    before: tuple[Delivery, ...]
    made_up_on: date | None
    makes_up_of: date | None


@dataclass(frozen=True)
class DosePage:
    """A dose with its ledger as of today. gap: promised sessions a week without a place in the timetable."""

    dose: Dose
    amounts: Amounts | None
    weeks: list[WeekRow]
    totals: Totals
    entries: list[Trace]
    sessions: list[PlannedSession]
    gap: int
    next_on: date | None
    checks: list[InPlaceCheck]
    check: CheckDue | None
    cost: int | None

    @property
    def cost_in_pounds(self) -> str:
        return "" if self.cost is None else f"{self.cost / 100:,.2f}"


def dose_page(viewer: Viewer, key: UUID) -> DosePage:
    """Everything about one dose that the viewer may see. Raises NotFound outside their reach. Seven queries."""
    dose = dose_of(viewer, key)
    first, last = min(dose.from_on, viewer.today), max(viewer.today, dose.until_on or viewer.today)
    ledger = ledger_of(viewer, [dose], first, last)
    calendar = ledger.calendars[dose.holder_id]
    weeks = ledger.weeks_of(dose, dose.from_on, viewer.today) if dose.kind == Kind.TIMED_SUPPORT else []
    checks = list(InPlaceCheck.objects.filter(dose=dose).select_related("checked_by").order_by("-on", "-recorded_at"))
    totals = total(weeks)
    return DosePage(
        dose=dose,
        amounts=amounts(dose, calendar, viewer.today),
        weeks=weeks,
        totals=totals,
        entries=_traces(ledger, dose),
        sessions=[s for s in ledger.timetable_of(dose) if s.to_on is None or s.to_on >= viewer.today],
        gap=timetable_gap(dose, ledger.timetable_of(dose), viewer.today) if dose.runs_on(viewer.today) else 0,
        next_on=ledger.next_on(dose, last + timedelta(days=60)),
        checks=checks,
        check=check_due(dose, checks, calendar, viewer.today) if dose.runs_on(viewer.today) else None,
        cost=cost_in_pence(dose.intervention, totals.delivered_minutes, dose.group_size),
    )


def _traces(ledger: Ledger, dose: Dose) -> list[Trace]:
    """Each session written about, newest day first."""
    by_slot: dict[Slot, list[Delivery]] = defaultdict(list)
    for entry in sorted(ledger.entries, key=lambda entry: entry.number):
        if entry.dose_id == dose.pk:
            by_slot[slot_of(entry)].append(entry)
    days = {entry.pk: entry.on for entry in ledger.entries}
    found = [_trace(ledger, entries, days) for entries in by_slot.values()]
    return sorted(found, key=lambda trace: (trace.entry.on, trace.entry.recorded_at), reverse=True)


def _trace(ledger: Ledger, entries: list[Delivery], days: dict[UUID, date]) -> Trace:
    newest = entries[-1]
    instead = ledger.made_up_by(newest)
    return Trace(
        entry=newest,
        before=tuple(entries[:-1]),
        made_up_on=instead.on if instead else None,
        makes_up_of=days.get(newest.makes_up_id) if newest.makes_up_id else None,
    )


@dataclass(frozen=True)
class SupportLine:
    """One dose of a child with its sums."""

    dose: Dose
    totals: Totals
    next_on: date | None


@dataclass(frozen=True)
class ChildSupport:
    """What a child is promised today and what they got of it in the last weeks."""

    child: Child
    lines: list[SupportLine]
    weeks: list[WeekRow]
    since: date


def child_support(viewer: Viewer, key: UUID) -> ChildSupport:
    """The support of one child. Raises NotFound outside the viewer's reach. Seven queries, however many doses."""
    child = reach_one(viewer, Child.objects.all(), CHILD_VIEW, key)
    doses = doses_of(viewer, key)
    since = monday_of(viewer.today) - timedelta(weeks=_WEEKS_SHOWN - 1)
    if not doses:
        return ChildSupport(child, [], [], since)
    ledger = ledger_of(viewer, doses, since, viewer.today)
    weeks = {
        dose.pk: ledger.weeks_of(dose, max(since, dose.from_on), viewer.today)
        if dose.kind == Kind.TIMED_SUPPORT
        else []
        for dose in doses
    }
    last = viewer.today + timedelta(days=60)
    lines = [SupportLine(dose, total(weeks[dose.pk]), ledger.next_on(dose, last)) for dose in doses]
    return ChildSupport(child, lines, [row for rows in weeks.values() for row in rows], since)


def reaches_child(viewer: Viewer, child: UUID) -> bool:
    """Whether the child's own pages are there for the viewer: whoever only leads a session sees the dose, not them."""
    return reachable(viewer, Child.objects.filter(pk=child), CHILD_VIEW).exists()


def trace_of(viewer: Viewer, key: UUID) -> list[Delivery]:
    """Everything written about the session of this entry, first to last. Raises NotFound outside the reach."""
    all_entries = Delivery.objects.select_related("dose__child", "planned_session", "recorded_by")
    entry = reach_one(viewer, all_entries, DELIVERY_RECORD, key)
    same = all_entries.filter(
        dose=entry.dose_id, on=entry.on, planned_session=entry.planned_session_id, makes_up=entry.makes_up_id
    )
    return list(same.order_by("number"))


def dose_to_write(viewer: Viewer, key: UUID) -> Dose:
    """One dose for those who write plans. Raises NotFound for everybody else."""
    return reach_one(viewer, Dose.objects.select_related("child"), dose_writing(), key)


def sessions_of_dose(viewer: Viewer, dose: Dose) -> QuerySet[PlannedSession]:
    """The places in the timetable of one dose that are not over."""
    mine = reachable(viewer, PlannedSession.objects.filter(dose=dose).select_related("leader"), dose_reading(viewer))
    return mine.exclude(to_on__lt=viewer.today)


def planned_session_of(viewer: Viewer, key: UUID) -> tuple[PlannedSession, list[UUID]]:
    """A place in the timetable, and the children whose support is given there. Two queries."""
    all_sessions = PlannedSession.objects.select_related("group", "dose", "leader")
    session = reach_one(viewer, all_sessions, GROUP_MANAGE, key)
    whose = Dose.objects.filter(Q(group=session.group_id) if session.group_id else Q(sessions=session))
    return session, sorted(set(whose.values_list("child_id", flat=True)))


def name_in(row: GroupRow, child: UUID) -> str:
    """The name of a child who is or was in a group. Raises NotFound for any other."""
    found = next((dose.child for dose in row.doses if dose.child_id == child), None)
    if found is None:
        raise NotFound(GROUP_MANAGE.name)
    return str(found.name)
