"""What we agreed: the plan as the family reads it, and their answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.request import Request

from ...actions.agreements import answer
from ...forms.plans import OwnAnswerForm
from ...models import Agreement, Answer, Cycle, Purpose
from ...owed import owed_to
from ...permissions import PLAN_AGREE, PLAN_VIEW
from ...queries.children import senco_names
from ...queries.plans import PlanView, cycle_for, cycles_of, open_cycle, plan_of
from ...queries.words import words_about
from ...shown import plan_in_short, plan_lines, progress_of, purposes_with_answers
from ..common import FAMILY_LAYOUT, family_about, for_family


@needs(PLAN_VIEW)
def my_agreed(request: Request, child: UUID) -> HttpResponse:
    """The plan of now; where there is none, the plans of before."""
    found = family_about(request, child, PLAN_VIEW, "plans")
    cycle = open_cycle(request.viewer, found.pk)
    if cycle is not None:
        return redirect("my_agreed_plan", child=found.pk, cycle=cycle.pk)
    cycles = cycles_of(request.viewer, found.pk)
    return render(request, "sen_support/family/no_plan.html", for_family(request, found) | {"cycles": cycles})


def _plan(request: Request, child: UUID, cycle: UUID) -> Cycle:
    found = cycle_for(request.viewer, cycle)
    if found.child_id != child:
        raise NotFound("another child's plan")
    return found


@needs(PLAN_VIEW)
def my_agreed_plan(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    found = family_about(request, child, PLAN_VIEW, "the plan")
    one = _plan(request, found.pk, cycle)
    plan = plan_of(request.viewer, one)
    context = for_family(request, found) | {
        "plan": plan,
        "lines": plan_lines(plan, found),
        "progress": progress_of(plan),
        "purposes": purposes_with_answers(plan, request.viewer.person),
        "may_answer": found.pk in request.viewer.may_act_for and one.state in ("plan", "do", "review"),
        "words": words_about(request.viewer, found.pk, cycle=one, review=None),
        "owed": owed_to(request.viewer, plan) if one.state != "closed" else None,
        "sencos": senco_names(request.viewer, one.holder_id),
        "senco_at": one.holder.name,
        "earlier": [other for other in cycles_of(request.viewer, found.pk) if other.pk != one.pk],
    }
    return render(request, "sen_support/family/plan.html", context)


@needs(PLAN_AGREE)
def answer_my_plan(request: Request, child: UUID, cycle: UUID) -> HttpResponse:
    """Agree, not agree, or take an agreement back: for one purpose (?purpose=), the plan unless another is named.

    The page shows what it asks about. When that changes before the answer is sent, it comes back with the new wording.
    """
    found = family_about(request, child, PLAN_AGREE, "answer a plan")
    one = _plan(request, found.pk, cycle)
    plan = plan_of(request.viewer, one)
    purpose = Purpose(request.GET.get("purpose", "")) if request.GET.get("purpose") in Purpose else Purpose.PLAN
    before = mine(plan, request, purpose)
    targets = plan_in_short(plan)
    page = Page(
        name=f"plan/answer/{purpose.value}:{found.pk}:{one.pk}",
        heading=question_about(purpose),
        lead=_("You can change your mind later. Agreeing to the plan is not agreeing to show it to anybody else."),
        submit=_("Send my answer"),
        back=reverse("my_agreed_plan", args=[found.pk, one.pk]),
        layout=FAMILY_LAYOUT,
        template="sen_support/family/answer.html",
        more=for_family(request, found) | {"targets": targets, "cycle": one},
    )

    def send(form: Any) -> str:
        answer(by=request.viewer, cycle=one.pk, purpose=purpose, **form.cleaned_data)
        messages.success(request, _("Your answer is kept, and the school can see it."))
        return reverse("my_agreed_plan", args=[found.pk, one.pk])

    agreed = before is not None and before.answer == Answer.AGREED
    as_read = Shared({target.words: "; ".join(promises) for target, promises in targets})
    return long_form(
        request, page, make=lambda data: OwnAnswerForm(data, agreed_before=agreed), act=send, shared=as_read
    )


def question_about(purpose: Purpose) -> str:
    """What a family is asked for one purpose."""
    return {
        Purpose.PLAN: _("Do you agree to the plan?"),
        Purpose.SHARE_WITH_ADVISER: _("May the school show the plan to an adviser from outside the school?"),
        Purpose.SHARE_WITH_NEXT_SETTING: _("May the school pass the plan to the next setting?"),
        Purpose.CONTACT_HEALTH: _("May the school talk with health services?"),
    }[purpose]


def mine(plan: PlanView, request: Request, purpose: str) -> Agreement | None:
    """This person's newest answer for a purpose."""
    own = [one for one in plan.answers if one.purpose == purpose and one.party_id == request.viewer.person]
    return own[0] if own else None
