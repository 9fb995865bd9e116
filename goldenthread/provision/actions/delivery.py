"""Record what was delivered, for one child or a whole group, and mend what was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.timeline import calendar_of

from ..ledger import current_entries
from ..models import Delivery, DeliveryState, Dose, PlannedSession
from ..permissions import DELIVERY_RECORD
from ..planned import runs


@dataclass(frozen=True)
class Entry:
    """What to write for one child. minutes: None for the whole session when delivered."""

    state: str
    minutes: int | None = None
    reason: str = ""
    note: str = ""


class SomebodyWasFirst(Refused):
    """Somebody wrote this entry before; it stays as they wrote it."""

    def __init__(self, entry: Delivery) -> None:
        super().__init__(already_said(entry))
        self.entry = entry


@dataclass(frozen=True)
class GroupRecord:
    """made: what was written now. already: what somebody had written before; it stays as it was."""

    made: list[Delivery]
    already: list[Delivery]


@transaction.atomic
def record_delivery(
    *,
    by: Viewer,
    dose: UUID,
    on: date,
    entry: Entry,
    planned_session: UUID | None = None,
    makes_up: UUID | None = None,
) -> Delivery:
    """Write what one child got of one dose on a day: of its timetable, extra, or in place of a missed session.

    Raises Refused when somebody has written it before (mend it instead), the day is still to come, school was
    closed, or the entry does not fit (part without minutes, missed without a reason).
    """
    require(by, DELIVERY_RECORD)
    (found,) = _locked_doses(by, [dose])
    session = _session_of(by, found, planned_session) if planned_session else None
    _refuse_other_days(by, found, on)
    if session is not None:
        session = _held(session)
        _refuse_outside_timetable(session, on)
    missed = _missed_session(found, makes_up) if makes_up else None
    made, already = _write(by, [found], on, {found.pk: entry}, session=session, makes_up=missed)
    if already:
        raise SomebodyWasFirst(already[0])
    _note(by, session or found, on, made)
    return made[0]


@transaction.atomic
def record_group(*, by: Viewer, planned_session: UUID, on: date, entries: Mapping[UUID, Entry] | Entry) -> GroupRecord:
    """Write a whole group's session at once: one entry for all, or one for each dose.

    Two people may do so at the same moment: the doses are locked, the first writes, and the second is told what
    was already there; nothing is written twice or changed. Children outside the viewer's reach are left out.
    """
    require(by, DELIVERY_RECORD)
    session = reach_one(by, PlannedSession.objects.all(), DELIVERY_RECORD, planned_session)
    _refuse_outside_timetable(session, on)
    due = _locked_doses(by, _due_in(by, session, on))
    session = _held(session)
    _refuse_unplanned(session, on)
    doses = [dose for dose in due if dose.runs_on(on)]
    chosen = entries if isinstance(entries, Mapping) else {dose.pk: entries for dose in doses}
    asked = [dose for dose in doses if dose.pk in chosen]
    if not asked:
        raise NotFound("delivery.record")
    _refuse_other_days(by, asked[0], on)
    made, already = _write(by, asked, on, chosen, session=session)
    _note(by, session, on, made)
    return GroupRecord(made, already)


@transaction.atomic
def mend_delivery(*, by: Viewer, delivery: UUID, entry: Entry) -> Delivery:
    """Put right what was written: a new entry beside the old one, which stays as its trace.

    delivery: the entry that the person saw. If somebody mended it meanwhile, Refused says who and what, and nothing
    is written. An entry equal to the one before is not written again.
    """
    require(by, DELIVERY_RECORD)
    seen = reach_one(by, Delivery.objects.select_related("planned_session"), DELIVERY_RECORD, delivery)
    (dose,) = _locked_doses(by, [seen.dose_id])
    same_session = Delivery.objects.filter(
        dose=dose, on=seen.on, planned_session=seen.planned_session_id, makes_up=seen.makes_up_id
    )
    newest = same_session.select_related("recorded_by").order_by("-number")[0]
    if newest.pk != seen.pk:
        raise SomebodyWasFirst(newest)
    wanted = _fields(entry, _length(dose, seen.planned_session))
    if all(getattr(newest, name) == value for name, value in wanted.items()):
        return newest
    mended = _new_entry(by, dose, seen.on, wanted, newest.number + 1, seen.planned_session_id, seen.makes_up_id)
    mended.save(force_insert=True)
    record(
        by, "delivery.mended", mended, child=dose.child_id,
        on=seen.on.isoformat(), before=newest.state, state=mended.state, number=mended.number,
    )  # fmt: skip
    return mended


def _due_in(by: Viewer, session: PlannedSession, on: date) -> list[UUID]:
    whose = {"group": session.group_id} if session.group_id else {"pk": session.dose_id}
    doses = Dose.objects.filter(**whose, from_on__lte=on, promised_on__isnull=False)
    return list(reachable(by, doses, DELIVERY_RECORD).values_list("pk", flat=True))


def _locked_doses(by: Viewer, keys: Iterable[UUID]) -> list[Dose]:
    """These doses, locked in one order so that two people cannot write the same session at once."""
    within = reachable(by, Dose.objects.filter(pk__in=list(keys)), DELIVERY_RECORD)
    found = list(within.order_by("pk").select_for_update(of=("self",)))
    if not found:
        raise NotFound("delivery.record")
    return found


def _session_of(by: Viewer, dose: Dose, key: UUID) -> PlannedSession:
    session = reach_one(by, PlannedSession.objects.all(), DELIVERY_RECORD, key)
    if session.dose_id != dose.pk and (session.group_id is None or session.group_id != dose.group_id):
        raise NotFound("delivery.record")
    return session


def _held(session: PlannedSession) -> PlannedSession:
    """The session as it stands now; until our transaction ends nobody can end or move it.

    Held after the doses, as those who stop a group do: the other way round, each could wait for the other.
    """
    found = PlannedSession.objects.select_for_update(of=("self",), no_key=True).filter(pk=session.pk).first()
    if found is None:
        raise Refused(_("This session was taken out of the timetable a moment ago. Record it as an extra session."))
    return found


def _refuse_other_days(by: Viewer, dose: Dose, on: date) -> None:
    if on > by.today:
        raise Refused(_("That day is still to come. Record the session once it has happened."))
    if by.role.reach == Reach.COVER and on != by.today:
        raise Refused(
            _("Cover teachers record the sessions of the day they cover. Ask the class teacher to record this one.")
        )
    if not dose.runs_on(on):
        raise Refused(_("This support was not promised for that day, so there is nothing to record."))


def _refuse_outside_timetable(session: PlannedSession, on: date) -> None:
    closed = calendar_of(session.holder_id, on, on).why_closed(on)
    if closed:
        raise Refused(
            _("School was closed to pupils on %(day)s (%(why)s), so nothing was due and nothing counts as missed.")
            % {"day": date_format(on, "j F Y"), "why": closed}
        )
    _refuse_unplanned(session, on)


def _refuse_unplanned(session: PlannedSession, on: date) -> None:
    if not runs(session, on):
        raise Refused(_("This session was not in the timetable on that day. Record it as an extra session instead."))


def _missed_session(dose: Dose, key: UUID) -> Delivery:
    """The first entry of the session that is made up. Raises Refused if it was not missed, or is made up already."""
    first = Delivery.objects.filter(pk=key, dose=dose, number=1).first()
    if first is None:
        raise NotFound("delivery.record")
    entries = Delivery.objects.filter(dose=dose, on=first.on, planned_session=first.planned_session_id)
    newest = entries.filter(makes_up=first.makes_up_id).order_by("-number")[0]
    if newest.state not in (DeliveryState.MISSED, DeliveryState.PART):
        raise Refused(_("That session was not missed, so there is nothing to make up."))
    given = current_entries(Delivery.objects.filter(makes_up=first)).values()
    if any(entry.state in (DeliveryState.DELIVERED, DeliveryState.PART) for entry in given):
        raise Refused(_("That session has already been made up."))
    return first


def _write(
    by: Viewer,
    doses: list[Dose],
    on: date,
    entries: Mapping[UUID, Entry],
    *,
    session: PlannedSession | None,
    makes_up: Delivery | None = None,
) -> tuple[list[Delivery], list[Delivery]]:
    written = Delivery.objects.filter(dose__in=doses, on=on, planned_session=session, makes_up=makes_up)
    newest = {entry.dose_id: entry for entry in written.select_related("recorded_by").order_by("number")}
    standing = {key: entry for key, entry in newest.items() if entry.state != DeliveryState.TAKEN_BACK}
    made = [
        _new_entry(
            by, dose, on, _fields(entries[dose.pk], _length(dose, session)),
            newest[dose.pk].number + 1 if dose.pk in newest else 1,
            session.pk if session else None, makes_up.pk if makes_up else None,
        )
        for dose in doses
        if dose.pk not in standing
    ]  # fmt: skip
    return Delivery.objects.bulk_create(made), list(standing.values())


def _new_entry(
    by: Viewer,
    dose: Dose,
    on: date,
    values: dict[str, object],
    number: int,
    planned_session: UUID | None,
    makes_up: UUID | None,
) -> Delivery:
    return Delivery(
        authority_id=dose.authority_id, holder_id=dose.holder_id, child_id=dose.child_id, dose=dose, on=on,
        number=number, planned_session_id=planned_session, makes_up_id=makes_up, recorded_by_id=by.person,
        recorded_at=timezone.now(), **values,
    )  # fmt: skip


def _length(dose: Dose, session: PlannedSession | None) -> int:
    return session.minutes if session else dose.minutes or 0


def _fields(entry: Entry, planned: int) -> dict[str, object]:
    """The entry as it is written, or Refused with what does not fit. planned: minutes of the whole session."""
    match entry.state:
        case DeliveryState.DELIVERED:
            minutes, reason = entry.minutes or planned, ""
        case DeliveryState.PART:
            minutes, reason = entry.minutes or 0, entry.reason
            if not 0 < minutes < planned:
                raise Refused(
                    _("Say how many minutes were done: more than 0 and fewer than %(planned)d.") % {"planned": planned}
                )
        case _:
            minutes, reason = 0, entry.reason if entry.state == DeliveryState.MISSED else ""
    if entry.state in (DeliveryState.PART, DeliveryState.MISSED) and not reason:
        raise Refused(_("Say why: staff ill, child away, trip, room or other."))
    return {"state": entry.state, "minutes": minutes, "reason": reason, "note": entry.note.strip()[:300]}


def already_said(entry: Delivery) -> str:
    """Who wrote an entry and when, for somebody who comes second."""
    at = timezone.localtime(entry.recorded_at)
    return _(
        "%(who)s had already written this down at %(time)s on %(day)s. What they wrote stays; you can mend it."
    ) % {"who": entry.recorded_by.name, "time": time_format(at, "H.i"), "day": date_format(at, "j F")}


def _note(by: Viewer, thing: Dose | PlannedSession, on: date, made: list[Delivery]) -> None:
    if not made:
        return
    counts: dict[str, Any] = dict(Counter(entry.state for entry in made))
    whose = sorted({entry.child_id for entry in made})
    record(by, "delivery.recorded", thing, children=whose, on=on.isoformat(), **counts)
