"""Whose parents were not told (law), who was not asked about the plan, and when the yearly report is first due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from goldenthread.children.models import Child
from goldenthread.children.queries.register import Asked, register_rows, register_size
from goldenthread.sen_support.actions.agreements import answer
from goldenthread.sen_support.actions.cycles import Running, enter_running_cycle
from goldenthread.sen_support.actions.plans import note_annual_report, tell_parents
from goldenthread.sen_support.actions.reviews import Chosen, Meeting, Stood, hold_review
from goldenthread.sen_support.models import Cycle
from goldenthread.sen_support.queries.duties import Duty, duties_of
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.queries.register import register_steps
from tests.factories.sen_support import a_planned_cycle, a_running_cycle, mother_of, review_of, senco_of
from tests.factories.world import TODAY, World, make_child, seen_by, set_status, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def _on_register(world: World, *names: str) -> list[Child]:
    children = [make_child(world.school, name) for name in names]
    for child in children:
        set_status(child, world.school, "K")
    return children


def _listed(by, **filters: str) -> list[str]:
    rows = register_rows(by, Asked(TODAY, TODAY, "", filters))
    return sorted(child.first_name for child in rows)


def test_the_register_lists_and_counts_whose_parents_are_not_told():
    world = World()
    senco = senco_of(world)
    told, not_told, planned, _without = _on_register(world, "Tom Told", "Nia Not", "Pia Planned", "Will Without")
    cycle, _target, _dose = a_running_cycle(senco, told)
    a_running_cycle(senco, not_told)
    a_planned_cycle(senco, planned)  # nothing is decided yet, so nothing is owed yet
    with seen_by(senco):
        tell_parents(by=senco, cycle=cycle.pk, told_on=TODAY, who="Parents", how="phone", why="Reading")

    with seen_by(senco):
        listed = _listed(senco, told="not_told")
        _size, numbers = register_size(senco, Asked(TODAY, TODAY))
    page = signed_in(world.staff("senco")).get(reverse("register") + "?told=not_told").content.decode()

    assert listed == ["Nia"]
    assert [(one.count, one.sentence, one.filters) for one in numbers if "told" in one.filters] == [
        (1, "1 child whose parents are not told of the help yet", {"told": "not_told"})
    ]
    assert ["Not, Nia" in page, "Told, Tom" in page, "1 child whose parents are not told" in page] == [
        True,
        False,
        True,
    ]


def test_the_register_lists_who_was_not_asked_and_its_column_says_the_same():
    world = World()
    senco, mother = senco_of(world), mother_of(world)
    set_status(world.amara, world.school, "K")
    asked, _target, _dose = a_running_cycle(senco, world.amara)
    running, planned, without = _on_register(world, "Rae Running", "Pia Planned", "Will Without")
    a_running_cycle(senco, running)
    a_planned_cycle(senco, planned)
    with seen_by(mother):
        answer(by=mother, cycle=asked.pk, purpose="plan", answer="agreed")

    with seen_by(senco):
        listed = {name: _listed(senco, parent=name) for name in ("not_asked", "agreed")}
        steps = register_steps(senco, [world.amara.pk, running.pk, planned.pk, without.pk])

    assert listed == {"not_asked": ["Pia", "Rae"], "agreed": ["Amara"]}
    not_asked = {child for child, step in steps.items() if step.cycle and not step.agreement}
    assert not_asked == {running.pk, planned.pk}


def _report(by, cycle) -> Duty:
    with seen_by(by):
        return next(duty for duty in duties_of(by, plan_of(by, cycle)) if duty.rule == "sen_support.annual_report")


@pytest.mark.parametrize(
    ("today", "state", "says"),
    [
        (date(2027, 11, 19), "waiting", "By 20 November 2027."),
        (date(2027, 11, 20), "due", "By 20 November 2027."),
        (date(2027, 11, 21), "late", "Was due by 20 November 2027."),
    ],
)
def test_the_first_yearly_report_is_due_a_year_after_support_began(today, state, says):
    world = World()
    cycle, _target, _dose = a_running_cycle(senco_of(world), world.amara)

    duty = _report(senco_of(world, today), cycle)

    assert (duty.on, duty.law, duty.citation) == (
        date(2027, 11, 20),
        True,
        "Pupil Information Regulations 2005 annual report to parents",
    )
    assert (duty.state, duty.sentence) == (state, f"No written report is noted here yet. {says}")


def test_after_a_report_the_next_is_due_a_year_after_it():
    world = World()
    senco = senco_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    with seen_by(senco):
        note_annual_report(by=senco, child=world.amara.pk, sent_on=date(2026, 7, 15), how="letter")

    duty = _report(senco, cycle)

    assert (duty.on, duty.sentence) == (date(2027, 7, 15), "By 15 July 2027.")


def test_of_support_that_ran_before_it_was_entered_no_first_date_is_guessed():
    world = World()
    senco = senco_of(world)
    running = Running(TODAY - timedelta(weeks=60), 12, TODAY + timedelta(weeks=2), senco.person)
    with seen_by(senco):
        cycle = enter_running_cycle(by=senco, child=world.amara.pk, running=running)

    duty = _report(senco, cycle)

    assert (duty.on, duty.state, duty.law) == (None, "waiting", True)
    assert duty.sentence == (
        "No written report is noted here yet. No date can be given, because it is not noted when the last one went."
    )


def test_telling_the_parents_is_owed_once_and_not_where_a_plan_of_the_authority_is_kept():
    world = World()
    senco = senco_of(world)
    carried, with_ehc_plan, untold = _on_register(world, "Cara Carried", "Eve Plan", "Una Untold")
    set_status(with_ehc_plan, world.school, "E", TODAY - timedelta(days=1))
    cycles = {child.pk: a_running_cycle(senco, child) for child in (carried, with_ehc_plan, untold)}
    with seen_by(senco):
        first = cycles[carried.pk][0]
        tell_parents(by=senco, cycle=first.pk, told_on=TODAY, who="Parents", how="phone", why="Reading")
    for child in (carried, untold):
        _carry_on(senco, *cycles[child.pk])

    with seen_by(senco):
        listed = _listed(senco, told="not_told")
        open_now = {cycle.child_id: cycle for cycle in Cycle.objects.exclude(state="closed")}
        names = {
            child: [duty.name for duty in duties_of(senco, plan_of(senco, one))] for child, one in open_now.items()
        }

    assert (len(open_now), listed) == (3, ["Una"])
    assert {child: "Parents told" in named for child, named in names.items()} == {
        carried.pk: False, with_ehc_plan.pk: False, untold.pk: True,
    }  # fmt: skip


def _carry_on(senco, cycle, target, dose) -> None:
    """The review is held and the help goes on in a next cycle."""
    review = review_of(senco, cycle)
    meeting = Meeting(
        TODAY, {target.pk: Stood("partly", "Counted")}, {dose.pk: Chosen("keep")}, "continue", "It helps.",
        next=Running(TODAY + timedelta(days=3), 10, TODAY + timedelta(weeks=11)),
    )  # fmt: skip
    with seen_by(senco):
        hold_review(by=senco, review=review.pk, meeting=meeting)
