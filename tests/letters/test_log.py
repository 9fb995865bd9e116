"""Calls and meetings: written down once, put right in the open, read by whom they concern."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.children.record_parts import thread_of
from goldenthread.letters.actions.log import record_communication
from goldenthread.letters.models import Communication
from goldenthread.letters.queries.log import talks_about, ways_to_reach
from goldenthread.people.models import Parent
from tests.factories.world import (
    TODAY,
    World,
    inside,
    make_account,
    make_child,
    make_parent,
    seen_by,
    signed_in,
    viewer_of,
)

pytestmark = pytest.mark.django_db(transaction=True)


def _mother(world: World) -> Parent:
    assert world.ada
    with inside(world.school):
        return Parent.objects.get(account=world.ada)


def _talk(by, world: World, **more) -> Communication:
    values = {"way": "call", "on": TODAY, "said": "She sleeps badly.", "with_parent": _mother(world).pk} | more
    with seen_by(by):
        return record_communication(by=by, child=world.amara.pk, **values)


def _said(viewer, world: World) -> list[str]:
    with seen_by(viewer):
        return [talk.said for talk in talks_about(viewer, world.amara.pk)]


def _in_postgresql(viewer) -> list[str]:
    with seen_by(viewer):
        return sorted(Communication.objects.values_list("said", flat=True))


def test_a_talk_with_one_parent_is_not_the_others_to_read():
    world = World()
    senco = viewer_of(world.staff("senco"))
    father = make_account("Tunde Bello")
    make_parent(world.amara, world.school, "Tunde Bello", father, relationship="father")
    for shared in ("school", "parent", "everyone"):
        _talk(senco, world, said=f"For {shared}", shared_with=shared)

    mother, other = viewer_of(world.ada), viewer_of(father)

    assert sorted(_said(mother, world)) == ["For everyone", "For parent"] == _in_postgresql(mother)
    assert _said(other, world) == ["For everyone"] == _in_postgresql(other)
    assert len(_said(senco, world)) == 3


def test_a_slip_is_put_right_by_its_author_and_the_old_wording_is_kept():
    world = World()
    senco = viewer_of(world.staff("senco"))
    assert world.class_4b
    first = _talk(senco, world, said="She sleps badly.")

    second = _talk(senco, world, said="She sleeps badly.", mends=first.pk)

    assert _said(senco, world) == ["She sleeps badly."]
    with inside(world.school):
        assert Communication.objects.get(pk=second.pk).mends_id == first.pk
    with pytest.raises(Refused, match="put right already"):
        _talk(senco, world, said="Once more", mends=first.pk)
    with pytest.raises(Refused, match="Only whoever wrote"):
        _talk(viewer_of(world.staff("class_teacher")), world, said="Not mine", mends=second.pk)


def test_a_talk_is_never_rewritten_in_place():
    from django.db import ProgrammingError

    world = World()
    _talk(viewer_of(world.staff("senco")), world)

    with pytest.raises(ProgrammingError, match="permission denied"), inside(world.school):
        Communication.objects.update(said="Something else")


def test_a_talk_goes_through_its_page_and_onto_the_thread():
    world = World()
    mother = _mother(world)
    posted = {
        "way": "meeting", "on-day": "19", "on-month": "11", "on-year": "2026", "whom": str(mother.pk),
        "said": "Reading goes well.", "agreed": "Ten minutes a day.", "shared_with": "parent", "submission_key": "one",
    }  # fmt: skip

    answer = signed_in(world.staff("senco")).post(reverse("record_communication", args=[world.amara.pk]), posted)

    assert answer.status_code == 302
    with seen_by(viewer_of(world.ada)) as ada:
        entries = [(entry.kind, entry.text) for entry in thread_of(ada, world.amara.pk) if entry.kind == "note"]
    assert entries == [("note", "Meeting or talk in person, Ada Bello: Reading goes well. Agreed: Ten minutes a day.")]


def test_a_class_teacher_writes_down_talks_about_the_children_of_the_class_only():
    world = World()
    lena = make_child(world.school, "Lena Costa")
    assert world.class_4b
    teacher = viewer_of(world.staff("class_teacher"))

    _talk(teacher, world)

    with seen_by(teacher), pytest.raises(NotFound):
        record_communication(by=teacher, child=lena.pk, way="call", on=TODAY, said="x", with_whom="y")
    assistant = signed_in(world.staff("teaching_assistant"))
    assert assistant.get(reverse("record_communication", args=[world.amara.pk])).status_code == 404


def test_what_has_not_happened_or_was_with_nobody_is_refused():
    from datetime import timedelta

    world = World()
    senco = viewer_of(world.staff("senco"))
    stranger = make_parent(make_child(world.school, "Olu Other"), world.school, "Nobody Else")

    with pytest.raises(Refused, match="once it has happened"):
        _talk(senco, world, on=TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="Say who it was with"):
        _talk(senco, world, with_parent=None)
    with pytest.raises(Refused, match="does not act for the child"):
        _talk(senco, world, with_parent=stranger.pk)
    with pytest.raises(Refused, match="cannot be shared with one parent"):
        _talk(senco, world, with_parent=None, with_whom="Dr Lee", shared_with="parent")


def test_staff_who_may_not_see_contacts_see_no_way_to_reach_anybody():
    world = World()
    mother = _mother(world)
    assert world.class_4b
    with inside(world.school):
        Parent.objects.filter(pk=mother.pk).update(phone="020 7946 0777")

    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher:
        assert ways_to_reach(teacher, world.amara.pk) == []
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        assert [(way.name, way.phone, way.notes) for way in ways_to_reach(senco, world.amara.pk)] == [
            ("Ada Bello", "020 7946 0777", ())
        ]
