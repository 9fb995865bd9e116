"""Classes: the sheet of needs and strategies, and what a cover teacher needs for the day."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goldenthread.access.rules import needs
from goldenthread.audit.log import viewed
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.request import Request

from ..permissions import PROFILE_VIEW, STRATEGIES_VIEW
from ..queries.class_sheet import Line, class_sheet, profiles_to_know
from ..queries.classes import class_of, classes_of
from ..queries.profiles import profiles_to_read
from .profile import parts_of


@needs(STRATEGIES_VIEW)
@require_GET
def classes(request: Request) -> HttpResponse:
    """The viewer's classes of today, and the profiles they have yet to read."""
    waiting = profiles_to_read(request.viewer)
    viewed(request, "classes", [profile.child_id for profile in waiting])
    context = {"classes": classes_of(request.viewer, STRATEGIES_VIEW), "waiting": waiting}
    return render(request, "children/classes.html", context)


@needs(STRATEGIES_VIEW)
@require_GET
def sheet(request: Request, class_group: UUID) -> HttpResponse:
    """One page for the class: each child's needs, and what works. Made to be printed."""
    group = class_of(request.viewer, class_group, STRATEGIES_VIEW)
    lines = class_sheet(request.viewer, class_group)
    viewed(request, "class sheet", [line.child.pk for line in lines], thing=group)
    context = {"class_group": group, "lines": lines, "table": _sheet(lines)}
    return render(request, "children/class_sheet.html", context)


def _sheet(lines: list[Line]) -> Table:
    columns = [Column(_("Child")), Column(_("Needs")), Column(_("What helps")), Column(_("What grown-ups do"))]
    rows = [
        [
            Cell(line.child.name, href=reverse("profile", kwargs={"child": line.child.pk})),
            ", ".join(line.needs),
            _broken(line.profile.helps_me if line.profile else ""),
            _broken(line.profile.strategies if line.profile else ""),
            _broken(line.profile.safety if line.profile else ""),
        ]
        for line in lines
    ]
    return Table(caption="", columns=[*columns, Column(_("To keep safe"))], rows=rows)


def _broken(text: str) -> SafeString:
    """Text, escaped, with its lines kept."""
    return linebreaksbr(text)


@needs(PROFILE_VIEW)
@require_GET
def class_profiles(request: Request, class_group: UUID) -> HttpResponse:
    """Profiles and nothing else: what somebody new to the class needs today."""
    group = class_of(request.viewer, class_group, PROFILE_VIEW)
    found = profiles_to_know(request.viewer, class_group)
    viewed(request, "class profiles", [profile.child_id for profile in found], thing=group)
    shown = [(profile.child, parts_of(profile), profile) for profile in found]
    context = {"class_group": group, "profiles": shown}
    return render(request, "children/class_profiles.html", context)
