"""The sessions of a day for those who teach, what is not recorded yet, and which profiles they have not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery

from goldenthread.access.permissions import NotFound
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, ClassGroup, ClassMembership, ClassStaff, Profile, ProfileRead
from goldenthread.children.permissions import PROFILE_VIEW
from goldenthread.children.scopes import in_force
from goldenthread.organisations.timeline import SchoolCalendar, calendar_of, monday_of

from ..models import Delivery, DeliveryState, Dose, Kind, PlannedSession
from ..permissions import TODAY_VIEW
from ..planned import is_timetabled, runs
from ..staff import setting_of
from .doses import running_between

_DAYS_BACK = 7  # how far back the list of sessions not recorded yet looks


@dataclass(frozen=True)
class ChildEntry:
    """One child in a session: their dose, class, and everything written about it, as first written to last mended."""

    dose: Dose
    class_name: str
    entries: tuple[Delivery, ...]

    @property
    def child(self) -> Child:
        child: Child = self.dose.child
        return child

    @property
    def entry(self) -> Delivery | None:
        """What counts now; None when nothing is written or it was taken back."""
        last = self.entries[-1] if self.entries else None
        return None if last is None or last.state == DeliveryState.TAKEN_BACK else last

    @property
    def mended(self) -> bool:
        return len(self.entries) > 1


@dataclass(frozen=True)
class Session:
    """A place of the timetable on one day, with the children in it whom the viewer works with, by name."""

    planned: PlannedSession
    on: date
    rows: tuple[ChildEntry, ...]
    viewer_leads: bool

    @property
    def what(self) -> str:
        return self.planned.group.what if self.planned.group else self.rows[0].dose.what

    @property
    def starts_at(self) -> time:
        return self.planned.starts_at

    @property
    def recorded(self) -> int:
        return sum(row.entry is not None for row in self.rows)

    @property
    def all_recorded(self) -> bool:
        return self.recorded == len(self.rows)


@dataclass(frozen=True)
class AnyTime:
    """A timed dose without a place in this week's timetable: it can be recorded on any day."""

    row: ChildEntry
    done_this_week: int


@dataclass(frozen=True)
class Day:
    """One day for one person. closed: why pupils do not come, or ""; before, after: the school days beside it.

    mine: sessions the viewer leads; others: sessions of their children that somebody else leads.
    """

    on: date
    closed: str
    before: date | None = None
    after: date | None = None
    mine: tuple[Session, ...] = ()
    others: tuple[Session, ...] = ()
    any_time: tuple[AnyTime, ...] = ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.mine + self.others

    @property
    def children(self) -> set[UUID]:
        shown = [row for session in self.sessions for row in session.rows] + [one.row for one in self.any_time]
        return {row.dose.child_id for row in shown}


@dataclass(frozen=True)
class _Known:
    """What is loaded once for some days: the timetable, the doses it serves, and what was written."""

    viewer: Viewer
    calendar: SchoolCalendar
    timetable: Sequence[PlannedSession]
    doses: Sequence[Dose]
    written: dict[tuple[UUID, date, UUID | None], list[Delivery]]
    class_names: dict[UUID, str]

    def sessions_on(self, day: date) -> list[Session]:
        if not self.calendar.is_school_day(day):
            return []
        found = (self._session(planned, day) for planned in self.timetable if runs(planned, day))
        return sorted((s for s in found if s.rows), key=lambda s: (not s.viewer_leads, s.starts_at, s.planned.pk))

    def _session(self, planned: PlannedSession, day: date) -> Session:
        due = [dose for dose in self.doses if _serves(planned, dose) and dose.runs_on(day)]
        leads = planned.leader_id == self.viewer.person
        return Session(planned, day, tuple(self.row(dose, day, planned.pk) for dose in due), leads)

    def row(self, dose: Dose, day: date, planned: UUID | None) -> ChildEntry:
        entries = tuple(self.written.get((dose.pk, day, planned), ()))
        return ChildEntry(dose, self.class_names.get(dose.child_id, ""), entries)

    def any_time_on(self, day: date) -> list[AnyTime]:
        """Doses counted by the week that have no place in this week's timetable."""
        if not self.calendar.is_school_day(day):
            return []
        monday = monday_of(day)
        loose = [dose for dose in self.doses if dose.runs_on(day) and self._is_loose(dose, monday)]
        return [AnyTime(self.row(dose, day, None), self._done(dose, monday)) for dose in loose]

    def _is_loose(self, dose: Dose, monday: date) -> bool:
        mine = self.viewer.role.reach != Reach.SETTING or dose.deliverer_id == self.viewer.person
        return mine and not is_timetabled(dose, [s for s in self.timetable if _serves(s, dose)], monday)

    def _done(self, dose: Dose, monday: date) -> int:
        week = [monday + timedelta(days=number) for number in range(7)]
        rows = (self.row(dose, day, None).entry for day in week)
        return sum(entry is not None and entry.state != DeliveryState.MISSED for entry in rows)


def _serves(planned: PlannedSession, dose: Dose) -> bool:
    if planned.dose_id:
        return planned.dose_id == dose.pk
    return planned.group_id == dose.group_id


