"""Find a school: facts by distance or name, and a sheet to take on a visit."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public

from ...finding.asked import MILES
from ...finding.searching import Result
from ...offers import day_of, offer_of
from ...saved import MOST_COMPARED
from ...views.page import show
from ...vocabulary import NEEDS
from ..finder.asked import PHASES, PLACES, SORTS, TYPES, SchoolsAsked, schools_asked
from ..finder.facts import NO_RANKING, shown_school
from ..finder.finding import SchoolsFound, find_schools, schools_of
from ..finder.visiting import LOOK_AT, QUESTIONS
from ..models import PublishedReport


@public
@require_safe
def school_finder(request: HttpRequest) -> HttpResponse:
    """Schools that fit what the address asks, twenty to a page, each with its facts, their source and the links."""
    offer, day = offer_of(request), day_of(request)
    asked = schools_asked(request.GET)
    found = find_schools(offer, asked, day)
    reports = _reports([result.listing.pk for result in found.results])
    context = {
        "heading": _heading(found), "found": found, "asked": asked, "no_ranking": NO_RANKING, "most": MOST_COMPARED,
        "schools": [shown_school(result, day, reports) for result in found.results],
        "miles": [(number, number == asked.miles) for number in MILES],
        "phases": [(code, name, code == asked.phase) for code, name in PHASES.items()],
        "groups": _groups(asked), "sorts": _sorts(found),
        "newer": asked.address(page=asked.page - 1) if asked.page > 1 else "",
        "older": asked.address(page=asked.page + 1) if asked.page < found.pages else "",
    }  # fmt: skip
    return show(request, "schools/finder.html", context)


def _heading(found: SchoolsFound) -> str:
    count = ngettext("%(count)s school", "%(count)s schools", found.total) % {"count": f"{found.total:,}"}
    near = _("near %(place)s") % {"place": found.point.name} if found.point else ""
    return f"{count} {near}".strip()


def _groups(asked: SchoolsAsked) -> list[dict[str, object]]:
    """Groups of ticks: their name in the address, their heading, and each choice with whether it is ticked."""
    section_41 = {"yes": _("Approved under section 41")}
    groups = (
        ("need", _("A need it is for"), {term.code: term.name for term in NEEDS.terms}, asked.needs),
        ("type", _("Kind of setting"), TYPES, asked.types),
        ("places", _("Places set apart"), PLACES, asked.special_places),
        ("section41", _("Section 41"), section_41, ["yes"] if asked.section_41 else []),
    )
    return [
        {"key": key, "name": name, "number": len(chosen), "choices": [(code, said, code in chosen) for code, said in choices.items()]}
        for key, name, choices, chosen in groups
    ]  # fmt: skip


def _sorts(found: SchoolsFound) -> list[tuple[str, object, bool]]:
    present = "name" if found.asked.sort == "name" or not found.point else "distance"
    return [(code, name, code == present) for code, name in SORTS.items()]


def _reports(keys: list[UUID]) -> dict[UUID, UUID]:
    rows = PublishedReport.objects.filter(service_id__in=keys).values_list("service_id", "setting_id")
    return {service: setting for service, setting in rows if service}


@public
@require_safe
def school_visit(request: HttpRequest, service: UUID) -> HttpResponse:
    """A sheet to print: the facts, what to look at, what to ask, and room to write."""
    offer, day = offer_of(request), day_of(request)
    listing = schools_of(offer, day).filter(pk=service).first()
    if listing is None:
        raise NotFound("school")
    school = shown_school(Result(listing, None), day, _reports([listing.pk]))
    context = {"school": school, "look_at": LOOK_AT, "questions": QUESTIONS, "no_ranking": NO_RANKING}
    return show(request, "schools/visit.html", context)
