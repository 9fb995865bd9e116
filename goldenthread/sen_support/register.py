"""What this room adds to the SEN register and to a child's record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from goldenthread.access.prepared import prepared
from goldenthread.access.viewer import Viewer
from goldenthread.addresses import address
from goldenthread.children.record_parts import (
    CurrentPlan,
    Due,
    add_due,
    add_plan,
    add_tab,
    add_thread,
    opens_for_family,
)
from goldenthread.children.register_columns import Shown, add_column, add_count, add_filter, shared
from goldenthread.people.models import Account
from goldenthread.provision.today import ToWrite, add_to_write

from .models import Answer, Cycle, Review
from .permissions import CONCERN_DECIDE, PLAN_VIEW
from .queries.concerns import concerns_about
from .queries.duties import duties_of
from .queries.plans import open_cycle, plan_of
from .queries.register import (
    RegisterStep,
    children_at_step,
    children_not_asked,
    children_not_told_of,
    children_with_answer,
    children_with_review_by,
    concerns_waiting_for_children,
    register_steps,
)
from .queries.reviews import reviews_without_my_words
from .queries.thread import thread
from .shown import target_shown
from .states import CYCLE
from .steps import step_of

SOON = timedelta(weeks=3)
_ASKED_REVIEWS, _ASKED_CONCERNS = prepared(children_with_review_by), prepared(concerns_waiting_for_children)
_ASKED_NOT_TOLD = prepared(children_not_told_of)
NOT_ASKED, NOT_TOLD = "not_asked", "not_told"
WORRIES: dict[str, tuple[str, ...]] = {
    "undecided": ("raised", "looking"),
    "new": ("raised",),
    "look_again": ("decided",),
}
Values = Mapping[UUID, Shown]
Choices = Sequence[tuple[str, str | Promise]]


@shared
def _at(viewer: Viewer, children: Sequence[UUID], on: date) -> dict[UUID, RegisterStep]:
    """Where each child stands today. What stood on a past day is not kept, so that day's register goes without."""
    return register_steps(viewer, children)


def step_column(viewer: Viewer, children: Sequence[UUID], on: date) -> Values:
    return {
        child: Shown(step.step_text, href=address("plan", step.cycle))
        for child, step in _at(viewer, children, on).items()
        if step.cycle
    }


def next_column(viewer: Viewer, children: Sequence[UUID], on: date) -> Values:
    return {
        child: Shown(step.next_text, href=address("review", step.review) if step.review else "")
        for child, step in _at(viewer, children, on).items()
        if step.next_text
    }


ANSWERS = {
    "": gettext_lazy("not asked"),
    Answer.AGREED: gettext_lazy("agreed"),
    Answer.NOT_AGREED: gettext_lazy("not agreed"),
    Answer.WITHDRAWN: gettext_lazy("taken back"),
}


def parent_column(viewer: Viewer, children: Sequence[UUID], on: date) -> Values:
    steps, said = _at(viewer, children, on), {answer: Shown(str(words)) for answer, words in ANSWERS.items()}
    return {child: said[step.agreement] for child, step in steps.items() if step.cycle}


def owner_column(viewer: Viewer, children: Sequence[UUID], on: date) -> Values:
    return {child: Shown(step.owner) for child, step in _at(viewer, children, on).items() if step.owner}


def by_review(viewer: Viewer, on: date) -> Combinable:
    coming = Review.objects.filter(child_id=OuterRef("pk"), holder_id=viewer.organisation).exclude(state="held")
    return Subquery(coming.order_by("meets_on").values("meets_on")[:1])


def by_owner(viewer: Viewer, on: date) -> Combinable:
    cycles = Cycle.objects.filter(child_id=OuterRef("pk"), holder_id=viewer.organisation).exclude(state="closed")
    return Subquery(cycles.annotate(owner_name=F("owner__name")).values("owner_name")[:1])


def step_choices(viewer: Viewer, on: date) -> Choices:
    return [(name, CYCLE.states[name][0]) for name in ("assess", "plan", "do", "review")]


def step_rows(viewer: Viewer, value: str, on: date) -> Q:
    return Q(pk__in=children_at_step(viewer, value))


def review_choices(viewer: Viewer, on: date) -> Choices:
    return [("due_in_three_weeks", _("Due in three weeks")), ("passed", _("Agreed date gone by"))]


def review_rows(viewer: Viewer, value: str, on: date) -> Q:
    if value == "passed":
        return Q(pk__in=children_with_review_by(viewer, on - timedelta(days=1)))
    return Q(pk__in=review_keys(viewer, on))


