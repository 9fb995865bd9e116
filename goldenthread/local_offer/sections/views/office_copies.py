"""An officer's list of copies that were asked for, and one of them to its end."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.states import state
from goldenthread.design_system.components.words import date
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from .. import queries
from ..actions.copies import move_request
from ..copies import KEPT_FOR, KEPT_OPEN
from ..copy_states import COPY_REQUEST
from ..forms import GiveUpForm
from ..languages import LANGUAGES
from ..models import CopyRequest, PublishedPage
from ..permissions import COPY_REQUEST_HANDLE

_MOST = 200


@needs(COPY_REQUEST_HANDLE)
@require_safe
def office_copies(request: Request) -> HttpResponse:
    """Requests that wait, those to be sent first at the top; ?ended=1 shows those that have ended."""
    ended = request.GET.get("ended") == "1"
    found = list(queries.copy_requests(request.viewer, ended=ended)[:_MOST])
    table = _table(request, found) if found else None
    return render(request, "local_offer_sections/office/copies.html", {"table": table, "ended": ended, "most": _MOST})


def _table(request: Request, found: list[CopyRequest]) -> Table:
    columns = [
        Column(_("Request")),
        Column(_("In which form")),
        Column(_("Asked on")),
        Column(_("Send by")),
        Column(_("Stands at")),
    ]
    lines = [
        [
            Cell(one.reference, reverse("office_copy", args=[one.pk])),
            _form_words(one),
            date(one.asked_on),
            _send_by(request, one),
            str(COPY_REQUEST.states[one.state][0]),
        ]
        for one in found
    ]
    return Table(_("Copies asked for"), columns, lines)


def _send_by(request: Request, one: CopyRequest) -> object:
    late = one.ended_on is None and one.send_by < request.viewer.today
    return state("late", _("Past %(day)s") % {"day": one.send_by.strftime("%d/%m")}) if late else date(one.send_by)


def _form_words(one: CopyRequest) -> str:
    language = LANGUAGES.get(one.language)
    return f"{one.get_form_display()}: {language.english}" if language else one.get_form_display()


@needs(COPY_REQUEST_HANDLE)
@require_safe
def office_copy(request: Request, copy_request: UUID) -> HttpResponse:
    """One request: what is wanted, where it goes, and the moves open to this officer. Opening it is noted in the log."""
    found = queries.copy_request(request.viewer, copy_request)
    viewed(request, "who asked for a copy", [], thing=found)
    label, turn = COPY_REQUEST.states[found.state]
    names = {"make": _("Begun"), "send": _("Sent"), "give_up": _("Could not be sent")}
    context = {
        "request_": found, "form_words": _form_words(found), "label": label, "turn": turn,
        "moves": {
            move.name for move in COPY_REQUEST.open_to(request.viewer, found.state)
            if found.wiped_on is None or move.name == "give_up"
        },
        "entries": [(entry, names[entry.move]) for entry in found.entries.select_related("by")],
        "page": PublishedPage.objects.filter(authority_id=found.authority_id, slug=found.page).first(),
        "late": found.ended_on is None and found.send_by < request.viewer.today,
        "kept_days": KEPT_FOR.days, "open_days": KEPT_OPEN.days,
        "submission_key": new_submission_key(),
    }  # fmt: skip
    return render(request, "local_offer_sections/office/copy.html", context)


@needs(COPY_REQUEST_HANDLE)
@require_POST
def move_office_copy(request: Request, copy_request: UUID) -> HttpResponse:
    """Begun, or sent."""
    move = "send" if request.POST.get("move") == "send" else "make"

    def go() -> str:
        move_request(by=request.viewer, copy_request=copy_request, move=move)
        messages.success(request, _("Noted as sent.") if move == "send" else _("Noted as begun."))
        return reverse("office_copy", args=[copy_request])

    return once(request, go)


@needs(COPY_REQUEST_HANDLE)
@shown_and_sent
def give_up_office_copy(request: Request, copy_request: UUID) -> HttpResponse:
    """Say why a copy cannot be sent."""
    found = queries.copy_request(request.viewer, copy_request)
    form = GiveUpForm(posted(request))

    def go() -> str:
        move_request(by=request.viewer, copy_request=found.pk, move="give_up", reason=form.cleaned_data["reason"])
        messages.success(request, _("Noted. Tell the person why, if you can reach them."))
        return reverse("office_copy", args=[found.pk])

    back = reverse("office_copy", args=[found.pk])
    return asked(request, form, go, heading=_("It cannot be sent"), submit=_("Save"), back=back)
