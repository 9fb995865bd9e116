"""Doses, groups, a timetable and entries of the ledger to test with. Everybody is invented."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.utils import timezone

from goldenthread.children.models import Child
from goldenthread.organisations.models import Closure, Organisation, Term
from goldenthread.people.models import Account
from goldenthread.provision.models import Delivery, Dose, Group, Kind, PlannedSession
from goldenthread.provision.particulars import DoseParticulars, GroupParticulars
from tests.factories.world import inside

FIRST_DAY = date(2026, 9, 7)
LAST_DAY = date(2026, 12, 18)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)

TIMED: dict[str, Any] = {
    "kind": Kind.TIMED_SUPPORT,
    "what": "Small-group reading",
    "who": "Ms Khan",
    "expertise": "trained in paired reading",
    "minutes": 20,
    "times": 3,
    "per": "week",
    "group_size": 4,
    "place": "Willow room",
    "from_on": FIRST_DAY,
    "until_on": LAST_DAY,
}


def timed(**more: Any) -> DoseParticulars:
    """Particulars of small-group reading, 20 minutes, 3 times a week, with everything said."""
    return DoseParticulars(**(TIMED | more))


def group_particulars(leader: Account, **more: Any) -> GroupParticulars:
    values = {name: value for name, value in TIMED.items() if name not in ("kind", "group_size")}
    return GroupParticulars(**({"name": "Reading, Year 4", "leader": leader.pk} | values | more))


def make_dose(child: Child, setting: Organisation, **more: Any) -> Dose:
    """A promised dose of small-group reading; more: fields that differ."""
    with inside(setting):
        return Dose.objects.create(
            authority_id=setting.authority_id,
            holder=setting,
            child=child,
            **(TIMED | {"promised_on": FIRST_DAY} | more),
        )


def make_group(setting: Organisation, leader: Account, children: tuple[Child, ...], **more: Any) -> Group:
    """A group with a dose for each child."""
    values = {name: value for name, value in TIMED.items() if name not in ("kind", "group_size")}
    with inside(setting):
        group = Group.objects.create(
            authority_id=setting.authority_id, holder=setting, leader=leader, name="Reading, Year 4", **(values | more)
        )
    for child in children:
        make_dose(child, setting, group=group, deliverer=leader, group_size=len(children))
    return group


def make_slot(setting: Organisation, weekday: int = MONDAY, **more: Any) -> PlannedSession:
    """A weekly place for a `group` or a `dose`, at ten past nine, 20 minutes."""
    values = {"starts_at": time(9, 10), "minutes": 20, "from_on": FIRST_DAY} | more
    with inside(setting):
        return PlannedSession.objects.create(
            authority_id=setting.authority_id, holder=setting, weekday=weekday, **values
        )


def make_entry(
    dose: Dose, setting: Organisation, by: Account, on: date, state: str = "delivered", **more: Any
) -> Delivery:
    """An entry of the ledger as somebody wrote it."""
    minutes = {"delivered": 20, "part": 10}.get(state, 0)
    reason = "staff_ill" if state in ("part", "missed") else ""
    values = {"minutes": minutes, "reason": reason, "recorded_at": timezone.now()} | more
    with inside(setting):
        return Delivery.objects.create(
            authority_id=setting.authority_id, holder=setting, child_id=dose.child_id, dose=dose, on=on, state=state,
            recorded_by=by, **values,
        )  # fmt: skip


def close_school(
    setting: Organisation, first: date, last: date | None = None, reason: str = "Staff training"
) -> Closure:
    return Closure.objects.create(organisation=setting, from_on=first, to_on=last or first, reason=reason)


def half_term(setting: Organisation) -> None:
    """The autumn term in two stretches with half term from 26 to 30 October 2026 between them."""
    setting.terms.all().delete()
    for name, first, last in (
        ("Autumn 1", date(2026, 9, 2), date(2026, 10, 23)),
        ("Autumn 2", date(2026, 11, 2), date(2026, 12, 18)),
    ):
        Term.objects.create(organisation=setting, name=name, starts_on=first, ends_on=last)
