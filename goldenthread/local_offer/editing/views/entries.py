"""Entries of the one who looks: the list, one entry with everything that can be done, and a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer
from goldenthread.privacy.plain_text import clean_line
from goldenthread.process.asking import posted
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import once
from goldenthread.request import Request

from ...models import OfferOrganisation, Service
from ...versions import Contents, empty_contents
from .. import queries
from ..actions import writing
from ..actions.archiving import can_bring_back
from ..changing import Working, approved_contents, working
from ..duplicates import alike
from ..forms.short import NewEntryForm, SendForm
from ..permissions import (
    OFFER_ENTRY_ARCHIVE,
    OFFER_ENTRY_EDIT,
    OFFER_ENTRY_KEEP,
    OFFER_ENTRY_MODERATE,
    OFFER_ENTRY_VIEW,
    OFFER_PROVIDER_MANAGE,
)
from ..sections import sections_for
from ..states import OPEN
from ..timeline import ARCHIVE_PROPOSED_MONTHS
from .showing import show, state_tag, version_tag

ON_A_PAGE = 50
FILTERS = {
    "": gettext_lazy("All"),
    "being_written": gettext_lazy("Being written"),
    "waiting": gettext_lazy("Waiting for approval"),
    "sent_back": gettext_lazy("Sent back"),
    "unchecked": gettext_lazy("Not checked for a year"),
    "archived": gettext_lazy("Archived"),
}


@needs(OFFER_ENTRY_VIEW)
@require_safe
def my_entries(request: Request) -> HttpResponse:
    """Each entry: whether it is shown, what waits, when it was checked and when the next check is due."""
    viewer = request.viewer
    name, state = clean_line(request.GET.get("name", "")), request.GET.get("state", "")
    state = state if state in FILTERS else ""
    found = queries.entries_for(viewer, name, state)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    pending = queries.pending_of(page.object_list)
    context = {
        "page": page, "name": name, "state": state, "rows": [_row(entry, pending, viewer) for entry in page.object_list],
        "filters": [(key, label, key == state) for key, label in FILTERS.items()],
        "staff": viewer.has(OFFER_ENTRY_MODERATE.name), "may_begin": viewer.has(OFFER_ENTRY_EDIT.name),
        "own": _own_provider(viewer), "may_manage": viewer.has(OFFER_PROVIDER_MANAGE.name),
        "propose": _proposed(viewer) if viewer.has(OFFER_ENTRY_KEEP.name) else 0, "propose_months": ARCHIVE_PROPOSED_MONTHS,
    }  # fmt: skip
    return show(request, "my_entries.html", **context)


def _proposed(viewer: Viewer) -> int:
    """How many entries were not checked for so long that archiving is proposed."""
    return queries.unchecked(queries.entries_for(viewer), viewer.today, ARCHIVE_PROPOSED_MONTHS).count()


def _own_provider(viewer: Viewer) -> OfferOrganisation | None:
    """The provider's own organisation, for the link to its people; None for staff of the area."""
    if viewer.has(OFFER_ENTRY_MODERATE.name):
        return None
    return reachable(viewer, OfferOrganisation.objects.all(), OFFER_ENTRY_VIEW).first()


def _row(entry: Service, pending: dict[UUID, Any], viewer: Viewer) -> dict[str, Any]:
    version = pending.get(entry.pk)
    return {
        "entry": entry, "state": state_tag(entry), "pending": version, "checked": queries.checked_on(entry, viewer.today),
        "pending_tag": version_tag(version) if version else "",
        "reason": version.decision_reason if version and version.state == "changes_asked" else "",
    }  # fmt: skip


@needs(OFFER_ENTRY_VIEW)
@require_safe
def entry_overview(request: Request, service: UUID) -> HttpResponse:
    """One entry: how it stands, its sections, what is still missing, and what this person may do now."""
    entry = queries.entry_for(request.viewer, service)
    return show(request, "entry.html", **overview(request.viewer, entry))


def overview(viewer: Viewer, entry: Service, form: SendForm | None = None) -> dict[str, Any]:
    """form: the sending form as it was filled in, when it has to be shown again."""
    now = working(entry)
    live = approved_contents(entry)
    missing = [one for one in queries.still_missing(now.contents, live) if one[0] != "assured_on"]  # sending gives it
    may = _may(viewer, entry, now)
    return {
        "entry": entry, "name": now.contents["service"]["name"], "now": now, "state": state_tag(entry),
        "pending_tag": version_tag(now.pending) if now.pending else "", "missing": missing, "may": may,
        "sections": _sections(viewer, now.contents, missing), "checked": queries.checked_on(entry, viewer.today),
        "alike": alike(viewer, now.contents, entry.pk) if may["edit"] and live is None else [],
        "seen": writing.mark_of_version(now.pending) if now.pending else "",
        "form": (form or SendForm()) if may["send"] or may["publish"] else None,
        "trusted": queries.is_trusted(entry.organisation_id), "staff": viewer.has(OFFER_ENTRY_MODERATE.name),
        "may_manage": viewer.has(OFFER_PROVIDER_MANAGE.name) and entry.organisation_id is not None,
    }  # fmt: skip


