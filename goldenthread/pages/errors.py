"""What people see when something is not there, not allowed, or went wrong: a reference, what to do, never data."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from goldenthread.process.drafts import keep_what_was_posted

logger = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """One page for what does not exist and for what is not yours: they must look the same."""
    # The link to text size and colours comes back to the first page: this address would tell the two apart.
    return render(request, "not_found.html", {"appearance_href": reverse("appearance")}, status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return not_found(request, exception)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "bad_request.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Asks nothing of the database, which may be what broke, and does without our own page if it must."""
    reference = getattr(request, "reference", "")
    try:
        page = render_to_string("broken.html", {"reference": reference})
    except Exception:
        logger.exception("The page for a fault of ours could not be made")
        words = gettext("Sorry, something went wrong on our side. Nothing you had saved is lost. Reference: %s")
        page = format_html(
            '<!doctype html><html lang="en-GB"><title>Golden Thread</title><p>{}</p></html>', words % reference
        )
    return HttpResponse(page, status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety mark was missing or old. What was typed is kept as a draft when the form allows it."""
    kept = keep_what_was_posted(request)
    return render(request, "form_expired.html", {"kept": kept}, status=403)
