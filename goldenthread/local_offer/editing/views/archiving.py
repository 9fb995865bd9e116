"""Archive an entry, with a look at what that means; bring one back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted
from goldenthread.request import Request

from .. import queries
from ..actions import archiving
from ..forms.short import ReasonForm
from ..permissions import OFFER_ENTRY_ARCHIVE
from ..timeline import ARCHIVE_UNDO_DAYS


@needs(OFFER_ENTRY_ARCHIVE)
def archive_entry(request: Request, service: UUID) -> HttpResponse:
    entry = queries.entry_for(request.viewer, service, OFFER_ENTRY_ARCHIVE)
    form = ReasonForm(posted(request))
    back = reverse("entry_overview", args=[service])

    def act() -> str:
        archiving.archive_entry(by=request.viewer, service=service, reason=form.cleaned_data["reason"])
        messages.success(request, _("Archived. Nobody sees it now."))
        return back

    lead = _(
        "Nobody will see “%(name)s”. You can bring it back for %(days)s days; after that it is removed for good. If it is"
        " only closed for a while, say so under “Opening times and notices” instead."
    ) % {"name": entry.name, "days": ARCHIVE_UNDO_DAYS}
    return asked(
        request,
        form,
        act,
        heading=_("Archive this entry"),
        submit=_("Archive it"),
        back=back,
        kind="warning",
        lead=lead,
    )


@needs(OFFER_ENTRY_ARCHIVE)
@require_POST
def bring_entry_back(request: Request, service: UUID) -> HttpResponse:
    archiving.bring_entry_back(by=request.viewer, service=service)
    messages.success(request, _("It is back, as it was."))
    return redirect("entry_overview", service=service)
