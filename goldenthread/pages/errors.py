"""What people see when something is not there, not allowed, or went wrong: a reference, what to do, never data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from goldenthread.process.drafts import keep_what_was_posted


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """One page for what does not exist and for what is not yours: they must look the same."""
    return render(request, "not_found.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return not_found(request, exception)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "bad_request.html", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Asks nothing of the database, which may be what broke."""
    page = render_to_string("broken.html", {"reference": getattr(request, "reference", "")})
    return HttpResponse(page, status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety mark was missing or old. What was typed is kept as a draft when the form allows it."""
    kept = keep_what_was_posted(request)
    return render(request, "form_expired.html", {"kept": kept}, status=403)
