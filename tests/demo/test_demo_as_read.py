"""What the demo says to who reads it, once it is loaded."""

from __future__ import annotations

import pytest

from goldenthread.people.models import Account
from goldenthread.sen_support.models import Cycle
from goldenthread.sen_support.queries.plans import plan_of
from goldenthread.sen_support.shown import is_stale
from tests.demo.detailed_schools import people
from tests.factories.world import seen_by, viewer_of

pytestmark = pytest.mark.usefixtures("detailed_schools")


@pytest.mark.parametrize("slug", ["osei", "rahman"])
def test_no_plan_of_the_demo_says_falsely_that_it_changed_since_it_was_agreed(slug: str) -> None:
    senco = viewer_of(Account.objects.get(pk=people()[slug].person), "senco")

    with seen_by(senco):
        plans = [plan_of(senco, cycle) for cycle in Cycle.objects.exclude(state="closed")[:60]]
        answered = [(plan, answer) for plan in plans for answer in plan.answers]
        stale = [plan.cycle.child_id for plan, answer in answered if is_stale(plan, answer)]

    assert answered
    assert stale == []
