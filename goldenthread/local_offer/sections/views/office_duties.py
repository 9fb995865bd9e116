"""An officer's duties: who was asked, accessibility, words."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.process.submissions import new_submission_key, once
from goldenthread.request import Request

from .. import queries
from ..actions import duties as duty_actions
from ..forms import ConsultationForm, GapForm, StatementForm, WordForm
from ..glossary import shipped
from ..models import AskedGroup
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_WRITE

_methods = require_http_methods(["GET", "HEAD", "POST"])
_MOST_LINKS = 200


def _form(request: Request, context: dict[str, Any]) -> HttpResponse:
    return render(request, "local_offer_sections/office/form.html", {"key": new_submission_key()} | context)


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
@_methods
def new_office_consultation(request: Request) -> HttpResponse:
    return _consultation(request, None, {})


@needs(OFFER_DUTY_KEEP)
@_methods
def office_consultation(request: Request, consultation: UUID) -> HttpResponse:
    found = queries.consultation(request.viewer, consultation)
    names = ("asking", "group", "topic", "happened_on", "method", "people", "said", "changed", "published")
    return _consultation(request, found.pk, {name: getattr(found, name) for name in names})


def _consultation(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = ConsultationForm(
        request.POST if request.method == "POST" else None, initial=initial, today=request.viewer.today
    )

    def keep() -> str:
        duty_actions.keep_consultation(by=request.viewer, facts=form.cleaned_data, consultation=key)
        messages.success(request, _("Kept."))
        return reverse("office_consultations")

    if request.method == "POST" and form.is_valid():
        return once(request, keep)
    heading = _("Somebody was asked") if key is None else _("Change what was written down")
    return _form(
        request, {"form": form, "heading": heading, "back": reverse("office_consultations"), "submit": _("Save")}
    )


# Accessibility ----------------------------------------------------------------------------------------------------


@needs(OFFER_DUTY_KEEP)
@_methods
def office_accessibility(request: Request) -> HttpResponse:
    """What the statement says that only people know, and what does not work yet."""
    viewer = request.viewer
    found = queries.statement(viewer)
    names = ("tested_on", "tested_how", "answer_days")
    initial = {name: getattr(found, name) for name in names} if found else {}
    form = StatementForm(request.POST if request.method == "POST" else None, initial=initial, today=viewer.today)

    def keep() -> str:
        duty_actions.keep_statement(by=viewer, facts=form.cleaned_data)
        messages.success(request, _("Kept. The statement says that it was prepared today."))
        return reverse("office_accessibility")

    if request.method == "POST" and form.is_valid():
        return once(request, keep)
    context = {"form": form, "gaps": queries.gaps(viewer), "today": viewer.today, "key": new_submission_key()}
    return render(request, "local_offer_sections/office/accessibility.html", context)


@needs(OFFER_DUTY_KEEP)
@_methods
def new_office_gap(request: Request) -> HttpResponse:
    return _gap(request, None, {})


@needs(OFFER_DUTY_KEEP)
@_methods
def office_gap(request: Request, gap: UUID) -> HttpResponse:
    found = queries.gap(request.viewer, gap)
    names = ("what", "who", "instead", "criterion", "found_on", "mend_by", "mended_on")
    return _gap(request, found.pk, {name: getattr(found, name) for name in names})


def _gap(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = GapForm(request.POST if request.method == "POST" else None, initial=initial, today=request.viewer.today)

    def keep() -> str:
        duty_actions.keep_gap(by=request.viewer, facts=form.cleaned_data, gap=key)
        messages.success(request, _("Kept."))
        return reverse("office_accessibility")

    if request.method == "POST" and form.is_valid():
        return once(request, keep)
    context = {
        "form": form,
        "heading": _("Something that does not work for everybody"),
        "back": reverse("office_accessibility"),
        "submit": _("Save"),
    }
    return _form(request, context)


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
@_methods
def new_office_word(request: Request) -> HttpResponse:
    return _word(request, None, {})


@needs(OFFER_PAGE_WRITE)
@_methods
def office_word(request: Request, area_word: UUID) -> HttpResponse:
    found = queries.word(request.viewer, area_word)
    initial = {"word": found.word, "also": "\n".join(found.also), "meaning": found.meaning, "source": found.source}
    return _word(request, found.pk, initial)


def _word(request: Request, key: UUID | None, initial: dict[str, Any]) -> HttpResponse:
    form = WordForm(request.POST if request.method == "POST" else None, initial=initial)

    def keep() -> str:
        duty_actions.keep_word(by=request.viewer, facts=form.cleaned_data, area_word=key)
        messages.success(request, _("Kept. It is explained on every page from now on."))
        return reverse("office_words")

    if request.method == "POST" and form.is_valid():
        return once(request, keep)
    context = {"form": form, "heading": _("Explain a word"), "back": reverse("office_words"), "submit": _("Save")}
    if key is not None:
        context |= {"remove": reverse("remove_office_word", args=[key]), "remove_text": _("Take this explanation away")}
    return _form(request, context)


@needs(OFFER_PAGE_WRITE)
@require_POST
def remove_office_word(request: Request, area_word: UUID) -> HttpResponse:
    def remove() -> str:
        duty_actions.remove_word(by=request.viewer, area_word=area_word)
        messages.success(request, _("Taken away."))
        return reverse("office_words")

    return once(request, remove)
