"""The one door through which bytes that we keep leave: an uploaded document, a letter's paper, a published report.

A view asks, notes who looked, and calls `hand_over`. Where the site has an origin for files, the browser is led there
and the same is asked again (files_origin.py). Nothing else may put kept bytes into an answer: tests/security/
test_one_door.py walks the code. Decision record: docs/decisions/0176-files-from-another-origin.md.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase

from .kept_files import KINDS, KeptFile
from .links import link_for


class SeeOther(HttpResponseRedirectBase):
    status_code = 303


def hand_over(request: HttpRequest, kind: str, key: UUID, number: int = 0) -> HttpResponse:
    """The file as an answer; where files have an origin of their own, the way there instead, good once and at once.

    Everything is asked here already, the bytes included, so a refusal is a page of ours with what to do.
    Raises NotFound or Refused.
    """
    file = KINDS[kind].file_for(getattr(request, "viewer", None), key, number)
    if not settings.FILES_ORIGIN:
        return as_attachment(file)
    answer = SeeOther(settings.FILES_ORIGIN + link_for(request, KINDS[kind], key, number))
    answer["Cache-Control"] = "no-store"
    return answer


def as_attachment(file: KeptFile) -> HttpResponse:
    """Bytes that a browser saves and never runs. A picture is still shown where a page of ours asks for it."""
    answer = HttpResponse(file.data, content_type=file.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
    answer["Content-Length"] = str(len(file.data))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin" if file.in_page else "same-origin"
    return answer


def shows_kept_files(answer: HttpResponse) -> HttpResponse:
    """Let this one page show pictures of the files' origin, and send a form whose answer is a file there."""
    if settings.FILES_ORIGIN:
        more: dict[str, Any] = {name: [settings.FILES_ORIGIN] for name in ("img-src", "form-action")}
        answer._csp_update = more  # type: ignore[attr-defined]
    return answer
