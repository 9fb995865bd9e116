"""Where each child of a whole page stands, in a constant number of queries, and which children stand where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.prepared import prepared
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Status
from goldenthread.children.queries.status import with_status
from goldenthread.organisations.timeline import SchoolCalendar
from goldenthread.provision.queries.calendar import calendar_around

from ..models import Agreement, Answer, Concern, Cycle, Purpose, Review
from ..permissions import CONCERN_VIEW, PLAN_VIEW, REVIEW_VIEW
from ..states import CYCLE
from ..steps import standing_at, step_on
from ..weeks import week_number
from .outside import were_told


@dataclass(frozen=True)
class RegisterStep:
    """Where one child stands. step: "" (no cycle open), assess, plan, do or review; next_on: None when unknown.

    passed: the date agreed for the review has gone by (guidance missed, never a breach of law).
    agreement: "", or the newest answer about the plan of the open cycle: agreed, not_agreed, withdrawn.
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
    cycle: UUID | None = None
    review: UUID | None = None


@dataclass(frozen=True, slots=True)
class _OpenCycle:
    key: UUID
    child: UUID
    state: str
    starts_on: date | None
    weeks: int
    review_on: date | None
    owner: str
    review: UUID | None
    meets_on: date | None


def register_steps(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, RegisterStep]:
    """For each of these children where they stand today. Four queries at most, however many children."""
    steps = {child: RegisterStep() for child in children}
    words = _Words(viewer.today, calendar_around(viewer, (), viewer.today))
    cycles = [_OpenCycle(*row) for row in _open_cycles(viewer, children)]
    agreements = _agreements(viewer, [cycle.key for cycle in cycles])
    for cycle in cycles:
        steps[cycle.child] = _step(words, cycle, agreements.get(cycle.key, ""))
    return steps


@prepared
def _open_cycles(viewer: Viewer, children: Collection[UUID]) -> QuerySet[Any, Any]:
    """Each open cycle, and for those who may see reviews the one not held yet (a cycle has one at most)."""
    coming = ~Q(reviews__state="held") if viewer.has(REVIEW_VIEW.name) else Q(reviews__pk=None)
    found = reachable(viewer, Cycle.objects.filter(child_id__among=children).exclude(state="closed"), PLAN_VIEW)
    return found.alias(coming=FilteredRelation("reviews", condition=coming)).order_by().values_list(
        "pk", "child_id", "state", "starts_on", Coalesce("weeks", 0), "review_on", Coalesce("owner__name", Value("")),
        "coming__pk", "coming__meets_on",
    )  # fmt: skip


@prepared
def _answers(viewer: Viewer, cycles: Collection[UUID]) -> QuerySet[Any, Any]:
    found = reachable(viewer, Agreement.objects.filter(cycle_id__among=cycles, purpose=Purpose.PLAN), PLAN_VIEW)
    return found.order_by("at", "id").values_list("cycle_id", "party_id", "party_name", "answer")


def _agreements(viewer: Viewer, cycles: Collection[UUID]) -> dict[UUID, str]:
    """Of each cycle: the newest answer of each person about the plan; one that does not agree outweighs."""
    newest: dict[UUID, dict[str, str]] = defaultdict(dict)
    for cycle, party, name, answer in _answers(viewer, cycles):
        newest[cycle][str(party or name)] = answer
    return {cycle: _weightiest(answers.values()) for cycle, answers in newest.items()}


def _weightiest(answers: Collection[str]) -> str:
    return next((one for one in (Answer.WITHDRAWN, Answer.NOT_AGREED, Answer.AGREED) if one in answers), "")


@dataclass(frozen=True)
class _Words:
    """Says each step and each date once, however many children share it."""

    today: date
    calendar: SchoolCalendar | None
    _weeks: dict[date, int] = field(default_factory=dict)
    _said: dict[tuple[object, ...], str] = field(default_factory=dict)

    def at(self, cycle: _OpenCycle) -> str:
        return step_on(self.today, cycle.state, cycle.review_on, cycle.meets_on)

    def week_of(self, cycle: _OpenCycle) -> int:
        """The school week of doing that today lies in; 0 when the cycle is not being done, or is to be reviewed."""
        if self.at(cycle) != "do" or not cycle.starts_on or self.calendar is None:
            return 0
        if cycle.starts_on not in self._weeks:
            self._weeks[cycle.starts_on] = week_number(self.calendar, cycle.starts_on, self.today)
        return min(self._weeks[cycle.starts_on], cycle.weeks)

    def step(self, state: str, week: int, weeks: int) -> str:
        """ "Do, week 7 of 12", or the step's name."""
        key = (state, week, weeks)
        if key not in self._said:
            name = str(CYCLE.states[state][0])
            told = _("%(step)s, week %(week)s of %(weeks)s") % {"step": name, "week": week, "weeks": weeks}
            self._said[key] = told if week else name
        return self._said[key]

    def next(self, on: date | None) -> str:
        """ "Review 7 Jan", or that its day has passed."""
        if on is None:
            return ""
        if (on,) not in self._said:
            day = date_format(on, "j M")
            self._said[on,] = _("Review, date passed %s") % day if on < self.today else _("Review %s") % day
        return self._said[on,]


def _step(words: _Words, cycle: _OpenCycle, agreement: str) -> RegisterStep:
    step, week = words.at(cycle), words.week_of(cycle)
    next_on = cycle.meets_on or cycle.review_on
    return RegisterStep(
        step=step,
        step_text=words.step(step, week, cycle.weeks),
        week=week,
        weeks=cycle.weeks,
        next_text=words.next(next_on),
        next_on=next_on,
        passed=next_on is not None and next_on < words.today,
        owner=cycle.owner,
        agreement=agreement,
        cycle=cycle.key,
        review=cycle.review,
    )


def children_at_step(viewer: Viewer, step: str) -> QuerySet[Cycle, UUID]:
    """Keys of the children whose open cycle stands at this step; for `pk__in`."""
    found = Cycle.objects.filter(standing_at(viewer, step))
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


def _open_plans(viewer: Viewer) -> QuerySet[Cycle]:
    return reachable(viewer, Cycle.objects.exclude(state="closed"), PLAN_VIEW).order_by()


def children_not_asked(viewer: Viewer) -> QuerySet[Cycle, UUID]:
    """Keys of the children with an open cycle about whose plan nobody has answered."""
    answers = Agreement.objects.filter(cycle=OuterRef("pk"), purpose=Purpose.PLAN)
    return _open_plans(viewer).filter(~Exists(answers)).values_list("child_id", flat=True)


def children_not_told_of(viewer: Viewer) -> QuerySet[Cycle, UUID]:
    """Keys of the children whose help was decided on and whose parents are not noted as told of it.

    Law: Children and Families Act 2014 s.68. The same cycles of which queries.duties says so.
    """
    decided = _open_plans(viewer).filter(provision_decided_on__isnull=False)
    owed = decided.filter(~were_told(), ~with_status(viewer, (Status.PLAN,), viewer.today, viewer.today, "child_id"))
    return owed.values_list("child_id", flat=True)


def concerns_waiting_for_children(viewer: Viewer) -> QuerySet[Any, Any]:
    """Of each worry that waits: the child, where it stands, and when it was raised. Undecided ones, and decided ones
    whose day to look again has come."""
    waiting = ~Q(state="decided") | Q(state="decided", look_again_on__lte=viewer.today)
    found = reachable(viewer, Concern.objects.filter(waiting), CONCERN_VIEW)
    return found.order_by().values_list("child_id", "state", "raised_on")