@prepared
def _leading(viewer: Viewer) -> QuerySet[Any, Any]:
    leading = Cycle.objects.filter(holder_id=viewer.organisation).exclude(state="closed").values("owner_id")
    return Account.objects.filter(pk__in=leading).order_by("name").values_list("pk", "name")


def owner_choices(viewer: Viewer, on: date) -> Choices:
    return [(str(key), name) for key, name in _leading(viewer)]


def owner_rows(viewer: Viewer, value: str, on: date) -> Q:
    running = Cycle.objects.filter(holder_id=viewer.organisation, owner__id=value).exclude(state="closed")
    return Q(pk__in=running.values("child_id"))


def parent_choices(viewer: Viewer, on: date) -> Choices:
    return [
        (NOT_ASKED, _("Not asked")),
        (Answer.AGREED, _("Agreed")),
        (Answer.NOT_AGREED, _("Not agreed")),
        (Answer.WITHDRAWN, _("Taken back")),
    ]


def parent_rows(viewer: Viewer, value: str, on: date) -> Q:
    """Children whose plan has this as somebody's newest answer, or none at all."""
    return Q(pk__in=children_not_asked(viewer) if value == NOT_ASKED else children_with_answer(viewer, value))


def told_choices(viewer: Viewer, on: date) -> Choices:
    return [(NOT_TOLD, _("Not told yet"))]


def told_rows(viewer: Viewer, value: str, on: date) -> Q:
    return Q(pk__in=children_not_told_of(viewer))


def not_told_keys(viewer: Viewer, on: date) -> Iterable[UUID]:
    return [child for (child,) in _ASKED_NOT_TOLD(viewer)]


def not_told_sentence(number: int, detail: object) -> str:
    return (
        ngettext(
            "%d child whose parents are not told of the help yet",
            "%d children whose parents are not told of the help yet",
            number,
        )
        % number
    )


def worry_choices(viewer: Viewer, on: date) -> Choices:
    return [("undecided", _("Undecided")), ("new", _("New, nobody has it yet")), ("look_again", _("To look at again"))]


@shared
def _waiting(viewer: Viewer, _everyone: Sequence[UUID], on: date) -> list[tuple[UUID, str, date]]:
    """Worries that wait: the child, where they stand, when they were raised."""
    return _ASKED_CONCERNS(viewer)


def _children_of(value: str) -> Callable[[Viewer, date], set[UUID]]:
    """Of which children a worry waits in this way."""

    def keys(viewer: Viewer, on: date) -> set[UUID]:
        return {child for child, state, _raised_on in _waiting(viewer, (), on) if state in WORRIES.get(value, ())}

    return keys


def worry_rows(viewer: Viewer, value: str, on: date) -> Q:
    return Q(pk__in=_children_of(value)(viewer, on))


def review_keys(viewer: Viewer, on: date) -> Iterable[UUID]:
    return [child for (child,) in _ASKED_REVIEWS(viewer, on + SOON, on)]


def reviews_sentence(number: int, detail: object) -> str:
    return ngettext("%d review due in three weeks", "%d reviews due in three weeks", number) % number


def worries_sentence(number: int, days: object) -> str:
    """ "2 children with an undecided worry, the oldest raised 6 days ago"."""
    if not days:
        today = ngettext(
            "%(number)d child with an undecided worry, raised today",
            "%(number)d children with an undecided worry, all raised today",
            number,
        )
        return today % {"number": number}
    text = ngettext(
        "%(number)d child with an undecided worry, the oldest raised %(days)s days ago",
        "%(number)d children with an undecided worry, the oldest raised %(days)s days ago",
        number,
    )
    return text % {"number": number, "days": days}


def new_worries_sentence(number: int, detail: object) -> str:
    return ngettext("%d child with a new worry", "%d children with a new worry", number) % number


def look_again_sentence(number: int, detail: object) -> str:
    return (
        ngettext("%d child with a worry to look at again", "%d children with a worry to look at again", number) % number
    )


def days_of_the_oldest(viewer: Viewer, on: date) -> int:
    """Days since the longest-waiting undecided worry was raised."""
    raised = [day for _child, state, day in _waiting(viewer, (), on) if state in WORRIES["undecided"]]
    return (viewer.today - min(raised)).days if raised else 0


