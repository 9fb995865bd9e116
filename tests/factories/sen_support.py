"""SEN Support made through the real actions, as the people who would do it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.provision.models import Dose
from goldenthread.provision.particulars import DoseParticulars
from goldenthread.sen_support.actions.concerns import raise_concern
from goldenthread.sen_support.actions.cycles import Running, begin_cycle, finish_assessment, start_cycle, write_analysis
from goldenthread.sen_support.actions.measures import begin_measure
from goldenthread.sen_support.actions.plans import Aim, give_dose, write_target
from goldenthread.sen_support.actions.voices import Said, add_words, own_voice, usual_audience
from goldenthread.sen_support.models import Concern, Contribution, Cycle, Review, Target
from tests.factories.world import TODAY, World, seen_by, viewer_of

READING = DoseParticulars(
    kind="timed_support", what="Small-group reading", who="Mr Lane, class teacher", expertise="Trained in paired reading",
    minutes=20, times=3, per="week", group_size=4, place="Library", from_on=TODAY, until_on=TODAY + timedelta(weeks=14),
)  # fmt: skip


def senco_of(world: World, today: date = TODAY) -> Viewer:
    return viewer_of(world.staff("senco"), "senco", today)


def mother_of(world: World, today: date = TODAY) -> Viewer:
    return viewer_of(world.ada, "parent", today)


def a_worry(by: Viewer, child: Child, words: str = "She hides her reading book.", **more: Any) -> Concern:
    with seen_by(by):
        return raise_concern(by=by, child=child.pk, words=words, site="https://gt.example.org/", **more)


def a_target(by: Viewer, cycle: Cycle, words: str = "Read 60 words a minute") -> tuple[Target, Dose]:
    """A target with its measure and one dose, in a cycle that is being written or runs."""
    with seen_by(by):
        measure = begin_measure(by=by, child=cycle.child_id, name=f"Measure for {words}", unit="words a minute")
        aim = Aim(words, measure.pk, 30.0, by.today, 60.0, by.today + timedelta(weeks=12))
        target = write_target(by=by, cycle=cycle.pk, aim=aim)
        return target, give_dose(by=by, target=target.pk, particulars=READING)


def a_planned_cycle(by: Viewer, child: Child) -> tuple[Cycle, Target, Dose]:
    """A cycle whose plan is written and waits for its start."""
    with seen_by(by):
        cycle = begin_cycle(by=by, child=child.pk)
        write_analysis(by=by, cycle=cycle.pk, analysis="She reads single words, not yet lines.")
        cycle = finish_assessment(by=by, cycle=cycle.pk)
    target, dose = a_target(by, cycle)
    return cycle, target, dose


def a_running_cycle(by: Viewer, child: Child) -> tuple[Cycle, Target, Dose]:
    cycle, target, dose = a_planned_cycle(by, child)
    running = Running(by.today, 12, by.today + timedelta(weeks=12))
    with seen_by(by):
        return start_cycle(by=by, cycle=cycle.pk, running=running), target, dose


def review_of(by: Viewer, cycle: Cycle) -> Review:
    with seen_by(by):
        return Review.objects.get(cycle=cycle)


def some_words(by: Viewer, child: Child, words: str, **more: Any) -> Contribution:
    """Words in the viewer's own voice, with the audience usual for them unless given."""
    values = {"voice": own_voice(by), "audience": usual_audience(by), "said_by": by.name} | more
    with seen_by(by):
        return add_words(by=by, child=child.pk, said=Said(words=words, **values))


def now() -> Any:
    return timezone.now()