def _may(viewer: Viewer, entry: Service, now: Working) -> dict[str, bool]:
    """Which buttons the page has. The actions decide anew when one is pressed."""
    archived = entry.state == "archived"
    writes = viewer.has(OFFER_ENTRY_EDIT.name) and not archived
    moderates = viewer.has(OFFER_ENTRY_MODERATE.name) and not archived
    return {
        "edit": writes and (now.state != "submitted" or moderates),
        "send": writes and not moderates and now.state in OPEN,
        "publish": moderates and now.state in OPEN,
        "decide": moderates and now.state == "submitted",
        "take_back": writes and not moderates and now.state == "submitted",
        "drop": writes and now.pending is not None,
        "check": writes and entry.state == "live",
        "small": writes and entry.state == "live",
        "archive": viewer.has(OFFER_ENTRY_ARCHIVE.name) and not archived,
        "bring_back": viewer.has(OFFER_ENTRY_ARCHIVE.name) and archived and can_bring_back(viewer, entry),
    }


def _sections(viewer: Viewer, contents: Contents, missing: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """Each section with what it still lacks. The day of the check is asked when the entry is sent."""
    return [
        {
            "section": section, "href": f"edit_entry_{section.key}",
            "missing": [sentence for name, sentence in missing if section.asks_for(name)],
        }
        for section in sections_for(viewer)
    ]  # fmt: skip


@needs(OFFER_ENTRY_EDIT)
def new_entry(request: Request) -> HttpResponse:
    """Name it, look whether it is here already, and begin."""
    viewer = request.viewer
    own = None if viewer.has(OFFER_ENTRY_MODERATE.name) else _own_organisations(viewer)
    form = NewEntryForm(posted(request), own=own)
    found = _alike(viewer, form) if form.is_bound and form.is_valid() else []
    if found:
        form = NewEntryForm(request.POST, own=own, alike=True)
        form.is_valid()

    def act() -> str:
        organisation = _organisation(viewer, form.cleaned_data)
        made = writing.begin_entry(
            by=viewer, organisation=organisation, name=form.cleaned_data["name"], parts=form.parts()
        )
        messages.success(request, _("Begun. Nobody sees it until it is approved."))
        forget(request)
        return _back(made.pk)

    sure = not found or bool(form.cleaned_data.get("sure"))
    if request.method == "POST" and form.is_valid() and sure:
        return once(request, act)
    if form.is_bound and form.is_valid() and "sure" in request.POST.getlist("asked"):
        form.add_error("sure", _("Look at the entries below. Tick the box if yours is something else."))
    fill_again(request, form)
    return show(request, "new_entry.html", form=form, alike=found)


def _own_organisations(viewer: Viewer) -> list[tuple[str, str]]:
    found = reachable(viewer, OfferOrganisation.objects.all(), OFFER_ENTRY_EDIT)
    return [(str(key), name) for key, name in found.values_list("pk", "name")]


def _organisation(viewer: Viewer, said: dict[str, Any]) -> OfferOrganisation:
    """Whose the new entry is: a provider's own, one that is here, or a new one."""
    if said.get("whose") == "new":
        return writing.add_organisation(by=viewer, name=said["new_name"], description=said["new_description"])
    key = said.get("organisation") or said["own_organisation"]
    return reach_one(viewer, OfferOrganisation.objects.all(), OFFER_ENTRY_EDIT, key)


def _alike(viewer: Viewer, form: NewEntryForm) -> list[Any]:
    return alike(viewer, empty_contents(name=form.cleaned_data["name"]) | form.parts())


def _back(entry: UUID) -> str:
    return reverse("entry_overview", args=[entry])


@needs(OFFER_ENTRY_EDIT)
@require_POST
def submit_entry(request: Request, service: UUID) -> HttpResponse:
    return _sent(
        request, service, writing.submit_entry, _("Sent. A moderator looks at it. What is live stays as it is.")
    )


@needs(OFFER_ENTRY_MODERATE)
@require_POST
def publish_entry(request: Request, service: UUID) -> HttpResponse:
    return _sent(request, service, writing.publish_entry, _("Published. Everybody sees it now."))


def _sent(request: Request, service: UUID, act: Any, done: str) -> HttpResponse:
    """Send or publish, when the sender says that it is true; else the page again with what is missing."""
    entry = queries.entry_for(request.viewer, service, OFFER_ENTRY_EDIT)
    form = SendForm(request.POST)

    def send() -> str:
        act(by=request.viewer, service=service, seen=request.POST.get("seen", ""), why=form.cleaned_data["why"])
        messages.success(request, done)
        return _back(service)

    if form.is_valid():
        return once(request, send)
    return show(request, "entry.html", **overview(request.viewer, entry, form))


@needs(OFFER_ENTRY_EDIT)
@require_POST
def take_entry_back(request: Request, service: UUID) -> HttpResponse:
    writing.take_back(by=request.viewer, service=service)
    messages.success(request, _("Taken back. You can change it, then send it again."))
    return redirect("entry_overview", service=service)


@needs(OFFER_ENTRY_EDIT)
@require_POST
def drop_entry_changes(request: Request, service: UUID) -> HttpResponse:
    writing.drop_changes(by=request.viewer, service=service)
    messages.success(request, _("Given up. What you wrote is kept among the versions."))
    return redirect("entry_overview", service=service)


@needs(OFFER_ENTRY_EDIT)
@require_POST
def check_entry(request: Request, service: UUID) -> HttpResponse:
    writing.check_entry(by=request.viewer, service=service)
    messages.success(request, _("Thank you. It says today as the day it was checked."))
    return redirect("entry_overview", service=service)
