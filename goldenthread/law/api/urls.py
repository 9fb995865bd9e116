"""The interface's addresses. Each carries the access rule of its operations, so that the site's own checks see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from goldenthread.access.rules import public
from goldenthread.interfaces import patterns
from goldenthread.request import Request

from ..links import breakable
from .document import openapi
from .limits import PER_MINUTE, seconds_to_wait
from .operations import api
from .problems import problem

PREFIX = "api/law/"
EXAMPLE = "event=ehcna.request_received&on=2026-11-21&today=2026-12-01"
LONGEST_BODY = 16 * 1024  # bytes


def patterns_of(interface: NinjaAPI, prefix: str) -> Iterator[URLPattern]:
    """The addresses of the law's interface, each within the law's limits."""
    return patterns.patterns_of(interface, prefix, _within_limits)


def _within_limits(request: HttpRequest, answer: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    return _too_much(request) or _as_problem(answer(request))


def _too_much(request: HttpRequest) -> HttpResponse | None:
    if wait := seconds_to_wait(request):
        sentence = _("Wait %(seconds)s seconds, then ask again.") % {"seconds": wait}
        return problem(429, sentence, headers={"Retry-After": str(wait)})
    if int(request.headers.get("Content-Length") or 0) > LONGEST_BODY:
        return problem(413, _("A question may be %(bytes)s bytes long.") % {"bytes": LONGEST_BODY})
    return None


def _as_problem(answer: HttpResponse) -> HttpResponse:
    """A refused method as a problem, too."""
    if answer.status_code != 405:
        return answer
    allowed = answer.headers["Allow"]
    return problem(405, _("Ask with %(methods)s.") % {"methods": allowed}, headers={"Allow": allowed})


@public
@require_safe
def law_openapi(request: Request) -> HttpResponse:
    """The OpenAPI 3.1 document of the interface."""
    return JsonResponse(openapi(api, f"/{PREFIX}"))


@public
@require_safe
def law_api(request: Request) -> HttpResponse:
    """The interface in plain words, for whoever writes a program."""
    rows = [
        {"key": f"{method.upper()} {address}", "value": operation["description"]}
        for address, operations in openapi(api, f"/{PREFIX}")["paths"].items()
        for method, operation in operations.items()
    ]
    example = request.build_absolute_uri(f"{reverse('law_api_when')}?{EXAMPLE}")
    context = {"example": example, "example_parts": breakable(example), "rows": rows, "per_minute": PER_MINUTE}
    return render(request, "law/api.html", context)


urlpatterns = [
    path(PREFIX, law_api, name="law_api"),
    path(f"{PREFIX}openapi.json", law_openapi, name="law_openapi"),
    *patterns_of(api, PREFIX),
]
