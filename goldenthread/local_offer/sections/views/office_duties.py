"""An officer's duties: who was asked, accessibility, words."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.process.asking import shown_and_sent
from goldenthread.process.long_form import Page
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import duties as duty_actions
from ..forms import ConsultationForm, GapForm, StatementForm, WordForm
from ..glossary import shipped
from ..models import AskedGroup
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_WRITE
from ..shared import CONSULTATION, GAP, STATEMENT, WORD, Seen, values_of
from .keeping import keep_form

# Who was asked ----------------------------------------------------------------------------------------------------


@needs(OFFER_DUTY_KEEP)
@require_safe
def office_consultations(request: Request) -> HttpResponse:
    """Every time that people were asked, and whom regulation 54 names that nobody has asked yet."""
    found = list(queries.consultations(request.viewer))
    asked = {one.group for one in found}
    columns = [
        Column(_("When")),
        Column(_("Who")),
        Column(_("How")),
        Column(_("People"), numeric=True),
        Column(_("Shown")),
    ]
    lines = [
        [
            Cell(one.happened_on.isoformat(), reverse("office_consultation", args=[one.pk])),
            one.get_group_display(),
            one.method,
            one.people,
            Cell(_("Yes") if one.published else _("Not yet"), reverse("show_office_consultation", args=[one.pk])),
        ]
        for one in found
    ]
    context = {
        "table": Table(_("People who were asked"), columns, lines) if found else None,
        "never": [label for value, label in AskedGroup.choices if value not in asked and value != AskedGroup.OTHERS],
    }
    return render(request, "local_offer_sections/office/consultations.html", context)


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def new_office_consultation(request: Request) -> HttpResponse:
    return _consultation(request, None)


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_consultation(request: Request, consultation: UUID) -> HttpResponse:
    return _consultation(request, consultation)


def _consultation(request: Request, key: UUID | None) -> HttpResponse:
    viewer, back = request.viewer, reverse("office_consultations")

    def now() -> Seen | None:
        return None if key is None else values_of(queries.consultation(viewer, key), CONSULTATION)

    seen = now()

    def keep(form: ConsultationForm) -> str:
        kept = duty_actions.keep_consultation(by=viewer, facts=form.cleaned_data, consultation=key, seen=seen)
        colleague = _("Kept. Everybody reads it once a colleague has read it and shows it.")
        messages.success(request, _("Kept.") if kept.published else colleague)
        return back

    page = Page(
        name=f"offer_consultation/change:{key}" if key else "offer_consultation/new", submit=_("Save"), back=back,
        heading=_("Change what was written down") if key else _("Somebody was asked"),
    )  # fmt: skip
    return keep_form(
        request, page, make=lambda data: ConsultationForm(data, initial=seen or {}, today=viewer.today), act=keep,
        names=CONSULTATION, now=now,
    )  # fmt: skip


# Accessibility ----------------------------------------------------------------------------------------------------


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_accessibility(request: Request) -> HttpResponse:
    """What the statement says that only people know, and what does not work yet."""
    viewer = request.viewer

    def now() -> Seen:
        return values_of(queries.statement(viewer), STATEMENT)

    seen = now()

    def keep(form: StatementForm) -> str:
        duty_actions.keep_statement(by=viewer, facts=form.cleaned_data, seen=seen)
        messages.success(request, _("Kept. The statement says that it was prepared today."))
        return reverse("office_accessibility")

    page = Page(
        name="offer_statement/change", heading=_("Accessibility statement"), submit=_("Save"), back=reverse("office_list"),
        template="local_offer_sections/office/accessibility.html",
        more={"gaps": queries.gaps(viewer), "today": viewer.today},
    )  # fmt: skip
    return keep_form(
        request, page, make=lambda data: StatementForm(data, initial=seen, today=viewer.today), act=keep,
        names=STATEMENT, now=now,
    )  # fmt: skip


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def new_office_gap(request: Request) -> HttpResponse:
    return _gap(request, None)


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_gap(request: Request, gap: UUID) -> HttpResponse:
    return _gap(request, gap)


def _gap(request: Request, key: UUID | None) -> HttpResponse:
    viewer, back = request.viewer, reverse("office_accessibility")

    def now() -> Seen | None:
        return None if key is None else values_of(queries.gap(viewer, key), GAP)

    seen = now()

    def keep(form: GapForm) -> str:
        duty_actions.keep_gap(by=viewer, facts=form.cleaned_data, gap=key, seen=seen)
        messages.success(request, _("Kept."))
        return back

    page = Page(
        name=f"offer_gap/change:{key}" if key else "offer_gap/new", submit=_("Save"), back=back,
        heading=_("Something that does not work for everybody"),
    )  # fmt: skip
    return keep_form(
        request, page, make=lambda data: GapForm(data, initial=seen or {}, today=viewer.today), act=keep, names=GAP,
        now=now,
    )  # fmt: skip


# Words ------------------------------------------------------------------------------------------------------------


@needs(OFFER_PAGE_WRITE)
@require_safe
def office_words(request: Request) -> HttpResponse:
    """The area's own explanations, and how many ship with the product."""
    found = list(queries.words(request.viewer))
    columns = [Column(_("Word")), Column(_("What it means"))]
    lines = [[Cell(one.word, reverse("office_word", args=[one.pk])), one.meaning] for one in found]
    table = Table(_("Words that you explain yourselves"), columns, lines) if found else None
    return render(request, "local_offer_sections/office/words.html", {"table": table, "shipped": len(shipped())})


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def new_office_word(request: Request) -> HttpResponse:
    return _word(request, None)


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def office_word(request: Request, area_word: UUID) -> HttpResponse:
    return _word(request, area_word)


def _word(request: Request, key: UUID | None) -> HttpResponse:
    viewer, back = request.viewer, reverse("office_words")

    def now() -> Seen | None:
        return None if key is None else values_of(queries.word(viewer, key), WORD)

    seen = now()
    initial = {**seen, "also": "\n".join(seen["also"])} if seen else {}

    def keep(form: WordForm) -> str:
        duty_actions.keep_word(by=viewer, facts=form.cleaned_data, area_word=key, seen=seen)
        messages.success(request, _("Kept. It is explained on every page from now on."))
        return back

    page = Page(
        name=f"offer_word/change:{key}" if key else "offer_word/new", heading=_("Explain a word"), submit=_("Save"),
        back=back, template="local_offer_sections/office/word.html", more={"key": key},
    )  # fmt: skip
    return keep_form(
        request, page, make=lambda data: WordForm(data, initial=initial), act=keep, names=WORD, now=now
    )  # fmt: skip


@needs(OFFER_PAGE_WRITE)
@require_POST
def remove_office_word(request: Request, area_word: UUID) -> HttpResponse:
    def remove() -> str:
        duty_actions.remove_word(by=request.viewer, area_word=area_word)
        messages.success(request, _("Taken away."))
        return reverse("office_words")

    return once(request, remove)
