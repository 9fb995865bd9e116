"""Responses: all of them with what became of each action, and one to write or change."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.process.keeping import fill_again, forget
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from ...models import CommentResponse
from ...permissions import COMMENT_HANDLE
from .. import queries
from ..actions import write_response
from ..forms import ResponseForm

_FIELDS = ("text", "action", "owner", "due_on", "status", "why_not", "done_on")
_SHOWN = 200


@needs(COMMENT_HANDLE)
@require_safe
def comment_responses(request: Request) -> HttpResponse:
    found = list(queries.responses_for(request.viewer)[:_SHOWN])
    table = _table(request, found) if found else None
    return render(request, "local_offer/comments/responses.html", {"table": table, "most": _SHOWN})


def _table(request: Request, responses: list[CommentResponse]) -> Table:
    columns = [
        Column(_("Response")), Column(_("Who does it")), Column(_("How it stands")), Column(_("By")), Column(_("Done on")),
        Column(_("Comments answered"), numeric=True),
    ]  # fmt: skip
    rows = [
        [
            Cell(Truncator(one.text).words(12), reverse("comment_response", args=[one.pk])),
            one.owner,
            Cell(one.get_status_display(), note=_("Past its date") if _late(request, one) else ""),
            date(one.due_on),
            date(one.done_on),
            one.answers,  # type: ignore[attr-defined]
        ]
        for one in responses
    ]
    return Table(_("Responses, last changed first"), columns, rows)


def _late(request: Request, response: CommentResponse) -> bool:
    waiting = response.status in ("planned", "doing")
    return waiting and response.due_on is not None and response.due_on < request.viewer.today


@needs(COMMENT_HANDLE)
@require_http_methods(["GET", "HEAD", "POST"])
def new_comment_response(request: Request) -> HttpResponse:
    return _write(request, None)


@needs(COMMENT_HANDLE)
@require_http_methods(["GET", "HEAD", "POST"])
def comment_response(request: Request, response: UUID) -> HttpResponse:
    return _write(request, queries.response_for(request.viewer, response))


def _write(request: Request, found: CommentResponse | None) -> HttpResponse:
    initial = {name: getattr(found, name) for name in _FIELDS} if found else {"status": "planned"}
    form = ResponseForm(request.POST if request.method == "POST" else None, initial=initial, today=request.viewer.today)

    def send() -> str:
        write_response(by=request.viewer, facts=form.facts, response=found.pk if found else None)
        forget(request)
        messages.success(request, _("The response is kept. It is public where it answers a published comment."))
        return reverse("comment_responses")

    if request.method == "POST" and form.is_valid():
        return once(request, send)
    fill_again(request, form)
    comments = list(found.comments.filter(state="answered")) if found else []
    context = {"form": form, "key": new_submission_key(), "response": found, "comments": comments}
    return render(request, "local_offer/comments/response.html", context)
