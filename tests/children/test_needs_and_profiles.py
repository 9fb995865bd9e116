"""Needs keep their history; the one-page profile is written anew each time, and who has read it is known."""

from __future__ import annotations

from datetime import date, timedelta

import psycopg
import pytest

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.children.actions import acknowledge_profile, end_need, write_need, write_profile
from goldenthread.children.models import Need, Profile, ProfileRead
from goldenthread.children.queries.class_sheet import class_sheet, profiles_to_know
from goldenthread.children.queries.needs import needs_of
from goldenthread.children.queries.profiles import current_profile, profiles_to_read, readers_of, unread_by_adult
from tests.factories.children import make_need, make_profile, works_with
from tests.factories.world import LONG_AGO, TODAY, World, make_child, make_class, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

OCTOBER = date(2026, 10, 1)


def needs_on(viewer, child, day):
    return [(need.sen_type, need.rank) for need in needs_of(viewer, child.pk, day)]


# Needs


def test_a_need_takes_its_area_from_its_type_and_says_so_in_the_log():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        need = write_need(by=senco, child=world.amara.pk, sen_type="SPLD", from_on=OCTOBER, words=" Reading ")
        logged = Entry.objects.get(action="need.written")

    assert (need.area, need.words, need.rank) == ("cognition", "Reading", 1)
    assert (logged.children, logged.detail) == ([world.amara.pk], {"sen_type": "SPLD", "rank": 1})


def test_a_new_primary_need_moves_the_others_down_from_that_day_and_not_before():
    world = World()
    make_need(world.amara, world.school, "SLCN", rank=1)
    make_need(world.amara, world.school, "MLD", rank=2)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_need(by=senco, child=world.amara.pk, sen_type="ASD", from_on=OCTOBER, rank=1)
        before = needs_on(senco, world.amara, OCTOBER - timedelta(days=1))
        after = needs_on(senco, world.amara, OCTOBER)

    assert before == [("SLCN", 1), ("MLD", 2)]
    assert after == [("ASD", 1), ("SLCN", 2), ("MLD", 3)]


def test_a_need_written_further_down_leaves_the_primary_need_where_it_is():
    world = World()
    make_need(world.amara, world.school, "SLCN", rank=1)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_need(by=senco, child=world.amara.pk, sen_type="HI", from_on=TODAY, rank=3)

        assert needs_on(senco, world.amara, TODAY) == [("SLCN", 1), ("HI", 2)]


def test_a_need_moved_down_on_its_own_first_day_leaves_no_empty_row():
    world = World()
    make_need(world.amara, world.school, "SLCN", from_on=TODAY)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_need(by=senco, child=world.amara.pk, sen_type="ASD", from_on=TODAY)

        assert needs_on(senco, world.amara, TODAY) == [("ASD", 1), ("SLCN", 2)]
        assert Need.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sen_type": "?"}, "Choose a type of need from the list."),
        (
            {"sen_type": "BESD"},
            "Behaviour, emotional and social difficulties is a type of the past. Look at the need again and choose"
            " what fits it now.",
        ),
        ({"area": "elsewhere"}, "Choose one of the four areas of need."),
        ({"rank": 0}, "Put the need in a place from 1 (primary) to 5."),
        ({"from_on": TODAY + timedelta(days=1)}, "Give a day between the child's birth and today."),
        ({"from_on": date(2018, 3, 4)}, "Give a day between the child's birth and today."),
        ({"sen_type": "SLCN"}, "This need is already recorded. End it first if its words or place have changed."),
        (
            {"sen_type": "NSA", "from_on": date(2025, 10, 15)},
            "“Not yet assessed” goes only with SEN Support. Choose a type of need, or set the status first.",
        ),
    ],
)
def test_a_need_that_cannot_be_is_refused_with_a_sentence(change, sentence):
    world = World()
    make_need(world.amara, world.school, "SLCN")
    asked = {"child": world.amara.pk, "sen_type": "HI", "from_on": TODAY} | change

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused) as refused:
        write_need(by=senco, **asked)

    assert refused.value.sentence == sentence


def test_not_yet_assessed_goes_with_sen_support():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        need = write_need(by=senco, child=world.amara.pk, sen_type="NSA", from_on=date(2025, 10, 16), area="semh")

    assert (need.sen_type, need.area) == ("NSA", "semh")


