"""Of each child the delivered part of what was due: for a register, a whole school at once.

Decision record: docs/decisions/0024-shares-of-a-whole-school.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from goldenthread.access.prepared import prepared
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.organisations.timeline import calendars_of, monday_of

from ..models import Delivery, DeliveryState, Dose, Kind, PlannedSession
from ..permissions import dose_reading
from ..shares import DueSum, Place, Promise, Window
from .calendar import calendar_around
from .doses import running_between

_LOOK_AHEAD = timedelta(days=60)  # as far as the ledger reads the timetable
# Doses of one setting whose whole time is placed in the timetable: due on each school day of a place that has passed,
# or is today's and written about; given is what stands written last of each session.
# `counted` holds, weekday after weekday, how many school days on it lie among the first 0, 1, 2 … days of the window,
# so that the days of a place are one number less another. A line that mends another takes its minutes away.
_PLACED = """
    WITH every AS (SELECT dose.*, least(until_on, stopped_on - 1) AS last_on FROM ({doses}) AS dose
                   WHERE holder_id = %(holder)s),
    places AS (SELECT dose.*, place.id AS place, place.weekday, place.minutes, place.from_on AS since,
                      place.to_on AS until
               FROM every dose JOIN provision_plannedsession place ON place.dose_id = dose.id
               UNION ALL
               SELECT dose.*, place.id, place.weekday, place.minutes, place.from_on, place.to_on
               FROM every dose JOIN provision_plannedsession place ON place.group_id = dose.group_id),
    passed AS (SELECT id AS dose, child_id AS child, place, weekday, minutes, weekday * (%(days)s + 1) + 1 AS at,
                      since <= greatest(%(first)s, from_on) AND (until IS NULL OR until >= least(%(last)s, last_on))
                          AS whole,
                      greatest(from_on, since) AS begins, least(last_on, until) AS ends,
                      least(greatest(greatest(from_on, since) - %(first)s, 0), %(days)s) AS days_before,
                      least(greatest(least(last_on, until, %(as_of)s - 1) - %(first)s + 1, 0), %(days)s) AS days_until
               FROM places),
    promised AS (SELECT dose, child, sum(minutes * (
                     greatest((%(counted)s::int[])[at + days_until] - (%(counted)s::int[])[at + days_before], 0)
                     + CASE WHEN weekday = extract(isodow FROM %(today)s::date) - 1 AND begins <= %(today)s
                                 AND (ends IS NULL OR ends >= %(today)s) AND EXISTS (
                                SELECT 1 FROM provision_delivery entry
                                WHERE entry.dose_id = dose AND entry."on" = %(today)s
                                AND entry.planned_session_id = place
                                AND entry.makes_up_id IS NULL AND entry.state <> 'taken_back' AND NOT EXISTS (
                                    SELECT 1 FROM provision_delivery later
                                    WHERE later.dose_id = dose AND later."on" = %(today)s
                                    AND later.planned_session_id = place
                                    AND later.makes_up_id IS NULL AND later.number > entry.number))
                       THEN 1 ELSE 0 END)) AS due
                 FROM passed GROUP BY dose, child HAVING bool_or(whole))
    SELECT child, NULL, sum(due), sum(coalesce((
        SELECT sum(entry.minutes - CASE WHEN entry.number = 1 THEN 0 ELSE (
            SELECT mended.minutes FROM provision_delivery mended
            WHERE mended.dose_id = entry.dose_id AND mended."on" = entry."on"
            AND mended.planned_session_id IS NOT DISTINCT FROM entry.planned_session_id
            AND mended.makes_up_id IS NOT DISTINCT FROM entry.makes_up_id
            AND mended.number = entry.number - 1) END)
        FROM provision_delivery entry WHERE entry.dose_id = dose AND entry."on" BETWEEN %(first)s AND %(last)s), 0))
    FROM promised GROUP BY child
    UNION ALL SELECT NULL, id, 0, 0 FROM every WHERE id NOT IN (SELECT dose FROM promised)
"""


@dataclass(frozen=True, slots=True)
class _Promised:
    dose: UUID
    child: UUID
    holder: UUID
    group: UUID | None
    promise: Promise


def delivered_share(viewer: Viewer, children: Iterable[UUID], from_on: date, to_on: date) -> dict[UUID, float | None]:
    """Of each of these children the delivered part of the minutes due (1 is all); None where nothing was due.

    Nine queries at most, however many children.
    """
    wanted = list(children)
    shares = _shares(viewer, from_on, to_on, wanted)
    return {child: shares.get(child) for child in wanted}


def shares_of_everyone(viewer: Viewer, from_on: date, to_on: date) -> dict[UUID, float]:
    """The same of every child in the viewer's reach to whom anything was due. Nine queries at most."""
    return _shares(viewer, from_on, to_on)


