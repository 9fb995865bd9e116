"""The answer to take away: for the calendar, as PDF and as Word."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.clock import today
from goldenthread.documents import pdf, word
from goldenthread.request import Request

from ..asked import read
from ..calendar_file import calendar_bytes
from ..paper import on_paper
from ..shown import Shown
from ..timeline import Refused
from .public import address, answered

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@public
@require_safe
def law_calendar(request: Request) -> HttpResponse:
    """Every dated duty as an all-day entry."""
    return _file(request, "when-should-i-hear.ics", "text/calendar; charset=utf-8", calendar_bytes)


@public
@require_safe
def law_pdf(request: Request) -> HttpResponse:
    return _file(
        request, "when-should-i-hear.pdf", "application/pdf", lambda found: pdf.render(on_paper(found, today()))
    )


@public
@require_safe
def law_word(request: Request) -> HttpResponse:
    return _file(request, "when-should-i-hear.docx", WORD, lambda found: word.render(on_paper(found, today())))


def _file(request: Request, name: str, media_type: str, make: Callable[[Shown], bytes]) -> HttpResponse:
    """The answer as a file. An address that asks nothing, or that contradicts itself, has none."""
    asked = read(request.GET.dict())
    if asked is None:
        raise NotFound("answer of the law")
    if asked.open_step is not None:
        return redirect(address("law_question", asked.query))
    try:
        found = answered(asked)
    except Refused as refused:
        raise NotFound("answer of the law") from refused
    if media_type.startswith("text/calendar") and not any(duty.day for duty in found.dated):
        raise NotFound("answer of the law")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(make(found), content_type=media_type, headers=headers)
