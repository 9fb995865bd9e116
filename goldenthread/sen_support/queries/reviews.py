"""Reviews: the calendar, one review with everything that was said and shown, and the three meetings a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from goldenthread.access.reach import Reach
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.scopes import in_force, on_roll_today
from goldenthread.people.models import ActScope, AuthorityToAct
from goldenthread.people.permissions import CONTACTS_VIEW
from goldenthread.provision.models import Dose

from ..models import (
    AnnualReport,
    Attendance,
    Contribution,
    Cycle,
    DoseEffect,
    ParentMeeting,
    Review,
    TargetOutcome,
)
from ..permissions import CALENDAR_VIEW, PLAN_VIEW, REVIEW_VIEW, VOICE_READ
from .plans import TargetView, targets_of
from .words import words_about

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class TargetAtReview:
    """A target, its doses with what each did, and how it stood. outcome: None until the review is held."""

    seen: TargetView
    outcome: TargetOutcome | None
    effects: dict[UUID, DoseEffect]

    @property
    def doses(self) -> list[tuple[Dose, DoseEffect | None]]:
        return [(dose, self.effects.get(dose.pk)) for dose in self.seen.doses]


@dataclass(frozen=True)
class ReviewView:
    """One review as one page: for the meeting, for the record, and for the family."""

    review: Review
    targets: tuple[TargetAtReview, ...]
    words: tuple[Contribution, ...]
    attendance: tuple[Attendance, ...]


def review_for(viewer: Viewer, key: UUID) -> Review:
    found = Review.objects.select_related("cycle", "child", "held_by", "holder", "cycle__owner")
    return reach_one(viewer, found, REVIEW_VIEW, key)


def reviews_about(viewer: Viewer, child: UUID) -> list[Review]:
    """The child's reviews, newest first."""
    found = Review.objects.filter(child_id=child).select_related("cycle", "holder")
    return list(reachable(viewer, found, REVIEW_VIEW))


def review_page(viewer: Viewer, review: Review) -> ReviewView:
    """Everything for one review. Words follow their audience: what is not for the viewer leaves no gap."""
    outcomes = reachable(viewer, TargetOutcome.objects.filter(review=review), REVIEW_VIEW)
    effects = reachable(viewer, DoseEffect.objects.filter(review=review), REVIEW_VIEW)
    by_target = {row.target_id: row for row in outcomes}
    by_dose = {row.dose_id: row for row in effects}
    targets = tuple(
        TargetAtReview(one, by_target.get(one.target.pk), by_dose) for one in targets_of(viewer, review.cycle)
    )
    words = words_about(viewer, review.child_id, review=review)
    attendance = reachable(viewer, Attendance.objects.filter(review=review), REVIEW_VIEW)
    return ReviewView(review, targets, tuple(words), tuple(attendance))


def interpreters_needed(viewer: Viewer, child: Child) -> dict[str, str]:
    """Who needs an interpreter at a meeting about this child, by name, and into which language ("" when nobody noted it).

    Only for those who may see contacts; for everybody else nobody is named.
    """
    acts = AuthorityToAct.objects.filter(in_force(viewer.today), child_id=child.pk, parent__interpreter=True)
    met = reachable(viewer, acts.exclude(scope=ActScope.NONE).select_related("parent"), CONTACTS_VIEW)
    needed = {act.parent.name: act.parent.language for act in met}
    if child.interpreter and viewer.has(CONTACTS_VIEW.name):
        needed[child.first_name] = child.first_language
    return needed


def reviews_to_come(viewer: Viewer, last: date | None = None) -> QuerySet[Review]:
    """Reviews of children on the roll that have not been held, by date."""
    found = Review.objects.exclude(state="held").filter(on_roll_today(viewer, "child_id"))
    if last is not None:
        found = found.filter(meets_on__lte=last)
    wanted = found.select_related("child", "cycle", "cycle__owner").order_by("meets_on", "at", "child__sort_name")
    return reachable(viewer, wanted, CALENDAR_VIEW)


def reviews_without_my_words(viewer: Viewer, last: date) -> list[Review]:
    """Reviews up to a day, of children whom this teacher works with, for which they have said nothing yet."""
    if viewer.role.reach != Reach.CLASSES or not viewer.has(VOICE_READ.name):
        return []
    mine = Contribution.objects.filter(review_id=OuterRef("pk"), recorded_by_id=viewer.person)
    found = Review.objects.filter(~Exists(mine), meets_on__gte=viewer.today, meets_on__lte=last).exclude(state="held")
    return list(reachable(viewer, found.select_related("child").order_by("meets_on", "id"), REVIEW_VIEW))


def meeting_dates(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, list[date]]:
    """Of each child the days on which the school met a parent in the twelve months to today. One query."""
    found = ParentMeeting.objects.filter(child_id__in=children, on__gt=viewer.today - A_YEAR, on__lte=viewer.today)
    dates: dict[UUID, set[date]] = defaultdict(set)
    for row in reachable(viewer, found, PLAN_VIEW):
        dates[row.child_id].add(row.on)
    return {child: sorted(dates[child]) for child in children}


def supported_children(viewer: Viewer) -> QuerySet[Child]:
    """Children on the roll today with a cycle running or being written, by name."""
    running = reachable(viewer, Cycle.objects.exclude(state="closed"), PLAN_VIEW).filter(child_id=OuterRef("pk"))
    found = Child.objects.filter(on_roll_today(viewer)).filter(Exists(running)).order_by("sort_name", "id")
    return reachable(viewer, found, CALENDAR_VIEW)


def first_support_day(viewer: Viewer, children: Collection[UUID]) -> dict[UUID, date]:
    """Of each child the first day of their support, as far as it is known here."""
    found = Cycle.objects.filter(child_id__in=children).order_by("child_id", "began_on")
    return {
        row.child_id: min(row.starts_on or row.began_on, row.began_on)
        for row in reachable(viewer, found, PLAN_VIEW).distinct("child_id")
    }


def support_began(viewer: Viewer, child: UUID) -> date | None:
    """The first day of the child's support; None where it ran already, elsewhere or on paper, when it was entered."""
    found = Cycle.objects.filter(child_id=child).order_by("began_on", "number")
    first = reachable(viewer, found, PLAN_VIEW).first()
    return None if first is None or first.entered_running else min(first.starts_on or first.began_on, first.began_on)


def last_annual_report(viewer: Viewer, child: UUID) -> AnnualReport | None:
    return reachable(viewer, AnnualReport.objects.filter(child_id=child), PLAN_VIEW).first()
