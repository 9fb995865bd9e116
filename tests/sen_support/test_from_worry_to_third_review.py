"""One child's whole way: a worry, a decision, a plan, three reviews; and nothing typed twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.access.permissions import Refused
from goldenthread.children.models import StatusEntry
from goldenthread.provision.models import Dose
from goldenthread.sen_support.actions.agreements import answer
from goldenthread.sen_support.actions.concerns import acknowledge_concern, decide_concern
from goldenthread.sen_support.actions.cycles import Running, finish_assessment, start_cycle, write_analysis
from goldenthread.sen_support.actions.measures import add_reading
from goldenthread.sen_support.actions.plans import tell_parents
from goldenthread.sen_support.actions.reviews import Chosen, Invited, Meeting, Stood, arrange_review, hold_review
from goldenthread.sen_support.models import Cycle, Review, TargetDose
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.queries.register import register_steps
from goldenthread.sen_support.queries.reviews import meeting_dates
from tests.factories.sen_support import a_running_cycle, a_target, a_worry, senco_of
from tests.factories.world import World, make_account, make_child, make_parent, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)

START = date(2026, 1, 12)


def _hold(world: World, cycle: Cycle, held_on: date, weeks: int, result: str = "partly", value: float = 45.0) -> Cycle:
    """Hold the review of a running cycle; answers the next one, started."""
    senco = senco_of(world, held_on)
    with seen_by(senco):
        plan = plan_of(senco, cycle)
        review = Review.objects.get(cycle=cycle)
        running = Running(held_on + timedelta(days=3), weeks, held_on + timedelta(weeks=weeks + 1))
        hold_review(
            by=senco,
            review=review.pk,
            meeting=Meeting(
                held_on=held_on,
                targets={one.target.pk: Stood(result, "Timed reading", value) for one in plan.targets},
                doses={dose.pk: Chosen("keep", "She asks for the next page") for dose in plan.doses},
                outcome="continue",
                reason="It works and she is not there yet.",
                attendance=[Invited("Ada Bello", "mother", parent=True, came=True)],
                next=running,
            ),
        )
        following = Cycle.objects.get(previous=cycle)
        return start_cycle(by=senco, cycle=following.pk, running=running)


def test_from_a_worry_to_the_third_review_with_nothing_typed_twice():
    world = World()
    child = make_child(world.school, "Kofi Mensah")
    account = make_account("Esi Mensah")
    make_parent(child, world.school, "Esi Mensah", account)
    mother = viewer_of(account, "parent", START)
    senco = senco_of(world, START)

    worry = a_worry(mother, child)
    with seen_by(senco):
        acknowledge_concern(by=senco, concern=worry.pk)
        decide_concern(
            by=senco,
            concern=worry.pk,
            decision="sen_support",
            reason="He needs more than the class.",
            site="https://gt.example.org/",
        )
        cycle = Cycle.objects.get(child=child)
        write_analysis(by=senco, cycle=cycle.pk, analysis="Reads single words.")
        finish_assessment(by=senco, cycle=cycle.pk)
    target, dose = a_target(senco, cycle)
    with seen_by(senco):
        tell_parents(by=senco, cycle=cycle.pk, told_on=START, who="Esi Mensah", how="meeting", why="Reading")
    with seen_by(mother):
        answer(by=mother, cycle=cycle.pk, purpose="plan", answer="agreed")
    with seen_by(senco):
        cycle = start_cycle(by=senco, cycle=cycle.pk, running=Running(START, 10, date(2026, 3, 27)))
        review = Review.objects.get(cycle=cycle)
        arrange_review(by=senco, review=review.pk, meets_on=date(2026, 3, 26), at=None, place="Room 2", invited=[])
        measure = target.measure_id
        add_reading(by=senco, measure=measure, value=38, on=START)
    second = _hold(world, cycle, date(2026, 3, 26), 10, value=45.0)
    third = _hold(world, second, date(2026, 6, 25), 12, value=52.0)
    fourth = _hold(world, third, date(2026, 10, 8), 12, value=57.0)

    today = senco_of(world)
    with seen_by(today):
        status = [entry.status for entry in StatusEntry.objects.filter(child=child)]
        plan = plan_of(today, fourth)
        chain = [(one.number, one.state, one.concern_id == worry.pk) for one in Cycle.objects.order_by("number")]
        now = register_steps(today, [child.pk])[child.pk]
        met = meeting_dates(today, [child.pk])[child.pk]
        old = Dose.objects.get(pk=dose.pk)
        (promised,) = plan.doses
        first_of_the_chain = promised.carried_from.carried_from.carried_from_id
    (carried,) = plan.targets
    assert status == ["K"]
    assert chain == [(1, "closed", True), (2, "closed", True), (3, "closed", True), (4, "do", True)]
    assert (carried.target.words, carried.target.measure_id) == (target.words, measure)
    assert (carried.target.baseline, carried.target.target_value) == (57.0, 60.0)
    same = ("kind", "what", "who", "expertise", "minutes", "times", "per", "group_size", "place")
    assert [getattr(promised, name) for name in same] == [getattr(dose, name) for name in same]
    assert (carried.doses, first_of_the_chain) == ((promised,), dose.pk)
    assert (promised.promised_on is not None, old.stopped_on) == (True, date(2026, 3, 29))
    assert met == [date(2026, 3, 26), date(2026, 6, 25), date(2026, 10, 8)]
    assert (now.step_text, now.next_text) == ("Do, week 6 of 12", "Review 7 Jan")


def test_a_met_target_ends_and_one_stopped_dose_does_not_come_back():
    world = World()
    senco = senco_of(world)
    child = world.amara
    cycle, target, dose = a_running_cycle(senco, child)
    other, other_dose = a_target(senco, cycle, "Write a sentence")
    with seen_by(senco):
        hold_review(
            by=senco,
            review=Review.objects.get(cycle=cycle).pk,
            meeting=Meeting(
                held_on=senco.today,
                targets={target.pk: Stood("met", "61 words", 61.0), other.pk: Stood("not_yet", "Two words")},
                doses={
                    dose.pk: Chosen("stop", "Done its work"),
                    other_dose.pk: Chosen("change", "Too short", minutes=30),
                },
                outcome="change",
                reason="Reading is there; writing needs longer.",
                next=Running(senco.today, 10, senco.today + timedelta(weeks=11)),
            ),
        )
        following = Cycle.objects.get(previous=cycle)
        plan = plan_of(senco, following)
        links = TargetDose.objects.filter(target__cycle=following).count()
        stopped = Dose.objects.get(pk=dose.pk)

    assert [(one.target.words, one.target.carried_from_id) for one in plan.targets] == [(other.words, other.pk)]
    assert [(one.what, one.minutes, one.carried_from_id) for one in plan.doses] == [
        (other_dose.what, 30, other_dose.pk)
    ]
    assert (links, following.state) == (1, "plan")
    assert (stopped.stopped_on, stopped.stopped_because) == (senco.today, "Done its work")


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [
        ({"targets": {}}, "Say how target 1 stands"),
        ({"doses": {}}, "Say what becomes of"),
        ({"next": None}, "Give the dates of the next cycle"),
        ({"reason": " "}, "Give the reason"),
        ({"held_on": date(2026, 11, 21)}, "once it has been held"),
    ],
)
def test_a_review_is_not_written_down_with_something_left_open(left_out, sentence):
    world = World()
    senco = senco_of(world)
    cycle, target, dose = a_running_cycle(senco, world.amara)
    whole = {
        "held_on": senco.today, "targets": {target.pk: Stood("partly", "Timed")}, "doses": {dose.pk: Chosen("keep")},
        "outcome": "continue", "reason": "Because", "next": Running(senco.today, 10, senco.today + timedelta(weeks=11)),
    }  # fmt: skip

    with seen_by(senco), pytest.raises(Refused, match=sentence):
        hold_review(by=senco, review=Review.objects.get(cycle=cycle).pk, meeting=Meeting(**whole | left_out))

    with seen_by(senco):
        assert Review.objects.get(cycle=cycle).state == "planned"
