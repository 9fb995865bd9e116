"""Of each child the delivered part of what was due: for a register, a whole school at once.

Decision record: docs/decisions/0024-shares-of-a-whole-school.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Greatest, Least

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.organisations.timeline import calendars_of, monday_of

from ..models import Delivery, DeliveryState, Dose, Kind, PlannedSession
from ..permissions import dose_reading
from ..shares import DueSum, Place, Promise, Window
from .calendar import calendar_around
from .doses import running_between

DAY = timedelta(days=1)
_LOOK_AHEAD = timedelta(days=60)  # as far as the ledger reads the timetable
# Doses whose whole time is placed in the timetable: due on each school day of a place that has passed, or is today's
# and written about; given is what stands written last of each session.
# school.counted holds, weekday after weekday, how many school days on it lie among the first 0, 1, 2 … days of the
# window, so that the days of a place are one number less another. A line that mends another takes its minutes away.
_PLACED = """
    WITH every AS ({doses}),
    promised AS (SELECT * FROM every WHERE placed),
    school AS (SELECT * FROM (VALUES {schools}) AS school(holder, counted, today)
               CROSS JOIN (SELECT %s::date AS first, %s::date AS as_of, %s::int AS days) AS seen),
    places AS (SELECT dose.id AS dose, dose.child_id AS child, place.id AS place, place.weekday, place.minutes,
                      greatest(dose.from_on, place.from_on) AS begins,
                      least(dose.until_on, dose.stopped_on - 1, place.to_on) AS ends, school.*
               FROM promised dose JOIN school ON school.holder = dose.holder_id
               JOIN provision_plannedsession place ON place.dose_id = dose.id
               UNION ALL
               SELECT dose.id, dose.child_id, place.id, place.weekday, place.minutes,
                      greatest(dose.from_on, place.from_on), least(dose.until_on, dose.stopped_on - 1, place.to_on),
                      school.*
               FROM promised dose JOIN school ON school.holder = dose.holder_id
               JOIN provision_plannedsession place ON place.group_id = dose.group_id),
    passed AS (SELECT places.*, weekday * (days + 1) + 1 AS at,
                      least(greatest(begins - first, 0), days) AS days_before,
                      least(greatest(least(ends, as_of - 1) - first + 1, 0), days) AS days_until FROM places),
    due AS (SELECT child, sum(minutes * (
                greatest(counted[at + days_until] - counted[at + days_before], 0)
                + CASE WHEN weekday = extract(isodow FROM today) - 1 AND begins <= today
                            AND (ends IS NULL OR ends >= today) AND EXISTS (
                           SELECT 1 FROM provision_delivery entry
                           WHERE entry.dose_id = dose AND entry."on" = today AND entry.planned_session_id = place
                           AND entry.makes_up_id IS NULL AND entry.state <> 'taken_back' AND NOT EXISTS (
                               SELECT 1 FROM provision_delivery later
                               WHERE later.dose_id = dose AND later."on" = today AND later.planned_session_id = place
                               AND later.makes_up_id IS NULL AND later.number > entry.number))
                  THEN 1 ELSE 0 END)) AS minutes
            FROM passed GROUP BY child),
    given AS (SELECT promised.child_id AS child, sum(entry.minutes - CASE WHEN entry.number = 1 THEN 0 ELSE (
                  SELECT mended.minutes FROM provision_delivery mended
                  WHERE mended.dose_id = entry.dose_id AND mended."on" = entry."on"
                  AND mended.planned_session_id IS NOT DISTINCT FROM entry.planned_session_id
                  AND mended.makes_up_id IS NOT DISTINCT FROM entry.makes_up_id
                  AND mended.number = entry.number - 1) END) AS minutes
              FROM provision_delivery entry JOIN promised ON promised.id = entry.dose_id
              WHERE entry."on" BETWEEN %s AND %s GROUP BY promised.child_id)
    SELECT child, coalesce(due.minutes, 0), coalesce(given.minutes, 0) FROM due FULL JOIN given USING (child)
    UNION ALL SELECT NULL, count(*), 0 FROM every WHERE NOT placed
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
    shares = _shares(viewer, _doses(viewer, from_on, to_on).filter(child_id__in=wanted), from_on, to_on)
    return {child: shares.get(child) for child in wanted}