def _known(viewer: Viewer, first: date, last: date) -> _Known:
    """Everything about the days from first to last. Seven queries, however many children."""
    monday = monday_of(first)
    timetable = reachable(viewer, PlannedSession.objects.select_related("group", "leader"), TODAY_VIEW)
    kept = timetable.filter(Q(to_on__isnull=True) | Q(to_on__gte=monday), from_on__lte=last + timedelta(days=6))
    doses = reachable(viewer, Dose.objects.select_related("child", "group", "deliverer"), TODAY_VIEW)
    found = doses.filter(running_between(monday, last), kind=Kind.TIMED_SUPPORT, holder_id=setting_of(viewer))
    in_order = list(found.order_by("child__sort_name", "pk"))
    return _Known(
        viewer=viewer,
        calendar=calendar_of(setting_of(viewer), first, last),
        timetable=list(kept),
        doses=in_order,
        written=_written(in_order, monday, last),
        class_names=_class_names({dose.child_id for dose in in_order}, last),
    )


def _written(doses: Iterable[Dose], first: date, last: date) -> dict[tuple[UUID, date, UUID | None], list[Delivery]]:
    entries = Delivery.objects.filter(dose_id__in=[dose.pk for dose in doses], on__range=(first, last), makes_up=None)
    by_slot: dict[tuple[UUID, date, UUID | None], list[Delivery]] = defaultdict(list)
    for entry in entries.select_related("recorded_by").order_by("number"):
        by_slot[entry.dose_id, entry.on, entry.planned_session_id].append(entry)
    return by_slot


def _class_names(children: set[UUID], on: date) -> dict[UUID, str]:
    places = ClassMembership.objects.filter(in_force(on), child_id__in=children).order_by("class_group__name")
    return dict(places.values_list("child_id", "class_group__name"))


def sessions_on(viewer: Viewer, day: date) -> Day:
    """The sessions of one day for the children the viewer works with, the ones they lead first. Seven queries.

    Raises NotFound for a cover teacher who asks about another day than the one they cover.
    """
    if viewer.role.reach == Reach.COVER and day != viewer.today:
        raise NotFound(TODAY_VIEW.name)
    turns = viewer.role.reach != Reach.COVER
    known = _known(viewer, day, day)
    sessions = known.sessions_on(day)
    return Day(
        on=day,
        closed=known.calendar.why_closed(day),
        before=known.calendar.day_before(day) if turns else None,
        after=known.calendar.day_after(day) if turns else None,
        mine=tuple(session for session in sessions if session.viewer_leads),
        others=tuple(session for session in sessions if not session.viewer_leads),
        any_time=tuple(known.any_time_on(day)),
    )


def session_on(viewer: Viewer, planned_session: UUID, day: date) -> Session:
    """One session of one day. Raises NotFound when the viewer has no child in it, or it is not held that day."""
    for session in _known(viewer, day, day).sessions_on(day):
        if session.planned.pk == planned_session:
            return session
    raise NotFound(TODAY_VIEW.name)


@dataclass(frozen=True)
class Unrecorded:
    """A day of which something is not written down yet. children: how many entries are missing."""

    on: date
    sessions: int
    children: int


def unrecorded_this_week(viewer: Viewer) -> list[Unrecorded]:
    """Of the seven days before today, those with sessions not recorded, newest first. Seven queries.

    Whoever leads a session is asked about it; a class teacher also about those of their children.
    """
    if viewer.role.reach == Reach.COVER:
        return []
    first, last = viewer.today - timedelta(days=_DAYS_BACK), viewer.today - timedelta(days=1)
    known = _known(viewer, first, last)
    days = (last - timedelta(days=number) for number in range(_DAYS_BACK))
    found = (_unrecorded_on(known, viewer, day) for day in days)
    return [day for day in found if day.sessions]


def _unrecorded_on(known: _Known, viewer: Viewer, day: date) -> Unrecorded:
    asked = [
        session
        for session in known.sessions_on(day)
        if not session.all_recorded and (session.viewer_leads or viewer.role.reach != Reach.SETTING)
    ]
    return Unrecorded(day, len(asked), sum(len(session.rows) - session.recorded for session in asked))


def classes_of(viewer: Viewer) -> list[ClassGroup]:
    """The classes that the viewer works with today, by name. One query."""
    mine = ClassStaff.objects.filter(in_force(viewer.today), account_id=viewer.person, holder_id=viewer.organisation)
    return list(ClassGroup.objects.filter(in_force(viewer.today), pk__in=mine.values("class_group")).order_by("name"))


def profiles_to_read(viewer: Viewer) -> list[Profile]:
    """Newest one-page profiles of children the viewer teaches, changed by others and not yet confirmed. One query.

    Those who see the whole setting are asked only about classes they work with and children they give support to.
    """
    newest = Profile.objects.filter(child=OuterRef("child"), holder=OuterRef("holder")).order_by("-number")
    confirmed = ProfileRead.objects.filter(profile=OuterRef("pk"), account_id=viewer.person)
    profiles = reachable(viewer, Profile.objects.select_related("child", "changed_by"), PROFILE_VIEW)
    return list(
        profiles.filter(_taught_or_supported(viewer), holder_id=viewer.organisation)
        .annotate(newest=Subquery(newest.values("number")[:1]))
        .filter(~Exists(confirmed), number=F("newest"))
        .exclude(changed_by_id=viewer.person)
        .order_by("-changed_on", "child__sort_name")
    )


def _taught_or_supported(viewer: Viewer) -> Q:
    mine = ClassStaff.objects.filter(
        in_force(viewer.today), account_id=viewer.person, class_group=OuterRef("class_group")
    )
    places = ClassMembership.objects.filter(in_force(viewer.today), Exists(mine), child=OuterRef("child"))
    given = Dose.objects.filter(deliverer_id=viewer.person, child=OuterRef("child"), promised_on__isnull=False)
    return Q(Exists(places)) | Q(Exists(given.filter(Q(until_on__isnull=True) | Q(until_on__gte=viewer.today))))
