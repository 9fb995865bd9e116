"""Why the feed does not answer: each a problem in JSON (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any

import psycopg
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from .reader import NotOpen

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "The question cannot be answered",
    404: "There is nothing here",
    405: "That method is not offered here",
    429: "Too many questions in a short time",
    500: "Something went wrong",
    503: "The feed cannot answer now",
}
log = logging.getLogger(__name__)


class Unanswerable(ValueError):
    """A value that is well formed and still leads nowhere; the message says what to do."""


class Missing(LookupError):
    """There is no such thing, or none that may be seen."""


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> HttpResponse:
    told = {"title": TITLES[status], "status": status, "detail": detail}
    return JsonResponse(told, status=status, content_type=MEDIA_TYPE, headers=headers)


def nothing_here() -> HttpResponse:
    return problem(404, _("There is no such thing in this feed, or it is not published."))


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    """The first value that is wrong, in a sentence. A key that is no key names nothing."""
    first = error.errors[0]
    if first["loc"][0] == "path":
        return nothing_here()
    return problem(400, f"{first['loc'][-1]}: {first['msg']}.")


def _unanswerable(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(400, str(error))


def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(400, _("The question could not be read."))


def _missing(request: HttpRequest, error: Any) -> HttpResponse:
    return nothing_here()


def closed(request: HttpRequest, error: Any) -> HttpResponse:
    """The reader role is not set up here, or PostgreSQL does not answer in time."""
    log.error("The feed could not read: %s", type(error).__name__)
    return problem(503, _("The feed cannot be read now. Try again later."), {"Retry-After": "60"})


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    log.exception("The feed broke", exc_info=error)
    return problem(500, _("The fault is ours and has been noted."))


def answer_problems(api: NinjaAPI) -> None:
    """Make every refusal and every fault of the feed a problem."""
    for kind, handler in (
        (ValidationError, _invalid),
        (HttpError, _unreadable),
        (Unanswerable, _unanswerable),
        (Missing, _missing),
        (NotOpen, closed),
        (psycopg.OperationalError, closed),
        (Exception, _broken),
    ):
        api.add_exception_handler(kind, handler)