def short_of_plan(shares: Mapping[UUID, float], enough: float) -> list[UUID]:
    """Children who got less than this part of the minutes that were due."""
    return [child for child, share in shares.items() if share < enough]


Asked = tuple[date, date, Collection[UUID] | None]  # first and last day, and the children (None: everyone in reach)


def _doses(viewer: Viewer, first: date, last: date, children: Collection[UUID] | None) -> QuerySet[Dose]:
    timed = Dose.objects.filter(running_between(first, last), kind=Kind.TIMED_SUPPORT)
    whose = timed if children is None else timed.filter(child_id__among=children)
    return reachable(viewer, whose, dose_reading(viewer)).order_by()


@prepared
def _every(viewer: Viewer, first: date, last: date, children: Collection[UUID] | None) -> QuerySet[Any, Any]:
    columns = ("id", "child_id", "holder_id", "group_id", "from_on", "until_on", "stopped_on")
    return _doses(viewer, first, last, children).values_list(*columns)


def _shares(viewer: Viewer, first: date, last: date, children: Collection[UUID] | None = None) -> dict[UUID, float]:
    asked = (first, last, children)
    windows = _windows(viewer, asked)
    sums, unplaced = _sums_of_placed(viewer, asked, windows) if windows else ({}, [])
    for child, due, given in _sums_by_promise(viewer, asked, unplaced, windows) if unplaced else ():
        before = sums.get(child, (0, 0))
        sums[child] = (before[0] + due, before[1] + given)
    return {child: given / due for child, (due, given) in sums.items() if child and due}


def _windows(viewer: Viewer, asked: Asked) -> dict[UUID, Window]:
    """The days of each setting that promises something: for staff their own."""
    first, last, _children = asked
    own = calendar_around(viewer, (), last)
    if viewer.organisation is not None and own is not None and own.first <= first:
        calendars = {viewer.organisation: own}
    else:
        holders = _doses(viewer, *asked).values_list("holder_id", flat=True).distinct()
        calendars = calendars_of(holders, first, last + _LOOK_AHEAD)
    return {holder: Window(calendar, first, last, viewer.today) for holder, calendar in calendars.items()}


def _sums_of_placed(
    viewer: Viewer, asked: Asked, windows: Mapping[UUID, Window]
) -> tuple[dict[UUID, tuple[int, int]], list[UUID]]:
    """Of each child the minutes due and given of the placed doses; and the doses that are not. One query a setting."""
    chosen, values = _every.sql(viewer, *asked)
    sums: dict[UUID, tuple[int, int]] = {}
    unplaced = []
    for holder, window in windows.items() if chosen else ():
        for child, dose, due, given in _rows_of_placed(chosen, values, holder, window):
            if child is None:
                unplaced.append(dose)
                continue
            before = sums.get(child, (0, 0))
            sums[child] = (before[0] + int(due), before[1] + int(given))
    return sums, unplaced


def _rows_of_placed(doses: str, values: Sequence[Any], holder: UUID, window: Window) -> list[tuple[Any, ...]]:
    numbered = doses % tuple(f"%(value_{number})s" for number in range(len(values)))
    facts = {f"value_{number}": value for number, value in enumerate(values)}
    seen = {"first": window.first, "last": window.last, "as_of": window.as_of, "days": window.length}
    own = {"holder": holder, "counted": window.days_counted, "today": window.today}
    with connection.cursor() as cursor:
        cursor.execute(_PLACED.format(doses=numbered), facts | seen | own)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _sums_by_promise(
    viewer: Viewer, asked: Asked, doses: Collection[UUID], windows: Mapping[UUID, Window]
) -> Iterator[tuple[UUID, int, int]]:
    """Child, minutes due and given, of doses that have no place in some week, when the promise itself is counted."""
    promised = _promised(_doses(viewer, *asked).filter(pk__among=doses))
    window = next(iter(windows.values()))
    timetables = _timetables(promised, window.last + _LOOK_AHEAD)
    sums = _due_sums(promised, windows, timetables)
    late = _due_by_entries(promised, sums, windows, timetables)
    given = _given(promised, window)
    for one in promised:
        yield one.child, sums[one.dose].minutes + late.get(one.dose, 0), given.get(one.dose, 0)


def _promised(doses: QuerySet[Dose]) -> list[_Promised]:
    rows = doses.order_by().values_list(
        "pk",
        "child_id",
        "holder_id",
        "group_id",
        "kind",
        "minutes",
        "times",
        "per",
        "from_on",
        "until_on",
        "stopped_on",
    )
    return [_Promised(*row[:4], Promise(*row[4:])) for row in rows]


