"""An officer's duties: who was asked, accessibility, words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.process.asking import asked, posted, shown_and_sent
from goldenthread.process.submissions import once
from goldenthread.request import Request

from .. import queries
from ..actions import duties as duty_actions
from ..forms import ConsultationForm, GapForm, StatementForm, WordForm
from ..glossary import shipped
from ..models import AskedGroup
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_WRITE

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
            _("Yes") if one.published else _("Not yet"),
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
    return _consultation(request, None, {})


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_consultation(request: Request, consultation: UUID) -> HttpResponse:
    found = queries.consultation(request.viewer, consultation)
    names = ("asking", "group", "topic", "happened_on", "method", "people", "said", "changed", "published")
    return _consultation(request, found.pk, {name: getattr(found, name) for name in names})


def _consultation(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = ConsultationForm(posted(request), initial=initial, today=request.viewer.today)

    def keep() -> str:
        duty_actions.keep_consultation(by=request.viewer, facts=form.cleaned_data, consultation=key)
        messages.success(request, _("Kept."))
        return reverse("office_consultations")

    heading = _("Somebody was asked") if key is None else _("Change what was written down")
    return asked(request, form, keep, heading=heading, submit=_("Save"), back=reverse("office_consultations"))


# Accessibility ----------------------------------------------------------------------------------------------------


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_accessibility(request: Request) -> HttpResponse:
    """What the statement says that only people know, and what does not work yet."""
    viewer = request.viewer
    found = queries.statement(viewer)
    names = ("tested_on", "tested_how", "answer_days")
    initial = {name: getattr(found, name) for name in names} if found else {}
    form = StatementForm(posted(request), initial=initial, today=viewer.today)

    def keep() -> str:
        duty_actions.keep_statement(by=viewer, facts=form.cleaned_data)
        messages.success(request, _("Kept. The statement says that it was prepared today."))
        return reverse("office_accessibility")

    return asked(
        request, form, keep, heading=_("Accessibility statement"), submit=_("Save"), back=reverse("office_list"),
        template="local_offer_sections/office/accessibility.html", gaps=queries.gaps(viewer), today=viewer.today,
    )  # fmt: skip


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def new_office_gap(request: Request) -> HttpResponse:
    return _gap(request, None, {})


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_gap(request: Request, gap: UUID) -> HttpResponse:
    found = queries.gap(request.viewer, gap)
    names = ("what", "who", "instead", "criterion", "found_on", "mend_by", "mended_on")
    return _gap(request, found.pk, {name: getattr(found, name) for name in names})


def _gap(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = GapForm(posted(request), initial=initial, today=request.viewer.today)

    def keep() -> str:
        duty_actions.keep_gap(by=request.viewer, facts=form.cleaned_data, gap=key)
        messages.success(request, _("Kept."))
        return reverse("office_accessibility")

    heading = _("Something that does not work for everybody")
    return asked(request, form, keep, heading=heading, submit=_("Save"), back=reverse("office_accessibility"))


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
    return _word(request, None, {})


@needs(OFFER_PAGE_WRITE)
@shown_and_sent
def office_word(request: Request, area_word: UUID) -> HttpResponse:
    found = queries.word(request.viewer, area_word)
    initial = {"word": found.word, "also": "\n".join(found.also), "meaning": found.meaning, "source": found.source}
    return _word(request, found.pk, initial)


def _word(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = WordForm(posted(request), initial=initial)

    def keep() -> str:
        duty_actions.keep_word(by=request.viewer, facts=form.cleaned_data, area_word=key)
        messages.success(request, _("Kept. It is explained on every page from now on."))
        return reverse("office_words")

    return asked(
        request, form, keep, heading=_("Explain a word"), submit=_("Save"), back=reverse("office_words"),
        template="local_offer_sections/office/word.html", key=key,
    )  # fmt: skip


@needs(OFFER_PAGE_WRITE)
@require_POST
def remove_office_word(request: Request, area_word: UUID) -> HttpResponse:
    def remove() -> str:
        duty_actions.remove_word(by=request.viewer, area_word=area_word)
        messages.success(request, _("Taken away."))
        return reverse("office_words")

    return once(request, remove)
