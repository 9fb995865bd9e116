"""A colleague reads what somebody wrote down of who was asked, and shows it to everybody or takes it off."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions.asked import hide_consultation, show_consultation, yours
from ..asked_names import explained_before, finds_of, mark_of_consultation
from ..forms import ShowConsultationForm
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_PUBLISH


@needs(OFFER_PAGE_PUBLISH)
@shown_and_sent
def show_office_consultation(request: Request, consultation: UUID) -> HttpResponse:
    """What everybody would read, with what may name somebody; and the button for a second person."""
    found, back = queries.consultation(request.viewer, consultation), reverse("office_consultations")
    form = ShowConsultationForm(
        posted(request), finds=finds_of(found), before=explained_before(found),
        initial={"seen": mark_of_consultation(found)},
    )  # fmt: skip

    def go() -> str:
        show_consultation(
            by=request.viewer, consultation=found.pk, seen=form.cleaned_data["seen"], reasons=form.reasons
        )
        messages.success(request, _("Everybody can read it now."))
        return back

    return asked(
        request, form, go, heading=_("Show it to everybody"), submit=_("Show it to everybody"), back=back,
        template="local_offer_sections/office/consultation_show.html", consultation=found,
        yours=yours() if found.kept_by_id == request.viewer.person else "",
    )  # fmt: skip


@needs(OFFER_DUTY_KEEP)
@require_POST
def hide_office_consultation(request: Request, consultation: UUID) -> HttpResponse:
    def go() -> str:
        hide_consultation(by=request.viewer, consultation=consultation)
        messages.success(request, _("Taken off the website."))
        return reverse("office_consultations")

    return once(request, go)
