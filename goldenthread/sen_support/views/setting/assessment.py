"""Assess: four voices side by side, what was measured over time, and what it shows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.charts import LineChart
from goldenthread.documents.permissions import DOCUMENT_ADD
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.request import Request

from ...actions.cycles import begin_cycle, finish_assessment, write_analysis
from ...actions.measures import add_reading, begin_measure
from ...actions.voices import Said, add_words, mend_words, record_change
from ...forms.plans import AnalysisForm, MeasureForm, ReadingForm
from ...forms.voices import ChangeForm, MendForm, OthersWordsForm
from ...models import Audience, Measure, Reading, Voice
from ...permissions import ASSESSMENT_WRITE, PLAN_VIEW, VOICE_ADD, VOICE_READ
from ...queries.plans import cycle_for, measure_for, measures_of, open_cycle, readings_of
from ...queries.reviews import reviews_about
from ...queries.words import by_voice, earlier_wordings, reports_to_name, words_about, words_for
from ..common import about, for_staff


@needs(PLAN_VIEW)
def assessment(request: Request, child: UUID) -> HttpResponse:
    found = about(request, child, PLAN_VIEW, "assessment")
    measures = list(measures_of(request.viewer, found.pk))
    readings = readings_of(request.viewer, measures)
    context = for_staff(request, found, "assessment") | {
        "cycle": open_cycle(request.viewer, found.pk),
        "voices": by_voice(words_about(request.viewer, found.pk)),
        "charts": [(one, chart_of(one, readings[one.pk]) if readings[one.pk] else None) for one in measures],
        "may_write": request.viewer.has(ASSESSMENT_WRITE.name),
        "may_read": request.viewer.has(VOICE_READ.name),
    }
    return render(request, "sen_support/assessment.html", context)


def chart_of(measure: Measure, readings: list[Reading]) -> LineChart:
    """Readings over time, with a sentence that says which way they went and whether that is better. Needs one."""
    points = [(date_format(one.on, "j M"), one.value) for one in readings]
    return LineChart(
        title=measure.name, points=points, column=_("Day"), measure=measure.name, unit=measure.unit,
        sentence=way_of(measure, readings),
    )  # fmt: skip


def way_of(measure: Measure, readings: list[Reading]) -> str:
    first, last = readings[0], readings[-1]
    values = {
        "name": measure.name, "first": f"{first.value:g}", "from": date_format(first.on, "j F Y"),
        "last": f"{last.value:g}", "to": date_format(last.on, "j F Y"), "unit": measure.unit,
    }  # fmt: skip
    if len(readings) == 1:
        return _("%(name)s: %(last)s %(unit)s on %(to)s.") % values
    if first.value == last.value:
        return _("%(name)s has stayed at %(last)s %(unit)s from %(from)s to %(to)s.") % values
    better = (last.value > first.value) == measure.higher_is_better
    values["way"] = _("better") if better else _("worse")
    return _("%(name)s went from %(first)s on %(from)s to %(last)s %(unit)s on %(to)s, which is %(way)s.") % values


@needs(ASSESSMENT_WRITE)
@require_POST
def begin(request: Request, child: UUID) -> HttpResponse:
    begin_cycle(by=request.viewer, child=child)
    messages.success(request, _("A new cycle has begun. First step: assess."))
    return redirect("assessment", child=child)


@needs(ASSESSMENT_WRITE)
def write_what_it_shows(request: Request, cycle: UUID) -> HttpResponse:
    found = cycle_for(request.viewer, cycle)
    viewed(request, "write the assessment", [found.child_id], thing=found)
    page = Page(
        name=f"cycle/analysis:{found.pk}",
        heading=_("What the assessment of %s shows") % found.child.first_name,
        submit=_("Save"),
        back=reverse("assessment", args=[found.child_id]),
        more=for_staff(request, found.child, "assessment"),
    )
    start = {"analysis": found.analysis, "parents_part": found.parents_part}
    names = {"analysis": _("What the assessment shows"), "parents_part": _("What the parents do at home")}
    shared = Shared({names[name]: value for name, value in start.items()})

    def send(form: Any) -> str:
        write_analysis(by=request.viewer, cycle=found.pk, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return reverse("assessment", args=[found.child_id])

    others = OtherChildren(request.viewer, found.child_id)
    return long_form(
        request, page, make=lambda data: AnalysisForm(data, initial=start, other_children=others), act=send,
        shared=shared,
    )  # fmt: skip


@needs(ASSESSMENT_WRITE)
@require_POST
def finish(request: Request, cycle: UUID) -> HttpResponse:
    found = cycle_for(request.viewer, cycle)
    finish_assessment(by=request.viewer, cycle=found.pk)
    messages.success(request, _("The assessment is done. Now write the plan with the family."))
    return redirect("plan", cycle=found.pk)


@needs(VOICE_ADD)
def add_words_of(request: Request, child: UUID) -> HttpResponse:
    """Write down what a child, a parent, a colleague or a professional said."""
    found = about(request, child, VOICE_ADD, "write down words")
    page = Page(
        name=f"words/add:{found.pk}",
        heading=_("Write down what somebody said"),
        submit=_("Keep these words"),
        back=reverse("assessment", args=[found.pk]),
        more=for_staff(request, found, "assessment"),
    )
    voice = request.GET.get("voice", "")
    coming = [one for one in reviews_about(request.viewer, found.pk) if one.state != "held"]
    review = next((one for one in coming if str(one.pk) == request.GET.get("review")), None)
    offered: dict[str, Any] = {
        "reports": reports_to_name(request.viewer, found.pk),
        "may_add": request.viewer.has(DOCUMENT_ADD.name),
        "other_children": OtherChildren(request.viewer, found.pk),
    }
    start = {"voice": voice if voice in Voice else "", "said_by": request.viewer.name if voice == "teacher" else ""}
    start |= {"said_by": found.first_name, "how": "said"} if voice == "child" else {}

    def send(form: Any) -> str:
        cycle = review.cycle if review else open_cycle(request.viewer, found.pk)
        said = Said(**form.said)
        add_words(by=request.viewer, child=found.pk, said=said, cycle=cycle, review=review, taken=form.taken)
        messages.success(request, _("The words are kept as they were given."))
        return reverse("assessment", args=[found.pk])

    def make(data: QueryDict | None) -> OthersWordsForm:
        return OthersWordsForm(data, request.FILES or None, initial=start, **offered)

    return long_form(request, page, make=make, act=send)


@needs(VOICE_ADD)
def mend_words_of(request: Request, words: UUID) -> HttpResponse:
    said = words_for(request.viewer, words)
    if said.recorded_by_id != request.viewer.person:
        raise NotFound("not theirs to mend")
    viewed(request, "put words right", [said.child_id], thing=said)
    page = Page(
        name=f"words/mend:{said.pk}",
        heading=_("Put these words right"),
        submit=_("Save"),
        back=reverse("assessment", args=[said.child_id]),
        more=for_staff(request, said.child, "assessment") | {"earlier": earlier_wordings(request.viewer, said)},
    )

    def send(form: Any) -> str:
        mend_words(by=request.viewer, words=said.pk, mended=form.cleaned_data["words"])
        messages.success(request, _("Put right. The first wording is kept."))
        return reverse("assessment", args=[said.child_id])

    others = None if said.audience == Audience.SCHOOL else OtherChildren(request.viewer, said.child_id)
    start = {"words": said.words}
    return long_form(request, page, make=lambda data: MendForm(data, initial=start, other_children=others), act=send)


@needs(VOICE_READ)
def changed_by_words(request: Request, words: UUID) -> HttpResponse:
    """Say what changed because of what somebody said."""
    said = words_for(request.viewer, words)
    viewed(request, "what changed", [said.child_id], thing=said)
    page = Page(
        name=f"words/changed:{said.pk}",
        heading=_("What changed because of what %s said?") % said.said_by,
        lead=said.words,
        submit=_("Save"),
        back=reverse("assessment", args=[said.child_id]),
        more=for_staff(request, said.child, "assessment"),
    )

    def send(form: Any) -> str:
        record_change(by=request.viewer, words=said.pk, changed=form.cleaned_data["words"])
        messages.success(request, _("Kept. Whoever said it can read what changed."))
        return reverse("assessment", args=[said.child_id])

    others = OtherChildren(request.viewer, said.child_id)
    return long_form(request, page, make=lambda data: ChangeForm(data, other_children=others), act=send)


@needs(ASSESSMENT_WRITE)
def add_measure(request: Request, child: UUID) -> HttpResponse:
    found = about(request, child, ASSESSMENT_WRITE, "add a measure")
    page = Page(
        name=f"measure/add:{found.pk}",
        heading=_("Something to measure again and again"),
        submit=_("Add the measure"),
        back=reverse("assessment", args=[found.pk]),
        more=for_staff(request, found, "assessment"),
    )

    def send(form: Any) -> str:
        said = dict(form.cleaned_data)
        measure = begin_measure(by=request.viewer, child=found.pk, higher_is_better=said.pop("better") == "up", **said)
        return reverse("add_reading", args=[measure.pk])

    return long_form(request, page, make=lambda data: MeasureForm(data), act=send)


@needs(ASSESSMENT_WRITE)
def add_figure(request: Request, measure: UUID) -> HttpResponse:
    found = measure_for(request.viewer, measure)
    viewed(request, "add a figure", [found.child_id], thing=found)
    page = Page(
        name=f"reading/add:{found.pk}",
        heading=_("A figure for: %s") % found.name,
        submit=_("Add the figure"),
        back=reverse("assessment", args=[found.child_id]),
        more=for_staff(request, found.child, "assessment"),
    )
    start = {"on": request.viewer.today}

    def send(form: Any) -> str:
        add_reading(by=request.viewer, measure=found.pk, **form.cleaned_data)
        messages.success(request, _("The figure is kept."))
        return reverse("assessment", args=[found.child_id])

    return long_form(
        request, page, make=lambda data: ReadingForm(data, today=request.viewer.today, initial=start), act=send
    )
