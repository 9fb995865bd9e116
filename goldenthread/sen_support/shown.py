"""How a plan and a review are shown: for staff and family alike, from the same rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.design_system.charts import Sparkline
from goldenthread.design_system.components import JoinedPart
from goldenthread.design_system.components.states import state
from goldenthread.provision.ledger import Totals
from goldenthread.provision.models import Dose, Kind
from goldenthread.provision.queries import delivered_minutes
from goldenthread.provision.words import dose_sentence, how_often, minutes_in_words

from .models import Agreement, DoseChoice, Purpose, Target, TargetResult
from .queries.plans import PlanView, TargetView
from .queries.reviews import ReviewView, TargetAtReview
from .wording import with_role

RESULT_STATES = {TargetResult.MET: "met", TargetResult.PARTLY: "due", TargetResult.NOT_YET: "waiting"}


@dataclass(frozen=True)
class TargetShown:
    """A target with its line from baseline to now to target, and its chain from need to evidence."""

    view: TargetView
    progress: Sparkline
    chain: list[JoinedPart]
    sentences: list[tuple[Dose, str]]


def sparkline(one: TargetView) -> Sparkline:
    target = one.target
    return Sparkline(
        title=f"{target.number}. {target.measure.name}",
        baseline=target.baseline,
        now=one.now,
        target=target.target_value,
        unit=target.measure.unit,
    )


def target_shown(one: TargetView) -> TargetShown:
    target = one.target
    now = _("Not measured yet")
    if one.now is not None and one.now_on is not None:
        now = _("%(figure)g %(unit)s on %(day)s") % {
            "figure": one.now, "unit": target.measure.unit, "day": date_format(one.now_on, "j F"),
        }  # fmt: skip
    running = [dose for dose in one.doses if dose.stopped_on is None]
    chain = [
        JoinedPart(_("Need"), target.get_area_display() if target.area else ""),
        JoinedPart(_("Target"), target.words),
        JoinedPart(_("Help"), "; ".join(dose.what for dose in running)),
        JoinedPart(_("What shows it"), now if one.now is not None else ""),
    ]
    return TargetShown(one, sparkline(one), chain, [(dose, dose_sentence(dose)) for dose in running])


def plan_lines(plan: PlanView, child: Child) -> list[TargetShown]:
    return [target_shown(one) for one in plan.targets]


def promise_in_short(dose: Dose) -> str:
    """Who gives what and how much: "Mr Lane, class teacher: Small-group reading, 20 minutes, 3 times a week"."""
    length = minutes_in_words(dose.minutes) if dose.minutes else ""
    given = ", ".join(part for part in (dose.what, length, how_often(dose.times, dose.per)) if part)
    return f"{dose.who}: {given}" if dose.who else given


def plan_in_short(plan: PlanView) -> list[tuple[Target, list[str]]]:
    """Each target with what is promised toward it, for somebody who wants to see it at a glance."""
    return [
        (one.target, [promise_in_short(dose) for dose in one.doses if dose.stopped_on is None]) for one in plan.targets
    ]


def progress_of(plan: PlanView) -> list[Sparkline]:
    return [sparkline(one) for one in plan.targets]


@dataclass(frozen=True)
class PurposeAnswers:
    """One purpose, this person's answer to it, and whether the plan has changed since."""

    purpose: Purpose
    own: Agreement | None
    stale: bool


def purposes_with_answers(plan: PlanView, person: UUID) -> list[PurposeAnswers]:
    own = {one.purpose: one for one in plan.answers if one.party_id == person}
    return [PurposeAnswers(one, own.get(one), is_stale(plan, own.get(one))) for one in Purpose]


def is_stale(plan: PlanView, agreement: Agreement | None) -> bool:
    """Whether the plan reads differently now from when the answer about it was given."""
    about_plan = agreement is not None and agreement.purpose == Purpose.PLAN
    return about_plan and agreement is not None and agreement.version != plan.version


