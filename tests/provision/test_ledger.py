"""The sums of the ledger: closures, bank holidays, half term, mended entries, made-up sessions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.organisations.models import Term
from goldenthread.provision.queries import delivered_by_week, delivered_share, this_week
from tests.factories.provision import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    close_school,
    half_term,
    make_dose,
    make_entry,
    make_slot,
)
from tests.factories.world import World, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

WEEK = date(2026, 11, 9), date(2026, 11, 15)


def _rows(world: World, first: date, last: date, today: date = date(2026, 11, 20)) -> list[dict[str, Any]]:
    with seen_by(viewer_of(world.staff("senco"), today=today)) as viewer:
        rows = delivered_by_week(viewer, world.amara.pk, first, last)
    left_out = {"dose"}
    return [
        {name: getattr(row, name) for name in row.__dataclass_fields__ if name not in left_out and getattr(row, name)}
        for row in rows
    ]


def _timetabled(world: World, *weekdays: int) -> tuple[Any, list[Any]]:
    dose = make_dose(world.amara, world.school)
    return dose, [make_slot(world.school, day, dose=dose) for day in weekdays]


def test_planned_and_delivered_minutes_of_a_week():
    world = World()
    dose, (monday, wednesday, friday) = _timetabled(world, MONDAY, WEDNESDAY, FRIDAY)
    by = world.staff("teaching_assistant")
    make_entry(dose, world.school, by, date(2026, 11, 9), planned_session=monday)
    make_entry(dose, world.school, by, date(2026, 11, 11), "part", planned_session=wednesday)
    make_entry(dose, world.school, by, date(2026, 11, 13), "missed", planned_session=friday)

    rows = _rows(world, *WEEK)

    assert rows == [
        {
            "week_starts_on": date(2026, 11, 9),
            "planned_minutes": 60, "planned_sessions": 3, "due_minutes": 60, "due_sessions": 3,
            "delivered_minutes": 30, "delivered": 1, "part": 1, "missed": 1,
        }
    ]  # fmt: skip


def test_the_day_before_a_closure_counts_and_the_closed_day_does_not():
    world = World()
    _timetabled(world, TUESDAY, WEDNESDAY)
    close_school(world.school, date(2026, 11, 11))

    rows = _rows(world, *WEEK)

    assert rows == [
        {
            "week_starts_on": date(2026, 11, 9),
            "planned_minutes": 20, "planned_sessions": 1, "due_minutes": 20, "due_sessions": 1, "not_recorded": 1,
        }
    ]  # fmt: skip


def test_an_entry_of_missed_on_a_day_that_turns_out_closed_is_not_counted():
    world = World()
    dose, (monday,) = _timetabled(world, MONDAY)
    make_entry(dose, world.school, world.staff("senco"), date(2026, 11, 9), "missed", planned_session=monday)
    close_school(world.school, date(2026, 11, 9), reason="Burst pipe")

    assert _rows(world, *WEEK) == []


def test_a_bank_holiday_in_term_time_is_not_planned():
    world = World()
    Term.objects.create(
        organisation=world.school, name="Summer", starts_on=date(2027, 4, 12), ends_on=date(2027, 7, 21)
    )
    dose = make_dose(world.amara, world.school, from_on=date(2027, 4, 12), until_on=date(2027, 7, 21))
    make_slot(world.school, MONDAY, dose=dose)
    make_slot(world.school, TUESDAY, dose=dose)

    rows = _rows(world, date(2027, 5, 3), date(2027, 5, 16), today=date(2027, 5, 20))

    assert [(row["week_starts_on"], row["planned_sessions"]) for row in rows] == [
        (date(2027, 5, 3), 1),  # 3 May 2027 is the early May bank holiday
        (date(2027, 5, 10), 2),
    ]


def test_half_term_plans_nothing():
    world = World()
    half_term(world.school)
    _timetabled(world, MONDAY, FRIDAY)

    rows = _rows(world, date(2026, 10, 19), date(2026, 11, 8))

    assert [(row["week_starts_on"], row["planned_sessions"]) for row in rows] == [
        (date(2026, 10, 19), 2),
        (date(2026, 11, 2), 2),
    ]


def test_the_authoritys_terms_hold_where_the_school_keeps_none():
    world = World()
    world.school.terms.all().delete()
    Term.objects.create(organisation=world.area, name="Autumn", starts_on=date(2026, 9, 7), ends_on=date(2026, 11, 10))
    _timetabled(world, MONDAY, WEDNESDAY)

    rows = _rows(world, *WEEK)

    assert [row["planned_sessions"] for row in rows] == [1]


def test_an_entry_mended_twice_counts_once_as_it_stands_last():
    world = World()
    dose, (monday,) = _timetabled(world, MONDAY)
    by, on = world.staff("teaching_assistant"), date(2026, 11, 9)
    make_entry(dose, world.school, by, on, "delivered", planned_session=monday, number=1)
    make_entry(dose, world.school, by, on, "missed", planned_session=monday, number=2)
    make_entry(dose, world.school, by, on, "part", planned_session=monday, number=3)

    rows = _rows(world, *WEEK)

    assert rows == [
        {
            "week_starts_on": date(2026, 11, 9),
            "planned_minutes": 20, "planned_sessions": 1, "due_minutes": 20, "due_sessions": 1,
            "delivered_minutes": 10, "part": 1,
        }
    ]  # fmt: skip


def test_an_entry_taken_back_is_as_if_never_written():
    world = World()
    dose, (monday,) = _timetabled(world, MONDAY)
    by, on = world.staff("teaching_assistant"), date(2026, 11, 9)
    make_entry(dose, world.school, by, on, "delivered", planned_session=monday, number=1)
    make_entry(dose, world.school, by, on, "taken_back", planned_session=monday, number=2)

    rows = _rows(world, *WEEK)

    assert rows == [
        {
            "week_starts_on": date(2026, 11, 9),
            "planned_minutes": 20, "planned_sessions": 1, "due_minutes": 20, "due_sessions": 1, "not_recorded": 1,
        }
    ]  # fmt: skip


def test_a_missed_session_made_up_in_the_next_week_is_named_where_it_was_missed_and_counted_where_it_was_given():
    world = World()
    dose, (friday,) = _timetabled(world, FRIDAY)
    by = world.staff("teaching_assistant")
    missed = make_entry(dose, world.school, by, date(2026, 11, 6), "missed", planned_session=friday)
    make_entry(dose, world.school, by, date(2026, 11, 9), "delivered", makes_up=missed)
    make_entry(dose, world.school, by, date(2026, 11, 13), "delivered", planned_session=friday)

    rows = _rows(world, date(2026, 11, 2), date(2026, 11, 15))

    assert [
        (
            row["week_starts_on"],
            row.get("missed", 0),
            row.get("made_up", 0),
            row.get("extra", 0),
            row.get("delivered_minutes", 0),
        )
        for row in rows
    ] == [(date(2026, 11, 2), 1, 1, 0, 0), (date(2026, 11, 9), 0, 0, 1, 40)]


def test_todays_session_is_due_only_once_it_is_recorded():
    world = World()
    dose, (thursday, friday) = _timetabled(world, THURSDAY, FRIDAY)
    by = world.staff("teaching_assistant")
    make_entry(dose, world.school, by, date(2026, 11, 19), planned_session=thursday)
    week = date(2026, 11, 16), date(2026, 11, 22)

    before = _rows(world, *week)
    make_entry(dose, world.school, by, date(2026, 11, 20), "missed", planned_session=friday)
    after = _rows(world, *week)

    assert [(row["planned_minutes"], row["due_minutes"]) for row in before + after] == [(40, 20), (40, 40)]


@pytest.mark.parametrize(
    ("closed", "planned"),
    [([], 3), ([date(2026, 11, 9)], 3), ([date(2026, 11, 9), date(2026, 11, 10)], 3),
     ([date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)], 2)],
)  # fmt: skip
def test_without_a_timetable_the_promise_itself_is_planned_as_far_as_the_days_go(closed, planned):
    world = World()
    make_dose(world.amara, world.school)
    for day in closed:
        close_school(world.school, day)

    rows = _rows(world, *WEEK)

    assert [(row["planned_sessions"], row["not_recorded"]) for row in rows] == [(planned, planned)]


def test_what_is_promised_for_a_term_is_spread_over_it_and_adds_up():
    world = World()
    make_dose(world.amara, world.school, times=6, per="term", from_on=date(2026, 9, 2))

    rows = _rows(world, date(2026, 9, 1), date(2026, 12, 31), today=date(2027, 1, 10))

    assert sum(row["planned_sessions"] for row in rows) == 6
    assert {row["planned_sessions"] for row in rows} == {1}


def test_a_stopped_dose_is_not_due_from_the_day_it_stops():
    world = World()
    dose = make_dose(world.amara, world.school, stopped_on=date(2026, 11, 11), stopped_because="Moved on")
    for day in (TUESDAY, WEDNESDAY):
        make_slot(world.school, day, dose=dose)

    rows = _rows(world, *WEEK)

    assert [row["planned_sessions"] for row in rows] == [1]


def test_a_draft_is_never_planned():
    world = World()
    dose = make_dose(world.amara, world.school, promised_on=None)
    make_slot(world.school, MONDAY, dose=dose)

    assert _rows(world, *WEEK) == []


def test_share_of_each_child_is_of_what_was_due_and_none_where_nothing_was():
    world = World()
    from tests.factories.world import make_child

    dose, (monday, friday) = _timetabled(world, MONDAY, FRIDAY)
    unsupported = make_child(world.school, "Kofi Mensah")
    make_entry(dose, world.school, world.staff("senco"), date(2026, 11, 9), planned_session=monday)

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        shares = delivered_share(viewer, [world.amara.pk, unsupported.pk], *WEEK)

    assert shares == {world.amara.pk: 0.5, unsupported.pk: None}


def test_a_parent_reads_this_week_of_their_own_child():
    world = World()
    dose, (monday, wednesday, friday) = _timetabled(world, MONDAY, WEDNESDAY, FRIDAY)
    by = world.staff("teaching_assistant")
    make_entry(dose, world.school, by, date(2026, 11, 16), planned_session=monday)
    make_entry(dose, world.school, by, date(2026, 11, 18), "missed", reason="trip", planned_session=wednesday)

    with seen_by(viewer_of(world.ada)) as viewer:
        (row,) = this_week(viewer, world.amara.pk)

    assert (row.done, row.missed, row.planned, row.next_on) == (1, 1, 3, date(2026, 11, 20))
