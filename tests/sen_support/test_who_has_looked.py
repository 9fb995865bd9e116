"""A family reads who has looked at the record, and learns nothing of what the school writes to the other parent."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.audit.log import Seen, write_views
from goldenthread.sen_support.queries.looked import days_of, looks_at, told
from tests.factories.world import World, make_account, make_parent, seen_by, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)


class _Page:
    """A request that showed something, as far as the log is concerned."""

    def __init__(self, viewer, seen):
        self.viewer, self.views_seen = viewer, [seen]


def test_a_look_at_a_letter_to_the_other_parent_does_not_say_which_letter():
    world = World()
    other = make_account("Craig Reid")
    make_parent(world.amara, world.school, "Craig Reid", other, relationship="father")
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        from goldenthread.letters.models import Letter

        letter = Letter(child_id=world.amara.pk)
        write_views(_Page(senco, Seen("a letter to Craig Reid", (world.amara.pk,), letter)))
        write_views(_Page(senco, Seen("the plan", (world.amara.pk,))))

    mothers = signed_in(world.ada).get(f"/children/{world.amara.pk}/who-has-looked/").content.decode()
    sencos = signed_in(world.staff("senco")).get(f"/children/{world.amara.pk}/who-has-looked/").content.decode()

    assert "Craig Reid" not in mothers
    assert "letters, messages or documents" in mothers
    assert "the plan" in mothers
    assert "a letter to Craig Reid" in sencos


def test_a_look_at_a_withheld_address_tells_the_other_parent_nothing_of_it():
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_views(_Page(senco, Seen("withheld address", (world.amara.pk,), None, "He is looking for them")))

    mothers = signed_in(world.ada).get(f"/children/{world.amara.pk}/who-has-looked/").content.decode()

    assert "parents and carers" in mothers
    assert "withheld" not in mothers
    assert "He is looking for them" not in mothers


def test_many_looks_of_one_person_on_one_day_are_one_row_that_says_how_often():
    world = World()
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        for page in ("the plan", "the record", "the plan", "the plan"):
            write_views(_Page(senco, Seen(page, (world.amara.pk,))))

    with seen_by(viewer_of(world.ada)) as mother:
        looks = looks_at(mother, world.amara.pk)
        (look,) = told(mother, looks, days_of(looks))

    assert (look.who, look.role, look.times, look.what, look.why) == (
        world.staff("senco").name,
        "SENCO",
        4,
        ("the plan, 3 times", "the record"),
        (),
    )


def test_a_reason_stands_beside_the_role_only_where_it_says_more():
    world = World()
    with seen_by(viewer_of(world.staff("head"))) as head:
        write_views(_Page(head, Seen("the plan", (world.amara.pk,))))
        write_views(_Page(head, Seen("withheld address", (world.amara.pk,), None, "To post a letter")))

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        looks = looks_at(senco, world.amara.pk)
        (look,) = told(senco, looks, days_of(looks))

    assert look.why == ("To post a letter",)


def test_the_list_asks_the_same_number_of_questions_for_one_person_and_for_three():
    world = World()

    def asked() -> int:
        with seen_by(viewer_of(world.staff("senco"))) as senco:
            looks = looks_at(senco, world.amara.pk)
            with CaptureQueriesContext(connection) as questions:
                told(senco, looks, days_of(looks))
        return len(questions)

    with seen_by(viewer_of(world.staff("senco"))) as senco:
        write_views(_Page(senco, Seen("the plan", (world.amara.pk,))))
    with_one = asked()
    for role in ("head", "class_teacher"):
        with seen_by(viewer_of(world.staff(role))) as viewer:
            write_views(_Page(viewer, Seen("the plan", (world.amara.pk,))))

    assert asked() == with_one
