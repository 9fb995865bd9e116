"""An answer belongs to the wording it was given to."""

from __future__ import annotations

import pytest
from django.test import override_settings

from goldenthread.sen_support.actions.agreements import answer
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.shown import is_stale
from tests.factories.sen_support import a_running_cycle, a_target, mother_of, senco_of
from tests.factories.world import World, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_answer_stands_when_the_signing_key_is_changed_and_not_when_the_plan_is():
    world = World()
    senco, mother = senco_of(world), mother_of(world)
    cycle, _target, _dose = a_running_cycle(senco, world.amara)
    with seen_by(mother):
        answer(by=mother, cycle=cycle.pk, purpose="plan", answer="agreed")

    with override_settings(SECRET_KEY="another key, years later"), seen_by(senco):
        later = plan_of(senco, cycle)
    a_target(senco, cycle, "Write a sentence")
    with seen_by(senco):
        changed = plan_of(senco, cycle)

    assert [is_stale(plan, plan.answers[0]) for plan in (later, changed)] == [False, True]
