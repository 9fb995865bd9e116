"""Equipment, approaches, training and professional reviews: is it in place, and who looked when."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.asking import asked
from goldenthread.request import Request

from ... import actions, queries
from ...forms import CheckForm
from ...permissions import DELIVERY_RECORD

_AHEAD = timedelta(days=14)


@needs(DELIVERY_RECORD)
def checks(request: Request) -> HttpResponse:
    """What somebody should look at, today and in the next two weeks."""
    due = queries.checks_due(request.viewer, request.viewer.today + _AHEAD)
    viewed(request, "checks that are due", sorted({check.dose.child_id for check in due}))
    return render(request, "provision/checks.html", {"due": due, "today": request.viewer.today})


@needs(DELIVERY_RECORD)
def check_dose(request: Request, dose: UUID) -> HttpResponse:
    """Write down that somebody looked, and what they saw."""
    viewer = request.viewer
    found = queries.dose_of(viewer, dose)
    others = OtherChildren(viewer, found.child_id)
    form = CheckForm(request.POST or None, today=viewer.today, initial={"on": viewer.today}, other_children=others)

    def act() -> str:
        answers = form.cleaned_data | {"in_place": form.cleaned_data["in_place"] == "yes"}
        actions.check_in_place(by=viewer, dose=dose, **answers)
        messages.success(request, _("Written down."))
        return reverse("dose", args=[dose])

    viewed(request, "a check of what is in place", [found.child_id], thing=found)
    return asked(
        request, form, act, heading=_("Is it in place?"), lead=f"{found.what}, {found.child.name}",
        submit=_("Write it down"), back=reverse("checks"),
    )  # fmt: skip
