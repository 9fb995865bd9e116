"""Rows of provision: doses, groups, the timetable and the ledger of what was delivered."""

from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

DOSE_KINDS = (
    "timed support",
    "equipment",
    "environment or approach",
    "staff training",
    "professional review",
)
PERIODS = ("week", "term", "year")
DELIVERY_STATES = ("delivered", "part", "missed")
MISSED_REASONS = ("staff ill", "child away", "trip", "room", "other")


class InterventionRow(NamedTuple):
    """An entry of the schools' catalogue of interventions and strategies."""

    key: UUID
    code: str
    name: str
    kind: str  # DOSE_KINDS
    broad_area: str
    sentence: str  # what it is, for a parent
    usual_minutes: int  # 0 unless timed
    usual_group_size: int
    cost_per_hour: int  # pence, staff time and materials; 0 unless timed


class DoseRow(NamedTuple):
    """One promise of provision. Timed support fills minutes, times, per and group_size; the other kinds
    leave minutes at 0 unless the promise names them (training of 60 minutes, twice a year)."""

    key: UUID
    cycle: UUID
    child: UUID
    organisation: UUID
    number: int
    kind: str  # DOSE_KINDS
    intervention: UUID | None
    what: str
    by: UUID | None  # None: a professional outside the school, named in by_role
    by_role: str
    expertise: str
    minutes: int
    times: int
    per: str  # PERIODS
    group_size: int  # 1 alone with the adult; 0 where it does not apply
    place: str
    from_on: date
    until_on: date
    target: UUID
    carried_from: UUID | None  # the dose of the cycle before


class DoseCheckRow(NamedTuple):
    """Proof of a dose that is not timed: someone looked and it was, or was not, in place."""

    key: UUID
    dose: UUID
    child: UUID
    checked_on: date
    checked_by: UUID
    in_place: bool
    note: str


class GroupRow(NamedTuple):
    """Children taught together for an intervention during one term."""

    key: UUID
    organisation: UUID
    intervention: UUID
    name: str
    from_on: date
    until_on: date
    led_by: UUID


class GroupMembershipRow(NamedTuple):
    """A child in a group, and the dose it serves."""

    key: UUID
    group: UUID
    child: UUID
    dose: UUID
    from_on: date
    until_on: date


class TimetableSlotRow(NamedTuple):
    """A weekly place in the timetable: for a group, or for one child alone (then `dose` is set)."""

    key: UUID
    organisation: UUID
    group: UUID | None
    child: UUID | None
    dose: UUID | None
    intervention: UUID
    weekday: int  # 0 Monday to 4 Friday
    starts_at: time
    minutes: int
    led_by: UUID
    room: str
    from_on: date
    until_on: date


class SessionRow(NamedTuple):
    """One dated meeting of a slot. School days only, up to the last day of the running term."""

    key: UUID
    slot: UUID
    organisation: UUID
    on: date
    starts_at: time
    minutes: int
    led_by: UUID
    makes_up: UUID | None  # the missed session that this extra one replaces


class DeliveryRow(NamedTuple):
    """What one child got of one session. Sessions of the demo's own day and later have none yet."""

    key: UUID
    session: UUID
    dose: UUID
    child: UUID
    organisation: UUID
    on: date
    state: str  # DELIVERY_STATES
    minutes_planned: int
    minutes: int
    reason: str  # MISSED_REASONS when missed or part; "" when delivered
    note: str
    recorded_by: UUID
    recorded_at: datetime
