"""Letters, for those who send them."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.children.models import Child
from goldenthread.design_system.forms import Form
from goldenthread.documents import pdf
from goldenthread.documents.handing_over import hand_over, shows_kept_files
from goldenthread.process.keeping import fill_again, forget, page_name
from goldenthread.process.submissions import once
from goldenthread.request import Request

from ..actions import letters as actions
from ..checks import professionals_may_be_asked, why_not
from ..forms.letters import LetterForm, SendForm
from ..kinds import FREE, kind_of, to_begin
from ..models import Letter, State
from ..names import names_found
from ..permissions import LETTER_SEND
from ..queries import letters as queries
from ..recipients import key_of, offered_for, recipient_of
from ..rendering import copy_of, is_as_looked_at
from .sharing import child_shown, long_form, shown, tabs


@needs(LETTER_SEND)
def letters(request: Request) -> HttpResponse:
    """Every letter of the setting that somebody has to see to."""
    rows = queries.letters_to_see_to(request.viewer)
    viewed(request, "letters to see to", {row.letter.child_id for row in rows})
    return shown(request, "letters", rows=rows)


@needs(LETTER_SEND)
def child_letters(request: Request, child: UUID) -> HttpResponse:
    """Every letter about one child, and which kinds can be begun."""
    found = child_shown(request, child, LETTER_SEND, "list of letters")
    rows = queries.letters_about(request.viewer, child)
    return shown(
        request,
        "child_letters",
        child=found,
        rows=rows,
        kinds=to_begin(request.viewer, child),
        tabs=tabs(request, child, "child_letters"),
    )


def _key(text: str) -> UUID | None:
    """A key from an address's query. Raises NotFound when it is none."""
    try:
        return UUID(text) if text else None
    except ValueError as error:
        raise NotFound("about") from error


@needs(LETTER_SEND)
def write_letter(request: Request, child: UUID) -> HttpResponse:
    """Begin a letter: to whom, how, what it says, what goes with it. Then look at it."""
    viewer = request.viewer
    found = child_shown(request, child, LETTER_SEND, "form to write a letter")
    kind = kind_of(request.GET.get("kind", FREE))
    about = _key(request.GET.get("about", ""))
    if kind.about_needed and about is None:
        raise NotFound("about")

    def act(answers: dict[str, Any]) -> str:
        letter = actions.write_letter(by=viewer, child=child, kind=kind.key, about=about, **_answers(answers))
        actions.preview_letter(by=viewer, letter=letter.pk)
        return reverse("letter", args=[letter.pk])

    context = {"child": found, "kind": kind, "back": reverse("child_letters", args=[child])}
    name = page_name(request)  # the address says which kind of letter, and about what: each has a draft of its own
    return long_form(request, name, "write", _form_for(request, found, kind.key == FREE), act, **context)


def _answers(answers: dict[str, Any]) -> dict[str, Any]:
    return answers | {"documents": [UUID(key) for key in answers.get("documents") or []]}


def _form_for(request: Request, child: Child, free: bool, initial: dict[str, Any] | None = None) -> Any:
    people = offered_for(request.viewer, child, professionals=professionals_may_be_asked())
    documents = queries.may_be_enclosed(request.viewer, child.pk)

    def make(data: QueryDict | None) -> Form:
        return LetterForm(data, people=people, documents=documents, free=free, initial=initial or {})

    return make


@needs(LETTER_SEND)
def change_letter(request: Request, letter: UUID) -> HttpResponse:
    """Change a letter that has not left."""
    viewer = request.viewer
    found = _letter(request, letter, "form to change a letter")
    if not found.is_open:
        raise Refused(_("This letter can no longer be changed. Call it back first, or write another."))

    def act(answers: dict[str, Any]) -> str:
        actions.change_letter(by=viewer, letter=letter, **_answers(answers))
        actions.preview_letter(by=viewer, letter=letter)
        return reverse("letter", args=[letter])

    enclosed = [str(one.document_id) for one in found.enclosures.all()]
    initial = {"to": key_of(found), "channel": found.channel, "subject": found.subject, "words": found.words}
    make = _form_for(request, found.child, found.kind == FREE, initial | {"documents": enclosed})
    context = {"child": found.child, "kind": kind_of(found.kind), "back": reverse("letter", args=[letter])}
    return long_form(request, f"letter/change:{letter}", "write", make, act, **context)


def _letter(request: Request, key: UUID, what: str) -> Letter:
    found = queries.letter_for(request.viewer, key)
    viewed(request, what, [found.child_id], thing=found)
    return found


