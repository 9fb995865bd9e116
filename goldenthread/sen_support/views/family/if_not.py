"""If this is not working: every route, how to take it and by when, law marked as law and guidance as guidance."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.rules import needs
from goldenthread.children.permissions import CHILD_VIEW
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.request import Request

from ...queries.children import is_own, role_at, senco_names
from ...queries.plans import open_cycle
from ..common import family_about, for_family
from .routes import routes


@needs(CHILD_VIEW)
def if_not_working(request: Request, child: UUID) -> HttpResponse:
    found = family_about(request, child, CHILD_VIEW, "if this is not working")
    context = for_family(request, found)
    school = context["school"]
    cycle = open_cycle(request.viewer, found.pk)
    services = Organisation.objects.filter(authority_id=request.viewer.authority, kind=Kind.ADVICE_SERVICE)
    owner = cycle.owner if cycle else None
    context["routes"] = routes(
        child=found,
        own=is_own(request.viewer),
        school=school,
        authority=Organisation.objects.get(pk=request.viewer.authority),
        teacher=owner.name if owner else "",
        teacher_role=role_at(request.viewer, school.pk, [owner.pk]).get(owner.pk, "") if owner else "",
        sencos=senco_names(request.viewer, school.pk),
        advice=services.first(),
    )
    return render(request, "sen_support/family/if_not_working.html", context)
