"""Worries: those about a child, raising one as staff, taking one on and deciding it. The list of all is in `lists`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.letters.other_children import OtherChildren
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.request import Request

from ...actions.concerns import acknowledge_concern, decide_concern, look_again, raise_concern
from ...forms.concerns import DecisionForm, TeacherWorryForm
from ...models import Audience, Concern
from ...permissions import CONCERN_DECIDE, CONCERN_RAISE
from ...queries.concerns import concern_for, concerns_about, days_waiting
from ...queries.plans import open_cycle
from ...states import CONCERN
from ...wording import stands_at
from ..common import about, for_staff, staff_only

FIRST_WORDS = 9


def worry_table(request: Request, caption: str, concerns: list[Concern], *, of_several: bool = False) -> Table:
    """Worries by their first words. of_several: of more than one child, so that each says whose it is."""
    columns = [
        Column(_("Worry")), Column(_("Raised")), Column(_("By")), Column(_("Stands at")), Column(_("Who has it")),
        Column(_("Look again")),
    ]  # fmt: skip
    rows = [
        [
            Cell(
                Truncator(concern.words).words(FIRST_WORDS),
                reverse("worry", args=[concern.pk]),
                note=concern.child.name if of_several else "",
            ),
            date(concern.raised_on),
            concern.raised_by_name,
            Cell(stands_at(concern), note=age(request, concern)),
            concern.owner.name if concern.owner else _("nobody yet"),
            Cell(date(concern.look_again_on), note=again(request, concern)),
        ]
        for concern in concerns
    ]
    return Table(caption, columns, rows)


def age(request: Request, concern: Concern) -> str:
    """ "6 days" while nobody has decided, "today" on the first; nothing afterwards."""
    if concern.decision:
        return ""
    days = days_waiting(concern, request.viewer)
    if not days:
        return _("today")
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def again(request: Request, concern: Concern) -> str:
    """How long ago the day to look again was; nothing before it has come. It is no day of the law, so never "late"."""
    days = (request.viewer.today - concern.look_again_on).days if concern.look_again_on else -1
    if days < 1:
        return _("look again today") if days == 0 else ""
    return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}


def undecided_since(request: Request, concern: Concern) -> str:
    """The same as a sentence."""
    if concern.decision:
        return ""
    days = days_waiting(concern, request.viewer)
    if not days:
        return _("Raised today, not decided yet.")
    return ngettext("Undecided for %(days)d day.", "Undecided for %(days)d days.", days) % {"days": days}


@needs(CONCERN_RAISE)
def child_worries(request: Request, child: UUID) -> HttpResponse:
    staff_only(request)
    found = about(request, child, CONCERN_RAISE, "worries about a child")
    listed = concerns_about(request.viewer, found.pk)
    context = for_staff(request, found, "child_worries") | {
        "table": worry_table(request, _("Worries, newest first"), listed),
        "any": bool(listed),
    }
    return render(request, "sen_support/child_worries.html", context)


@needs(CONCERN_RAISE)
def raise_worry(request: Request, child: UUID) -> HttpResponse:
    """A member of staff's own worry, or a parent's that was given on paper or by phone."""
    staff_only(request)
    found = about(request, child, CONCERN_RAISE, "raise a worry")
    page = Page(
        name=f"concern/raise:{found.pk}",
        heading=_("A worry about %s") % found.first_name,
        submit=_("Send to the SENCO"),
        back=reverse("child_worries", args=[found.pk]),
        more=for_staff(request, found, "child_worries"),
    )

    others = OtherChildren(request.viewer, found.pk)

    def send(form: TeacherWorryForm) -> str:
        said = form.cleaned_data
        for_parent = said["parent_name"] if said["given_by"] == "parent" else ""
        audience = Audience.AUTHOR if for_parent else said["audience"]
        concern = raise_concern(
            by=request.viewer, child=found.pk, words=said["words"], hoped_for=said["hoped_for"], audience=audience,
            tried=form.tried, for_parent=for_parent or "", site=request.build_absolute_uri("/"),
        )  # fmt: skip
        messages.success(request, _("The worry has been sent to the SENCO."))
        return reverse("worry", args=[concern.pk]) if not for_parent else reverse("child_worries", args=[found.pk])

    return long_form(request, page, make=lambda data: TeacherWorryForm(data, other_children=others), act=send)


@needs(CONCERN_RAISE)
def worry(request: Request, concern: UUID) -> HttpResponse:
    """Where one worry stands, with the moves this person may make."""
    staff_only(request)
    found = concern_for(request.viewer, concern)
    viewed(request, "a worry", [found.child_id], thing=found)
    moves = {move.name for move in CONCERN.open_to(request.viewer, found.state)}
    cycle = open_cycle(request.viewer, found.child_id) if found.decision == "sen_support" else None
    context = for_staff(request, found.child, "child_worries") | {"concern": found, "moves": moves, "cycle": cycle}
    context["undecided"] = undecided_since(request, found)
    return render(request, "sen_support/worry.html", context)


@needs(CONCERN_DECIDE)
@require_POST
def take_worry(request: Request, concern: UUID) -> HttpResponse:
    acknowledge_concern(by=request.viewer, concern=concern)
    messages.success(request, _("You have it now. The person who raised it can see that."))
    return redirect("worry", concern=concern)


@needs(CONCERN_DECIDE)
@require_POST
def look_at_worry_again(request: Request, concern: UUID) -> HttpResponse:
    look_again(by=request.viewer, concern=concern)
    messages.success(request, _("The worry is open again and needs a new decision."))
    return redirect("worry", concern=concern)


def who_hears(concern: Concern) -> str:
    """What is still to do so that whoever raised it hears the decision."""
    if concern.raised_by_id is None:
        return _("%s has no account here. Tell them yourself, and give the reason.") % concern.raised_by_name
    return _("%s can read them here, and gets an e-mail that there is news.") % concern.raised_by_name


@needs(CONCERN_DECIDE)
def decide_worry(request: Request, concern: UUID) -> HttpResponse:
    """One decision, with its reason. Whoever decides second is told."""
    found = concern_for(request.viewer, concern)
    viewed(request, "decide a worry", [found.child_id], thing=found)
    page = Page(
        name=f"concern/decide:{found.pk}",
        heading=_("Decide about the worry for %s") % found.child.first_name,
        submit=_("Record the decision"),
        back=reverse("worry", args=[found.pk]),
        template="sen_support/decide_worry.html",
        more=for_staff(request, found.child, "child_worries") | {"concern": found},
    )
    shared = Shared({_("Decision"): found.get_decision_display(), _("Reason"): found.reason})

    def send(form: Any) -> str:
        site = request.build_absolute_uri("/")
        decide_concern(by=request.viewer, concern=found.pk, site=site, tried=form.tried, **form.cleaned_data)
        messages.success(request, _("The decision and its reason are recorded."))
        messages.info(request, who_hears(found))
        return reverse("worry", args=[found.pk])

    today = request.viewer.today
    others = None if found.audience == Audience.SCHOOL else OtherChildren(request.viewer, found.child_id)
    return long_form(
        request, page, make=lambda data: DecisionForm(data, today=today, other_children=others), act=send, shared=shared
    )
