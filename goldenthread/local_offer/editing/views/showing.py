"""What the views of this room share: forms that are sent once, and how things stand in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.children.views.asking import act_once
from goldenthread.design_system.components.states import tag
from goldenthread.design_system.forms import Form
from goldenthread.people.views.asking import site_of
from goldenthread.process.submissions import KEY, new_submission_key
from goldenthread.request import Request

from ...models import Service, ServiceVersion, State
from ..states import VERSION
from ..timeline import ARCHIVE_UNDO_DAYS, REPORT_WORKING_DAYS

_COLOURS = {"draft": "", "submitted": "purple", "changes_asked": "red", "approved": "green", "rejected": "grey"}
_STATE_COLOURS = {State.LIVE: "green", State.DRAFT: "", State.ARCHIVED: "grey", State.DELETED: "grey"}


def posted(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def show(request: Request, template: str, **context: Any) -> HttpResponse:
    shared = {KEY: new_submission_key(), "undo_days": ARCHIVE_UNDO_DAYS, "report_days": REPORT_WORKING_DAYS}
    return render(request, f"local_offer_editing/{template}", shared | context)


def asked(
    request: Request, form: Form, act: Callable[[], str], *, heading: str, submit: str, back: str, kind: str = "primary",
    lead: str = "", **context: Any,
) -> HttpResponse:  # fmt: skip
    """One short form on a page of its own: shown, checked, and sent once. act: does it and answers the next address."""
    if request.method == "POST" and (gone := act_once(request, form, act)) is not None:
        return gone
    page = {"heading": heading, "submit": submit, "back": back, "kind": kind, "lead": lead}
    return show(request, "form.html", form=form, page=page, **context)


def version_tag(version: ServiceVersion) -> SafeString:
    return tag(str(VERSION.states[version.state][0]), _COLOURS[version.state])


def state_tag(service: Service) -> SafeString:
    return tag(str(State(service.state).label), _STATE_COLOURS[State(service.state)])


def person_name(account: Any) -> str:
    """Who did it: a name, or what did it when nobody signed in."""
    return account.name if account is not None else _("An import or the first load")


__all__ = ["act_once", "asked", "person_name", "posted", "show", "site_of", "state_tag", "version_tag"]
