"""An officer's section pages: all of them, one with its versions and translations, and writing, previewing, publishing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.states import state, tag
from goldenthread.design_system.components.words import date as day
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ...models import Offer
from .. import easy_read, queries
from ..actions import pages as actions
from ..forms import NewPageForm, PlaceForm, PublishForm, ReviewForm, WriteForm
from ..languages import LANGUAGES
from ..models import PageState, PageVersion, PublishedTranslation, SectionPage
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE
from ..pictures import PICTURES
from ..rendering import render as render_text
from ..starting import starting_pages
from ..timeline import known_limits

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
@_methods
def new_office_page(request: Request) -> HttpResponse:
    form = NewPageForm(request.POST if request.method == "POST" else None, initial={"order": 100})

    def make() -> str:
        made = actions.make_page(by=request.viewer, **form.cleaned_data)
        return reverse("write_office_page", args=[made.pk])

    if request.method == "POST" and form.is_valid():
        return once(request, make)
    context = {
        "form": form,
        "heading": _("A new page"),
        "back": reverse("office_pages"),
        "submit": _("Go on to the text"),
    }
    return _form(request, context)


def _form(request: Request, context: dict[str, Any]) -> HttpResponse:
    return render(request, "local_offer_sections/office/form.html", {"key": new_submission_key()} | context)


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


@needs(OFFER_PAGE_WRITE)
@_methods
def write_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Write the words. Saving keeps a draft; somebody who saved in between is never written over unseen."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    draft = queries.draft(viewer, page)
    begun_from = draft or queries.shown(viewer, page)
    name = f"offer_page/write:{page.pk}"
    kept = None if request.method == "POST" else filled(draft_of(viewer.person, name))
    form = WriteForm(request.POST if request.method == "POST" else None, initial=_initial(begun_from) | _typed(kept))
    seen, between = _seen_saves(request.POST if kept is None else kept, draft), None
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.write_draft(by=viewer, page=page.pk, words=form.words, seen_saves=seen)
        except actions.SavedBetween as fault:
            between, seen = fault.draft, fault.draft.saves
        else:
            discard_draft(viewer.person, name)
            _say_how_it_reads(request, saved)
            return redirect("preview_office_page" if "preview" in request.POST else "office_page", offer_page=page.pk)
    context = {
        "form": form, "page": page, "seen_saves": seen, "between": between, "limits": known_limits(), "kept": kept is not None,
        "draft_mark": mark_for(viewer.person, name),
        "drawn": easy_read.read("\n".join(f"{name}: {name}" for name in PICTURES))[0],
    }  # fmt: skip
    return render(request, "local_offer_sections/office/write.html", context, status=409 if between else 200)


def _initial(version: PageVersion | None) -> dict[str, Any]:
    if version is None:
        return {}
    words = {name: getattr(version, name) for name in actions.WRITTEN if name != "why"}
    why = version.why if version.state == "draft" else ""
    return words | {"easy_read_words": words["easy_read"], "why": why}


def _typed(kept: QueryDict | None) -> dict[str, Any]:
    """What was typed before and never sent, such as when the sign-in ran out."""
    if kept is None:
        return {}
    return {name: kept.get(name, "") for name in WriteForm.base_fields if name != "video_captions"} | {
        "video_captions": "video_captions" in kept
    }


def _seen_saves(carried: QueryDict, draft: PageVersion | None) -> int:
    """How often the draft had been saved when the form was opened; the form, and what was kept of it, carry it."""
    if "seen_saves" not in carried:
        return draft.saves if draft else 0
    said = str(carried["seen_saves"])
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else -1


def _say_how_it_reads(request: Request, draft: PageVersion) -> None:
    """The reading-level check on save."""
    reading = actions.reading_of(draft.body, draft.authority_id)
    said = _("Saved. Reading age about %(age)s.") % {"age": reading.age}
    if not reading.is_hard:
        messages.success(request, said)
        return
    hard = " ".join(f"“{sentence}”" for sentence in reading.hard)
    messages.info(
        request, f"{said} " + _("Wanted are 9 to 11. These make it hard: %(sentences)s") % {"sentences": hard}
    )


@needs(OFFER_PAGE_WRITE)
@require_safe
def preview_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """The draft as everybody would see it, or what is shown where there is no draft."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    version = queries.draft(viewer, page) or queries.shown(viewer, page)
    return _preview(request, page, version)


