"""A list of services that somebody keeps without an account: keys in a signed cookie of this site, and nothing else.

The list can also stand in an address, so that it can be printed, sent and opened elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "local_offer_list"
MOST, DAYS = 40, 30
MOST_COMPARED = 4


def kept(request: HttpRequest) -> list[UUID]:
    """The keys in the cookie, in the order in which they were kept; none when it was altered."""
    return keys_of(str(request.get_signed_cookie(COOKIE, "", max_age=DAYS * 86_400) or "").split("."))


def keys_of(words: Iterable[str]) -> list[UUID]:
    """Keys from an address or a cookie, each once; what is not a key is left out."""
    found: list[UUID] = []
    for word in words:
        try:
            key = UUID(word)
        except ValueError:
            continue
        if key not in found:
            found.append(key)
    return found[:MOST]


def keep(response: HttpResponse, keys: list[UUID]) -> HttpResponse:
    """Put these keys in the place of those that were kept; with none, the cookie goes."""
    if not keys:
        response.delete_cookie(COOKIE, samesite="Lax")
        return response
    words = ".".join(key.hex for key in keys[-MOST:])
    response.set_signed_cookie(
        COOKIE, words, max_age=DAYS * 86_400, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response
