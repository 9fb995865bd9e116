"""The teacher's day: sessions in order, a whole group recorded in two taps, told when somebody was first."""

from __future__ import annotations

import threading
from datetime import date, time

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry as LogEntry
from goldenthread.children.models import Profile, ProfileRead
from goldenthread.provision import actions, queries
from goldenthread.provision.models import Delivery, PlannedSession
from goldenthread.provision.today import _ASKING, ToWrite, add_to_write, to_write
from tests.factories.provision import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    close_school,
    make_dose,
    make_entry,
    make_group,
    make_slot,
)
from tests.factories.world import (
    TODAY,
    World,
    give_role,
    inside,
    make_account,
    make_child,
    make_class,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _group_of(world: World, count: int = 3) -> tuple[PlannedSession, list]:
    """A group on Fridays at 9.10 for Amara and others of 4B, led by the teaching assistant."""
    names = ["Kofi Mensah", "Lena Costa", "Ravi Patel"]
    others = [make_child(world.school, names[n] if n < 3 else f"Child Number{n}") for n in range(count - 1)]
    children = (world.amara, *others)
    make_class(world.school, "4B", (world.staff("class_teacher"),), children)
    group = make_group(world.school, world.staff("teaching_assistant"), children)
    return make_slot(world.school, FRIDAY, group=group, leader=world.staff("teaching_assistant")), list(children)


def _stands(planned: PlannedSession, world: World) -> list[tuple[str, str, int, str, str]]:
    """The ledger of a session as written: child, state, minutes, reason, by whom."""
    with inside(world.school):
        entries = Delivery.objects.filter(planned_session=planned).select_related("child", "recorded_by")
        return sorted((e.child.name, e.state, e.minutes, e.reason, e.recorded_by.name) for e in entries)


def test_two_taps_record_a_whole_group():
    world = World()
    planned, _children = _group_of(world)
    browser = signed_in(world.staff("teaching_assistant"))

    page = browser.get(reverse("today"))
    answer = browser.post(reverse("record_all", args=[planned.pk, TODAY]), {"submission_key": "tap-1"}, follow=True)

    assert "All done" in page.content.decode()
    assert "Recorded for 3 children." in answer.content.decode()
    assert _stands(planned, world) == [
        ("Amara Bello", "delivered", 20, "", "Teaching assistant"),
        ("Kofi Mensah", "delivered", 20, "", "Teaching assistant"),
        ("Lena Costa", "delivered", 20, "", "Teaching assistant"),
    ]


def test_a_session_that_did_not_happen_is_two_taps_with_its_reason():
    world = World()
    planned, _children = _group_of(world, 2)
    browser = signed_in(world.staff("teaching_assistant"))

    browser.post(reverse("record_all", args=[planned.pk, TODAY]), {"reason": "trip"})

    assert _stands(planned, world) == [
        ("Amara Bello", "missed", 0, "trip", "Teaching assistant"),
        ("Kofi Mensah", "missed", 0, "trip", "Teaching assistant"),
    ]


def test_a_reason_that_is_not_on_the_list_is_refused_and_nothing_is_written():
    world = World()
    planned, _children = _group_of(world)

    answer = signed_in(world.staff("teaching_assistant")).post(
        reverse("record_all", args=[planned.pk, TODAY]), {"reason": "lawful"}
    )

    assert answer.status_code == 409
    assert _stands(planned, world) == []


def test_the_same_tap_sent_twice_writes_once_and_says_nothing_else():
    world = World()
    planned, _children = _group_of(world)
    browser = signed_in(world.staff("teaching_assistant"))
    address = reverse("record_all", args=[planned.pk, TODAY])

    first = browser.post(address, {"submission_key": "same"})
    second = browser.post(address, {"submission_key": "same"})

    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert len(_stands(planned, world)) == 3


def test_who_comes_second_is_told_who_was_first_and_changes_nothing():
    world = World()
    planned, _children = _group_of(world)
    signed_in(world.staff("teaching_assistant")).post(reverse("record_all", args=[planned.pk, TODAY]))

    answer = signed_in(world.staff("class_teacher")).post(
        reverse("record_all", args=[planned.pk, TODAY]), {"reason": "room"}, follow=True
    )

    assert "Teaching assistant had already written this down" in answer.content.decode()
    assert {(state, who) for _name, state, _minutes, _reason, who in _stands(planned, world)} == {
        ("delivered", "Teaching assistant")
    }


def test_two_teachers_recording_the_same_group_at_the_same_moment_write_it_once():
    world = World()
    planned, _children = _group_of(world)
    together = threading.Barrier(2)
    answers: list[int] = []

    def tap(browser: Client) -> None:
        together.wait()
        try:
            answers.append(browser.post(reverse("record_all", args=[planned.pk, TODAY])).status_code)
        finally:
            connections.close_all()

    browsers = [signed_in(world.staff("teaching_assistant")), signed_in(world.staff("class_teacher"))]
    threads = [threading.Thread(target=tap, args=[browser]) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [302, 302]
    stands = _stands(planned, world)
    assert [(name, state) for name, state, *_rest in stands] == [
        ("Amara Bello", "delivered"), ("Kofi Mensah", "delivered"), ("Lena Costa", "delivered"),
    ]  # fmt: skip
    assert len({who for *_rest, who in stands}) == 1


def test_child_by_child_done_part_and_missed_are_written_and_mended_on_the_same_page():
    world = World()
    planned, (amara, kofi, lena) = _group_of(world)
    browser = signed_in(world.staff("teaching_assistant"))
    address = reverse("session", args=[planned.pk, TODAY])
    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        lines = {row.child.pk: row.dose.pk.hex for row in queries.session_on(viewer, planned.pk, TODAY).rows}
    first = {
        f"{lines[amara.pk]}-state": "delivered",
        f"{lines[kofi.pk]}-state": "part",
        f"{lines[kofi.pk]}-minutes": "10",
        f"{lines[kofi.pk]}-reason": "room",
        f"{lines[lena.pk]}-state": "missed",
        f"{lines[lena.pk]}-reason": "child_away",
    }

    browser.post(address, first)
    written = _stands(planned, world)
    page = browser.get(address).content.decode()
    with inside(world.school):
        seen = Delivery.objects.get(child=lena)
    browser.post(
        address,
        {f"{lines[lena.pk]}-state": "delivered", f"{lines[lena.pk]}-seen": str(seen.pk)},
    )

    assert written == [
        ("Amara Bello", "delivered", 20, "", "Teaching assistant"),
        ("Kofi Mensah", "part", 10, "room", "Teaching assistant"),
        ("Lena Costa", "missed", 0, "child_away", "Teaching assistant"),
    ]
    assert str(seen.pk) in page
    with inside(world.school):
        trace = list(Delivery.objects.filter(child=lena).order_by("number").values_list("number", "state", "minutes"))
    assert trace == [(1, "missed", 0), (2, "delivered", 20)]


def test_part_without_fewer_minutes_or_without_a_reason_is_asked_again():
    world = World()
    planned, (amara,) = _group_of(world, 1)
    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        line = queries.session_on(viewer, planned.pk, TODAY).rows[0].dose.pk.hex

    answer = signed_in(world.staff("teaching_assistant")).post(
        reverse("session", args=[planned.pk, TODAY]), {f"{line}-state": "part", f"{line}-minutes": "20"}
    )

    page = answer.content.decode()
    assert "Enter fewer than 20 minutes, or choose done" in page
    assert "Choose why it was part or missed" in page
    assert _stands(planned, world) == []


def test_mending_what_somebody_else_mended_meanwhile_changes_nothing_and_says_so():
    world = World()
    planned, (amara,) = _group_of(world, 1)
    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        seen = actions.record_group(
            by=viewer, planned_session=planned.pk, on=TODAY, entries=actions.Entry("delivered")
        ).made[0]
        actions.mend_delivery(by=viewer, delivery=seen.pk, entry=actions.Entry("missed", reason="staff_ill"))

    with (
        seen_by(viewer_of(world.staff("class_teacher"))) as viewer,
        pytest.raises(actions.SomebodyWasFirst, match="Teaching assistant had already written this down"),
    ):
        actions.mend_delivery(by=viewer, delivery=seen.pk, entry=actions.Entry("part", 5, "room"))

    assert len(_stands(planned, world)) == 2


def test_a_day_to_come_a_closed_day_and_a_day_outside_the_timetable_are_refused():
    world = World()
    planned, _children = _group_of(world, 1)
    close_school(world.school, date(2026, 11, 13))
    entry = actions.Entry("delivered")

    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        for on, told in [
            (date(2026, 11, 27), "still to come"),
            (date(2026, 11, 13), "Staff training"),
            (date(2026, 11, 19), "not in the timetable"),
        ]:
            with pytest.raises(Refused, match=told):
                actions.record_group(by=viewer, planned_session=planned.pk, on=on, entries=entry)

    assert _stands(planned, world) == []


def test_what_they_lead_stands_first_then_by_the_clock():
    world = World()
    planned, children = _group_of(world)
    early = make_slot(
        world.school, FRIDAY, dose=make_dose(world.amara, world.school, what="Speech practice"), starts_at=time(8, 50)
    )

    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        leader = queries.sessions_on(viewer, TODAY)
    with seen_by(viewer_of(world.staff("class_teacher"))) as viewer:
        teacher = queries.sessions_on(viewer, TODAY)

    assert [s.planned for s in leader.mine] == [planned]
    assert leader.others == ()
    assert (teacher.mine, [s.planned for s in teacher.others]) == ((), [early, planned])


def test_a_teacher_of_another_class_sees_and_records_nothing():
    world = World()
    planned, children = _group_of(world)
    other = make_account("Mr Okafor")
    give_role(other, "class_teacher", world.school)
    make_class(world.school, "5A", (other,), (make_child(world.school, "Mia Stone"),))

    with seen_by(viewer_of(other)) as viewer:
        day = queries.sessions_on(viewer, TODAY)
        with pytest.raises(NotFound):
            actions.record_group(by=viewer, planned_session=planned.pk, on=TODAY, entries=actions.Entry("delivered"))
    page = signed_in(other).get(reverse("session", args=[planned.pk, TODAY]))

    assert (day.sessions, day.any_time, page.status_code) == ((), (), 404)
    assert b"Amara" not in page.content


def test_a_teacher_sees_of_a_mixed_group_only_the_children_of_their_class():
    world = World()
    planned, children = _group_of(world)
    other = make_account("Mr Okafor")
    give_role(other, "class_teacher", world.school)
    mia = make_child(world.school, "Mia Stone")
    make_class(world.school, "5A", (other,), (mia,))
    make_dose(mia, world.school, group=planned.group)

    with seen_by(viewer_of(other)) as viewer:
        (session,) = queries.sessions_on(viewer, TODAY).sessions
        actions.record_group(by=viewer, planned_session=planned.pk, on=TODAY, entries=actions.Entry("delivered"))

    assert [row.child.name for row in session.rows] == ["Mia Stone"]
    assert [name for name, *_rest in _stands(planned, world)] == ["Mia Stone"]


def test_somebody_from_another_school_finds_nothing():
    world = World()
    planned, _children = _group_of(world)
    stranger = make_account("Ms Away")
    give_role(stranger, "senco", world.other_school)

    page = signed_in(stranger).get(reverse("session", args=[planned.pk, TODAY]))
    posted = signed_in(stranger).post(reverse("record_all", args=[planned.pk, TODAY]))

    assert (page.status_code, posted.status_code) == (404, 404)
    assert _stands(planned, world) == []


def test_a_cover_teacher_records_the_day_of_the_cover_and_no_other():
    world = World()
    planned, children = _group_of(world)
    cover = make_account("Ms Short")
    give_role(cover, "cover_teacher", world.school)
    from goldenthread.children.models import ClassGroup, ClassStaff

    with inside(world.school):
        ClassStaff.objects.create(
            authority_id=world.school.authority_id, holder=world.school, account=cover,
            class_group=ClassGroup.objects.get(name="4B"), from_on=TODAY, to_on=TODAY,
        )  # fmt: skip
    browser = signed_in(cover)

    today = browser.get(reverse("today"))
    other = browser.get(reverse("today_on", args=[date(2026, 11, 13)]))
    record = browser.get(reverse("child_support", args=[children[0].pk]))

    assert (today.status_code, other.status_code, record.status_code) == (200, 404, 404)
    assert "Cover view: profiles of 4B" in today.content.decode()
    with seen_by(viewer_of(cover)) as viewer, pytest.raises(Refused, match="day they cover"):
        actions.record_group(
            by=viewer, planned_session=planned.pk, on=date(2026, 11, 13), entries=actions.Entry("delivered")
        )


def test_a_parent_has_no_today_page():
    world = World()
    _group_of(world)

    assert signed_in(world.ada).get(reverse("today")).status_code == 404


def test_the_page_asks_the_same_number_of_queries_for_one_three_and_thirty_children():
    counts = []
    for number in (1, 3, 30):
        world = World()
        _group_of(world, number)
        with seen_by(viewer_of(world.staff("class_teacher"))) as viewer, CaptureQueriesContext(connection) as asked:
            day = queries.sessions_on(viewer, TODAY)
            queries.unrecorded_this_week(viewer)
            queries.profiles_to_read(viewer)
        assert len(day.sessions[0].rows) == number
        counts.append(len(asked))

    assert len(set(counts)) == 1
    assert counts[0] <= 16


def test_sessions_of_the_last_days_not_recorded_are_listed_newest_first():
    world = World()
    planned, (amara, kofi) = _group_of(world, 2)
    make_slot(world.school, THURSDAY, group=planned.group, leader=world.staff("teaching_assistant"))
    monday = make_slot(world.school, MONDAY, group=planned.group, leader=world.staff("teaching_assistant"))
    with seen_by(viewer_of(world.staff("teaching_assistant"))) as viewer:
        actions.record_group(
            by=viewer, planned_session=monday.pk, on=date(2026, 11, 16), entries=actions.Entry("delivered")
        )
        late = queries.unrecorded_this_week(viewer)

    assert [(day.on, day.sessions, day.children) for day in late] == [
        (date(2026, 11, 19), 1, 2),
        (date(2026, 11, 13), 1, 2),
    ]


def test_a_closed_day_says_why_and_offers_nothing():
    world = World()
    planned, _children = _group_of(world)
    close_school(world.school, TODAY, reason="Polling station")

    page = signed_in(world.staff("teaching_assistant")).get(reverse("today")).content.decode()

    assert "Polling station" in page
    assert "All done" not in page


def test_support_without_a_place_in_the_timetable_can_be_recorded_on_any_day():
    world = World()
    assert world.class_4b
    dose = make_dose(world.amara, world.school, what="Speech practice", times=3)
    make_entry(dose, world.school, world.staff("class_teacher"), date(2026, 11, 18))
    browser = signed_in(world.staff("class_teacher"))

    page = browser.get(reverse("today")).content.decode()
    browser.post(reverse("extra_session", args=[dose.pk, TODAY]), {"state": "delivered", "note": "Read to me"})

    assert "1 of 3 recorded this week" in page
    with inside(world.school):
        entries = list(Delivery.objects.order_by("on").values_list("on", "state", "minutes", "note"))
    assert entries == [(date(2026, 11, 18), "delivered", 20, ""), (TODAY, "delivered", 20, "Read to me")]


def test_a_profile_somebody_changed_is_to_know_until_it_is_confirmed():
    world = World()
    assert world.class_4b
    both = {"authority_id": world.school.authority_id, "holder": world.school}
    with inside(world.school):
        for number in (1, 2):
            profile = Profile.objects.create(
                child=world.amara, number=number, changed_on=date(2026, 11, 19), changed_by=world.staff("senco"), **both
            )

    with seen_by(viewer_of(world.staff("class_teacher"))) as viewer:
        before = queries.profiles_to_read(viewer)
    with inside(world.school):
        ProfileRead.objects.create(
            child=world.amara, profile=profile, account=world.staff("class_teacher"), on=TODAY, **both
        )
    with seen_by(viewer_of(world.staff("class_teacher"))) as viewer:
        after = queries.profiles_to_read(viewer)

    assert ([(p.child.name, p.number) for p in before], after) == ([("Amara Bello", 2)], [])


def test_other_rooms_add_what_is_to_write_and_what_is_due_stands_first():
    world = World()
    viewer = viewer_of(world.staff("class_teacher"))
    anytime, due = ToWrite("Anything else", "/a/"), ToWrite("What helped?", "/b/", due_on=date(2026, 12, 4))
    kept = list(_ASKING)

    try:
        add_to_write(lambda asked: [anytime, due])
        found = to_write(viewer)
    finally:
        _ASKING[:] = kept

    assert [one for one in found if one in (anytime, due)] == [due, anytime]


def test_recording_and_looking_leave_their_entries_in_the_log():
    world = World()
    planned, (amara, kofi) = _group_of(world, 2)
    browser = signed_in(world.staff("teaching_assistant"))

    browser.get(reverse("today"))
    browser.post(reverse("record_all", args=[planned.pk, TODAY]))

    with inside(world.school):
        entries = list(LogEntry.objects.filter(action__in=["view", "delivery.recorded"]).order_by("at"))
    assert [(e.action, sorted(map(str, e.children)), e.detail) for e in entries] == [
        ("view", sorted([str(amara.pk), str(kofi.pk)]), {"what": "sessions of the day"}),
        ("delivery.recorded", sorted([str(amara.pk), str(kofi.pk)]), {"on": "2026-11-20", "delivered": 2}),
    ]
