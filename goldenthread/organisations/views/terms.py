"""Term dates and closures of the viewer's own setting."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.rules import needs
from goldenthread.design_system.forms import Form
from goldenthread.process.asking import asked
from goldenthread.request import Request

from ..actions import add_closure, add_term, remove_closure, remove_term
from ..forms import ClosureForm, TermForm
from ..models import Closure, Term
from ..permissions import TERM_DATES_MANAGE
from ..queries import own_organisation


@needs(TERM_DATES_MANAGE)
@require_GET
def terms(request: Request) -> HttpResponse:
    """Which days are school days here: the setting's own terms, or its authority's, and the days closed."""
    setting = own_organisation(request.viewer)
    own = list(Term.objects.filter(organisation=setting))
    context = {
        "setting": setting,
        "own": own,
        "from_authority": [] if own else list(Term.objects.filter(organisation_id=setting.authority_id)),
        "closures": list(Closure.objects.filter(organisation=setting)),
        "authority_closures": list(Closure.objects.filter(organisation_id=setting.authority_id)),
    }
    return render(request, "organisations/terms.html", context)


def _asked(request: Request, form: Form, act: Callable[[], object], heading: str, button_text: str) -> HttpResponse:
    """One form on one page: act and go back to the terms, or show what is wrong."""

    def act_and_return() -> str:
        act()
        return reverse("terms")

    return asked(request, form, act_and_return, heading=heading, submit=button_text, back=reverse("terms"))


@needs(TERM_DATES_MANAGE)
def adding_term(request: Request) -> HttpResponse:
    form = TermForm(request.POST or None, today=request.viewer.today)
    return _asked(
        request, form, lambda: add_term(by=request.viewer, **form.cleaned_data), _("Add a term"), _("Add the term")
    )


@needs(TERM_DATES_MANAGE)
def adding_closure(request: Request) -> HttpResponse:
    form = ClosureForm(request.POST or None, today=request.viewer.today)
    return _asked(
        request,
        form,
        lambda: add_closure(by=request.viewer, **form.cleaned_data),
        _("Add days closed"),
        _("Add the days"),
    )


@needs(TERM_DATES_MANAGE)
@require_POST
def removing_term(request: Request, term: UUID) -> HttpResponse:
    remove_term(by=request.viewer, term=term)
    return redirect("terms")


@needs(TERM_DATES_MANAGE)
@require_POST
def removing_closure(request: Request, closure: UUID) -> HttpResponse:
    remove_closure(by=request.viewer, closure=closure)
    return redirect("terms")
