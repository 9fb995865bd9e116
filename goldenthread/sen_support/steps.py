"""At which of the four steps a cycle stands: assess, plan, do, review.

The state says what was decided, and a plan runs ("do") until its review is written down: its help goes on, and it can
still be changed. But nobody has to press anything for the review to be the step at hand: it is, from the day agreed
for it in the plan, or from the day of its meeting where that comes first. So the step follows from dates, and no
missed night can make it wrong. Decision record: docs/decisions/0027-review-builds-the-next-cycle.md.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from .models import Cycle, Review
from .permissions import REVIEW_VIEW


def step_on(today: date, state: str, review_on: date | None, meets_on: date | None) -> str:
    """The step of a cycle in this state. meets_on: of its review that is not held, None for who may not see it."""
    comes = [day for day in (review_on, meets_on) if day is not None]
    return "review" if state == "do" and any(day <= today for day in comes) else state


def step_of(viewer: Viewer, cycle: Cycle, review: Review | None) -> str:
    """The same for a cycle that the viewer has, with its review as far as they may see it."""
    return step_on(viewer.today, cycle.state, cycle.review_on, review.meets_on if review else None)


def standing_at(viewer: Viewer, step: str) -> Q:
    """Cycles at this step today, as a filter: what `step_on` says of each."""
    coming = Review.objects.filter(cycle=OuterRef("pk"), meets_on__lte=viewer.today).exclude(state="held")
    has_come = Q(review_on__lte=viewer.today) | Q(Exists(reachable(viewer, coming, REVIEW_VIEW)))
    if step == "review":
        return Q(state="review") | (Q(state="do") & has_come)
    return Q(state="do") & ~has_come if step == "do" else Q(state=step)
