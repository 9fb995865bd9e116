"""Targets and the help toward them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.provision.forms.doses import DoseForm
from goldenthread.provision.models import Dose, Kind
from goldenthread.provision.words import dose_sentence
from goldenthread.request import Request

from ...actions.plans import (
    change_dose_of,
    change_target,
    drop_target,
    give_dose,
    share_dose,
    stop_dose_of,
    write_target,
)
from ...forms.plans import DropForm, DropTargetForm, TargetForm
from ...models import Target
from ...permissions import PLAN_WRITE
from ...queries.outside import help_outside
from ...queries.plans import cycle_for, help_only_for, measures_of, plan_of, target_for
from ..common import for_staff
from .plans import staff_choices


@needs(PLAN_WRITE)
def add_target(request: Request, cycle: UUID) -> HttpResponse:
    found = cycle_for(request.viewer, cycle)
    viewed(request, "add a target", [found.child_id], thing=found)
    measures = list(measures_of(request.viewer, found.child_id))
    page = Page(
        name=f"target/add:{found.pk}",
        heading=_("A target for %s") % found.child.first_name,
        submit=_("Add the target"),
        back=reverse("plan", args=[found.pk]),
        template="sen_support/target_form.html",
        more=for_staff(request, found.child, "child_plan") | {"measures": measures},
    )
    start = {"by_on": found.review_on, "owner": str(found.owner_id or ""), "baseline_on": request.viewer.today}

    def send(form: TargetForm) -> str:
        target = write_target(by=request.viewer, cycle=found.pk, aim=form.aim)
        messages.success(request, _("The target is added. Now say what help is given toward it."))
        return reverse("add_dose", args=[target.pk])

    return long_form(request, page, make=_target_form(request, measures, start), act=send)


def _target_form(request: Request, measures: list[Any], start: dict[str, Any]) -> Any:
    staff, today = staff_choices(request.viewer), request.viewer.today
    return lambda data: TargetForm(data, measures=measures, staff=staff, today=today, initial=start)


@needs(PLAN_WRITE)
def edit_target(request: Request, target: UUID) -> HttpResponse:
    """Say a target differently. Whoever saves second sees first what the other saved."""
    found = target_for(request.viewer, target)
    viewed(request, "change a target", [found.child_id], thing=found)
    measures = list(measures_of(request.viewer, found.child_id))
    page = Page(
        name=f"target/change:{found.pk}",
        heading=_("Target %s") % found.number,
        submit=_("Save"),
        back=reverse("plan", args=[found.cycle_id]),
        template="sen_support/target_form.html",
        more=for_staff(request, found.child, "child_plan") | {"measures": measures, "target": found},
    )
    names = ("words", "area", "baseline", "baseline_on", "target_value", "by_on")
    start = {name: getattr(found, name) for name in names}
    start |= {"measure": str(found.measure_id), "owner": str(found.owner_id or "")}

    def send(form: TargetForm) -> str:
        change_target(by=request.viewer, target=found.pk, aim=form.aim)
        messages.success(request, _("Saved."))
        return reverse("plan", args=[found.cycle_id])

    return long_form(request, page, make=_target_form(request, measures, start), act=send, shared=_said_now(found))


def _said_now(target: Target) -> Shared:
    return Shared(
        {
            _("Target"): target.words,
            _("Starts at"): f"{target.baseline:g}",
            _("Aimed at"): f"{target.target_value:g}",
            _("By when"): target.by_on.isoformat(),
        }
    )


@needs(PLAN_WRITE)
def remove_target(request: Request, target: UUID) -> HttpResponse:
    found = target_for(request.viewer, target)
    page = _about_target(request, found, "target/drop", _("Drop target %s") % found.number, _("Drop the target"))
    whole = plan_of(request.viewer, found.cycle)
    left = [dose.what for dose in help_only_for(whole, found.pk)]
    others = [(str(one.target.pk), one.target.words) for one in whole.targets if one.target.pk != found.pk]

    def send(form: DropTargetForm) -> str:
        drop_target(by=request.viewer, target=found.pk, **form.decided)
        messages.success(request, _("The target is dropped. It stays in the record, with the reason."))
        return reverse("plan", args=[found.cycle_id])

    names = OtherChildren(request.viewer, found.child_id)

    def make(data: Any) -> DropTargetForm:
        return DropTargetForm(data, left=left, others=others, other_children=names)

    return long_form(request, page, make=make, act=send)


def _about_target(
    request: Request, target: Target, name: str, heading: str, submit: str, dose: Dose | None = None
) -> Page:
    viewed(request, "a target and its help", [target.child_id], thing=target)
    return Page(
        name=f"{name}:{target.pk}" + (f":{dose.pk}" if dose else ""),
        heading=heading,
        lead=target.words,
        submit=submit,
        back=reverse("plan", args=[target.cycle_id]),
        more=for_staff(request, target.child, "child_plan"),
    )


@needs(PLAN_WRITE)
def add_dose(request: Request, target: UUID) -> HttpResponse:
    """Which kind of help (first page), then its particulars (?kind=)."""
    found = target_for(request.viewer, target)
    kind = request.GET.get("kind", "")
    if kind not in Kind:
        return _choose_kind(request, found)
    page = _about_target(request, found, f"dose/add/{kind}", str(Kind(kind).label), _("Add this help"))
    countable = found.cycle.state != "plan"
    start = {"from_on": found.cycle.starts_on or request.viewer.today, "until_on": found.cycle.review_on}

    def make(data: Any) -> DoseForm:
        return DoseForm(data, viewer=request.viewer, kind=kind, countable=countable, initial=start)

    def send(form: DoseForm) -> str:
        give_dose(by=request.viewer, target=found.pk, particulars=form.particulars)
        messages.success(request, _("The help is added to the target."))
        return reverse("plan", args=[found.cycle_id])

    return long_form(request, page, make=make, act=send)


def _choose_kind(request: Request, target: Target) -> HttpResponse:
    """The kinds of help, and the help that is there already and may serve this target: in the plan, or outside it."""
    viewed(request, "choose a kind of help", [target.child_id], thing=target)
    whole = plan_of(request.viewer, target.cycle)
    here = {dose.pk for one in whole.targets if one.target.pk == target.pk for dose in one.doses}
    others = [dose for dose in whole.doses if dose.pk not in here and dose.stopped_on is None]
    outside = help_outside(request.viewer, target.cycle)
    if request.method == "POST":
        chosen = next((dose.pk for dose in (*whole.doses, *outside) if str(dose.pk) == request.POST.get("dose")), None)
        if chosen is None:
            raise NotFound("not help of this child")
        share_dose(by=request.viewer, target=target.pk, dose=chosen)
        messages.success(request, _("The help is added to the target."))
        return redirect("plan", cycle=target.cycle_id)
    address = reverse("add_dose", args=[target.pk])
    kinds = [{"title": kind.label, "href": f"{address}?kind={kind.value}"} for kind in Kind]
    context = for_staff(request, target.child, "child_plan") | {
        "target": target,
        "kinds": kinds,
        "others": [(dose, dose_sentence(dose)) for dose in others],
        "outside": [(dose, dose_sentence(dose)) for dose in outside],
        "back": reverse("plan", args=[target.cycle_id]),
    }
    return render(request, "sen_support/choose_kind.html", context)


def _dose(request: Request, target: Target, key: UUID) -> Dose:
    whole = plan_of(request.viewer, target.cycle)
    here = [dose for one in whole.targets if one.target.pk == target.pk for dose in one.doses if dose.pk == key]
    if not here:
        raise NotFound("not a dose of this target")
    return here[0]


@needs(PLAN_WRITE)
def edit_dose(request: Request, target: UUID, dose: UUID) -> HttpResponse:
    """Say help differently. Whoever saves second sees first what the other saved."""
    found = target_for(request.viewer, target)
    one = _dose(request, found, dose)
    page = _about_target(request, found, "dose/change", _("Change: %s") % one.what, _("Save"), one)
    countable = one.promised_on is not None

    def make(data: Any) -> DoseForm:
        return DoseForm(data, viewer=request.viewer, kind=one.kind, countable=countable, dose=one)

    def send(form: DoseForm) -> str:
        change_dose_of(by=request.viewer, target=found.pk, dose=one.pk, particulars=form.particulars)
        messages.success(request, _("Saved."))
        return reverse("plan", args=[found.cycle_id])

    return long_form(request, page, make=make, act=send, shared=_dose_now(one, make(None)))


def _dose_now(dose: Dose, form: DoseForm) -> Shared:
    """What the help says now, under the names of the form's questions."""
    return Shared({str(asked.label): _as_said(dose, name) for name, asked in form.fields.items()})


def _as_said(dose: Dose, name: str) -> str:
    value = dose.get_per_display() if name == "per" else getattr(dose, name)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return "" if value is None else str(getattr(value, "name", value))


@needs(PLAN_WRITE)
def stop_help(request: Request, target: UUID, dose: UUID) -> HttpResponse:
    found = target_for(request.viewer, target)
    one = _dose(request, found, dose)
    others = OtherChildren(request.viewer, found.child_id)
    page = _about_target(request, found, "dose/stop", _("Stop: %s") % one.what, _("Stop from today"), one)

    def send(form: Any) -> str:
        stop_dose_of(by=request.viewer, target=found.pk, dose=one.pk, because=form.cleaned_data["because"])
        messages.success(request, _("It is no longer given from today. The reason is kept."))
        return reverse("plan", args=[found.cycle_id])

    return long_form(request, page, make=lambda data: DropForm(data, other_children=others), act=send)