@dataclass(frozen=True)
class DoseAtReview:
    """A dose with what was delivered of it since the cycle began, and what the review decided."""

    dose: Dose
    sentence: str
    delivered: Totals | None
    effect: Any
    form: Any = None


@dataclass(frozen=True)
class TargetPart:
    """One target on the page of a review. form: at the meeting; outcome: in the record."""

    seen: TargetAtReview
    progress: Sparkline
    doses: list[DoseAtReview]
    outcome_state: Any
    form: Any = None


def review_parts(viewer: Viewer, page: ReviewView, child: Child, form: Any = None) -> list[TargetPart]:
    """The targets of a review. Each dose stands once, under the first target that it serves."""
    sums = _delivered(viewer, page)
    placed: set[UUID] = set()
    return [_part(one, sums, placed, form) for one in page.targets]


def _delivered(viewer: Viewer, page: ReviewView) -> dict[UUID, Totals]:
    doses = {dose.pk: dose for one in page.targets for dose, _effect in one.doses if dose.kind == Kind.TIMED_SUPPORT}
    cycle = page.review.cycle
    if not doses or cycle.starts_on is None:
        return {}
    return delivered_minutes(viewer, list(doses.values()), cycle.starts_on, page.review.held_on or viewer.today)


def _part(one: TargetAtReview, sums: dict[UUID, Totals], placed: set[UUID], form: Any) -> TargetPart:
    doses = []
    for dose, effect in one.doses:
        if dose.pk in placed:
            continue
        placed.add(dose.pk)
        part = form.of_dose.get(dose.pk) if form else None
        doses.append(DoseAtReview(dose, dose_sentence(dose), sums.get(dose.pk), effect, part))
    shown = ""
    if one.outcome:
        kind = RESULT_STATES[TargetResult(one.outcome.result)]
        shown = state(kind, str(one.outcome.get_result_display()))
    target_form = form.of_target.get(one.seen.target.pk) if form else None
    return TargetPart(one, sparkline_at(one), doses, shown, target_form)


def present_at(page: ReviewView, interpreters: Mapping[str, str]) -> list[str]:
    """Who was asked to a review, once it was held who came, each with their role and whether they need an interpreter."""
    people = [one for one in page.attendance if one.came or page.review.held_on is None]
    return [with_role(one.name, one.role, interpreters) for one in people]


def sparkline_at(one: TargetAtReview) -> Sparkline:
    """As it stood at the review, where the review gave a figure; otherwise as it stands now."""
    measured = one.outcome.value if one.outcome and one.outcome.value is not None else one.seen.now
    return sparkline(TargetView(one.seen.target, one.seen.doses, measured, one.seen.now_on))


@dataclass(frozen=True)
class Coming:
    """One target of the next cycle as it builds itself. goes_on: False when it is met; helps: what is given then.

    left: help chosen to go on that would have no target then.
    """

    words: str
    goes_on: bool
    helps: list[str]
    left: list[str]


def coming_cycle(form: Any, targets: list[TargetView]) -> list[Coming]:
    """The next cycle from the choices made so far; what nobody has chosen yet goes on as it is."""
    return [_coming(form, one) for one in targets]


def _coming(form: Any, one: TargetView) -> Coming:
    result = form.of_target[one.target.pk]["result"].value()
    helps = [_help_then(form.of_dose[dose.pk], dose) for dose in one.doses if dose.pk in form.of_dose]
    without = set(form.left_without_a_target())
    left = [dose.what for dose in one.doses if dose.pk in without]
    return Coming(one.target.words, result != TargetResult.MET, [text for text in helps if text], left)


def _help_then(part: Any, dose: Dose) -> str:
    choice = part["choice"].value()
    if choice == DoseChoice.STOP:
        return ""
    if choice != DoseChoice.CHANGE:
        return dose.what
    minutes, times = part["minutes"].value() or dose.minutes, part["times"].value() or dose.times
    return _("%(what)s, changed: %(minutes)s minutes, %(times)s times") % {
        "what": dose.what, "minutes": minutes, "times": times,
    }  # fmt: skip
