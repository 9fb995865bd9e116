"""The catalogue, groups, doses, the timetable and the ledger of what was delivered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from uuid import UUID

from ...provision.models import Delivery, Dose, Group, InPlaceCheck, Intervention, PlannedSession
from ..larkmere import rows
from .copying import Values, copy
from .known import Known, Part

KINDS = {
    "timed support": "timed_support", "equipment": "equipment", "environment or approach": "environment",
    "staff training": "training", "professional review": "professional_review",
}  # fmt: skip
AREAS = {
    "Communication and interaction": "communication", "Cognition and learning": "cognition",
    "Social, emotional and mental health": "semh", "Sensory and/or physical": "sensory",
}  # fmt: skip
_REASONS = {"staff ill": "staff_ill", "child away": "child_away", "trip": "trip", "room": "room", "other": "other"}
LOOK_EVERY = 6  # school weeks between two looks that a thing is in place


def load_catalogue(part: Part, known: Known) -> None:
    copy(
        Intervention,
        "id organisation code name kind area sentence source usual_minutes usual_group_size cost_per_hour",
        (
            (row.key, known.authority, row.code, row.name, KINDS[row.kind], AREAS.get(row.broad_area, ""), row.sentence,
             "", row.usual_minutes or None, row.usual_group_size or None, row.cost_per_hour or None)
            for row in part.rows.get(rows.InterventionRow, [])
        ),
    )  # fmt: skip
    known.interventions.update((row.key, row) for row in part.rows.get(rows.InterventionRow, []))


def load_groups(part: Part, known: Known) -> None:
    slots: dict[UUID, list[rows.TimetableSlotRow]] = defaultdict(list)
    for slot in part.rows.get(rows.TimetableSlotRow, []):
        if slot.group is not None:
            slots[slot.group].append(slot)
    copy(
        Group,
        "id authority holder name what intervention leader who expertise minutes times per place from_on until_on"
        " stopped_because",
        (
            (
                row.key, known.authority, row.organisation, row.name, known.interventions[row.intervention].name,
                row.intervention, row.led_by, known.name_of(row.led_by),
                f"Trained to lead {known.interventions[row.intervention].name.lower()}", slots[row.key][0].minutes,
                len(slots[row.key]), "week", slots[row.key][0].room, row.from_on, row.until_on, "",
            )
            for row in part.rows.get(rows.GroupRow, [])
            if slots[row.key] and row.led_by in known.accounts
        ),
    )  # fmt: skip


def load_doses(part: Part, known: Known) -> None:
    doses: list[rows.DoseRow] = part.rows.get(rows.DoseRow, [])
    groups = {row.dose: row.group for row in part.rows.get(rows.GroupMembershipRow, [])}
    cycles = {row.key: row for row in part.rows.get(rows.CycleRow, [])}
    for row in doses:
        known.holder_of[row.key], known.child_of[row.key] = row.organisation, row.child
    copy(
        Dose,
        "id authority holder child kind what who expertise deliverer intervention minutes times per group_size place"
        " for_whom when_used in_place_by check_every_weeks from_on until_on written_by written_on promised_on"
        " stopped_because carried_from group",
        (_dose(row, cycles[row.cycle], groups.get(row.key), known) for row in doses),
    )


def _dose(row: rows.DoseRow, cycle: rows.CycleRow, group: UUID | None, known: Known) -> Values:
    timed = row.kind == "timed support"
    who = row.by_role if row.by is None else f"{known.name_of(row.by)} ({row.by_role})"
    promised = cycle.starts_on if cycle.step not in ("assess", "plan") else None
    return (
        row.key, known.authority, row.organisation, row.child, KINDS[row.kind], row.what, who, row.expertise,
        row.by if row.by in known.accounts else None, row.intervention, row.minutes or None, row.times or None,
        row.per if row.minutes and row.times else "", row.group_size or None, row.place,
        who if row.kind == "staff training" else "", "" if timed else "Every day, in every lesson where it helps",
        None if timed else row.until_on if row.kind == "professional review" else row.from_on, None if timed else LOOK_EVERY, row.from_on, row.until_on, cycle.senco,
        cycle.planned_on, promised, "", row.carried_from, group,
    )  # fmt: skip


def load_timetable(part: Part, known: Known) -> None:
    copy(
        PlannedSession,
        "id authority holder group dose weekday starts_at minutes place leader from_on to_on",
        (
            (row.key, known.authority, row.organisation, row.group, row.dose if row.group is None else None, row.weekday,
             row.starts_at, row.minutes, row.room, row.led_by if row.led_by in known.accounts else None, row.from_on,
             row.until_on)
            for row in part.rows.get(rows.TimetableSlotRow, [])
        ),
    )  # fmt: skip


def load_deliveries(part: Part, known: Known) -> None:
    copy(
        Delivery,
        "id authority holder child dose planned_session makes_up on number state minutes reason note recorded_by recorded_at",
        _deliveries(part, known),
    )
    copy(
        InPlaceCheck,
        "id authority holder child dose on in_place note checked_by recorded_at",
        (
            (row.key, known.authority, known.holder_of[row.dose], row.child, row.dose, row.checked_on, row.in_place,
             row.note, row.checked_by, at_noon(row.checked_on))
            for row in part.rows.get(rows.DoseCheckRow, [])
        ),
    )  # fmt: skip


def _deliveries(part: Part, known: Known) -> Iterator[Values]:
    """An extra session points at the child's own entry of the missed one; a made-up miss has no slot of its own."""
    sessions = {row.key: row for row in part.rows.get(rows.SessionRow, [])}
    entries = {(row.session, row.dose): row.key for row in part.rows.get(rows.DeliveryRow, [])}
    for row in part.rows.get(rows.DeliveryRow, []):
        session = sessions[row.session]
        missed = entries.get((session.makes_up, row.dose)) if session.makes_up else None
        yield (
            row.key, known.authority, row.organisation, row.child, row.dose, None if missed else session.slot, missed,
            row.on, 1, row.state, 0 if row.state == "missed" else row.minutes,
            "" if row.state == "delivered" else _REASONS[row.reason], row.note, row.recorded_by, row.recorded_at,
        )  # fmt: skip


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
