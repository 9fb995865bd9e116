"""What the views of this room share: load a child and say so to the log; ask the person again who they are."""

from __future__ import annotations

from uuid import UUID

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.permissions import Right
from goldenthread.access.scopes import reach_one
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.process.submissions import KEY, new_submission_key
from goldenthread.request import Request


def child_shown(request: Request, child: UUID, right: Right, what: str) -> Child:
    """The child inside the viewer's reach, with an entry for the view log. Raises NotFound outside it."""
    found = reach_one(request.viewer, Child.objects.all(), right, child)
    viewed(request, what, [found.pk])
    return found


def ask_again_who_it_is(request: Request) -> None:
    """Go on only within five minutes of the password or factor; otherwise ask for it and come back here."""
    raise_if_reauthentication_required(request, app="goldenthread.people")


def site_of(request: Request) -> str:
    """The site's own address, for mails."""
    return request.build_absolute_uri("/")


def page(request: Request, template: str, **context: object) -> HttpResponse:
    """A page with a form that is sent once: copies of the same press have one effect (bar F5)."""
    key = request.POST.get(KEY) or new_submission_key()
    return render(request, template, context | {KEY: key})