def test_an_ended_need_is_seen_on_its_days_and_ends_once():
    world = World()
    need = make_need(world.amara, world.school, "SLCN")

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        end_need(by=senco, need=need.pk, on=OCTOBER, reason="Caught up")
        days = [needs_on(senco, world.amara, OCTOBER + timedelta(days=step)) for step in (-1, 0, 1)]
        with pytest.raises(Refused) as refused:
            end_need(by=senco, need=need.pk, on=OCTOBER, reason="Again")

    assert days == [[("SLCN", 1)], [("SLCN", 1)], []]
    assert refused.value.sentence == "This need has already ended."


@pytest.mark.parametrize("role", ["class_teacher", "head", "data_manager"])
def test_who_may_not_write_a_need_does_not_find_the_child(role):
    world = World()
    assert world.class_4b

    with seen_by(viewer_of(world.staff(role))) as viewer, pytest.raises(NotFound):
        write_need(by=viewer, child=world.amara.pk, sen_type="HI", from_on=TODAY)


# Profiles


def test_each_change_is_a_new_profile_and_the_writer_has_read_it():
    world = World()

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        first = write_profile(by=senco, child=world.amara.pk, started_from=0, helps_me="Pictures")
        second = write_profile(by=senco, child=world.amara.pk, started_from=1, helps_me="Pictures and time")
        current = current_profile(senco, world.amara.pk)
        kept = list(Profile.objects.order_by("number").values_list("number", "helps_me"))
        readers = set(ProfileRead.objects.values_list("profile_id", "account_id"))

    assert (current.pk, current.helps_me) == (second.pk, "Pictures and time")
    assert kept == [(1, "Pictures"), (2, "Pictures and time")]
    assert readers == {(first.pk, senco.person), (second.pk, senco.person)}


@pytest.mark.parametrize(
    ("started_from", "sections", "sentence"),
    [
        (1, {"written_with": "Amara"}, "Write at least one part of the profile."),
        (1, {"helps_me": "Pictures beside words", "good_at": "Telling jokes"},
         "Nothing has changed, so nobody needs to read it again."),
        (0, {"helps_me": "Mine"},
         "Somebody else changed this profile while you were writing. Look at both before you save."),
    ],
)  # fmt: skip
def test_a_profile_that_says_nothing_new_or_would_overwrite_another_is_refused(started_from, sections, sentence):
    world = World()
    make_profile(world.amara, world.school, world.staff("senco"))

    with seen_by(viewer_of(world.staff("senco"))) as senco, pytest.raises(Refused) as refused:
        write_profile(by=senco, child=world.amara.pk, started_from=started_from, **sections)

    assert refused.value.sentence == sentence


def test_the_late_writer_sees_both_texts_and_loses_neither():
    world = World()
    make_profile(world.amara, world.school, world.staff("senco"), helps_me="Theirs: a quiet corner")
    senco = signed_in(world.staff("senco"))
    typed = {"helps_me": "Mine: a timer", "started_from": "0", "submission_key": "late"}

    page = senco.post(f"/children/{world.amara.pk}/profile/write/", typed).content.decode()

    assert ("Mine: a timer" in page, "Theirs: a quiet corner" in page) == (True, True)
    assert 'name="started_from" value="1"' in page
    again = senco.post(f"/children/{world.amara.pk}/profile/write/", typed | {"started_from": "1"})
    assert again.status_code == 302


def test_what_was_typed_is_kept_as_a_draft_and_offered_again():
    world = World()
    senco = signed_in(world.staff("senco"))
    address = f"/children/{world.amara.pk}/profile/write/"

    senco.post(address, {"helps_me": "Half a thought", "save": "draft", "started_from": "0"})

    assert "Half a thought" in senco.get(address).content.decode()


def test_everyone_who_works_with_the_child_is_asked_to_read_the_newest_profile():
    world = World()
    teacher, assistant = world.staff("class_teacher"), world.staff("teaching_assistant")
    works_with(assistant, world.class_4b, world.school)
    profile = make_profile(world.amara, world.school, world.staff("senco"))

    with seen_by(viewer_of(teacher)) as viewer:
        waiting = [each.pk for each in profiles_to_read(viewer)]
        acknowledge_profile(by=viewer, profile=profile.pk)
        acknowledge_profile(by=viewer, profile=profile.pk)
        read = [each.pk for each in profiles_to_read(viewer)]
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        readers = [(reader.name, reader.has_read) for reader in readers_of(senco, profile)]
        unread = unread_by_adult(senco)

    assert (waiting, read) == ([profile.pk], [])
    assert readers == [("Teaching assistant", False), ("Class teacher", True)]
    assert unread == {assistant.pk: 1}


