"""A running plan stands at its review from the review's day on, on every page, without anybody pressing anything."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from goldenthread.sen_support.actions.plans import drop_target
from goldenthread.sen_support.actions.reviews import Meeting, arrange_review, hold_review
from goldenthread.sen_support.models import Cycle
from goldenthread.sen_support.queries.register import children_at_step, register_steps
from goldenthread.sen_support.register import current_plan
from tests.factories.sen_support import a_planned_cycle, a_running_cycle, review_of, senco_of
from tests.factories.world import TODAY, World, make_child, seen_by, set_status, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

AGREED = TODAY + timedelta(weeks=12)
DAY = timedelta(days=1)


def _stands(world: World, child, on: date) -> tuple[str, str]:
    with seen_by(senco_of(world, on)) as senco:
        step = register_steps(senco, [child.pk])[child.pk]
    return step.step, step.step_text


@pytest.mark.parametrize(
    ("meets_on", "on", "step"),
    [
        (None, AGREED - DAY, "do"),
        (None, AGREED, "review"),
        (None, AGREED + DAY, "review"),
        (AGREED - 7 * DAY, AGREED - 8 * DAY, "do"),
        (AGREED - 7 * DAY, AGREED - 7 * DAY, "review"),
        (AGREED + 7 * DAY, AGREED - DAY, "do"),
        (AGREED + 7 * DAY, AGREED, "review"),
    ],
)
def test_the_review_is_the_step_from_the_day_agreed_or_the_day_of_the_meeting_if_that_comes_first(meets_on, on, step):
    world = World()
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    review = review_of(senco, cycle)
    if meets_on is not None:
        with seen_by(senco):
            arrange_review(by=senco, review=review.pk, meets_on=meets_on, at=None, place="", invited=[])

    with seen_by(senco_of(world, on)) as later:
        found = {name: list(children_at_step(later, name)) for name in ("assess", "plan", "do", "review")}

    assert _stands(world, world.amara, on)[0] == step
    assert found == {"assess": [], "plan": [], "do": [], "review": []} | {step: [world.amara.pk]}


def test_a_plan_past_its_review_day_is_not_in_its_last_week_for_ever():
    world = World()
    a_running_cycle(senco_of(world), world.amara)

    texts = [_stands(world, world.amara, day)[1] for day in (TODAY, AGREED + 30 * DAY)]

    assert texts == ["Do, week 1 of 12", "Review"]


def test_the_register_lists_at_review_whom_its_column_shows_there():
    world = World()
    early, senco = senco_of(world, TODAY - timedelta(weeks=13)), senco_of(world)
    due, running, planned = (make_child(world.school, f"Child{letter} Test") for letter in "ABC")
    for child in (due, running, planned):
        set_status(child, world.school, "K")
    a_running_cycle(early, due)
    a_running_cycle(senco, running)
    a_planned_cycle(senco, planned)
    browser = signed_in(world.staff("senco"))

    page = browser.get(reverse("register") + "?step=review").content.decode()

    assert ["ChildA" in page, "ChildB" in page, "ChildC" in page] == [True, False, False]
    assert ">Review<" in page


def test_every_page_of_the_plan_says_that_the_review_is_at_hand():
    world = World()
    early = senco_of(world, TODAY - timedelta(weeks=12))
    cycle, _target, _dose = a_running_cycle(early, world.amara)
    review = review_of(early, cycle)
    with seen_by(senco_of(world)) as senco:
        beside_the_record = current_plan(senco, world.amara.pk)

    plan = signed_in(world.staff("senco")).get(reverse("plan", args=[cycle.pk])).content.decode()
    family = signed_in(world.ada).get(reverse("my_child_page", args=[world.amara.pk])).content.decode()

    assert beside_the_record is not None
    assert beside_the_record.title == "Cycle 1: Review"
    assert "Go to the review" in plan
    assert reverse("review", args=[review.pk]) in plan
    assert ("It is time for the review of the plan." in family, "Week 12 of 12" in family) == (True, False)


def test_a_plan_at_its_review_can_still_be_changed_and_is_then_reviewed():
    world = World()
    senco = senco_of(world)
    cycle, target, _dose = a_running_cycle(senco_of(world, TODAY - timedelta(weeks=13)), world.amara)
    review = review_of(senco, cycle)

    with seen_by(senco):
        drop_target(by=senco, target=target.pk, because="Not hers any more", stop=True)
        hold_review(
            by=senco, review=review.pk,
            meeting=Meeting(TODAY, {}, {}, "end", "She reads like the others."),
        )  # fmt: skip
        closed = Cycle.objects.get(pk=cycle.pk)

    assert (closed.state, closed.outcome) == ("closed", "end")
    with seen_by(senco):
        assert list(children_at_step(senco, "review")) == []