def worries_to_look_at_again(viewer: Viewer, child: UUID) -> Iterable[Due]:
    """Decided worries with the day on which the school said it would look again, for those who decide them."""
    found = concerns_about(viewer, child) if viewer.has(CONCERN_DECIDE.name) else []
    for concern in found:
        if concern.look_again_on is not None:
            text = _("Look again at the worry of %s") % date_format(concern.raised_on, "j F Y")
            owner = concern.owner.name if concern.owner else ""
            note = _("The day has gone by.") if concern.look_again_on < viewer.today else ""
            yield Due(concern.look_again_on, text, reverse("worry", args=[concern.pk]), "due", owner, note)


def due_lines(viewer: Viewer, child: UUID) -> Iterable[Due]:
    """What is owed for the open cycle, for those who may see the plan."""
    cycle = open_cycle(viewer, child) if viewer.has(PLAN_VIEW.name) else None
    if cycle is None:
        return
    owner = cycle.owner.name if cycle.owner else ""
    for duty in duties_of(viewer, plan_of(viewer, cycle)):
        if duty.state != "met":
            ground = _("Law: %s") if duty.law else _("Guidance: %s")
            text, note = f"{duty.name}: {duty.sentence}", ground % duty.citation
            yield Due(duty.on, text, reverse("plan", args=[cycle.pk]), duty.state, owner, note)


def current_plan(viewer: Viewer, child: UUID) -> CurrentPlan | None:
    cycle = open_cycle(viewer, child) if viewer.has(PLAN_VIEW.name) else None
    if cycle is None:
        return None
    plan = plan_of(viewer, cycle)
    lines = tuple(tuple(target_shown(one).chain) for one in plan.targets)
    step = CYCLE.states[step_of(viewer, cycle, plan.review)][0]
    title = _("Cycle %(number)s: %(step)s") % {"number": cycle.number, "step": step}
    return CurrentPlan(title, reverse("plan", args=[cycle.pk]), lines)


def words_wanted(viewer: Viewer) -> Iterable[ToWrite]:
    """What a teacher is asked before the reviews of the next two weeks: what helped, for those not yet answered."""
    reviews = reviews_without_my_words(viewer, viewer.today + timedelta(weeks=2))
    for review in reviews:
        text = _("What helped %s? Say it before the review.") % review.child.first_name
        href = reverse("add_words", args=[review.child_id]) + f"?voice=teacher&review={review.pk}"
        yield ToWrite(text, href, (review.child_id,), review.meets_on)


def join() -> None:
    """Register everything. Called once, from the app's `ready`."""
    add_column("step", gettext_lazy("Step"), step_column, order=50, today_only=True)
    add_column("next", gettext_lazy("Next"), next_column, order=60, sort=by_review, today_only=True)
    add_column("parent", gettext_lazy("Parent"), parent_column, order=80, today_only=True)
    add_column("owner", gettext_lazy("Owner"), owner_column, order=90, sort=by_owner, today_only=True)
    add_filter("step", gettext_lazy("Step"), step_choices, step_rows, order=50, today_only=True)
    add_filter("review", gettext_lazy("Review"), review_choices, review_rows, order=60, today_only=True)
    add_filter("owner", gettext_lazy("Owner"), owner_choices, owner_rows, order=70, today_only=True)
    add_filter("parent", gettext_lazy("Parent"), parent_choices, parent_rows, order=90, today_only=True)
    add_filter("told", gettext_lazy("Parents told"), told_choices, told_rows, order=92, today_only=True)
    add_filter("worry", gettext_lazy("Worry"), worry_choices, worry_rows, order=95, today_only=True)
    add_count("review", "due_in_three_weeks", reviews_sentence, review_keys, order=10)
    add_count("told", NOT_TOLD, not_told_sentence, not_told_keys, order=15)
    worries = partial(add_count, "worry", on_register=False)
    worries("new", new_worries_sentence, _children_of("new"), order=39)
    worries("undecided", worries_sentence, _children_of("undecided"), order=40, detail=days_of_the_oldest)
    worries("look_again", look_again_sentence, _children_of("look_again"), order=41)
    add_thread(thread)
    add_due(due_lines)
    add_due(worries_to_look_at_again)
    add_plan(current_plan)
    add_tab(gettext_lazy("Worries"), "child_worries", right="concern.raise", order=45)
    add_tab(gettext_lazy("Assessment"), "assessment", right="plan.view", order=48)
    add_tab(gettext_lazy("Plan"), "child_plan", right="plan.view", order=50)
    add_tab(gettext_lazy("Who has looked"), "who_has_looked", right="access_log.view", order=80)
    add_to_write(words_wanted)
    opens_for_family("my_child_page")
