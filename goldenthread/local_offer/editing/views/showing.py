"""What the views of this room share: what each page is given, and how things stand in words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.design_system.components.states import tag
from goldenthread.people.views.asking import site_of
from goldenthread.process.submissions import KEY, new_submission_key
from goldenthread.request import Request

from ...models import Service, ServiceVersion, State
from ..states import VERSION
from ..timeline import ARCHIVE_UNDO_DAYS, CLAIM_FACTS_DAYS, REPORT_WORKING_DAYS

_COLOURS = {"draft": "", "submitted": "purple", "changes_asked": "red", "approved": "green", "rejected": "grey"}
_STATE_COLOURS = {State.LIVE: "green", State.DRAFT: "", State.ARCHIVED: "grey"}


def show(request: Request, template: str, **context: Any) -> HttpResponse:
    shared = {
        KEY: new_submission_key(),
        "undo_days": ARCHIVE_UNDO_DAYS,
        "report_days": REPORT_WORKING_DAYS,
        "facts_days": CLAIM_FACTS_DAYS,
    }
    return render(request, f"local_offer_editing/{template}", shared | context)


def version_tag(version: ServiceVersion) -> SafeString:
    return tag(str(VERSION.states[version.state][0]), _COLOURS[version.state])


def state_tag(service: Service) -> SafeString:
    return tag(str(State(service.state).label), _STATE_COLOURS[State(service.state)])


def person_name(account: Any) -> str:
    """Who did it: a name, or what did it when nobody signed in."""
    return account.name if account is not None else _("An import or the first load")


__all__ = ["person_name", "show", "site_of", "state_tag", "version_tag"]
