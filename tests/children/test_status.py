"""SEN status with two dates: what was so, and what was known. The register of any past day can be shown again."""

from __future__ import annotations

from datetime import date, timedelta

import psycopg
import pytest

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.children.actions import set_status
from goldenthread.children.models import Child, StatusEntry
from goldenthread.children.permissions import REGISTER_VIEW
from goldenthread.children.queries.status import (
    on_register,
    status_history,
    status_of,
    status_on,
    with_status,
)
from tests.factories.world import TODAY, World, enrol, make_child, seen_by, viewer_of
from tests.factories.world import set_status as entry_of

pytestmark = pytest.mark.django_db(transaction=True)

OCTOBER = date(2026, 10, 1)
HALF_TERM = date(2026, 10, 26)
NOVEMBER = date(2026, 11, 2)


def standing(viewer, child, on, known_on):
    found = Child.objects.filter(pk=child.pk).annotate(status=status_on(viewer, on, known_on)).get()
    return found.status


def test_a_correction_learned_later_changes_what_is_known_now_and_not_what_was_known_then():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    entry_of(lena, world.school, "N", date(2024, 9, 1))
    entry_of(lena, world.school, "K", OCTOBER, learned_on=NOVEMBER)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        found = {
            (on, known_on): standing(senco, lena, on, known_on)
            for on in (OCTOBER - timedelta(days=1), OCTOBER, HALF_TERM, NOVEMBER)
            for known_on in (HALF_TERM, NOVEMBER - timedelta(days=1), NOVEMBER, TODAY)
        }

    day_before, before_known = OCTOBER - timedelta(days=1), NOVEMBER - timedelta(days=1)
    assert found == {
        (day_before, HALF_TERM): "N", (day_before, before_known): "N", (day_before, NOVEMBER): "N", (day_before, TODAY): "N",
        (OCTOBER, HALF_TERM): "N", (OCTOBER, before_known): "N", (OCTOBER, NOVEMBER): "K", (OCTOBER, TODAY): "K",
        (HALF_TERM, HALF_TERM): "N", (HALF_TERM, before_known): "N", (HALF_TERM, NOVEMBER): "K", (HALF_TERM, TODAY): "K",
        (NOVEMBER, HALF_TERM): "N", (NOVEMBER, before_known): "N", (NOVEMBER, NOVEMBER): "K", (NOVEMBER, TODAY): "K",
    }  # fmt: skip


def test_of_two_entries_for_the_same_day_the_one_learned_last_counts():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    entry_of(lena, world.school, "K", OCTOBER)
    entry_of(lena, world.school, "M", OCTOBER, learned_on=NOVEMBER)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert [standing(senco, lena, TODAY, known) for known in (OCTOBER, NOVEMBER)] == ["K", "M"]


def test_the_register_of_a_past_day_is_the_same_whenever_it_is_asked_for():
    world = World()
    lena, kofi, ravi = (make_child(world.school, name) for name in ("Lena Costa", "Kofi Mensah", "Ravi Rao"))
    entry_of(lena, world.school, "K", date(2025, 9, 1))
    entry_of(kofi, world.school, "K", date(2025, 9, 1))
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        then = {child.pk for child in on_register(senco, HALF_TERM, HALF_TERM)}
    entry_of(kofi, world.school, "N", OCTOBER, learned_on=NOVEMBER)
    entry_of(ravi, world.school, "E", OCTOBER, learned_on=TODAY)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        again = {child.pk for child in on_register(senco, HALF_TERM, HALF_TERM)}
        as_known_now = {child.pk for child in on_register(senco, HALF_TERM, TODAY)}
        today = {child.pk for child in on_register(senco, TODAY, TODAY)}

    assert (then, again) == ({lena.pk, kofi.pk}, {lena.pk, kofi.pk})
    assert (as_known_now, today) == ({lena.pk, ravi.pk}, {lena.pk, ravi.pk})


def test_the_status_in_the_list_and_in_the_filter_never_differ():
    world = World()
    children = [make_child(world.school, f"Child {number}") for number in range(12)]
    statuses = ["N", "M", "K", "E"]
    for number, child in enumerate(children):
        for step in range(number % 4):
            day = date(2026, 1, 10 + 7 * ((number * 5 + step * 3) % 3))
            entry_of(child, world.school, statuses[(number + step) % 4], day, learned_on=day + timedelta(days=step * 9))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        for day in (date(2026, 1, 9), date(2026, 1, 18), date(2026, 1, 25), TODAY):
            listed = {
                (child.pk, child.status)
                for child in Child.objects.annotate(status=status_on(senco, day, day))
                if child.status != "N"
            }
            filtered = {
                (child.pk, status)
                for status in "MKE"
                for child in Child.objects.filter(with_status(senco, (status,), day, day))
            }
            assert listed == filtered