def test_a_changed_profile_is_unread_again_and_the_old_one_cannot_be_confirmed():
    world = World()
    assert world.class_4b
    old = make_profile(world.amara, world.school, world.staff("senco"))
    make_profile(world.amara, world.school, world.staff("senco"), number=2, helps_me="New")

    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher:
        with pytest.raises(Refused) as refused:
            acknowledge_profile(by=teacher, profile=old.pk)

        assert [each.number for each in profiles_to_read(teacher)] == [2]
    assert refused.value.sentence == (
        "This profile has changed since you opened it. Open it again and read the new one."
    )


def test_a_teacher_of_another_class_reads_and_confirms_nothing():
    world = World()
    profile = make_profile(world.amara, world.school, world.staff("senco"))
    make_class(world.school, "4A", (world.staff("class_teacher"),), (make_child(world.school, "Lena Costa"),))

    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher, pytest.raises(NotFound):
        acknowledge_profile(by=teacher, profile=profile.pk)
    page = signed_in(world.staff("class_teacher")).get(f"/children/{world.amara.pk}/profile/")

    assert page.status_code == 404


def test_postgresql_lets_nobody_change_a_profile(raw_url):
    world = World()
    make_profile(world.amara, world.school, world.staff("senco"))

    with psycopg.connect(raw_url("app")) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("UPDATE children_profile SET helps_me = ''")


# Classes


def test_the_sheet_of_a_class_has_needs_for_its_teacher_and_none_for_cover():
    world = World()
    make_need(world.amara, world.school, "SLCN")
    plain = make_child(world.school, "Pia Plain")
    cover = world.staff("cover_teacher")
    group = make_class(world.school, "4C", (world.staff("class_teacher"),), (world.amara, plain))
    works_with(cover, group, world.school, from_on=TODAY, to_on=TODAY)
    profile = make_profile(world.amara, world.school, world.staff("senco"))

    with seen_by(viewer_of(world.staff("class_teacher"))) as teacher:
        for_teacher = [(line.child.pk, line.needs, line.profile) for line in class_sheet(teacher, group.pk)]
    with seen_by(viewer_of(cover)) as viewer:
        for_cover = [(line.child.pk, line.needs, line.profile) for line in class_sheet(viewer, group.pk)]
        known = [each.pk for each in profiles_to_know(viewer, group.pk)]

    assert for_teacher == [(world.amara.pk, ("Speech, language and communication needs",), profile)]
    assert for_cover == [(world.amara.pk, (), profile)]
    assert known == [profile.pk]


@pytest.mark.parametrize("days", [-1, 1])
def test_cover_ends_with_its_day(days):
    world = World()
    cover = world.staff("cover_teacher")
    group = make_class(world.school, "4C", (), (world.amara,))
    day = TODAY + timedelta(days=days)
    works_with(cover, group, world.school, from_on=day, to_on=day)

    answer = signed_in(cover).get(f"/classes/{group.pk}/profiles/")

    assert answer.status_code == 404


def test_the_pages_of_a_class_show_what_helps_and_leave_a_view_in_the_log():
    world = World()
    group = world.class_4b
    make_need(world.amara, world.school, "SLCN", from_on=LONG_AGO)
    make_profile(
        world.amara, world.school, world.staff("senco"), strategies="One thing at a time.\nSit near the front."
    )
    teacher = signed_in(world.staff("class_teacher"))

    pages = [teacher.get(f"/classes/{group.pk}/{page}/").content.decode() for page in ("sheet", "profiles")]
    first = teacher.get("/classes/").content.decode()

    assert ["One thing at a time.<br>Sit near the front." in page for page in pages] == [True, True]
    assert ["Speech, language" in page for page in pages] == [True, False]
    assert ("Profiles to read" in first, "Amara Bello" in first) == (True, True)
    with seen_by(viewer_of(world.staff("senco"))):
        views = {entry.detail["what"]: entry.children for entry in Entry.objects.filter(action="view")}
    assert views == {
        "class sheet": [world.amara.pk], "class profiles": [world.amara.pk], "classes": [world.amara.pk],
    }  # fmt: skip
