"""The feed's addresses. Everything under the stem is answered here, so that even "nothing here" is JSON and open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, register_converter

from goldenthread.access.rules import public
from goldenthread.interfaces.patterns import patterns_of

from .around import answered
from .document import openapi
from .operations import api
from .refusals import nothing_here
from .shown import marked, same_as_theirs

PREFIX = "api/oruk/"


class AnythingConverter:
    """Whatever stands under the stem, line breaks too, which Django's own `path` leaves to the site's page."""

    regex = r"[\s\S]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(AnythingConverter, "feed_anything")


@public
def feed_openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 document of the feed."""
    return answered(
        request,
        lambda asked: same_as_theirs(asked) or marked(JsonResponse(openapi(api, f"/{PREFIX}")), asked),
    )


@public
def feed_nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Every other address under the stem."""
    return answered(request, lambda asked: nothing_here())


feed_openapi.csrf_exempt = feed_nothing.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is changed
_addresses = list(patterns_of(api, PREFIX, answered))
_about = next(address.callback for address in _addresses if address.name == "feed_about")

urlpatterns = [
    path(PREFIX.rstrip("/"), _about, name="feed_about_bare"),
    path(f"{PREFIX}openapi.json", feed_openapi, name="feed_openapi"),
    *_addresses,
    path(f"{PREFIX}<feed_anything:rest>", feed_nothing, name="feed_nothing"),
]