@needs(OFFER_PAGE_WRITE)
@require_safe
def office_page_version(request: Request, offer_page: UUID, page_version: UUID) -> HttpResponse:
    """One version as it was, with the way to take it up again."""
    page = queries.page(request.viewer, offer_page)
    return _preview(request, page, queries.version(request.viewer, page, page_version), old=True)


def _preview(request: Request, page: SectionPage, version: PageVersion | None, *, old: bool = False) -> HttpResponse:
    offer = Offer.objects.filter(authority_id=page.authority_id).first() or Offer(authority_id=page.authority_id)
    context = {
        "page": page, "version": version, "old": old and version is not None and version.state != "draft",
        "content": render_text(version.body, offer, request.viewer.today) if version else None,
        "said": easy_read.read(version.easy_read, offer.area_name)[0] if version else [],
        "submission_key": new_submission_key(),
    }  # fmt: skip
    return render(request, "local_offer_sections/office/preview.html", context)


@needs(OFFER_PAGE_WRITE)
@require_POST
def restore_office_page(request: Request, offer_page: UUID, page_version: UUID) -> HttpResponse:
    def restore() -> str:
        actions.restore_version(by=request.viewer, page=offer_page, version=page_version)
        messages.success(request, _("Taken up as the draft. It is shown when you publish it."))
        return reverse("office_page", args=[offer_page])

    return once(request, restore)


@needs(OFFER_PAGE_WRITE)
@_methods
def place_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Change who answers for a page and where it stands."""
    page = queries.page(request.viewer, offer_page)
    initial = {"section": page.section, "owner": page.owner, "order": page.order}
    form = PlaceForm(request.POST if request.method == "POST" else None, initial=initial)

    def place() -> str:
        actions.place_page(by=request.viewer, page=page.pk, **form.cleaned_data)
        return reverse("office_page", args=[page.pk])

    if request.method == "POST" and form.is_valid():
        return once(request, place)
    return _form(
        request,
        {
            "form": form,
            "heading": _("Owner and place"),
            "back": reverse("office_page", args=[page.pk]),
            "submit": _("Save"),
        },
    )


@needs(OFFER_PAGE_PUBLISH)
@_methods
def publish_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Publish the draft, with the day of the next review and, for a hard text, the reason."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    draft = queries.draft(viewer, page)
    reading = actions.reading_of(draft.body, page.authority_id) if draft else None
    form = PublishForm(
        request.POST if request.method == "POST" else None, today=viewer.today, latest=viewer.today + REVIEW_AFTER,
        is_hard=bool(reading and reading.is_hard), initial={"next_review_on": viewer.today + REVIEW_AFTER},
    )  # fmt: skip

    def publish() -> str:
        actions.publish_page(by=viewer, page=page.pk, **form.cleaned_data)
        messages.success(request, _("Everybody can read it now."))
        return reverse("office_page", args=[page.pk])

    if request.method == "POST" and form.is_valid():
        return once(request, publish)
    return _form(
        request,
        {
            "form": form,
            "heading": _("Publish this page"),
            "back": reverse("office_page", args=[page.pk]),
            "submit": _("Publish"),
            "reading": reading,
        },
    )


@needs(OFFER_PAGE_PUBLISH)
@_methods
def unchanged_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """ "Reviewed, nothing changed"."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    form = ReviewForm(
        request.POST if request.method == "POST" else None, today=viewer.today, latest=viewer.today + REVIEW_AFTER,
        initial={"next_review_on": viewer.today + REVIEW_AFTER},
    )  # fmt: skip

    def confirm() -> str:
        actions.review_unchanged(by=viewer, page=page.pk, next_review_on=form.cleaned_data["next_review_on"])
        messages.success(request, _("Noted: read today, nothing changed."))
        return reverse("office_page", args=[page.pk])

    if request.method == "POST" and form.is_valid():
        return once(request, confirm)
    return _form(
        request,
        {
            "form": form,
            "heading": _("I have read it: nothing changed"),
            "back": reverse("office_page", args=[page.pk]),
            "submit": _("It is still right"),
        },
    )


@needs(OFFER_PAGE_PUBLISH)
@require_POST
def withdraw_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    def withdraw() -> str:
        actions.withdraw_page(by=request.viewer, page=offer_page)
        messages.success(request, _("Taken off. Nobody sees it now."))
        return reverse("office_page", args=[offer_page])

    return once(request, withdraw)