def test_setting_a_status_adds_an_entry_and_says_so_in_the_log():
    world = World()
    amara = world.amara

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        made = set_status(by=senco, child=amara.pk, status="E", true_from=NOVEMBER, reason=" The plan is final. ")
        history = [
            (each.status, each.true_from, each.learned_on, each.reason) for each in status_history(senco, amara.pk)
        ]
        logged = Entry.objects.get(action="status.changed")

    assert history == [
        ("E", NOVEMBER, TODAY, "The plan is final."),
        ("K", date(2025, 10, 16), date(2025, 10, 16), "Decided by the school"),
    ]
    assert (logged.children, logged.thing_id, logged.detail) == (
        [amara.pk], made.pk, {"status": "E", "true_from": "2026-11-02"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"status": "S"}, "Statement (ended) is a stage of the past. Choose one of today."),
        ({"status": "?"}, "Choose a SEN status from the list."),
        ({"reason": "  "}, "Say why the status changes. The reason stays with it."),
        ({"reason": "x" * 301}, "Give the reason in 300 characters or fewer."),
        (
            {"true_from": TODAY + timedelta(days=1)},
            "A status is a fact, so its day cannot lie in the future. Record it when the day has come.",
        ),
        (
            {"learned_on": TODAY + timedelta(days=1)},
            "A status is a fact, so its day cannot lie in the future. Record it when the day has come.",
        ),
        (
            {"true_from": NOVEMBER, "learned_on": OCTOBER},
            "It cannot have been known before it was so. Look at the two dates again.",
        ),
        ({"true_from": date(2018, 3, 4)}, "That day is before Amara was born."),
        ({"status": "K"}, "Amara already stands at “SEN Support” on 20 November 2026."),
    ],
)
def test_a_status_that_cannot_be_is_refused_with_a_sentence(change, sentence):
    world = World()
    asked = {"child": world.amara.pk, "status": "M", "true_from": TODAY, "reason": "Because"} | change

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        with pytest.raises(Refused) as refused:
            set_status(by=senco, **asked)
        entries = StatusEntry.objects.count()

    assert (refused.value.sentence, entries) == (sentence, 1)


def test_the_day_of_birth_and_today_are_the_outermost_days_of_a_status():
    world = World()
    amara = world.amara

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        set_status(by=senco, child=amara.pk, status="M", true_from=amara.born_on, reason="Seen at birth")
        set_status(by=senco, child=amara.pk, status="N", true_from=TODAY, reason="Caught up")

        assert status_of(senco, amara.pk, TODAY, TODAY).status == "N"


def test_a_status_after_the_child_has_left_is_for_the_next_school():
    world = World()
    gone = make_child(world.school, "Gita Gone", to_on=date(2026, 7, 20))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        with pytest.raises(Refused) as refused:
            set_status(by=senco, child=gone.pk, status="K", true_from=date(2026, 7, 21), reason="Late")
        set_status(by=senco, child=gone.pk, status="K", true_from=date(2026, 7, 20), reason="Found in the papers")

    assert refused.value.sentence == "Gita left on 20 July 2026. A later status is for the next school to record."


@pytest.mark.parametrize("role", ["class_teacher", "head", "data_manager", "authority_officer", "governor"])
def test_who_may_not_change_a_status_does_not_find_the_child(role):
    world = World()
    amara = world.amara
    assert world.class_4b

    with seen_by(viewer_of(world.staff(role))) as viewer, pytest.raises(NotFound):
        set_status(by=viewer, child=amara.pk, status="N", true_from=TODAY, reason="Because")


def test_a_process_may_set_a_status_under_a_right_of_its_own():
    world = World()
    amara = world.amara

    with seen_by(viewer_of(world.staff("head"))) as head:
        made = set_status(
            by=head, child=amara.pk, status="N", true_from=TODAY, reason="Decided by the head", under=REGISTER_VIEW
        )

    assert made.recorded_by_id == world.staff("head").pk


def test_another_school_sees_neither_the_status_nor_its_history():
    world = World()
    amara = world.amara
    enrol(amara, world.other_school, kind="S")
    other = viewer_of(_senco_elsewhere(world))

    with seen_by(other) as viewer:
        assert standing(viewer, amara, TODAY, TODAY) == "N"
        assert list(status_history(viewer, amara.pk)) == []


def _senco_elsewhere(world):
    from tests.factories.world import give_role, make_account

    account = make_account("SENCO of Fairmead")
    give_role(account, "senco", world.other_school)
    return account


def test_postgresql_lets_nobody_change_or_remove_an_entry(raw_url):
    world = World()
    assert world.amara

    with psycopg.connect(raw_url("app")) as connection:
        for statement in ("UPDATE children_statusentry SET status = 'N'", "DELETE FROM children_statusentry"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
                connection.execute(statement)
