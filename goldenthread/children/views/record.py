"""A child's record, as staff open it: who they are, the thread, what is due."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.permissions import NotFound
from goldenthread.access.reach import Reach
from goldenthread.access.rules import needs
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import viewed
from goldenthread.design_system.components.thread import KINDS
from goldenthread.request import Request

from .. import record_parts
from ..codes import sen_provision_name, sen_type_name
from ..formats import Format
from ..models import Child, Status
from ..permissions import CHILD_SEARCH, CHILD_VIEW, PROFILE_WRITE, STATUS_CHANGE
from ..queries.classes import adults_of
from ..queries.needs import needs_of
from ..queries.profiles import current_profile
from ..queries.record import Place, age_on, child_of, place_of
from ..queries.status import status_of
from ..record_parts import Adult
from ..years import year_name

AT_ONCE = 30


@needs(CHILD_VIEW)
@require_GET
def child(request: Request, child: UUID) -> HttpResponse:
    """The record. A family is led to its own page of the child, which is written for them."""
    viewer = request.viewer
    whose = child_of(viewer, child)
    if viewer.role.reach in (Reach.FAMILY, Reach.SELF):
        return _to_family_page(child)
    viewed(request, "record", [child], thing=whose)
    context = _who(viewer, whose) | _thread(request, child)
    context |= {
        "child": whose,
        "tabs": record_parts.tabs_for(viewer, child, "child"),
        "alerts": record_parts.alerts_for(viewer, child),
        "due": record_parts.due_for(viewer, child),
        "plan": record_parts.plan_of(viewer, child),
        "delivered": record_parts.delivered_to(viewer, child),
        "may_change_status": viewer.has(STATUS_CHANGE.name),
        "may_write_profile": viewer.has(PROFILE_WRITE.name),
        "may_search": viewer.has(CHILD_SEARCH.name),
    }
    return render(request, "children/record.html", context)


def _to_family_page(child: UUID) -> HttpResponse:
    address = record_parts.family_page(child)
    if not address:
        raise NotFound("family page")
    return redirect(address)


def _who(viewer: Viewer, child: Child) -> dict[str, Any]:
    """The left of the page: the child in their own words, needs, and the grown-ups."""
    standing = status_of(viewer, child.pk, viewer.today, viewer.today)
    return {
        "profile": current_profile(viewer, child.pk),
        "needs": [(sen_type_name(need.sen_type), need.words) for need in needs_of(viewer, child.pk, viewer.today)],
        "status": standing,
        "status_name": sen_provision_name(standing.status if standing else Status.NONE),
        "facts": _facts(viewer, child, place_of(viewer, child.pk)),
        "adults": [*_class_adults(viewer, child.pk), *record_parts.adults_for(viewer, child.pk)],
    }


def _facts(viewer: Viewer, child: Child, place: Place | None) -> list[str]:
    """Age, year, class, language and formats, each said only when there is something to say."""
    facts = [_("%(age)s years old") % {"age": age_on(child.born_on, viewer.today)}]
    if place is not None:
        facts += [year_name(place.year_group), place.class_name]
        if place.has_left(viewer.today):
            facts.append(_("has left"))
    facts.append(child.first_language)
    if child.interpreter:
        facts.append(_("needs an interpreter"))
    facts += [str(Format(each).label) for each in child.formats]
    return [fact for fact in facts if fact]


def _class_adults(viewer: Viewer, child: UUID) -> list[Adult]:
    return [
        Adult(adult.name, _("Class teacher") if adult.leads else _("Works with the class"), adult.class_name)
        for adult in adults_of(viewer, child)
    ]


def _thread(request: Request, child: UUID) -> dict[str, Any]:
    """The middle: thirty entries of the thread, of one kind or of all."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    start = _start(request.GET.get("from", ""))
    everything = record_parts.thread_of(request.viewer, child)
    entries = [entry for entry in everything if not kind or entry.kind == kind]
    present = {entry.kind for entry in everything}
    return {
        "entries": entries[start : start + AT_ONCE],
        "ended": start + AT_ONCE >= len(entries),
        "older_from": start + AT_ONCE if start + AT_ONCE < len(entries) else None,
        "newer_from": max(start - AT_ONCE, 0) if start else None,
        "kind": kind,
        "kinds": [(name, words) for name, words in KINDS.items() if name in present],
    }


def _start(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
