"""An officer's section pages: all of them, one with its versions and translations, and writing, previewing, publishing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.states import state, tag
from goldenthread.design_system.components.words import date as day
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from .. import queries
from ..actions import pages as actions
from ..languages import LANGUAGES
from ..models import PageState, PublishedTranslation, SectionPage
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE
from ..starting import starting_pages

_methods = require_http_methods(["GET", "HEAD", "POST"])
REVIEW_AFTER = timedelta(days=365)  # what is older counts as not reviewed (local-offer.md section 2)
_COLOURS = {PageState.DRAFT: "grey", PageState.LIVE: "green", PageState.WITHDRAWN: "red"}


@needs(OFFER_PAGE_WRITE)
@require_safe
def office_pages(request: Request) -> HttpResponse:
    """All pages with how they stand and when they are to be read again."""
    viewer = request.viewer
    found = list(queries.pages(viewer))
    there = {page.slug for page in found}
    context = {
        "table": _table(found, queries.titles(viewer), viewer.today) if found else None,
        "missing": sum(one.slug not in there for one in starting_pages()),
        "submission_key": new_submission_key(),
    }
    return render(request, "local_offer_sections/office/pages.html", context)


def _table(pages: list[SectionPage], titles: dict[UUID, str], today: date) -> Table:
    columns = [
        Column(_("Page")), Column(_("Stands at")), Column(_("Who answers for it")), Column(_("Read again by")),
        Column(_("Languages"), numeric=True),
    ]  # fmt: skip
    rows = [
        [
            Cell(titles.get(page.pk, page.slug), reverse("office_page", args=[page.pk]), note=_note(page)),
            tag(str(PageState(page.state).label), _COLOURS[PageState(page.state)]),
            page.owner,
            _review(page, today),
            page.languages,  # type: ignore[attr-defined]
        ]
        for page in pages
    ]
    return Table(_("Pages of the Local Offer"), columns, rows)


def _note(page: SectionPage) -> str:
    waiting = page.drafts and page.state == PageState.LIVE  # type: ignore[attr-defined]
    return _("A change is being written") if waiting else ""


def _review(page: SectionPage, today: date) -> Any:
    late = page.state == PageState.LIVE and page.next_review_on is not None and page.next_review_on < today
    return state("late", _("Past its day")) if late else day(page.next_review_on)


@needs(OFFER_PAGE_WRITE)
@require_POST
def start_office_pages(request: Request) -> HttpResponse:
    """Begin with the texts that ship with Golden Thread."""

    def start() -> str:
        number = actions.start_pages(by=request.viewer)
        said = ngettext("%(number)d page begun.", "%(number)d pages begun.", number) % {"number": number}
        messages.success(request, said + " " + _("Read each one, change it to fit your area, and publish it."))
        return reverse("office_pages")

    return once(request, start)


@needs(OFFER_PAGE_WRITE)
@require_safe
def office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """One page: how it stands, what can be done now, its versions and its translations."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    versions = list(queries.versions(viewer, page))
    draft = next((one for one in versions if one.state == "draft"), None)
    context = {
        "page": page, "title": versions[0].title if versions else page.slug, "draft": draft,
        "stands_at": tag(str(PageState(page.state).label), _COLOURS[PageState(page.state)]),
        "is_live": page.state == PageState.LIVE, "versions": versions, "translations": _translations(request, page),
        "reading": actions.reading_of(draft.body, page.authority_id) if draft else None,
        "late": page.next_review_on is not None and page.next_review_on < viewer.today,
        "may_publish": viewer.has(OFFER_PAGE_PUBLISH.name), "submission_key": new_submission_key(),
        "languages": list(LANGUAGES.values()),
    }  # fmt: skip
    return render(request, "local_offer_sections/office/page.html", context)


def _translations(request: Request, page: SectionPage) -> list[dict[str, Any]]:
    """Each with its language, whether it is shown, and whether the English has changed since."""
    shown = queries.shown(request.viewer, page)
    public = set(PublishedTranslation.objects.filter(page_id=page.pk).values_list("pk", flat=True))
    return [
        {
            "language": LANGUAGES[one.language],
            "translation": one,
            "shown": one.pk in public,
            "older": shown is not None and one.of_number < shown.number,
        }
        for one in queries.translations(request.viewer, page)
    ]
