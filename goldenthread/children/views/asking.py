"""What the pages with a form share: ask, act once, or show the refusal's sentence beside what was typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from goldenthread.access.permissions import Refused
from goldenthread.design_system.forms import Form
from goldenthread.process.submissions import once
from goldenthread.request import Request


def act_once(request: Request, form: Form, act: Callable[[], str]) -> HttpResponse | None:
    """Do `act` when the form is filled in right, and go where it says. None: show the form again.

    A refusal of the action stands in the form's error summary, with everything typed still there.
    """
    if not form.is_valid():
        return None
    try:
        return once(request, act)
    except Refused as no:
        form.add_error(None, str(no.sentence))
        return None
