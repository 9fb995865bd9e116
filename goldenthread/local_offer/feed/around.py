"""What every answer of the feed has in common: open to all origins, read only, so many a minute."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from goldenthread.interfaces.limits import Allowance

from .refusals import problem

METHODS = "GET, HEAD, OPTIONS"
WEIGHT_OF_ALL = 60  # an export of everything counts as so many questions
allowance = Allowance("local-offer-feed")
Answering = Callable[[HttpRequest], HttpResponseBase]


def answered(request: HttpRequest, answer: Answering) -> HttpResponse:
    """The answer to any method, never without the headers that let a page of another origin read it."""
    return _open(_answered(request, answer))  # type: ignore[return-value]  # or a stream


def _answered(request: HttpRequest, answer: Answering) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS})
    if request.method not in ("GET", "HEAD"):
        return problem(405, _("Ask with %(methods)s.") % {"methods": METHODS}, {"Allow": METHODS})
    weight = WEIGHT_OF_ALL if request.GET.get("format") == "ndjson" else 1
    if wait := allowance.seconds_to_wait(request, settings.FEED_PER_MINUTE, weight=weight):
        return problem(
            429, _("Wait %(seconds)s seconds, then ask again.") % {"seconds": wait}, {"Retry-After": str(wait)}
        )
    _drop_empty(request)
    return _head(request, answer) if request.method == "HEAD" else answer(request)


def _drop_empty(request: HttpRequest) -> None:
    """A parameter without a value, as a form sends it, is one that was not given."""
    given = request.GET.copy()
    for name in list(given):
        if not str(given[name]).strip():
            del given[name]
    request.GET = given  # type: ignore[assignment]


def _head(request: HttpRequest, answer: Answering) -> HttpResponseBase:
    """The same headers as for GET, and nothing below them."""
    request.method = "GET"
    found = answer(request)
    request.method = "HEAD"
    bare = HttpResponse(status=found.status_code, headers=dict(found.headers))
    if isinstance(found, HttpResponse):
        bare.headers["Content-Length"] = str(len(found.content))
    found.close()
    return bare


def _open(answer: HttpResponseBase) -> HttpResponseBase:
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Retry-After"
    answer.headers.setdefault("Cache-Control", "public, no-cache")
    if answer.status_code == 204:
        answer.headers["Access-Control-Allow-Methods"] = METHODS
        answer.headers["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        answer.headers["Access-Control-Max-Age"] = "86400"
    elif answer.status_code >= 400:
        answer.headers["Cache-Control"] = "no-store"
    return answer
