"""Raise a worry, and see where it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.organisations.timeline import calendar_of
from goldenthread.process.long_form import Page, long_form
from goldenthread.request import Request

from ...actions.concerns import raise_concern
from ...forms.concerns import WorryForm
from ...permissions import CONCERN_RAISE, CONCERN_VIEW
from ...queries.children import is_own, senco_names
from ...queries.concerns import concern_for, concerns_about
from ...weeks import school_days_after
from ...wording import decision_of
from ..common import FAMILY_LAYOUT, family_about, for_family


@needs(CONCERN_RAISE)
def raise_my_worry(request: Request, child: UUID) -> HttpResponse:
    found = family_about(request, child, CONCERN_RAISE, "raise a worry")
    context = for_family(request, found)
    own = is_own(request.viewer)
    page = Page(
        name=f"worry/tell:{found.pk}",
        heading=_("Tell the school about a worry"),
        lead=_("It goes to the SENCO, the teacher who leads help for children who need more. They must decide what to "
               "do, and tell you why."),
        submit=_("Send to the school"),
        back=reverse("my_plan") if own else reverse("my_child_page", args=[found.pk]),
        layout=FAMILY_LAYOUT,
        template="sen_support/family/form.html",
        more=context,
    )  # fmt: skip

    def send(form: Any) -> str:
        site = request.build_absolute_uri("/")
        concern = raise_concern(by=request.viewer, child=found.pk, site=site, **form.cleaned_data)
        messages.success(request, _("Your worry has been sent to the school."))
        return reverse("my_worry", args=[found.pk, concern.pk])

    return long_form(request, page, make=lambda data: WorryForm(data), act=send)


@needs(CONCERN_VIEW)
def my_worries(request: Request, child: UUID) -> HttpResponse:
    """Every worry this person may see, newest first."""
    found = family_about(request, child, CONCERN_VIEW, "worries")
    cards = [
        {
            "title": _("Worry of %s") % date_format(concern.raised_on, "j F Y"),
            "href": reverse("my_worry", args=[found.pk, concern.pk]),
            "text": decision_of(request.viewer, concern, found.first_name) or _("Not decided yet"),
            "facts": [_("Raised by you") if concern.raised_by_id == request.viewer.person else concern.raised_by_name],
        }
        for concern in concerns_about(request.viewer, found.pk)
    ]
    return render(request, "sen_support/family/worries.html", for_family(request, found) | {"cards": cards})


@needs(CONCERN_VIEW)
def my_worry(request: Request, child: UUID, concern: UUID) -> HttpResponse:
    """Where one worry stands: who has it, since when, what was decided and why."""
    found = family_about(request, child, CONCERN_VIEW, "a worry")
    worry = concern_for(request.viewer, concern)
    if worry.child_id != found.pk:
        raise NotFound("another child's worry")
    context = for_family(request, found)
    school = context["school"]
    calendar = calendar_of(school.pk, worry.raised_on, worry.raised_on + timedelta(days=365))
    context |= {
        "concern": worry,
        "decision": decision_of(request.viewer, worry, found.first_name),
        "senco": senco_names(request.viewer, school.pk),
        "answer_by": school_days_after(calendar, worry.raised_on, school.answer_days),
    }
    return render(request, "sen_support/family/worry.html", context)