def _timetables(promised: Collection[_Promised], last: date) -> dict[UUID, tuple[Place, ...]]:
    """The places of each dose or group, by its key."""
    doses, groups = {one.dose for one in promised}, {one.group for one in promised if one.group}
    found: dict[UUID | None, list[Place]] = defaultdict(list)
    rows = PlannedSession.objects.filter(Q(dose_id__in=doses) | Q(group_id__in=groups), from_on__lte=last).order_by()
    places = rows.values_list("dose_id", "group_id", "pk", "weekday", "minutes", "from_on", "to_on")
    for dose, group, key, weekday, minutes, from_on, to_on in places:
        found[dose or group].append(Place(key, weekday, minutes, from_on, to_on))
    return {key: tuple(places) for key, places in found.items() if key}


def _timetable(one: _Promised, timetables: Mapping[UUID, tuple[Place, ...]]) -> tuple[Place, ...]:
    return timetables.get(one.dose, ()) + (timetables.get(one.group, ()) if one.group else ())


def _due_sums(
    promised: Iterable[_Promised], windows: Mapping[UUID, Window], timetables: Mapping[UUID, tuple[Place, ...]]
) -> dict[UUID, DueSum]:
    """What was due of each dose; what a group was promised together is summed once."""
    known: dict[tuple[object, ...], DueSum] = {}
    sums = {}
    for one in promised:
        places = _timetable(one, timetables)
        key = (one.holder, one.promise, places)
        if key not in known:
            known[key] = windows[one.holder].due(one.promise, places)
        sums[one.dose] = known[key]
    return sums


def _given(promised: Iterable[_Promised], window: Window) -> dict[UUID, int]:
    doses = [one.dose for one in promised]
    slot = ("dose_id", "on", "planned_session_id", "makes_up_id")
    written = Delivery.objects.filter(dose_id__in=doses, on__range=(window.first, window.last))
    newest = written.order_by(*slot, "-number").distinct(*slot)
    given: dict[UUID, int] = defaultdict(int)
    for dose, minutes in newest.values_list("dose_id", "minutes"):
        given[dose] += minutes
    return given


def _due_by_entries(
    promised: Sequence[_Promised],
    sums: Mapping[UUID, DueSum],
    windows: Mapping[UUID, Window],
    timetables: Mapping[UUID, tuple[Place, ...]],
) -> dict[UUID, int]:
    """Minutes that are due because something was written: today's sessions, and a running week's without a timetable."""
    window = next(iter(windows.values()))
    entries = _entries(window, [one.dose for one in promised], [key for key, due in sums.items() if due.open_weeks])
    return {
        one.dose: _of_today(one, windows[one.holder], _timetable(one, timetables), entries[one.dose])
        + _of_open_weeks(one.promise, sums[one.dose], entries[one.dose])
        for one in promised
        if one.dose in entries
    }


@dataclass(frozen=True, slots=True)
class _Entry:
    on: date
    place: UUID | None
    makes_up: UUID | None


def _entries(window: Window, doses: Collection[UUID], by_promise: Collection[UUID]) -> dict[UUID, list[_Entry]]:
    """What stands written, of today and later, and of this week for those doses that need it."""
    today = Q(dose_id__in=doses, on__gte=window.as_of)
    week = Q(dose_id__in=by_promise, on__gte=max(monday_of(window.as_of), window.first))
    slot = ("dose_id", "on", "planned_session_id", "makes_up_id")
    newest = Delivery.objects.filter(today | week, on__lte=window.last).order_by(*slot, "-number").distinct(*slot)
    found: dict[UUID, list[_Entry]] = defaultdict(list)
    for dose, on, place, makes_up, state in newest.values_list(*slot, "state"):
        if state != DeliveryState.TAKEN_BACK:
            found[dose].append(_Entry(on, place, makes_up))
    return found


def _of_today(one: _Promised, window: Window, timetable: Iterable[Place], entries: Iterable[_Entry]) -> int:
    places = {place.key: place for place in timetable}
    recorded = [(places[entry.place], entry.on) for entry in entries if entry.place in places and not entry.makes_up]
    return sum(place.minutes for place, on in recorded if on >= window.as_of and window.plans(one.promise, place, on))


def _of_open_weeks(promise: Promise, due: DueSum, entries: Sequence[_Entry]) -> int:
    """At most what the week plans, as far as it was written about."""
    return (promise.minutes or 0) * sum(
        min(week.planned, sum(week.first <= entry.on <= week.last and not entry.makes_up for entry in entries))
        for week in due.open_weeks
    )
