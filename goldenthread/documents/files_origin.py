"""The files' origin: a second host name of the same site, on which there is nothing but links to files (bar A11).

A file that a browser does run after all finds no session, no page and no form there. Stands before everything that
knows sessions. No cookie is read or set: a link leads to the session of its holder, and the very middleware that
stands before every page finds out who that is now. So a role, an agreement or a session that ended since the link was
made ends the link (bar A6). The look itself is in the view log already, in the same commit as the link.
Decision record: docs/decisions/0176-files-from-another-origin.md.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.pages.middleware import NO_SENSORS
from goldenthread.people.middleware import OneTransaction
from goldenthread.request import Request

from .handing_over import as_attachment
from .links import Asked, read_link, take
from .models import FileLink

logger = logging.getLogger(__name__)
TOLD = {
    "Content-Security-Policy": "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "unsafe-none",  # browsers refuse a sandboxed answer that asks for more
    "Permissions-Policy": NO_SENSORS,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


class FilesOrigin:
    """Answers everything that is asked at the files' host name, and passes on everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        if not _asked_here(request):
            return self.get_response(request)
        request.reference = secrets.token_hex(5)
        try:
            answer = _answer(request)
        except Exception:
            logger.exception("A file could not be handed over")
            answer = _page(500, request.reference)
        for name, value in {**TOLD, "X-Reference": request.reference}.items():
            answer[name] = value
        answer.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return answer


def _asked_here(request: HttpRequest) -> bool:
    """By the host's name alone: cookies know no ports, so a second port would be no other origin to them."""
    if not settings.FILES_ORIGIN:
        return False
    try:
        host = urlsplit(f"//{request.get_host()}").hostname
    except DisallowedHost:
        return False  # refused by what comes after, as on every other address
    return host == urlsplit(settings.FILES_ORIGIN).hostname


def _answer(request: Request) -> HttpResponse:
    asked = read_link(request.path_info) if request.method in ("GET", "HEAD") else None
    if asked is None:
        return _page(404)
    link = None if asked.holder is None else take(asked.holder, spend=request.method == "GET")
    if asked.holder is not None and link is None:
        return _page(404)
    _as_the_holder(request, link)
    answer: Any = OneTransaction(lambda inner: _found(inner, asked, link))(request)
    return answer if answer.status_code == 200 else _page(404)


def _as_the_holder(request: Request, link: FileLink | None) -> None:
    """What the session's own middleware would do, had the browser sent the cookie."""
    sessions = import_module(settings.SESSION_ENGINE)
    request.session = sessions.SessionStore(link.session_key if link else None)
    request.user = SimpleLazyObject(lambda: get_user(request))  # type: ignore[assignment]


def _found(request: Any, asked: Asked, link: FileLink | None) -> HttpResponse:
    viewer = getattr(request, "viewer", None)
    try:
        if link is not None and (viewer is None or request.hat.key != link.hat):
            raise NotFound("link")
        return as_attachment(asked.kind.file_for(viewer, asked.key, asked.number))
    except (Http404, Refused):
        return _page(404)


def _page(status: int, reference: str = "") -> HttpResponse:
    """One page for whatever is not there, used, too old or no longer allowed: they must look the same."""
    return HttpResponse(render_to_string("documents/no_file.html", {"reference": reference}), status=status)
