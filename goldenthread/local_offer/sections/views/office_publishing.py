"""An officer begins, places, publishes and withdraws a section page."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.permissions import Refused
from goldenthread.access.rules import needs
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import pages as actions
from ..forms import NewPageForm, PlaceForm, PublishForm, ReviewForm
from ..permissions import OFFER_PAGE_PUBLISH, OFFER_PAGE_WRITE

REVIEW_AFTER = timedelta(days=365)  # what is older counts as not reviewed (local-offer.md section 2)


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def new_office_page(request: Request) -> HttpResponse:
    form = NewPageForm(posted(request), initial={"order": 100})

    def make() -> str:
        made = actions.make_page(by=request.viewer, **form.cleaned_data)
        return reverse("write_office_page", args=[made.pk])

    return asked(
        request, form, make, heading=_("A new page"), submit=_("Go on to the text"), back=reverse("office_pages")
    )


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def place_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Change who answers for a page and where it stands."""
    page = queries.page(request.viewer, offer_page)
    form = PlaceForm(posted(request), initial={"section": page.section, "owner": page.owner, "order": page.order})
    back = reverse("office_page", args=[page.pk])

    def place() -> str:
        actions.place_page(by=request.viewer, page=page.pk, **form.cleaned_data)
        return back

    return asked(request, form, place, heading=_("Owner and place"), submit=_("Save"), back=back)


@needs(OFFER_PAGE_PUBLISH)
@shown_and_sent
def publish_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """Publish the draft, with the day of the next review and, for a hard text, the reason."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    draft = queries.draft(viewer, page)
    reading = actions.reading_of(draft.body, page.authority_id) if draft else None
    last = viewer.today + REVIEW_AFTER
    form = PublishForm(
        posted(request), today=viewer.today, latest=last, is_hard=bool(reading and reading.is_hard),
        initial={"next_review_on": last, "seen_saves": draft.saves if draft else 0},
    )  # fmt: skip
    back = reverse("office_page", args=[page.pk])

    def publish() -> str:
        try:
            actions.publish_page(by=viewer, page=page.pk, **form.cleaned_data)
        except actions.SavedBetween as fault:
            form.data = request.POST.copy()
            form.data["seen_saves"] = str(fault.draft.saves)
            raise Refused(
                _("Somebody changed the text since you opened this page. Read it below, then publish it.")
            ) from fault
        messages.success(request, _("Everybody can read it now."))
        return back

    return asked(
        request, form, publish, heading=_("Publish this page"), submit=_("Publish"), back=back,
        template="local_offer_sections/office/publish.html", reading=reading, draft=draft, page=page,
    )  # fmt: skip


@needs(OFFER_PAGE_PUBLISH)
@shown_and_sent
def unchanged_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    """ "Reviewed, nothing changed"."""
    viewer = request.viewer
    page = queries.page(viewer, offer_page)
    last = viewer.today + REVIEW_AFTER
    form = ReviewForm(posted(request), today=viewer.today, latest=last, initial={"next_review_on": last})
    back = reverse("office_page", args=[page.pk])

    def confirm() -> str:
        actions.review_unchanged(by=viewer, page=page.pk, next_review_on=form.cleaned_data["next_review_on"])
        messages.success(request, _("Noted: read today, nothing changed."))
        return back

    heading = _("I have read it: nothing changed")
    return asked(request, form, confirm, heading=heading, submit=_("It is still right"), back=back)


@needs(OFFER_PAGE_PUBLISH)
@require_POST
def withdraw_office_page(request: Request, offer_page: UUID) -> HttpResponse:
    def withdraw() -> str:
        actions.withdraw_page(by=request.viewer, page=offer_page)
        messages.success(request, _("Taken off. Nobody sees it now."))
        return reverse("office_page", args=[offer_page])

    return once(request, withdraw)
