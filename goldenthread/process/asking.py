"""A short form on a page of its own: shown, refused with everything typed still there, or done once.

Long forms, which are kept while they are typed, are in `long_form`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from goldenthread.access.permissions import Refused
from goldenthread.design_system.forms import Form
from goldenthread.request import Request

from .keeping import fill_again, forget
from .submissions import KEY, new_submission_key, once

shown_and_sent = require_http_methods(["GET", "HEAD", "POST"])


def posted(request: Request) -> QueryDict | None:
    """What was sent, even when nothing was filled in; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


def act_once(request: Request, form: Form, act: Callable[[], str]) -> HttpResponse | None:
    """Do `act` when the form is filled in right, and go where it says. None: show the form again.

    A refusal of the action stands in the form's error summary, with everything typed still there. A page that is only
    opened shows what its reader typed there before, when that was kept.
    """
    if request.method != "POST":
        fill_again(request, form)
        return None
    if not form.is_valid():
        return None
    try:
        gone = once(request, act)
    except Refused as no:
        form.add_error(None, str(no.sentence))
        return None
    forget(request)
    return gone


def asked(
    request: Request, form: Form, act: Callable[[], str], *, heading: str, submit: str, back: str, kind: str = "primary",
    lead: str = "", template: str = "process/asked.html", **context: Any,
) -> HttpResponse:  # fmt: skip
    """One short form on its own page. act: does what the valid form asks and answers the next address.

    kind: of the button ("warning" for what is hard to undo). context: what a template of the room shows around it.
    """
    if (gone := act_once(request, form, act)) is not None:
        return gone
    around = {"heading": heading, "submit": submit, "back": back, "kind": kind, "lead": lead}
    return render(request, template, context | around | {"form": form, KEY: new_submission_key()})
