"""People outside to whom the setting writes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reachable
from goldenthread.audit.log import viewed
from goldenthread.process.asking import act_once
from goldenthread.request import Request

from ..actions.professionals import add_professional
from ..checks import professionals_may_be_asked
from ..forms.professionals import ProfessionalForm
from ..models import Professional
from ..permissions import LETTER_SEND
from .sharing import shown


@needs(LETTER_SEND)
def professionals(request: Request) -> HttpResponse:
    """Whom the setting knows outside, and a form to add somebody."""
    viewer = request.viewer
    viewed(request, "people outside to write to", [])
    form = ProfessionalForm(request.POST or None)

    def act() -> str:
        add_professional(by=viewer, **form.cleaned_data)
        messages.success(request, _("Added. Choose them when you write a letter."))
        return reverse("professionals")

    answer = act_once(request, form, act)
    if answer is not None:
        return answer
    known = reachable(viewer, Professional.objects.all(), LETTER_SEND)
    return shown(request, "professionals", form=form, known=known, may_be_asked=professionals_may_be_asked())
