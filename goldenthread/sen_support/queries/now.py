"""Now, next, and if not: where a family stands today, in three sentences with names and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.design_system.components import NextStep
from goldenthread.organisations.models import Organisation
from goldenthread.organisations.timeline import SchoolCalendar, calendar_of

from ..models import Attendance, Concern, Cycle, Review
from ..permissions import REVIEW_VIEW
from ..steps import step_of
from ..weeks import school_days_after, week_number
from .children import is_own, senco_names
from .concerns import concerns_about
from .plans import open_cycle
from .reviews import reviews_about

A_WEEK, A_YEAR = timedelta(days=7), timedelta(days=365)


@dataclass(frozen=True)
class Standing:
    """The panel of a family's first page, and what it was made of."""

    now: NextStep
    next: NextStep
    if_not: NextStep
    cycle: Cycle | None
    review: Review | None


def standing_of(viewer: Viewer, child: Child, school: Organisation) -> Standing:
    """Where this child stands today, for this member of the family."""
    cycle = open_cycle(viewer, child.pk)
    coming = [one for one in reviews_about(viewer, child.pk) if one.state != "held"]
    review = next((one for one in coming if cycle is None or one.cycle_id == cycle.pk), None)
    waiting = [one for one in concerns_about(viewer, child.pk) if one.state != "decided"]
    calendar = calendar_of(school.pk, viewer.today - A_YEAR, viewer.today + A_YEAR)
    if cycle is not None and cycle.state in ("do", "review") and review is not None:
        return _running(viewer, child, cycle, review, calendar)
    if waiting:
        return _waiting(viewer, child, school, waiting[-1], calendar, cycle)
    if cycle is not None:
        return _being_written(viewer, child, school, cycle)
    return _nothing(viewer, child, school)


def _if_not(child: UUID, sentence: str) -> NextStep:
    return NextStep(sentence, action_text=_("What you can do"), action_href=reverse("if_not_working", args=[child]))


def _running(viewer: Viewer, child: Child, cycle: Cycle, review: Review, calendar: SchoolCalendar) -> Standing:
    week = week_number(calendar, cycle.starts_on, viewer.today) if cycle.starts_on else 0
    now = _("The plan is running. Week %(week)s of %(weeks)s.") % {
        "week": min(week, cycle.weeks or week),
        "weeks": cycle.weeks,
    }
    if step_of(viewer, cycle, review) == "review":
        now = _("It is time for the review of the plan. The help goes on.")
    elif week == 0 and cycle.starts_on:
        now = _("The plan starts on %s.") % date_format(cycle.starts_on, "l j F")
    led_by = _("Led by %s.") % cycle.owner.name if cycle.owner else ""
    add = NextStep(
        _meeting(review, viewer.today), _with_whom(viewer, review),
        _("Add what you want to say before then"), reverse("say_before_review", args=[child.pk, review.pk]),
    )  # fmt: skip
    asked_by = max(review.meets_on - A_WEEK, viewer.today)
    if_not = _("Heard nothing by %s?") % date_format(asked_by, "j F")
    if review.meets_on < viewer.today:
        if_not = _("No new date by %s?") % date_format(viewer.today + A_WEEK, "j F")
    return Standing(NextStep(now, led_by), add, _if_not(child.pk, if_not), cycle, review)


def _meeting(review: Review, today: date) -> str:
    day = date_format(review.meets_on, "l j F")
    if review.meets_on < today:
        return _("The review was agreed for %s. It has not been written down as held.") % day
    if review.at is None:
        return _("Review meeting, %s. The time is not set yet.") % day
    return _("Review meeting, %(day)s, %(time)s") % {"day": day, "time": time_format(review.at, "g.i a")}


def _with_whom(viewer: Viewer, review: Review) -> str:
    asked = reachable(viewer, Attendance.objects.filter(review=review), REVIEW_VIEW)
    self_named = review.child.first_name if is_own(viewer) else ""
    others = [one for one in asked if one.account_id != viewer.person and one.name != self_named]
    names = [f"{one.name} ({one.role})" for one in others]
    where = _("Where: %s.") % review.place if review.place else ""
    if not names:
        return where
    return " ".join([_("With %s.") % _(" and ").join(names), where]).strip()


def _waiting(
    viewer: Viewer, child: Child, school: Organisation, concern: Concern, calendar: SchoolCalendar, cycle: Cycle | None
) -> Standing:
    who = _("You") if concern.raised_by_id == viewer.person else concern.raised_by_name
    now = _("%(who)s raised a worry on %(day)s.") % {"who": who, "day": date_format(concern.raised_on, "j F")}
    has_it = _has_it(viewer, school, concern)
    link = reverse("my_worry", args=[child.pk, concern.pk])
    answer_by = school_days_after(calendar, concern.raised_on, school.answer_days)
    then = NextStep(_("The school decides what to do, and tells you why."), has_it, _("Where it stands"), link)
    late = _("Heard nothing by %s?") % date_format(max(answer_by, viewer.today), "j F")
    return Standing(NextStep(now), then, _if_not(child.pk, late), cycle, None)


def _has_it(viewer: Viewer, school: Organisation, concern: Concern) -> str:
    if concern.owner and concern.acknowledged_on:
        since = date_format(concern.acknowledged_on, "j F")
        return _("%(name)s has had it since %(day)s.") % {"name": concern.owner.name, "day": since}
    names = senco_names(viewer, school.pk)
    return _("It waits for %s.") % (_("%s (SENCO)") % names[0] if names else _("the SENCO"))


def _being_written(viewer: Viewer, child: Child, school: Organisation, cycle: Cycle) -> Standing:
    assessing = cycle.state == "assess"
    now = _("The school is finding out what helps.") if assessing else _("The plan is being written.")
    whom = cycle.owner.name if cycle.owner else ", ".join(senco_names(viewer, school.pk)) or school.name
    say = NextStep(
        _("You say what matters, then you agree the plan together.") if assessing else _("You read it and answer."),
        _("%s has it now.") % whom,
        _("Say what matters") if assessing else _("Read the plan"),
        reverse("add_my_words", args=[child.pk]) if assessing else reverse("my_agreed_plan", args=[child.pk, cycle.pk]),
    )
    return Standing(NextStep(now), say, _if_not(child.pk, _("Not moving?")), cycle, None)


def _nothing(viewer: Viewer, child: Child, school: Organisation) -> Standing:
    now = _("There is no plan now.") if is_own(viewer) else _("%s has no plan now.") % child.first_name
    raise_one = NextStep(
        _("If you are worried, tell the school. They must take it seriously."), "",
        _("Tell the school about a worry"), reverse("raise_my_worry", args=[child.pk]),
    )  # fmt: skip
    return Standing(NextStep(now), raise_one, _if_not(child.pk, _("Not being heard?")), None, None)
