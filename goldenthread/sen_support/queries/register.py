"""Where each child of a whole page stands, in a constant number of queries, and which children stand where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer

from ..models import Agreement, Answer, Concern, Cycle, Purpose, Review
from ..permissions import CONCERN_VIEW, PLAN_VIEW, REVIEW_VIEW
from ..states import CYCLE
from ..weeks import SchoolWeeks, school_weeks_of


@dataclass(frozen=True)
class RegisterStep:
    """Where one child stands. step: "" (no cycle open), assess, plan, do or review; next_on: None when unknown.

    passed: the date agreed for the review has gone by (guidance missed, never a breach of law).
    agreement: "", or the newest answer about the plan of the open cycle: agreed, not_agreed, withdrawn.
    undecided: worries nobody has decided; undecided_days: age of the oldest in days.
    """

    step: str = ""
    step_text: str = ""
    week: int = 0
    weeks: int = 0
    next_text: str = ""
    next_on: date | None = None
    passed: bool = False
    owner: str = ""
    agreement: str = ""
    undecided: int = 0
    undecided_days: int = 0
    cycle: UUID | None = None
    review: UUID | None = None


def register_steps(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, RegisterStep]:
    """For each of these children where they stand today. At most seven queries, however many children."""
    steps = {child: RegisterStep() for child in children}
    calendar = school_weeks_of(viewer.organisation) if viewer.organisation else SchoolWeeks((), ())
    reviews = _reviews(viewer, children)
    agreements = _agreements(viewer, children)
    for cycle in _open_cycles(viewer, children):
        review = reviews.get(cycle.pk)
        steps[cycle.child_id] = _step(viewer, cycle, review, agreements.get(cycle.pk, ""), calendar)
    for child, (count, oldest) in _undecided(viewer, children).items():
        days = (viewer.today - oldest).days
        steps[child] = replace(steps[child], undecided=count, undecided_days=days)
    return steps


def _open_cycles(viewer: Viewer, children: Collection[UUID]) -> QuerySet[Cycle]:
    found = Cycle.objects.filter(child_id__in=children).exclude(state="closed").select_related("owner")
    return reachable(viewer, found, PLAN_VIEW)


def _reviews(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, Review]:
    found = Review.objects.filter(child_id__in=children).exclude(state="held")
    return {review.cycle_id: review for review in reachable(viewer, found, REVIEW_VIEW)}


def _agreements(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, str]:
    """Of each open cycle: the newest answer of each person about the plan; one that does not agree outweighs."""
    found = Agreement.objects.filter(child_id__in=children, purpose=Purpose.PLAN).exclude(cycle__state="closed")
    newest: dict[UUID, dict[str, str]] = defaultdict(dict)
    for row in reachable(viewer, found.order_by("at", "id"), PLAN_VIEW):
        newest[row.cycle_id][str(row.party_id or row.party_name)] = row.answer
    return {cycle: _weightiest(answers.values()) for cycle, answers in newest.items()}


def _weightiest(answers: Collection[str]) -> str:
    return next((one for one in (Answer.WITHDRAWN, Answer.NOT_AGREED, Answer.AGREED) if one in answers), "")


def _undecided(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, tuple[int, date]]:
    found = Concern.objects.filter(child_id__in=children).exclude(state="decided")
    rows = (
        reachable(viewer, found, CONCERN_VIEW)
        .order_by()
        .values("child_id")
        .annotate(number=Count("pk"), oldest=Min("raised_on"))
    )
    return {row["child_id"]: (row["number"], row["oldest"]) for row in rows}


def _step(viewer: Viewer, cycle: Cycle, review: Review | None, agreement: str, calendar: SchoolWeeks) -> RegisterStep:
    week = 0
    if cycle.state == "do" and cycle.starts_on:
        week = min(calendar.week_number(cycle.starts_on, viewer.today), cycle.weeks or 0)
    next_on = review.meets_on if review else cycle.review_on
    return RegisterStep(
        step=cycle.state,
        step_text=step_text(cycle, week),
        week=week,
        weeks=cycle.weeks or 0,
        next_text=_next_text(next_on, viewer.today),
        next_on=next_on,
        passed=next_on is not None and next_on < viewer.today,
        owner=cycle.owner.name if cycle.owner else "",
        agreement=agreement,
        cycle=cycle.pk,
        review=review.pk if review else None,
    )


def step_text(cycle: Cycle, week: int) -> str:
    """ "Do, week 7 of 12", or the step's name."""
    name = str(CYCLE.states[cycle.state][0])
    if not week:
        return name
    return _("%(step)s, week %(week)s of %(weeks)s") % {"step": name, "week": week, "weeks": cycle.weeks}


def _next_text(on: date | None, today: date) -> str:
    if on is None:
        return ""
    day = date_format(on, "j M")
    return _("Review, date passed %s") % day if on < today else _("Review %s") % day


def children_at_step(viewer: Viewer, step: str) -> QuerySet[Cycle, UUID]:
    """Keys of the children whose open cycle stands at this step; for `pk__in`."""
    found = Cycle.objects.filter(state=step)
    return reachable(viewer, found, PLAN_VIEW).order_by().values_list("child_id", flat=True)


def children_with_review_by(viewer: Viewer, last: date, first: date | None = None) -> QuerySet[Review, UUID]:
    """Keys of the children with a review not yet held whose meeting is on or before `last` (and not before `first`)."""
    found = Review.objects.exclude(state="held").filter(meets_on__lte=last)
    if first is not None:
        found = found.filter(meets_on__gte=first)
    return reachable(viewer, found, REVIEW_VIEW).order_by().values_list("child_id", flat=True)


def children_with_answer(viewer: Viewer, answer: str) -> QuerySet[Agreement, UUID]:
    """Keys of the children on whose open plan somebody's newest answer is this one."""
    later = Agreement.objects.filter(
        cycle_id=OuterRef("cycle_id"), purpose=Purpose.PLAN, party_name=OuterRef("party_name"), at__gt=OuterRef("at")
    )
    found = Agreement.objects.filter(~Exists(later), purpose=Purpose.PLAN, answer=answer).exclude(cycle__state="closed")
    return reachable(viewer, found, PLAN_VIEW).order_by().values_list("child_id", flat=True)


def children_with_undecided_concern(viewer: Viewer) -> QuerySet[Concern, UUID]:
    """Keys of the children about whom a worry waits for its decision."""
    found = Concern.objects.filter(~Q(state="decided"))
    return reachable(viewer, found, CONCERN_VIEW).order_by().values_list("child_id", flat=True)


def oldest_undecided(viewer: Viewer) -> date | None:
    """The day the longest-waiting undecided worry was raised."""
    found = reachable(viewer, Concern.objects.exclude(state="decided"), CONCERN_VIEW)
    oldest: date | None = found.aggregate(oldest=Min("raised_on"))["oldest"]
    return oldest
