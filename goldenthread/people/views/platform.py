"""The platform administrator's pages, and the staff directory of a setting."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goldenthread.access.permissions import NotFound
from goldenthread.access.roles import ROLES
from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one
from goldenthread.organisations.models import Organisation
from goldenthread.organisations.permissions import ORGANISATIONS_MANAGE
from goldenthread.people.actions import platform
from goldenthread.people.forms.platform import EndRoleForm, InviteStaffForm, OrganisationForm
from goldenthread.people.models import Assignment
from goldenthread.people.permissions import ASSIGNMENTS_MANAGE, ASSIGNMENTS_VIEW
from goldenthread.people.queries import people_working_here
from goldenthread.privacy.plain_text import clean_line
from goldenthread.process.asking import act_once
from goldenthread.request import Request

from .asking import page, site_of

ON_A_PAGE = 50


@needs(ORGANISATIONS_MANAGE)
def organisations(request: Request) -> HttpResponse:
    """The bodies of the area, by name, a page at a time."""
    wanted = clean_line(request.GET.get("name", ""))
    found = Organisation.objects.filter(authority_id=request.viewer.authority)
    if wanted:
        found = found.filter(name__icontains=wanted)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/organisations.html", {"page": page, "wanted": wanted})


@needs(ORGANISATIONS_MANAGE)
def create_organisation(request: Request) -> HttpResponse:
    form = OrganisationForm(request.POST or None)

    def act() -> str:
        made = platform.create_organisation(by=request.viewer, values=form.cleaned_data)
        return reverse("organisation_people", args=[made.pk])

    return act_once(request, form, act) or page(
        request, "people/platform_form.html", form=form, title=_("Add an organisation")
    )


def _body(request: Request, organisation: UUID) -> Organisation:
    found = Organisation.objects.filter(pk=organisation, authority_id=request.viewer.authority).first()
    if found is None:
        raise NotFound("organisation")
    return found


@needs(ASSIGNMENTS_MANAGE)
def organisation_people(request: Request, organisation: UUID) -> HttpResponse:
    """Who works at one body, in which role, since when."""
    body = _body(request, organisation)
    context = {"organisation": body, "rows": _rows(people_working_here(request.viewer, body.pk)), "may_change": True}
    return render(request, "people/staff_directory.html", context)


@needs(ASSIGNMENTS_VIEW)
def staff_directory(request: Request) -> HttpResponse:
    """Who works in the viewer's own setting."""
    viewer = request.viewer
    rows = _rows(people_working_here(viewer, viewer.organisation))
    own = Organisation.objects.filter(pk=str(viewer.organisation)).first()
    return render(request, "people/staff_directory.html", {"organisation": own, "rows": rows, "may_change": False})


def _rows(assignments: object) -> list[dict[str, object]]:
    return [{"assignment": one, "role": ROLES[one.role]} for one in assignments]  # type: ignore[attr-defined]


@needs(ASSIGNMENTS_MANAGE)
def invite_staff(request: Request, organisation: UUID) -> HttpResponse:
    body = _body(request, organisation)
    form = InviteStaffForm(request.POST or None, initial={"from_on": request.viewer.today})

    def act() -> str:
        platform.invite_staff(by=request.viewer, organisation=body, site=site_of(request), **form.cleaned_data)
        messages.success(request, _("Done. We have sent them an e-mail."))
        return reverse("organisation_people", args=[body.pk])

    title = _("Give somebody a role at %s") % body.name
    return act_once(request, form, act) or page(
        request, "people/platform_form.html", form=form, title=title, organisation=body
    )


def _assignment(request: Request, assignment: UUID) -> Assignment:
    chosen = Assignment.objects.select_related("account", "holder")
    return reach_one(request.viewer, chosen, ASSIGNMENTS_MANAGE, assignment)


@needs(ASSIGNMENTS_MANAGE)
def end_role(request: Request, assignment: UUID) -> HttpResponse:
    found = _assignment(request, assignment)
    form = EndRoleForm(request.POST or None, today=request.viewer.today)

    def act() -> str:
        last_day = form.cleaned_data["last_day"] or request.viewer.today - timedelta(days=1)
        platform.end_role(by=request.viewer, assignment=found.pk, last_day=last_day)
        return reverse("organisation_people", args=[found.holder_id])

    role = ROLES[found.role].name
    title = _("End the role of %(name)s (%(role)s)") % {"name": found.account.name, "role": role}
    return act_once(request, form, act) or page(
        request, "people/platform_form.html", form=form, title=title, organisation=found.holder
    )


@needs(ASSIGNMENTS_MANAGE)
@require_POST
def invite_again(request: Request, assignment: UUID) -> HttpResponse:
    found = platform.invite_again(by=request.viewer, assignment=assignment, site=site_of(request))
    messages.success(request, _("Done. We have sent them an e-mail. Their old password no longer works."))
    return redirect("organisation_people", found.holder_id)
