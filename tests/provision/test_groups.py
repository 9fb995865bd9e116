"""Groups: started for several children at once, joined, left, stopped, timetabled."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.provision import actions, queries
from goldenthread.provision.models import Dose, Group, PlannedSession
from tests.factories.provision import FRIDAY, MONDAY, group_particulars, make_dose, make_entry, make_group, make_slot
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    seen_by,
    set_status,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _children(world: World, count: int) -> tuple:
    return (world.amara, *(make_child(world.school, f"Child Number{n}") for n in range(count - 1)))


def test_a_group_promises_each_child_the_same_dose_written_once():
    world = World()
    children = _children(world, 3)
    leader = world.staff("teaching_assistant")

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        group = actions.start_group(
            by=viewer, particulars=group_particulars(leader), children=[child.pk for child in children]
        )
        doses = list(Dose.objects.filter(group=group))

    assert {dose.child_id for dose in doses} == {child.pk for child in children}
    assert {(d.what, d.who, d.minutes, d.times, d.group_size, d.deliverer_id, d.promised_on) for d in doses} == {
        ("Small-group reading", "Ms Khan", 20, 3, 3, leader.pk, TODAY)
    }


def test_a_group_with_a_child_of_another_school_is_not_found_and_nothing_is_made():
    world = World()
    stranger = make_child(world.other_school, "Ana Away")

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        with pytest.raises(NotFound):
            actions.start_group(
                by=viewer, particulars=group_particulars(world.staff("senco")), children=[world.amara.pk, stranger.pk]
            )
        assert list(Group.objects.all()) == []


def test_somebody_who_does_not_work_here_cannot_lead():
    world = World()

    with (
        seen_by(viewer_of(world.staff("senco"))) as viewer,
        pytest.raises(Refused, match="somebody who works here"),
    ):
        actions.start_group(
            by=viewer, particulars=group_particulars(make_account("Mr Else")), children=[world.amara.pk]
        )


@pytest.mark.parametrize("role", ["class_teacher", "teaching_assistant", "head", "cover_teacher"])
def test_only_the_senco_manages_groups(role):
    world = World()
    assert world.class_4b

    assert signed_in(world.staff(role)).get(reverse("groups")).status_code == 404


def test_a_child_joins_and_leaves_from_a_day_and_their_ledger_stays():
    world = World()
    amara, kofi = _children(world, 2)
    group = make_group(world.school, world.staff("teaching_assistant"), (amara,))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        joined = actions.add_to_group(by=viewer, group=group.pk, child=kofi.pk, from_on=date(2026, 11, 16))
        with pytest.raises(Refused, match="already in this group"):
            actions.add_to_group(by=viewer, group=group.pk, child=kofi.pk, from_on=TODAY)
        make_entry(joined, world.school, world.staff("senco"), date(2026, 11, 17))
    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        actions.remove_from_group(by=viewer, group=group.pk, child=kofi.pk, on=TODAY, because="Has caught up")
        row = queries.group_of(viewer, group.pk)

    assert row.children == [amara]
    assert [(dose.child_id, row.of(dose).delivered_minutes) for dose in row.doses if dose.child_id == kofi.pk] == [
        (kofi.pk, 20)
    ]


def test_a_dose_a_plan_already_promises_is_placed_in_the_group_and_not_written_twice():
    world = World()
    dose = make_dose(world.amara, world.school, from_on=TODAY)
    make_slot(world.school, MONDAY, dose=dose)
    group = make_group(world.school, world.staff("senco"), ())

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        actions.add_to_group(by=viewer, group=group.pk, child=world.amara.pk, from_on=TODAY, dose=dose.pk)
        found = queries.doses_of(viewer, world.amara.pk)
        places_of_its_own = PlannedSession.objects.filter(dose=dose).count()

    assert [(one.pk, one.group_id) for one in found] == [(dose.pk, group.pk)]
    assert places_of_its_own == 0


def test_help_given_alone_before_goes_on_in_the_group_and_owes_none_of_its_earlier_sessions():
    world = World()
    dose = make_dose(world.amara, world.school)
    group = make_group(world.school, world.staff("senco"), ())
    make_slot(world.school, MONDAY, group=group)
    entry = make_entry(dose, world.school, world.staff("senco"), date(2026, 11, 16))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        joined = actions.add_to_group(by=viewer, group=group.pk, child=world.amara.pk, from_on=TODAY, dose=dose.pk)
        found = queries.doses_of(viewer, world.amara.pk)
        row = queries.group_of(viewer, group.pk)
        before = Dose.objects.get(pk=dose.pk)
        written = list(before.deliveries.all())

    assert [(one.pk, one.carried_from_id, one.group_id, one.from_on) for one in found] == [
        (joined.pk, dose.pk, group.pk, TODAY)
    ]
    assert (before.group_id, before.stopped_on, written) == (None, TODAY, [entry])
    assert row.totals.not_recorded == 0


@pytest.mark.parametrize(
    "unfit", [{"kind": "equipment"}, {"promised_on": None}, {"until_on": date(2026, 11, 19)}, {"group": True}]
)
def test_what_is_no_running_help_in_sessions_outside_a_group_cannot_be_placed_in_one(unfit):
    world = World()
    group = make_group(world.school, world.staff("senco"), ())
    other = make_group(world.school, world.staff("senco"), ()) if unfit.get("group") else None
    dose = make_dose(world.amara, world.school, **({"group": other} if other else unfit))

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        offered = queries.help_to_place(viewer, world.amara.pk, TODAY, group.until_on)
        with pytest.raises(Refused, match="already given in a group, is over, or is not given in sessions"):
            actions.add_to_group(by=viewer, group=group.pk, child=world.amara.pk, from_on=TODAY, dose=dose.pk)

    assert offered == []


def test_the_page_asks_whether_help_already_promised_is_the_groups_and_places_it():
    world = World()
    kofi = make_child(world.school, "Kofi Mensah")
    dose = make_dose(world.amara, world.school, what="Reading with Ms Khan")
    group = make_group(world.school, world.staff("senco"), ())
    browser = signed_in(world.staff("senco"))
    address = reverse("add_to_group", args=[group.pk])
    day = {"from_on-day": "20", "from_on-month": "11", "from_on-year": "2026"}

    first = browser.post(address, day | {"child": str(world.amara.pk), "submission_key": "one"})
    asked = browser.get(first.url).content.decode()
    answered = day | {"child": str(world.amara.pk), "dose": str(dose.pk)}
    placed = browser.post(first.url, answered | {"submission_key": "two"})
    unasked = browser.post(address, day | {"child": str(kofi.pk), "submission_key": "three"})

    assert ("Is this help that is already promised?" in asked, "Reading with Ms Khan, 20 minutes" in asked) == (
        True,
        True,
    )
    assert ("There is a problem" in asked, f'value="{world.amara.pk}" selected' in asked) == (False, True)
    assert (placed.status_code, unasked.status_code) == (302, 302)
    with inside(world.school):
        promised = list(Dose.objects.filter(group=group).order_by("child__sort_name"))
    assert [(one.child_id, one.what, one.carried_from_id) for one in promised] == [
        (world.amara.pk, "Reading with Ms Khan", dose.pk),
        (kofi.pk, "Small-group reading", None),
    ]


def test_an_answer_about_promised_help_counts_for_the_child_and_day_it_was_asked_about_alone():
    world = World()
    kofi = make_child(world.school, "Kofi Mensah")
    for child in (world.amara, kofi):
        make_dose(child, world.school)
    group = make_group(world.school, world.staff("senco"), ())
    browser = signed_in(world.staff("senco"))
    day = {"from_on-day": "20", "from_on-month": "11", "from_on-year": "2026"}
    about_amara = browser.post(
        reverse("add_to_group", args=[group.pk]), day | {"child": str(world.amara.pk), "submission_key": "one"}
    ).url

    left_open = browser.post(about_amara, day | {"child": str(world.amara.pk), "submission_key": "two"})
    of_another = browser.post(about_amara, day | {"child": str(kofi.pk), "dose": "new", "submission_key": "three"})

    assert (left_open.status_code, "There is a problem" in left_open.content.decode()) == (200, True)
    assert (of_another.status_code, str(kofi.pk) in of_another.url) == (302, True)
    with inside(world.school):
        assert not Dose.objects.filter(group=group).exists()


def test_help_that_begins_after_the_group_has_ended_is_not_placed_in_it_and_keeps_its_timetable():
    world = World()
    group = make_group(world.school, world.staff("senco"), ())
    dose = make_dose(world.amara, world.school, from_on=group.until_on + timedelta(days=1), until_on=None)
    place = make_slot(world.school, MONDAY, dose=dose, from_on=dose.from_on)

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        offered = queries.help_to_place(viewer, world.amara.pk, TODAY, group.until_on)
        with pytest.raises(Refused, match="begins after the group has ended"):
            actions.add_to_group(by=viewer, group=group.pk, child=world.amara.pk, from_on=TODAY, dose=dose.pk)

        assert (offered, PlannedSession.objects.filter(pk=place.pk).exists()) == ([], True)


def test_help_that_the_next_plan_carries_on_waits_for_that_plan():
    world = World()
    group = make_group(world.school, world.staff("senco"), ())
    dose = make_dose(world.amara, world.school)
    make_dose(world.amara, world.school, carried_from=dose, promised_on=None)

    senco = viewer_of(world.staff("senco"))
    with seen_by(senco), pytest.raises(Refused, match="The next plan carries that support on"):
        actions.add_to_group(by=senco, group=group.pk, child=world.amara.pk, from_on=TODAY, dose=dose.pk)


def test_a_group_larger_than_promised_says_so():
    world = World()
    children = _children(world, 3)
    group = make_group(world.school, world.staff("senco"), children[:2])

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        before = queries.group_of(viewer, group.pk).larger_than_promised
        actions.add_to_group(by=viewer, group=group.pk, child=children[2].pk, from_on=TODAY)
        after = queries.group_of(viewer, group.pk)

    assert (before, after.larger_than_promised, after.promised_size) == (False, True, 2)


def test_stopping_a_group_stops_every_dose_and_frees_its_places():
    world = World()
    group = make_group(world.school, world.staff("senco"), _children(world, 2))
    kept, coming = (
        make_slot(world.school, MONDAY, group=group),
        make_slot(world.school, FRIDAY, group=group, from_on=date(2026, 11, 27)),
    )

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        actions.stop_group(by=viewer, group=group.pk, on=TODAY, because="Targets met")
        stops = {(dose.stopped_on, dose.stopped_because) for dose in Dose.objects.filter(group=group)}
        places = list(PlannedSession.objects.values_list("pk", "to_on"))

    assert stops == {(TODAY, "Targets met")}
    assert places == [(kept.pk, date(2026, 11, 19))]
    assert coming.pk not in [key for key, _to in places]


def test_a_place_in_the_week_is_planned_once_and_ends_from_a_day():
    world = World()
    group = make_group(world.school, world.staff("senco"), (world.amara,))
    place = {"group": group.pk, "starts_at": time(9, 10), "minutes": 20, "leader": world.staff("senco").pk}

    with seen_by(viewer_of(world.staff("senco"))) as viewer:
        monday, friday = actions.plan_week(by=viewer, weekdays=[MONDAY, FRIDAY], from_on=date(2026, 11, 2), **place)
        with pytest.raises(Refused, match="already taken"):
            actions.plan_session(by=viewer, weekday=MONDAY, from_on=TODAY, **place)
        actions.end_session(by=viewer, planned_session=monday.pk, on=TODAY)
        again = actions.plan_session(by=viewer, weekday=MONDAY, from_on=TODAY, **place)
        stands = list(PlannedSession.objects.order_by("weekday", "from_on").values_list("pk", "to_on"))

    assert stands == [(monday.pk, date(2026, 11, 19)), (again.pk, None), (friday.pk, None)]


def test_a_group_is_started_from_the_page_with_children_particulars_and_timetable():
    world = World()
    kofi = make_child(world.school, "Kofi Mensah")
    set_status(kofi, world.school, "K")
    leader, amara = world.staff("teaching_assistant"), world.amara
    browser = signed_in(world.staff("senco"))

    choose = browser.get(reverse("choose_children")).content.decode()
    none = browser.get(reverse("start_group"), follow=True).content.decode()
    answer = browser.post(
        reverse("start_group"),
        {
            "child": [str(amara.pk), str(kofi.pk)], "submission_key": "one", "name": "Talk group",
            "what": "Talk together", "leader": str(leader.pk), "expertise": "trained in talk groups", "minutes": "15",
            "times": "2", "per": "week", "place": "Oak room", "from_on-day": "23", "from_on-month": "11",
            "from_on-year": "2026", "until_on-day": "18", "until_on-month": "12", "until_on-year": "2026",
        },
    )  # fmt: skip
    planned = browser.post(
        answer.url,
        {
            "submission_key": "two", "weekdays": ["0", "3"], "starts_at": "13.20", "minutes": "15",
            "leader": str(leader.pk), "from_on-day": "23", "from_on-month": "11", "from_on-year": "2026",
        },
        follow=True,
    ).content.decode()  # fmt: skip

    assert ("Kofi Mensah" in choose, "Amara Bello" in choose) == (True, True)
    assert "Choose at least one child" in none
    with inside(world.school):
        doses = list(Dose.objects.order_by("child__sort_name").values_list("child__given_name", "what", "group_size"))
        slots = list(PlannedSession.objects.values_list("weekday", "starts_at", "minutes"))
    assert doses == [("Amara", "Talk together", 2), ("Kofi", "Talk together", 2)]
    assert slots == [(0, time(13, 20), 15), (3, time(13, 20), 15)]
    assert "Monday" in planned


def test_the_groups_page_asks_the_same_number_of_queries_for_one_three_and_thirty_children():
    counts = []
    for number in (1, 3, 30):
        world = World()
        group = make_group(world.school, world.staff("senco"), _children(world, number))
        make_slot(world.school, MONDAY, group=group)
        with seen_by(viewer_of(world.staff("senco"))) as viewer, CaptureQueriesContext(connection) as asked:
            (row,) = queries.groups_of(viewer)
        assert len(row.children) == number
        counts.append(len(asked))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 8
