"""An officer writes a section page, looks at it as everybody would see it, and takes up an older version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.process.asking import posted, shown_and_sent
from goldenthread.process.drafts import discard_draft, draft_of, filled, mark_for
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ...models import Offer
from .. import easy_read, queries
from ..actions import pages as actions
from ..forms import WriteForm
from ..models import PageVersion, SectionPage
from ..permissions import OFFER_PAGE_WRITE
from ..pictures import PICTURES
from ..rendering import render as render_text
from ..timeline import known_limits


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def write_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Write the words. Saving keeps a draft; somebody who saved in between is never written over unseen."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    draft = queries.draft(viewer, page)
    begun_from = draft or queries.shown(viewer, page)
    name = f"offer_page/write:{page.pk}"
    kept = None if request.method == "POST" else filled(draft_of(viewer.person, name))
    form = WriteForm(posted(request), initial=_initial(begun_from) | _typed(kept))
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
