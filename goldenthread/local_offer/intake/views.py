"""Bringing services in: choose where from, give it, look at what it would do, say yes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from . import queries
from .actions import put_source_aside, read_source, take_source
from .forms import FeedForm, FileForm, PartnerFileForm, RegisterForm
from .incoming import SourceRefused
from .models import SourceKind
from .pages import intake_page
from .permissions import OFFER_IMPORT
from .reading import Brought

FORMS: dict[SourceKind, Any] = {
    SourceKind.GIAS: RegisterForm,
    SourceKind.SCHOOLS: FileForm,
    SourceKind.OFSTED: FileForm,
    SourceKind.ORUK_FILE: PartnerFileForm,
    SourceKind.ORUK_FEED: FeedForm,
}


@needs(OFFER_IMPORT)
@require_GET
def start(request: Request) -> HttpResponse:
    """The kinds of source, and what was brought in lately."""
    context = {"kinds": SourceKind, "intakes": queries.recent_intakes(request.viewer)}
    return render(request, "local_offer_intake/start.html", context)


@needs(OFFER_IMPORT)
def bring(request: Request, source: SourceKind) -> HttpResponse:
    """Give one file, or the address of a feed."""
    form = FORMS[source](request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                made = read_source(by=request.viewer, brought=_brought(source, form.cleaned_data))
            return redirect("offer_intake_one", intake=made.pk)
        except SourceRefused as fault:
            form.add_error("address" if source == SourceKind.ORUK_FEED else "file", str(fault))
    return render(request, "local_offer_intake/bring.html", {"form": form, "kind": source})


def _brought(kind: SourceKind, given: dict[str, Any]) -> Brought:
    more = {"la_codes": given.get("la_codes") or frozenset(), "partner": given.get("partner", "")}
    if kind == SourceKind.ORUK_FEED:
        return Brought(kind, given["address"], **more)
    return Brought(kind, given["file"].name, given["file"].file, **more)


@needs(OFFER_IMPORT)
def one(request: Request, intake: UUID) -> HttpResponse:
    """What a source would do; taken or put aside from here."""
    found = queries.intake(request.viewer, intake)
    if request.method == "POST":
        return once(request, lambda: _decide(request, intake))
    context = {"submission_key": new_submission_key()} | intake_page(request.viewer, found)
    return render(request, "local_offer_intake/one.html", context)


def _decide(request: Request, intake: UUID) -> str:
    if request.POST.get("answer") == "take":
        take_source(
            by=request.viewer, intake=intake, doubtful_too="doubtful" in request.POST.getlist("also"),
            archive_gone="gone" in request.POST.getlist("also"),
        )  # fmt: skip
        messages.success(request, _("Taken. The entries are in the Local Offer now."))
        return request.path
    if request.POST.get("answer") == "put_aside":
        put_source_aside(by=request.viewer, intake=intake)
        messages.info(request, _("Put aside. Nothing was changed."))
        return reverse("offer_intake")
    raise NotFound("answer")
