"""What the register and the calendar say of a whole page of children, at a constant number of queries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldenthread.children.queries.register import Asked, register_rows, register_size
from goldenthread.sen_support import timeline
from goldenthread.sen_support.actions.concerns import decide_concern
from goldenthread.sen_support.actions.plans import note_parent_meeting
from goldenthread.sen_support.models import Cycle
from goldenthread.sen_support.queries.duties import duties_of
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.queries.register import (
    children_at_step,
    children_with_review_by,
    concerns_waiting_for_children,
    register_steps,
)
from goldenthread.sen_support.register import worries_to_look_at_again
from tests.factories.sen_support import a_planned_cycle, a_running_cycle, a_worry, senco_of
from tests.factories.world import TODAY, World, make_child, seen_by, set_status, signed_in, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
TODAY_ONLY = ("step", "review", "owner", "parent", "worry", "profile")


def test_one_child_and_five_cost_the_register_the_same_queries():
    world = World()
    senco = senco_of(world)
    children = [make_child(world.school, f"Child{letter} Test") for letter in "ABCDE"]
    for child in children:
        a_running_cycle(senco, child)
        a_worry(senco, child)

    counts = []
    for some in (children[:1], children):
        with seen_by(senco), CaptureQueriesContext(connection) as asked:
            register_steps(senco, [child.pk for child in some])
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_where_a_child_with_a_running_cycle_stands():
    world = World()
    earlier = TODAY - timedelta(days=39)
    a_running_cycle(senco_of(world, earlier), world.amara)

    with seen_by(senco_of(world)) as senco:
        step = register_steps(senco, [world.amara.pk])[world.amara.pk]

    assert (step.step, step.step_text, step.next_text) == ("do", "Do, week 6 of 12", "Review 4 Jan")
    assert step.agreement == ""


def test_children_are_found_by_step_review_and_undecided_worry():
    world = World()
    senco = senco_of(world)
    running, planned = make_child(world.school, "Ruth Running"), make_child(world.school, "Pia Planned")
    a_running_cycle(senco, running)
    a_planned_cycle(senco, planned)
    a_worry(senco, planned)

    with seen_by(senco):
        found = [
            set(children_at_step(senco, "do")),
            set(children_at_step(senco, "plan")),
            set(children_with_review_by(senco, TODAY + timedelta(weeks=12))),
            set(children_with_review_by(senco, TODAY + timedelta(weeks=11))),
            {child for child, _state, _raised_on in concerns_waiting_for_children(senco)},
        ]

    assert found == [{running.pk}, {planned.pk}, {running.pk}, set(), {planned.pk}]


def test_a_missed_review_date_is_guidance_and_never_called_late():
    world = World()
    started = TODAY - timedelta(days=200)
    cycle, _target, _dose = a_running_cycle(senco_of(world, started), world.amara)

    with seen_by(senco_of(world)) as senco:
        duties = {duty.name: duty for duty in duties_of(senco, plan_of(senco, Cycle.objects.get(pk=cycle.pk)))}

    review, told = duties["Review"], duties["Parents told"]
    assert (review.law, review.state, "has gone by" in review.sentence) == (False, "due", True)
    assert (told.law, told.state, told.citation) == (True, "late", "Children and Families Act 2014 s.68")


def test_fewer_than_three_meetings_in_twelve_months_stand_in_the_calendar_as_guidance():
    world = World()
    few, enough = make_child(world.school, "Fay Few"), make_child(world.school, "Eve Enough")
    with seen_by(senco_of(world, TODAY)) as senco:
        for child, days in ((few, (30, 400)), (enough, (10, 100, 300))):
            for back in days:
                note_parent_meeting(by=senco, child=child.pk, on=TODAY - timedelta(days=back), about="Progress")
    for child in (few, enough):
        a_running_cycle(senco, child)

    page = signed_in(world.staff("senco")).get(reverse("reviews")).content.decode()

    listed = page.split("Fewer than three meetings")[1]
    assert ("Fay Few" in listed, "Eve Enough" in listed) == (True, False)
    assert "It is not a breach of law when a meeting is missed." in page


def test_the_register_page_shows_step_next_owner_and_the_line_of_counts():
    world = World()
    senco = senco_of(world)
    a_running_cycle(senco, world.amara)
    a_worry(senco, world.amara)

    page = signed_in(world.staff("senco")).get(reverse("register")).content.decode()

    for text in ("Do, week 1 of 12", "Review 12 Feb", "not asked", "1 child with an undecided worry"):
        assert text in page


def test_each_number_above_the_register_is_the_number_of_children_its_link_shows():
    world = World()
    senco = senco_of(world)
    early = senco_of(world, TODAY - timedelta(weeks=11))
    due, undecided, off_the_register = (make_child(world.school, f"Child{letter} Test") for letter in "ABC")
    set_status(due, world.school, "K")
    set_status(undecided, world.school, "M")
    a_running_cycle(early, due)
    a_running_cycle(early, off_the_register)
    set_status(off_the_register, world.school, "N", TODAY)
    for child in (undecided, off_the_register):
        a_worry(senco, child)

    with seen_by(senco):
        _size, numbers = register_size(senco, Asked(TODAY, TODAY))
        shown = [
            register_rows(senco, Asked(TODAY, TODAY, one.filters.pop("status", ""), one.filters)).count()
            for one in numbers
        ]

    assert shown == [1, 1, 2, 2]
    assert [one.count for one in numbers] == shown


def test_the_register_of_a_past_day_leaves_out_what_is_known_for_today_only():
    world = World()
    senco = senco_of(world)
    set_status(world.amara, world.school, "K", date(2026, 1, 5))
    a_running_cycle(senco, world.amara)
    a_worry(senco, world.amara)
    browser = signed_in(world.staff("senco"))

    then = browser.get(reverse("register"), {"as_on": "2026-03-02", "step": "plan", "worry": "new", "sort": "next"})
    file = browser.get(reverse("download_register"), {"as_on": "2026-03-02", "step": "plan"}).content.decode()

    page = then.content.decode()
    today_only = ("Do, week", "undecided worry", "new worry", "unread by", *(f'name="{one}"' for one in TODAY_ONLY))
    assert [text for text in today_only if text in page] == []
    assert [column.text for column in then.context["table"].columns] == [
        "Child", "Year", "Class", "Need", "Status", "Delivered",
    ]  # fmt: skip
    assert "Steps, reviews, parents' answers, owners, worries and unread profiles are shown for today only" in page
    assert "Bello, Amara" in page
    assert "Bello" in file and "Owner" not in file and "Step" not in file


def _decided(world: World, day: date, again: date):
    """A worry about Amara, decided that day, to be looked at again on another."""
    senco = senco_of(world, day)
    worry = a_worry(senco, world.amara)
    with seen_by(senco):
        return decide_concern(
            by=senco, concern=worry.pk, decision="watch", reason="Watch over", site="", look_again_on=again
        )


def test_a_worry_to_look_at_again_is_counted_above_the_register_from_its_day_on():
    world = World()
    set_status(world.amara, world.school, "K")
    kofi = make_child(world.school, "Kofi Mensah")
    set_status(kofi, world.school, "K")
    _decided(world, TODAY - timedelta(days=30), TODAY)
    a_worry(senco_of(world), kofi)
    browser = signed_in(world.staff("senco"))

    page = browser.get(reverse("register"))
    numbers = {number.sentence: href for number, href in page.context["numbers"]}
    listed = browser.get(reverse("register") + numbers["1 child with a worry to look at again"]).content.decode()
    before = senco_of(world, TODAY - timedelta(days=1))
    with seen_by(before):
        _size, earlier = register_size(before, Asked(before.today, before.today))

    assert set(numbers) == {
        "1 child with a new worry", "1 child with an undecided worry, raised today",
        "1 child with a worry to look at again",
    }  # fmt: skip
    assert ("Bello, Amara" in listed, "Mensah, Kofi" in listed) == (True, False)
    assert [one.sentence for one in earlier if "again" in one.sentence] == []


@pytest.mark.parametrize(("days", "note"), [(1, "The day has gone by."), (0, ""), (-1, "")])
def test_the_day_to_look_at_a_worry_again_is_due_on_the_record_and_never_late(days, note):
    world = World()
    day = TODAY - timedelta(days=days)
    worry = _decided(world, TODAY - timedelta(days=30), day)

    with seen_by(senco_of(world)) as senco:
        due = [
            (one.on, one.text, one.state, one.note, one.href) for one in worries_to_look_at_again(senco, world.amara.pk)
        ]
    teacher = viewer_of(world.staff("class_teacher"))
    with seen_by(teacher):
        told = list(worries_to_look_at_again(teacher, world.amara.pk))

    assert due == [(day, "Look again at the worry of 21 October 2026", "due", note, reverse("worry", args=[worry.pk]))]
    assert told == []


@pytest.mark.parametrize(
    ("decided", "told", "today", "status"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), date(2026, 11, 20), "met"),
        (date(2026, 11, 20), None, date(2026, 11, 20), "due"),
        (date(2026, 11, 20), None, date(2026, 11, 21), "late"),
    ],
)
def test_telling_the_parents_is_due_the_day_it_is_decided(decided, told, today, status):
    outcome = timeline.parents_told(decided, told, today)

    assert (outcome.status, outcome.law_or_guidance) == (status, "law")
