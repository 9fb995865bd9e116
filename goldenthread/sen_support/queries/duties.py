"""What the school owes this family by when: one line a duty, law told apart from guidance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Status
from goldenthread.children.queries.status import statuses_of_each
from sendlaw import Outcome

from .. import timeline
from ..models import ParentsTold
from .plans import PlanView
from .reviews import first_support_day, last_annual_report, meeting_dates, support_began


@dataclass(frozen=True)
class Duty:
    """One line. state: met, due, late or waiting; a missed guidance date is "due", never "late". rule: sendlaw's name."""

    name: str
    sentence: str
    state: str
    on: date | None
    law: bool
    citation: str
    rule: str


def duties_of(viewer: Viewer, plan: PlanView) -> list[Duty]:
    """The parents told, the review, the meetings and the yearly report, for the child of this plan."""
    child = plan.cycle.child_id
    started = first_support_day(viewer, [child]).get(child, plan.cycle.began_on)
    held = meeting_dates(viewer, [child])[child]
    duties = [_told(viewer, plan)] if _telling_is_owed(viewer, plan) else []
    if plan.review is not None:
        outcome = timeline.review(plan.review.agreed_on, plan.review.held_on, viewer.today)
        duties.append(_duty(_("Review"), outcome))
    duties.append(_meetings(timeline.parent_meetings(started, held, viewer.today), len(held), started, viewer.today))
    duties.append(_report(viewer, plan))
    return duties


def _telling_is_owed(viewer: Viewer, plan: PlanView) -> bool:
    """Not where an EHC plan is kept (Children and Families Act 2014 s.68(1)(b)), nor again for a plan carried on."""
    cycle = plan.cycle
    if cycle.provision_decided_on is None:
        return False
    if plan.told:
        return True
    status = statuses_of_each(viewer, [cycle.child_id], viewer.today, viewer.today).get(cycle.child_id)
    earlier = ParentsTold.objects.filter(child_id=cycle.child_id, holder_id=cycle.holder_id)
    return status != Status.PLAN and (cycle.previous_id is None or not earlier.exists())


def _told(viewer: Viewer, plan: PlanView) -> Duty:
    first = min((told.told_on for told in plan.told), default=None)
    assert plan.cycle.provision_decided_on is not None
    decided = plan.cycle.provision_decided_on
    # Told before the formal day is told in time: families often agree the help in the meeting that decides it.
    return _duty(_("Parents told"), timeline.parents_told(decided, first and max(first, decided), viewer.today))


def _duty(name: str, outcome: Outcome) -> Duty:
    law = outcome.law_or_guidance == "law"
    state = {"met": "met", "late": "late", "due": "due", "waiting": "waiting"}.get(outcome.status or "", "waiting")
    if state == "late" and outcome.met_on is not None:
        state = "met"
    if state == "late" and not law:
        state = "due"
    return Duty(name, _sentence(outcome, law), state, outcome.due_on, law, outcome.citation, outcome.rule)


def _sentence(outcome: Outcome, law: bool) -> str:
    if outcome.due_on is None:
        return _("No date can be given yet.")
    day = date_format(outcome.due_on, "j F Y")
    if outcome.met_on is not None:
        return _("Done on %s.") % date_format(outcome.met_on, "j F Y")
    if outcome.status == "late":
        return _("Was due by %s.") % day if law else _("The agreed or advised date, %s, has gone by.") % day
    return _("By %s.") % day


def _meetings(outcome: Outcome, held: int, started: date, today: date) -> Duty:
    """Fewer than three in the last twelve months is guidance to catch up with, and only once a year has gone by."""
    text = _("%(held)s of 3 meetings in the last twelve months.") % {"held": held}
    a_year_gone = outcome.due_on is not None and outcome.due_on < today
    state = "met" if held >= 3 else ("due" if a_year_gone else "waiting")
    return Duty(_("Meetings"), text, state, outcome.due_on, False, outcome.citation, outcome.rule)


def _report(viewer: Viewer, plan: PlanView) -> Duty:
    """The next yearly report; the first within a year of support, unless that ran before it was entered here."""
    name, last = _("Yearly report"), last_annual_report(viewer, plan.cycle.child_id)
    if last is not None:
        return _duty(name, timeline.annual_report(last.sent_on, viewer.today))
    none_yet, began = _("No written report is noted here yet."), support_began(viewer, plan.cycle.child_id)
    if began is None:
        unknown = _("No date can be given, because it is not noted when the last one went.")
        citation = _("Pupil Information Regulations 2005")
        return Duty(name, f"{none_yet} {unknown}", "waiting", None, True, citation, "sen_support.annual_report")
    duty = _duty(name, timeline.first_annual_report(began, viewer.today))
    return replace(duty, sentence=f"{none_yet} {duty.sentence}")
