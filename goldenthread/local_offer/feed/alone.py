"""Every address of a process that serves the feed and nothing else (settings.feed)."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from goldenthread.access.rules import public


@public
def health(request: HttpRequest) -> HttpResponse:
    """One word for the proxy in front."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path("", include("goldenthread.local_offer.feed.urls")), path("health/", health, name="health")]
