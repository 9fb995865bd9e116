"""Messages between a family and the school, from both sides."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages as notes
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reachable
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.documents.setting_of import setting_of
from goldenthread.request import Request

from ..actions import messages as actions
from ..forms.messages import MessageForm, NewThreadForm
from ..permissions import MESSAGE_ANSWER, MESSAGE_SEND
from ..queries import messages as queries
from ..recipients import offered_for
from .sharing import child_shown, long_form, shown, tabs


@needs(MESSAGE_ANSWER)
def messages(request: Request) -> HttpResponse:
    """Every thread of the setting: what waits for an answer first, by the day it was promised."""
    rows = queries.threads_of(request.viewer)
    viewed(request, "messages of the setting", {row.thread.child_id for row in rows})
    waiting = [row for row in rows if row.waits_since]
    return shown(request, "messages", waiting=waiting, rest=[row for row in rows if not row.waits_since])


@needs(MESSAGE_ANSWER)
def child_messages(request: Request, child: UUID) -> HttpResponse:
    """Threads about one child, for staff."""
    found = child_shown(request, child, MESSAGE_ANSWER, "messages about a child")
    rows = queries.threads_of(request.viewer, child)
    return shown(request, "child_messages", child=found, rows=rows, tabs=tabs(request, child, "child_messages"))


@needs(MESSAGE_ANSWER)
def begin_messages(request: Request, child: UUID) -> HttpResponse:
    """Staff begin a thread with one adult of the family."""
    viewer = request.viewer
    found = child_shown(request, child, MESSAGE_ANSWER, "form to write to a family")
    people = [
        (one.key.removeprefix("parent:"), one.recipient.label)
        for one in offered_for(viewer, found, professionals=False)
        if one.key.startswith("parent:") and "portal" not in one.recipient.why_not
    ]

    def make(data: QueryDict | None) -> NewThreadForm:
        return NewThreadForm(data, people=people)

    def act(answers: dict[str, Any]) -> str:
        to = UUID(answers.pop("to"))
        thread = actions.open_thread(
            by=viewer, child=child, to_parent=to, site=request.build_absolute_uri("/"), **answers
        )
        return reverse("message_thread", args=[thread.pk])

    context = {"child": found, "back": reverse("child_messages", args=[child]), "nobody": not people}
    return long_form(request, f"message/begin:{child}", "write_message", make, act, **context)


@needs(MESSAGE_ANSWER)
def message_thread(request: Request, thread: UUID) -> HttpResponse:
    """One thread, for staff, with the answer below it."""
    return _thread(request, thread, "message_thread", "child_messages", "message/answer")


@needs(MESSAGE_SEND)
def my_message_thread(request: Request, thread: UUID) -> HttpResponse:
    """One thread, for the adult of the family whose it is."""
    return _thread(request, thread, "my_message_thread", "my_messages", "message/reply")


def _thread(request: Request, key: UUID, page: str, listed: str, form: str) -> HttpResponse:
    row = queries.thread_for(request.viewer, key)
    viewed(request, "a thread of messages", [row.thread.child_id], thing=row.thread)

    def act(answers: dict[str, Any]) -> str:
        actions.write_message(by=request.viewer, thread=key, site=request.build_absolute_uri("/"), **answers)
        notes.success(request, _("Sent."))
        return reverse(page, args=[key])

    context = {"row": row, "back": reverse(listed, args=[row.thread.child_id])}
    return long_form(request, f"{form}:{key}", "thread", MessageForm, act, **context)


@needs(MESSAGE_ANSWER)
@require_POST
def close_thread(request: Request, thread: UUID) -> HttpResponse:
    """Nothing more needs an answer."""
    found = actions.close_thread(by=request.viewer, thread=thread)
    viewed(request, "a thread closed", [found.child_id], thing=found)
    return redirect("messages")


@needs(MESSAGE_SEND)
def family_messages(request: Request) -> HttpResponse:
    """The family's way in: straight to the only child, or a choice."""
    children = list(reachable(request.viewer, Child.objects.order_by("born_on", "sort_name"), CHILD_VIEW))
    if len(children) == 1:
        return redirect("my_messages", child=children[0].pk)
    viewed(request, "choice of children", [child.pk for child in children])
    cards = [{"title": child.name, "href": reverse("my_messages", args=[child.pk])} for child in children]
    return shown(request, "choose_child", cards=cards)


@needs(MESSAGE_SEND)
def my_messages(request: Request, child: UUID) -> HttpResponse:
    """My threads with the school about this child. The other parent's are not here."""
    found = child_shown(request, child, MESSAGE_SEND, "my messages")
    rows = queries.threads_of(request.viewer, child)
    return shown(request, "my_messages", child=found, rows=rows, school=setting_of(request.viewer, child))


@needs(MESSAGE_SEND)
def write_to_school(request: Request, child: UUID) -> HttpResponse:
    """A family begins a thread."""
    viewer = request.viewer
    found = child_shown(request, child, MESSAGE_SEND, "form to write to the school")

    def act(answers: dict[str, Any]) -> str:
        thread = actions.open_thread(by=viewer, child=child, site=request.build_absolute_uri("/"), **answers)
        notes.success(request, _("Sent to the school."))
        return reverse("my_message_thread", args=[thread.pk])

    context = {"child": found, "back": reverse("my_messages", args=[child]), "school": setting_of(viewer, child)}
    return long_form(request, f"message/new:{child}", "write_message", NewThreadForm, act, **context)
