"""The moderators' pages: what waits, the oldest first; one change side by side; and what to do with it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import moderating
from ..actions.writing import mark_of_version
from ..changing import approved_contents
from ..duplicates import alike
from ..forms.short import RejectForm, SendBackForm
from ..naming import differences_in_words
from ..permissions import OFFER_ENTRY_MODERATE
from .showing import person_name, show, site_of, version_tag
from .versions import moves_of

_SHOWN = 200


@needs(OFFER_ENTRY_MODERATE)
@require_safe
def offer_queue(request: Request) -> HttpResponse:
    """What waits for approval, with how many days it has waited; and what providers took out of sight themselves."""
    waiting, archived = queries.queue_for(request.viewer), queries.archived_by_providers(request.viewer)
    return show(request, "queue.html", waiting=waiting, archived=archived[:_SHOWN])


@needs(OFFER_ENTRY_MODERATE)
@require_safe
def moderate_version(request: Request, service_version: UUID) -> HttpResponse:
    """One change: before and after side by side, what is missing, what may be here already, and the three answers."""
    found = queries.version_for(request.viewer, service_version, OFFER_ENTRY_MODERATE)
    live = approved_contents(found.service)
    context = {
        "version": found, "entry": found.service, "name": found.contents["service"]["name"],
        "tag": version_tag(found), "who": person_name(found.made_by), "is_new": live is None,
        "groups": differences_in_words(live or _nothing(found.contents), found.contents),
        "missing": queries.still_missing(found.contents, live), "alike": alike(request.viewer, found.contents, found.service_id) if live is None else [],
        "open": found.state == "submitted", "seen": mark_of_version(found), "moves": moves_of(found),
    }  # fmt: skip
    return show(request, "moderate.html", **context)


def _nothing(contents: dict[str, object]) -> dict[str, object]:
    """What a new entry is compared with: nothing at all."""
    return {name: {} if name == "service" else [] for name in contents}


@needs(OFFER_ENTRY_MODERATE)
@require_POST
def approve_version(request: Request, service_version: UUID) -> HttpResponse:
    """Approve what this moderator has seen. Already gone to somebody else's answer, it says so."""

    def act() -> str:
        moderating.approve_version(
            by=request.viewer, version=service_version, seen=request.POST.get("seen", ""), site=site_of(request)
        )
        messages.success(request, _("Approved. Everybody sees it now."))
        return reverse("offer_queue")

    return once(request, act)


@needs(OFFER_ENTRY_MODERATE)
def send_version_back(request: Request, service_version: UUID) -> HttpResponse:
    found = queries.version_for(request.viewer, service_version, OFFER_ENTRY_MODERATE)
    form = SendBackForm(posted(request))

    def act() -> str:
        reason = form.cleaned_data["reason"]
        moderating.send_version_back(by=request.viewer, version=service_version, reason=reason, site=site_of(request))
        messages.success(request, _("Sent back. The provider is told that something waits for them."))
        return reverse("offer_queue")

    heading = _("Send back “%(name)s”") % {"name": found.service.name}
    back = reverse("moderate_version", args=[service_version])
    return asked(request, form, act, heading=heading, submit=_("Send back"), back=back)


@needs(OFFER_ENTRY_MODERATE)
def reject_version(request: Request, service_version: UUID) -> HttpResponse:
    found = queries.version_for(request.viewer, service_version, OFFER_ENTRY_MODERATE)
    form = RejectForm(posted(request))

    def act() -> str:
        reason = form.cleaned_data["reason"]
        moderating.reject_version(by=request.viewer, version=service_version, reason=reason, site=site_of(request))
        messages.success(request, _("Not taken. What is live stays as it is."))
        return reverse("offer_queue")

    heading = _("Do not take the change to “%(name)s”") % {"name": found.service.name}
    back = reverse("moderate_version", args=[service_version])
    return asked(request, form, act, heading=heading, submit=_("Do not take it"), back=back, kind="warning")
