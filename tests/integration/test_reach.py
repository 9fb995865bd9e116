"""Who reaches which child, by PostgreSQL and by the code."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.access.permissions import NotFound
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.children.models import Child, StatusEntry
from goldenthread.children.permissions import CHILD_VIEW
from tests.factories.world import TODAY, World, enrol, make_child, make_class, make_young_person, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_query_with_the_filter_forgotten_shows_no_row_of_another_area():
    world = World()
    mine, _foreign = world.amara, make_child(world.school_elsewhere, "Fern Foreign")

    with seen_by(viewer_of(world.staff("senco"))):
        found = list(Child.objects.all())

    assert found == [mine]


def test_without_a_viewer_there_are_no_rows_at_all():
    world = World()
    assert world.amara

    assert list(Child.objects.all()) == []


def test_the_authority_is_refused_sen_support_status_by_postgresql():
    world = World()
    assert world.amara

    with seen_by(viewer_of(world.staff("authority_officer"))):
        assert list(StatusEntry.objects.all()) == []
    with seen_by(viewer_of(world.staff("senco"))):
        assert [entry.status for entry in StatusEntry.objects.all()] == ["K"]


def test_a_parent_reaches_their_own_child_and_not_the_classmate():
    world = World()
    classmate = make_child(world.school, "Lena Costa")

    with seen_by(viewer_of(world.ada)) as ada:
        assert list(reachable(ada, Child.objects.all(), CHILD_VIEW)) == [world.amara]
        with pytest.raises(NotFound):
            reach_one(ada, Child.objects.all(), CHILD_VIEW, classmate.pk)


def test_a_teacher_reaches_the_children_of_their_class_only():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    make_class(world.school, "4A", (), (lena,))
    assert world.class_4b

    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher:
        assert list(reachable(teacher, Child.objects.all(), CHILD_VIEW)) == [world.amara]


def test_a_setting_reaches_a_child_from_the_day_they_join_and_not_before():
    world = World()
    tomorrow = make_child(world.other_school, "Tomi Tomorrow")
    enrol(tomorrow, world.school, from_on=TODAY + timedelta(days=1), kind="S")
    today = make_child(world.other_school, "Teo Today")
    enrol(today, world.school, from_on=TODAY, kind="S")

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert list(reachable(senco, Child.objects.all(), CHILD_VIEW)) == [today]


def test_a_young_person_reaches_their_own_record():
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 9, 2))
    account = make_young_person(jordan, world.school)

    with seen_by(viewer_of(account)) as viewer:
        assert list(reachable(viewer, Child.objects.all(), CHILD_VIEW)) == [jordan]
