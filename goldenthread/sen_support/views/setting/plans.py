"""Plan and do: the plan of a cycle, its dates, who was told, who agreed, and its start."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.letters.other_children import OtherChildren
from goldenthread.letters.permissions import LETTER_SEND
from goldenthread.people.queries import may_decide_today
from goldenthread.people.rights import is_young_person
from goldenthread.process.long_form import Page, long_form
from goldenthread.provision.staff import who_can_lead
from goldenthread.provision.words import dose_sentence
from goldenthread.request import Request

from ...actions.agreements import record_answer
from ...actions.cycles import enter_running_cycle, start_cycle
from ...actions.plans import WRITABLE, note_annual_report, note_parent_meeting, tell_parents
from ...forms.plans import (
    AnnualReportForm,
    EnterRunningForm,
    MeetingNoteForm,
    RecordAnswerForm,
    RunningForm,
    ToldForm,
)
from ...permissions import PLAN_VIEW, PLAN_WRITE
from ...queries.children import is_family
from ...queries.duties import duties_of
from ...queries.outside import help_outside
from ...queries.plans import cycle_for, cycles_of, open_cycle, plan_of
from ...queries.words import words_about
from ...shown import is_stale, plan_lines
from ...states import CYCLE
from ...steps import step_of
from ..common import about, for_staff


@needs(PLAN_VIEW)
def child_plan(request: Request, child: UUID) -> HttpResponse:
    """The cycle that is open; where there is none, how to begin, and the cycles of before."""
    found = about(request, child, PLAN_VIEW, "plans")
    cycle = open_cycle(request.viewer, found.pk)
    if cycle is not None:
        return redirect("plan", cycle=cycle.pk)
    context = for_staff(request, found, "child_plan") | {
        "cycles": cycles_of(request.viewer, found.pk),
        "may_write": request.viewer.has(PLAN_WRITE.name),
    }
    return render(request, "sen_support/no_plan.html", context)


@needs(PLAN_VIEW)
def plan(request: Request, cycle: UUID) -> HttpResponse:
    found = cycle_for(request.viewer, cycle)
    viewed(request, "the plan", [found.child_id], thing=found)
    whole = plan_of(request.viewer, found)
    step = step_of(request.viewer, found, whole.review)
    context = for_staff(request, found.child, "child_plan") | {
        "plan": whole,
        "lines": plan_lines(whole, found.child),
        "duties": duties_of(request.viewer, whole),
        "answers": [(one, is_stale(whole, one)) for one in whole.answers],
        "step": step,
        "steps": steps_of(step),
        "may_write": request.viewer.has(PLAN_WRITE.name),
        "may_send": request.viewer.has(LETTER_SEND.name),
        "writable": found.state in WRITABLE,
        "outside": [(dose, dose_sentence(dose)) for dose in help_outside(request.viewer, found)],
        "earlier": [one for one in cycles_of(request.viewer, found.child_id) if one.pk != found.pk],
        "words": words_about(request.viewer, found.child_id, cycle=found, review=None),
    }
    return render(request, "sen_support/plan.html", context)


def steps_of(step: str) -> list[dict[str, Any]]:
    """Assess, plan, do, review as steps, with where a cycle stands; all done once it is closed."""
    order = ["assess", "plan", "do", "review"]
    at = order.index(step) if step in order else len(order)
    states = ["done" if place < at else "now" if place == at else "next" for place in range(len(order))]
    return [{"text": CYCLE.states[name][0], "state": state} for name, state in zip(order, states, strict=True)]


@needs(PLAN_VIEW)
def print_plan(request: Request, cycle: UUID) -> HttpResponse:
    """The plan on paper, for staff and family alike."""
    found = cycle_for(request.viewer, cycle)
    viewed(request, "the plan, printed", [found.child_id], thing=found)
    whole = plan_of(request.viewer, found)
    answers = [one for one in whole.answers if not is_family(request.viewer) or one.party_id == request.viewer.person]
    context = {
        "plan": whole, "child": found.child, "lines": plan_lines(whole, found.child), "answers": answers,
        "words": words_about(request.viewer, found.child_id, cycle=found, review=None), "school": found.holder,
    }  # fmt: skip
    return render(request, "sen_support/plan_print.html", context)


def staff_choices(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(account.pk), account.name) for account in who_can_lead(viewer)]


@needs(PLAN_WRITE)
def start_plan(request: Request, cycle: UUID) -> HttpResponse:
    found = cycle_for(request.viewer, cycle)
    viewed(request, "start the plan", [found.child_id], thing=found)
    page = Page(
        name=f"cycle/start:{found.pk}",
        heading=_("Start the plan for %s") % found.child.first_name,
        lead=_("From the first day the help is promised, shows on the Today page of whoever gives it, and is counted."),
        submit=_("Start the plan"),
        back=reverse("plan", args=[found.pk]),
        more=for_staff(request, found.child, "child_plan"),
    )
    start = {
        "starts_on": found.starts_on or request.viewer.today, "weeks": found.weeks, "review_on": found.review_on,
        "owner": str(found.owner_id or ""),
    }  # fmt: skip
    staff = staff_choices(request.viewer)

    def send(form: RunningForm) -> str:
        start_cycle(by=request.viewer, cycle=found.pk, running=form.running)
        messages.success(request, _("The plan has started."))
        return reverse("plan", args=[found.pk])

    return long_form(request, page, make=lambda data: RunningForm(data, staff=staff, initial=start), act=send)


@needs(PLAN_WRITE)
def enter_running(request: Request, child: UUID) -> HttpResponse:
    """Type in a plan that already runs."""
    found = about(request, child, PLAN_WRITE, "enter a running plan")
    page = Page(
        name=f"cycle/running:{found.pk}",
        heading=_("Enter a plan that already runs for %s") % found.first_name,
        lead=_("Give its dates as they are. Targets and help come next, one by one."),
        submit=_("Go on to the targets"),
        back=reverse("child_plan", args=[found.pk]),
        more=for_staff(request, found, "child_plan"),
    )
    staff = staff_choices(request.viewer)

    def send(form: EnterRunningForm) -> str:
        cycle = enter_running_cycle(
            by=request.viewer, child=found.pk, running=form.running, analysis=form.cleaned_data["analysis"],
            earlier_meetings=form.earlier_meetings,
        )  # fmt: skip
        return reverse("plan", args=[cycle.pk])

    return long_form(request, page, make=lambda data: EnterRunningForm(data, staff=staff), act=send)


@needs(PLAN_WRITE)
def tell(request: Request, cycle: UUID) -> HttpResponse:
    """Note that the parents were told."""
    found = cycle_for(request.viewer, cycle)
    viewed(request, "parents told", [found.child_id], thing=found)
    page = Page(
        name=f"cycle/told:{found.pk}",
        heading=_("The parents were told"),
        lead=_("When a school gives special educational provision it must tell the parents, and why (Children and "
               "Families Act 2014 s.68)."),
        submit=_("Save"),
        back=reverse("plan", args=[found.pk]),
        more=for_staff(request, found.child, "child_plan"),
    )  # fmt: skip

    def send(form: Any) -> str:
        tell_parents(by=request.viewer, cycle=found.pk, **form.cleaned_data)
        messages.success(request, _("Noted that the parents were told."))
        return reverse("plan", args=[found.pk])

    today, others = request.viewer.today, OtherChildren(request.viewer, found.child_id)
    start = {"told_on": today}
    return long_form(
        request, page, make=lambda data: ToldForm(data, today=today, initial=start, other_children=others), act=send
    )


def parties_for(viewer: Viewer, child: Child) -> list[tuple[str, str]]:
    """Who may decide today, as the setting knows them: the young person once the rights are theirs, and parents."""
    acts = may_decide_today(viewer, child.pk)
    parties = [(str(act.pk), f"{act.parent.name} ({act.get_relationship_display()})") for act in acts]
    if is_young_person(child.born_on, viewer.today):
        parties.insert(0, (str(child.pk), _("%s (the young person)") % child.name))
    return parties


@needs(PLAN_WRITE)
def note_answer(request: Request, cycle: UUID) -> HttpResponse:
    """Note what a parent or a young person answered in a meeting, by phone or on paper."""
    found = cycle_for(request.viewer, cycle)
    viewed(request, "note an answer", [found.child_id], thing=found)
    page = Page(
        name=f"cycle/answer:{found.pk}",
        heading=_("Note an answer about the plan"),
        submit=_("Save"),
        back=reverse("plan", args=[found.pk]),
        more=for_staff(request, found.child, "child_plan"),
    )
    parties, today = parties_for(request.viewer, found.child), request.viewer.today

    def send(form: Any) -> str:
        said = dict(form.cleaned_data)
        record_answer(by=request.viewer, cycle=found.pk, authority=UUID(said.pop("authority")), **said)
        messages.success(request, _("The answer is kept."))
        return reverse("plan", args=[found.pk])

    return long_form(request, page, make=lambda data: RecordAnswerForm(data, parties=parties, today=today), act=send)


@needs(PLAN_WRITE)
def note_meeting(request: Request, child: UUID) -> HttpResponse:
    """Note a meeting with a parent that was not a review held here."""
    found = about(request, child, PLAN_WRITE, "note a meeting")
    page = _small(request, found, "meeting", _("Note a meeting with the parents"))

    def send(form: Any) -> str:
        note_parent_meeting(by=request.viewer, child=found.pk, **form.cleaned_data)
        messages.success(request, _("The meeting is noted."))
        return reverse("child_plan", args=[found.pk])

    return long_form(request, page, make=lambda data: MeetingNoteForm(data, today=request.viewer.today), act=send)


@needs(PLAN_WRITE)
def note_report(request: Request, child: UUID) -> HttpResponse:
    """Note that the yearly report was sent."""
    found = about(request, child, PLAN_WRITE, "note the yearly report")
    page = _small(request, found, "report", _("Note that the yearly report was sent"))

    def send(form: Any) -> str:
        note_annual_report(by=request.viewer, child=found.pk, **form.cleaned_data)
        messages.success(request, _("The report is noted."))
        return reverse("child_plan", args=[found.pk])

    return long_form(request, page, make=lambda data: AnnualReportForm(data, today=request.viewer.today), act=send)


def _small(request: Request, child: Any, name: str, heading: str) -> Page:
    """A short form about a child's support, not worth keeping as a draft."""
    return Page(
        name=f"{name}:{child.pk}",
        heading=heading,
        submit=_("Save"),
        back=reverse("child_plan", args=[child.pk]),
        more=for_staff(request, child, "child_plan"),
    )
