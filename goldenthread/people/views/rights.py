"""Once the rights are the young person's: what they decide about their parents, and what the SENCO writes down."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound
from goldenthread.access.roles import YOUNG_PERSON
from goldenthread.access.rules import needs, signed_in
from goldenthread.audit.log import viewed
from goldenthread.people.actions.rights import decide_parent_access
from goldenthread.people.forms.rights import OwnDecisionForm, StaffDecisionForm
from goldenthread.people.permissions import PARENT_ACCESS_DECIDE
from goldenthread.people.queries import adults_with_access, decisions_about, rights_passing
from goldenthread.people.rights import is_young_person, rights_pass_on
from goldenthread.process.asking import act_once
from goldenthread.request import Request

from .asking import child_shown, page


@needs(PARENT_ACCESS_DECIDE)
def child_rights(request: Request, child: UUID) -> HttpResponse:
    """Who holds the rights, since or until when, and what each parent may see and do."""
    viewer, found = request.viewer, child_shown(request, child, PARENT_ACCESS_DECIDE, "who may see this record")
    adults = adults_with_access(viewer, found.pk)
    context = {
        "child": found,
        "own": viewer.role == YOUNG_PERSON,
        "passed": is_young_person(found.born_on, viewer.today),
        "rights_pass_on": rights_pass_on(found.born_on),
        "adults": adults,
        "decisions": decisions_about(viewer, found.pk),
        "names": {adult.parent: adult.name for adult in adults},
    }
    return render(request, "people/child_rights.html", context)


@needs(PARENT_ACCESS_DECIDE)
def decide_access(request: Request, child: UUID, parent: UUID) -> HttpResponse:
    """One parent, one decision."""
    viewer, found = request.viewer, child_shown(request, child, PARENT_ACCESS_DECIDE, "who may see this record")
    adult = next((adult for adult in adults_with_access(viewer, found.pk) if adult.parent == parent), None)
    if adult is None:
        raise NotFound("parent")
    own = viewer.role == YOUNG_PERSON
    form = (OwnDecisionForm if own else StaffDecisionForm)(request.POST or None)

    def act() -> str:
        decide_parent_access(
            by=viewer,
            child=found,
            parent=parent,
            basis=form.basis(),
            may_act=form.may_act(),
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("Saved. %s sees a notice about it the next time they sign in.") % adult.name)
        return reverse("child_rights", args=[found.pk])

    context = {"form": form, "child": found, "adult": adult, "own": own, "title": _("Decide about a parent's access")}
    return act_once(request, form, act) or page(request, "people/decide_access.html", **context)


@needs(PARENT_ACCESS_DECIDE)
def rights_soon(request: Request) -> HttpResponse:
    """Staff: children whose rights pass within 90 days, and those about whom something is still undecided."""
    if not request.viewer.role.staff:
        return redirect("child_rights", next(iter(request.viewer.children)))
    rows = rights_passing(request.viewer)
    viewed(request, "children whose rights pass", [row.child.pk for row in rows])
    return render(request, "people/rights_soon.html", {"rows": rows})


@signed_in
def rights_notice(request: Request) -> HttpResponse:
    """A parent: what has changed, or soon will, in what they may see and do, and why."""
    return render(request, "people/rights_notice.html", {"notices": notices_for(request)})


def notices_for(request: Request) -> list[dict[str, str]]:
    """What the worn hat has to be told: the child's first name and which of three things holds."""
    hat = getattr(request, "hat", None)
    return [{"name": name, "kind": standing.notice} for name, standing in (hat.notices if hat else ())]
