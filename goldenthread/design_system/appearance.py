"""How large and in which colours one browser shows the pages: kept in a cookie that says nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

COLOURS = ("device", "light", "dark", "contrast")
TEXT_SIZES = ("normal", "large", "larger")
KEPT_FOR = timedelta(days=365)


@dataclass(frozen=True)
class Look:
    """What somebody chose. colours: "device" follows the device; text_size: "normal" is the size the page was made in."""

    colours: str = COLOURS[0]
    text_size: str = TEXT_SIZES[0]

    @property
    def is_usual(self) -> bool:
        return self == Look()


def cookie_name() -> str:
    """The stricter name where cookies go over HTTPS alone."""
    return "__Host-appearance" if settings.SESSION_COOKIE_SECURE else "appearance"


def look_of(request: HttpRequest) -> Look:
    """What this browser asks for; anything that is not one of our words counts as the usual."""
    colours, _, text_size = request.COOKIES.get(cookie_name(), "").partition(".")
    return Look(colours if colours in COLOURS else COLOURS[0], text_size if text_size in TEXT_SIZES else TEXT_SIZES[0])


def keep_look(response: HttpResponse, look: Look) -> None:
    """Keep the choice for a year in this browser alone; the usual look needs no cookie, so none is left."""
    if look.is_usual:
        response.delete_cookie(cookie_name(), samesite="Lax")
        return
    response.set_cookie(
        cookie_name(),
        f"{look.colours}.{look.text_size}",
        max_age=KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def way_back(asked: str) -> str:
    """An address of this site that was asked for, or the first page when it is none."""
    local = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if local else "/"


def as_chosen(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: how this browser wants it, and the link to choose again and come back here.

    Only the path comes back, never the query: a query may hold a name somebody searched for.
    """
    look, here = look_of(request), reverse("appearance")
    origin = request.GET.get("from", "/") if request.path == here else request.path
    return {
        "appearance": "" if look.colours == COLOURS[0] else look.colours,
        "text_size": "" if look.text_size == TEXT_SIZES[0] else look.text_size,
        "appearance_href": f"{here}?{urlencode({'from': way_back(origin)})}",
    }