@needs(LETTER_SEND)
def letter(request: Request, letter: UUID) -> HttpResponse:
    """Before it leaves: this recipient's exact copy, who is named in it, and Send. Afterwards: what became of it."""
    viewer = request.viewer
    found = _letter(request, letter, "a letter")
    recipient = recipient_of(found, viewer.today)
    enclosed = [one.document for one in found.enclosures.select_related("document")]
    shut = queries.bears_withheld_address(found)
    context: dict[str, Any] = {
        "letter": found,
        "kind": kind_of(found.kind),
        "recipient": recipient,
        "enclosed": enclosed,
        "pages": () if shut else range(1, len(found.pictures) + 1),
        "words": queries.kept_words(found) if found.page_sha256 and not shut else "",
        "shut": shut,
        "now": timezone.now(),
        "minutes": int(settings.UNDO_WINDOW.total_seconds() // 60),
    }
    if found.state == State.PREVIEWED:
        before = _before_sending(request, found)
        form = SendForm()
        fill_again(request, form)
        return shows_kept_files(shown(request, "preview", **context, **before, form=form))
    row = (
        next(row for row in queries.letters_about(viewer, found.child_id) if row.letter == found)
        if found.state != State.ABANDONED
        else None
    )
    return shows_kept_files(shown(request, "fate", **context, row=row))


def _before_sending(request: Request, found: Letter) -> dict[str, Any]:
    """Everything a sender must know before pressing Send. Nothing is offered that would be refused."""
    try:
        copy = copy_of(request.viewer, found)
    except Refused as refusal:
        return {"reasons": [str(refusal.sentence)]}
    same = is_as_looked_at(found, copy)
    reasons = [] if same else [_("What the letter says or where it goes has changed since it was made ready.")]
    return {
        "reasons": reasons + why_not(request.viewer, found, copy),
        "names": names_found(request.viewer, found, copy.text),
        "unprintable": pdf.unprintable_characters(copy.document),
    }


@needs(LETTER_SEND)
def letter_page(request: Request, letter: UUID) -> HttpResponse:
    """The picture of one sheet of the kept copy, for the sender to look at. ?number= counts from 1."""
    found = _letter(request, letter, "a sheet of a letter")
    number = re.fullmatch(r"[0-9]{1,3}", request.GET.get("number", "1"))
    if number is None:
        raise NotFound("sheet of a letter")
    return hand_over(request, "letter-sheet", found.pk, int(number[0]))


@needs(LETTER_SEND)
@require_POST
def look_again(request: Request, letter: UUID) -> HttpResponse:
    """Make the copy anew from what the record says now."""
    found = _letter(request, letter, "a letter made ready")
    actions.preview_letter(by=request.viewer, letter=found.pk)
    return redirect("letter", letter=letter)


@needs(LETTER_SEND)
@require_POST
def send_letter(request: Request, letter: UUID) -> HttpResponse:
    """Send: it waits for the undo window, then leaves."""
    viewer = request.viewer
    found = _letter(request, letter, "a letter to send")
    form = SendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it cannot wait, or let it wait."))
        return redirect("letter", letter=letter)

    def act() -> str:
        actions.hold_letter(
            by=viewer,
            letter=found.pk,
            looked_at=request.POST.get("looked_at", ""),
            site=request.build_absolute_uri("/"),
            urgent_because=form.cleaned_data["urgent_because"] if form.cleaned_data["urgent"] else "",
        )
        page = reverse("letter", args=[letter])
        forget(request, page)
        return page

    return once(request, act)


@needs(LETTER_SEND)
@require_POST
def call_back_letter(request: Request, letter: UUID) -> HttpResponse:
    _letter(request, letter, "a letter called back")
    actions.call_back(by=request.viewer, letter=letter)
    messages.success(request, _("Called back. It has not left."))
    return redirect("letter", letter=letter)


@needs(LETTER_SEND)
@require_POST
def do_not_send(request: Request, letter: UUID) -> HttpResponse:
    found = _letter(request, letter, "a letter given up")
    actions.abandon_letter(by=request.viewer, letter=letter)
    messages.success(request, _("It will not be sent."))
    return redirect("child_letters", child=found.child_id)


@needs(LETTER_SEND)
@require_POST
def print_letter(request: Request, letter: UUID) -> HttpResponse:
    """The sheets to print, checked once more: the same bytes that were looked at."""
    found = actions.letter_to_print(by=request.viewer, letter=letter)
    viewed(request, "a letter to print", [found.child_id], thing=found)
    return hand_over(request, "letter-to-print", letter)


@needs(LETTER_SEND)
@require_POST
def letter_posted(request: Request, letter: UUID) -> HttpResponse:
    _letter(request, letter, "a letter posted")
    actions.note_posting(by=request.viewer, letter=letter)
    messages.success(request, _("Noted."))
    return redirect("letter", letter=letter)


def as_page(html: str) -> Any:
    """A kept page of ours for a template. It was escaped when it was made, and its digest is checked when it is read."""
    return mark_safe(html)  # noqa: S308 - made by documents.page, which escapes, and verified by its digest