def shares_of_everyone(viewer: Viewer, from_on: date, to_on: date) -> dict[UUID, float]:
    """The same of every child in the viewer's reach to whom anything was due. Nine queries at most."""
    return _shares(viewer, _doses(viewer, from_on, to_on), from_on, to_on)


def short_of_plan(shares: Mapping[UUID, float], enough: float) -> list[UUID]:
    """Children who got less than this part of the minutes that were due."""
    return [child for child, share in shares.items() if share < enough]


def _doses(viewer: Viewer, first: date, last: date) -> QuerySet[Dose]:
    timed = Dose.objects.filter(running_between(first, last), kind=Kind.TIMED_SUPPORT)
    return reachable(viewer, timed, dose_reading(viewer))


def _shares(viewer: Viewer, doses: QuerySet[Dose], first: date, last: date) -> dict[UUID, float]:
    own = calendar_around(viewer, (), last)
    if viewer.organisation is not None and own is not None and own.first <= first:
        calendars = {viewer.organisation: own}
    else:
        holders = doses.order_by().values_list("holder_id", flat=True).distinct()
        calendars = calendars_of(holders, first, last + _LOOK_AHEAD)
    windows = {holder: Window(calendar, first, last, viewer.today) for holder, calendar in calendars.items()}
    doses = doses.annotate(placed=_wholly_placed(first, last))
    sums = _sums_of_placed(doses, windows)
    others, _none = sums.pop(None, (1, 0))
    for child, due, given in _sums_by_promise(doses.filter(placed=False), windows) if others else ():
        before = sums.get(child, (0, 0))
        sums[child] = (before[0] + due, before[1] + given)
    return {child: given / due for child, (due, given) in sums.items() if child and due}


def _wholly_placed(first: date, last: date) -> Q:
    """Whether one place of the timetable holds for as long as a dose runs in these days."""
    begins = Greatest(Value(first), OuterRef("from_on"))
    ends = Least(Value(last), OuterRef("until_on"), ExpressionWrapper(OuterRef("stopped_on") - DAY, DateField()))
    long_enough = PlannedSession.objects.filter(Q(to_on=None) | Q(to_on__gte=ends), from_on__lte=begins)
    own, the_groups = long_enough.filter(dose_id=OuterRef("pk")), long_enough.filter(group_id=OuterRef("group_id"))
    return Exists(own) | Exists(the_groups)


def _sums_of_placed(doses: QuerySet[Dose], windows: Mapping[UUID, Window]) -> dict[UUID | None, tuple[int, int]]:
    """Of each child the minutes due and given of the placed doses; under None how many are not. One query."""
    if not windows:
        return {}
    columns = ("id", "child_id", "holder_id", "group_id", "from_on", "until_on", "stopped_on", "placed")
    chosen, values = doses.order_by().values(*columns).query.sql_with_params()
    schools = ", ".join(["(%s::uuid, %s::int[], %s::date)"] * len(windows))
    of_schools = [fact for holder, one in windows.items() for fact in (holder, one.days_counted, one.today)]
    window = next(iter(windows.values()))
    seen = (window.first, window.as_of, window.length, window.first, window.last)
    with connection.cursor() as cursor:
        cursor.execute(_PLACED.format(doses=chosen, schools=schools), [*values, *of_schools, *seen])
        return {child: (int(due), int(given)) for child, due, given in cursor.fetchall()}


def _sums_by_promise(doses: QuerySet[Dose], windows: Mapping[UUID, Window]) -> Iterator[tuple[UUID, int, int]]:
    """Child, minutes due and given, of doses that have no place in some week, when the promise itself is counted."""
    promised = _promised(doses)
    if not promised:
        return
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
