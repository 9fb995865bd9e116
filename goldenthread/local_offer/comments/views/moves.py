"""The forms of an officer: one move each, sent once, then back to the comment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.design_system.forms import Form
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.request import Request

from ...models import Comment
from ...permissions import COMMENT_HANDLE, COMMENT_SIGN_OFF
from .. import actions, queries
from ..forms import WHOLE, ChooseResponseForm, ConfirmForm, ReasonForm, RedactForm, TriageForm, WithholdForm
from ..unconfirmed import unconfirmed


def one_move(
    request: Request, comment: Comment, form: Form, act: Callable[[dict[str, Any]], object], *,
    heading: str, submit: str, done: str, kind: str = "primary", words: bool = True, more: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """Show a form about a comment, or do what it asks. words: whether the words as they came stand above it."""
    back = reverse("handle_comment", args=[comment.pk])

    def send() -> str:
        act(form.cleaned_data)
        messages.success(request, done)
        return back

    return asked(
        request, form, send, heading=heading, submit=submit, back=back, kind=kind,
        template="local_offer/comments/move.html", comment=comment, words=words, **(more or {}),
    )  # fmt: skip


@needs(COMMENT_HANDLE)
@shown_and_sent
def triage_comment(request: Request, comment: UUID) -> HttpResponse:
    found = queries.comment_for(request.viewer, comment)
    form = TriageForm(posted(request), initial={"about": found.about, "theme": found.theme or WHOLE})

    def act(said: dict[str, Any]) -> None:
        theme = said["theme"].replace(WHOLE, "")
        actions.triage_comment(by=request.viewer, comment=comment, about=said["about"], theme=theme)

    return one_move(
        request, found, form, act, heading=_("What is it about?"), submit=_("Save"), done=_("Saved. Next: redaction.")
    )


@needs(COMMENT_HANDLE)
@shown_and_sent
def redact_comment(request: Request, comment: UUID) -> HttpResponse:
    found = queries.comment_for(request.viewer, comment)
    form = RedactForm(posted(request), initial={"text": found.published_text or found.words})
    return one_move(
        request,
        found,
        form,
        lambda said: actions.redact_comment(by=request.viewer, comment=comment, text=said["text"]),
        heading=_("Redact the comment"),
        submit=_("Save the text"),
        done=_("Saved. A second person has to sign it off before anybody reads it."),
    )


@needs(COMMENT_HANDLE)
@shown_and_sent
def confirm_words(request: Request, comment: UUID) -> HttpResponse:
    """Why what looks like a name tells nobody who it is. With nothing left to confirm, back to the comment."""
    found = queries.comment_for(request.viewer, comment)
    finds = unconfirmed(found) if found.state == "redacted" else []
    if not finds:
        return redirect("handle_comment", comment=comment)
    form = ConfirmForm(posted(request), finds=finds)
    return one_move(
        request,
        found,
        form,
        lambda _said: actions.confirm_words(by=request.viewer, comment=comment, reasons=form.reasons),
        heading=_("Does this tell who somebody is?"),
        submit=_("Save the reasons"),
        done=_("Your reasons are kept with the comment."),
        words=False,
        more={"published_text": found.published_text},
    )


@needs(COMMENT_SIGN_OFF)
@shown_and_sent
def send_comment_back(request: Request, comment: UUID) -> HttpResponse:
    found = queries.comment_for(request.viewer, comment)
    return one_move(
        request,
        found,
        ReasonForm(posted(request)),
        lambda said: actions.send_back(by=request.viewer, comment=comment, reason=said["reason"]),
        heading=_("Send it back for another redaction"),
        submit=_("Send it back"),
        done=_("It waits for another redaction."),
    )


@needs(COMMENT_HANDLE)
@shown_and_sent
def withhold_comment(request: Request, comment: UUID) -> HttpResponse:
    found = queries.comment_for(request.viewer, comment)

    def act(said: dict[str, Any]) -> None:
        actions.withhold_comment(
            by=request.viewer, comment=comment, withheld_reason=said["withheld_reason"], reason=said["reason"]
        )

    return one_move(
        request, found, WithholdForm(posted(request)), act, heading=_("Do not publish this comment"), kind="warning",
        submit=_("Withhold it"), done=_("It is not published. Only its number is counted in public."),
        more={"complaints": True},
    )  # fmt: skip


@needs(COMMENT_HANDLE)
@shown_and_sent
def take_comment_down(request: Request, comment: UUID) -> HttpResponse:
    return _back_to_redaction(
        request, comment, "take_down", _("Take this comment down"), _("Take it down"), _("Nobody can read it any more.")
    )


@needs(COMMENT_HANDLE)
@shown_and_sent
def look_at_comment_again(request: Request, comment: UUID) -> HttpResponse:
    return _back_to_redaction(
        request,
        comment,
        "look_again",
        _("Look at this comment again"),
        _("Open it again"),
        _("It waits for redaction."),
    )


def _back_to_redaction(
    request: Request, comment: UUID, move: str, heading: str, submit: str, done: str
) -> HttpResponse:
    found = queries.comment_for(request.viewer, comment)
    return one_move(
        request,
        found,
        ReasonForm(posted(request)),
        lambda said: actions.back_to_redaction(by=request.viewer, comment=comment, move=move, reason=said["reason"]),
        heading=heading,
        submit=submit,
        done=done,
        kind="warning",
    )


@needs(COMMENT_HANDLE)
@shown_and_sent
def answer_comment(request: Request, comment: UUID) -> HttpResponse:
    """Choose the response that answers it. A new one is written on its own page, and chosen here."""
    found = queries.comment_for(request.viewer, comment)
    responses = [(str(one.pk), Truncator(one.text).words(25)) for one in queries.responses_for(request.viewer)]
    if not responses:
        messages.info(request, _("Write a response first. Then choose it for this comment."))
        return redirect("new_comment_response")
    form = ChooseResponseForm(posted(request), responses=responses, initial={"response": str(found.response_id or "")})
    return one_move(
        request,
        found,
        form,
        lambda said: actions.answer_comment(by=request.viewer, comment=comment, response=UUID(said["response"])),
        heading=_("Answer the comment"),
        submit=_("Show them together"),
        done=_("The comment and its answer are shown together."),
        more={"new_response": True},
    )
