"""The shares of a whole school are the ledger's own sums, on timetables and entries that chance has made."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from goldenthread.provision.ledger import total
from goldenthread.provision.models import Delivery, Dose
from goldenthread.provision.queries import delivered_by_week, delivered_share, shares_of_everyone
from tests.factories.provision import close_school, half_term, make_dose, make_entry, make_group, make_slot
from tests.factories.world import World, inside, make_child, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2026, 11, 20)
SINCE = TODAY - timedelta(weeks=6)


def _day(chance: random.Random, first: date = SINCE - timedelta(days=10), days: int = 60) -> date:
    return first + timedelta(days=chance.randrange(days))


def _lived_in(world: World, chance: random.Random, children: int) -> list:
    """Children with doses of every shape: by week, term and year, placed or not, begun late, stopped, changed."""
    made = [make_child(world.school, f"Child Number{number}") for number in range(children)]
    for child in made:
        for _ in range(1 + chance.randrange(3)):
            _dose_with_entries(world, chance, child)
    _group_with_entries(world, chance, made[:3])
    return made


def _group_with_entries(world: World, chance: random.Random, children: list) -> None:
    group = make_group(world.school, world.staff("teaching_assistant"), tuple(children), from_on=_day(chance, days=20))
    slots = [make_slot(world.school, day, group=group) for day in (0, 4)]
    with inside(world.school):
        doses = list(Dose.objects.filter(group=group))
    for dose in doses:
        for on in {_day(chance) for _ in range(8)} | {TODAY}:
            _entries_of_a_day(world, chance, dose, slots, min(on, TODAY))


def _dose_with_entries(world: World, chance: random.Random, child) -> None:
    begins = _day(chance)
    stopped = {"stopped_on": _day(chance), "stopped_because": "met"} if chance.random() < 0.2 else {}
    dose = make_dose(
        child,
        world.school,
        per=chance.choice(["week", "week", "week", "term", "year"]),
        times=chance.choice([1, 2, 3, 5, 7]),
        minutes=chance.choice([10, 20, 35]),
        from_on=begins,
        until_on=begins + timedelta(days=chance.randrange(5, 90)),
        promised_on=chance.choice([begins, begins, begins, None]),
        **stopped,
    )
    slots = [
        make_slot(world.school, chance.randrange(5), dose=dose, from_on=first, to_on=chance.choice([None, first]))
        for first in [_day(chance) for _ in range(chance.randrange(3))]
    ]
    for on in {_day(chance) for _ in range(chance.randrange(12))} | ({TODAY} if chance.random() < 0.5 else set()):
        _entries_of_a_day(world, chance, dose, slots, min(on, TODAY))


def _entries_of_a_day(world: World, chance: random.Random, dose, slots, on: date) -> None:
    slot = chance.choice([None, *slots])
    about = {"planned_session": slot}
    with inside(world.school):
        written = list(Delivery.objects.filter(dose=dose, on=on, **about))
    if written:
        return
    for number in range(1, chance.choice([2, 2, 2, 3, 4])):
        state = chance.choice(["delivered", "part", "missed", "taken_back"] if number > 1 else ["delivered", "missed"])
        minutes = chance.randrange(1, 40) if state in ("delivered", "part") else 0
        reason = "trip" if state in ("part", "missed") else ""
        first = make_entry(
            dose, world.school, world.staff("senco"), on, number=number, state=state, minutes=minutes, reason=reason,
            **about,
        )  # fmt: skip
        if state == "missed" and number == 1 and chance.random() < 0.5:
            make_entry(
                dose, world.school, world.staff("senco"), min(on + timedelta(days=3), TODAY), minutes=15, makes_up=first
            )


@pytest.mark.parametrize("seed", range(4))
def test_shares_of_a_school_are_the_sums_of_the_ledger(seed):
    chance = random.Random(seed)
    world = World()
    half_term(world.school)
    close_school(world.school, date(2026, 11, 10))
    children = [child.pk for child in _lived_in(world, chance, 12)]

    with seen_by(viewer_of(world.staff("senco"), today=TODAY)) as viewer:
        slow = {child: total(delivered_by_week(viewer, child, SINCE, TODAY)).share for child in children}
        quick = delivered_share(viewer, children, SINCE, TODAY)
        everyone = shares_of_everyone(viewer, SINCE, TODAY)

    assert quick == slow
    assert everyone == {child: share for child, share in slow.items() if share is not None}
    assert sum(share is not None for share in slow.values()) > 3
