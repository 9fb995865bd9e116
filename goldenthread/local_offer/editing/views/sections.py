"""One page for each section of an entry: typed words are kept, rows are added without scripts, late savers are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.process.long_form import STARTED_FROM, Page, Shared, long_form
from goldenthread.request import Request

from ...versions import Contents
from .. import queries
from ..actions import writing
from ..changing import approved_contents, working
from ..forms.base import EntryForm
from ..forms.short import SmallForm
from ..permissions import OFFER_ENTRY_EDIT, OFFER_ENTRY_KEEP
from ..sections import SECTIONS_OF_AN_ENTRY, Section, sections_for, words_of

TEMPLATE = "local_offer_editing/section.html"
SMALL = Section("small", gettext_lazy("Opening times and notices"), SmallForm, ("schedules",))


def section_view(key: str) -> Callable[..., HttpResponse]:
    """The page of one section."""
    section = next(one for one in SECTIONS_OF_AN_ENTRY if one.key == key)

    @needs(OFFER_ENTRY_EDIT)
    def edit_section(request: Request, service: UUID) -> HttpResponse:
        return _edit(request, section, service)

    edit_section.__name__ = f"edit_entry_{key}"
    return edit_section


def _edit(request: Request, section: Section, service: UUID) -> HttpResponse:
    viewer = request.viewer
    if section not in sections_for(viewer):
        raise NotFound("section")
    entry = queries.entry_for(viewer, service, OFFER_ENTRY_EDIT)
    contents = working(entry).contents
    lockable = viewer.has(OFFER_ENTRY_KEEP.name)

    def make(data: Any) -> EntryForm:
        return section.form(data, contents=contents, today=viewer.today, lockable=lockable, locked=entry.locked_fields)

    shared = Shared(words_of(section, contents))
    started_from = request.POST.get(STARTED_FROM, shared.version)

    def act(form: EntryForm) -> str:
        locks = None if form.locks is None else (form.locks, form.lockable_names())
        writing.write_section(
            by=viewer, service=service, section=section.key, write=form.write_into, locks=locks,
            seen=lambda now: Shared(words_of(section, now)).version == started_from,
        )  # fmt: skip
        messages.success(request, _("Saved. Send it for approval when you have finished."))
        return _next_page(request, section, service)

    page = Page(
        name=f"offer_entry/{section.key}:{service}", heading=str(section.title), submit=_("Save"), template=TEMPLATE,
        back=reverse("entry_overview", args=[service]),
        more={"entry": entry, "missing": _missing(section, contents, approved_contents(entry)), "after": _after(request, section)},
    )  # fmt: skip
    return long_form(request, page, make=make, act=act, shared=shared)


def _missing(section: Section, contents: Contents, live: Contents | None) -> list[str]:
    return [sentence for name, sentence in queries.still_missing(contents, live) if section.asks_for(name)]


def _after(request: Request, section: Section) -> Section | None:
    sections = sections_for(request.viewer)
    place = sections.index(section) + 1
    return sections[place] if place < len(sections) else None


def _next_page(request: Request, section: Section, service: UUID) -> str:
    """On to the next section when that was pressed, else back to the entry."""
    following = _after(request, section)
    if request.POST.get("then") == "next" and following is not None:
        return reverse(f"edit_entry_{following.key}", args=[service])
    return reverse("entry_overview", args=[service])


@needs(OFFER_ENTRY_EDIT)
def small_change(request: Request, service: UUID) -> HttpResponse:
    """Opening times, a notice, closed for a time: live at once for staff and trusted providers."""
    viewer = request.viewer
    entry = queries.entry_for(viewer, service, OFFER_ENTRY_EDIT)
    live = approved_contents(entry)
    if live is None or entry.state != "live":
        raise NotFound("entry")
    at_once = queries.goes_live_at_once(viewer, entry)
    contents = live if at_once else working(entry).contents  # as change_small: the form begins with what it changes
    shared = Shared(words_of(SMALL, contents) | {_("Open or closed"): contents["service"]["status"]})
    started_from = request.POST.get(STARTED_FROM, shared.version)

    def seen(now: Contents) -> bool:
        return Shared(words_of(SMALL, now) | {_("Open or closed"): now["service"]["status"]}).version == started_from

    def act(form: SmallForm) -> str:
        _version, live = writing.change_small(by=viewer, service=service, write=form.write_into, seen=seen)
        messages.success(request, _("Everybody sees it now.") if live else _("Saved. Now send it for approval."))
        return reverse("entry_overview", args=[service])

    lead = (
        _("What you save here is seen at once.")
        if at_once
        else _("What you save here goes with your other changes to a moderator. The Local Offer's staff can let your"
               " organisation make such changes at once.")
    )  # fmt: skip
    page = Page(
        name=f"offer_entry/small:{service}", heading=_("Opening times and notices"), submit=_("Save"), lead=lead,
        back=reverse("entry_overview", args=[service]), template=TEMPLATE, more={"entry": entry},
    )  # fmt: skip

    def make(data: Any) -> SmallForm:
        return SmallForm(data, contents=contents, today=viewer.today)

    return long_form(request, page, make=make, act=act, shared=shared)
