"""Pages are packed on the way out where nobody outside can steer what is packed.

A packed page is shorter when a guess, sent along in the address, repeats a secret of the page; whoever can make a
signed-in browser ask for pages and can measure the answers could guess letter by letter (the BREACH attack). Decision
record: docs/decisions/0045-packing-pages.md.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

FROM_HERE = {"same-origin", "none"}  # what a browser says of its own accord: our own link or form; typed or a bookmark


class PagesPacked(GZipMiddleware):
    """Packs pages with gzip for visitors without a session, and for others when no other site asked for the page."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        return super().process_response(request, response) if is_page and may_be_packed(request) else response


def may_be_packed(request: HttpRequest) -> bool:
    """No session, or the browser itself says that no other site asked. An old browser, which says nothing, gets it plain."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    return not has_session or request.headers.get("Sec-Fetch-Site") in FROM_HERE
