"""An officer's legal list: how each row stands, what to do next, who answers for it; and links to mend."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.design_system.components.words import date
from goldenthread.privacy.csv_out import csv_bytes
from goldenthread.process.asking import shown_and_sent
from goldenthread.process.long_form import Page
from goldenthread.request import Request

from .. import queries, services_of
from ..actions import duties as duty_actions
from ..coverage import Row, numbers, rows
from ..forms import RequirementForm
from ..models import PublishedPage
from ..permissions import OFFER_DUTY_KEEP
from ..shared import REQUIREMENT, values_of
from ..wording import STATUS_WORDS, why_words
from .keeping import keep_form

_MOST_LINKS = 200


# The legal list ---------------------------------------------------------------------------------------------------


@needs(OFFER_DUTY_KEEP)
@require_safe
def office_list(request: Request) -> HttpResponse:
    """Each row with how it stands and what to do next; ?status= shows those of one standing."""
    found = rows(request.viewer.authority, request.viewer.today)
    status = request.GET.get("status", "")
    status = status if status in STATUS_WORDS else ""
    shown = [row for row in found if not status or row.standing.status == status]
    counted = numbers(found)
    context = {
        "filters": [(name, words, counted[name], name == status) for name, words in STATUS_WORDS.items()],
        "all": len(found), "status": status, "table": _list_table(shown) if shown else None,
        "missing_kinds": services_of.missing_kinds(request.viewer.authority), "links": queries.link_numbers(request.viewer),
    }  # fmt: skip
    return render(request, "local_offer_sections/office/list.html", context)


def _list_table(found: list[Row]) -> Table:
    columns = [
        Column(_("Row")), Column(_("Families must be told")), Column(_("Stands at")), Column(_("Why")),
        Column(_("What to do next")), Column(_("Owner")), Column(_("Reviewed")),
    ]  # fmt: skip
    lines = [
        [
            Cell(row.requirement.key, reverse("office_requirement", args=[row.requirement.key])),
            Cell(str(row.requirement.must_tell), note=_("Guidance") if row.requirement.is_guidance else ""),
            row.tag,
            " ".join(row.standing.reasons),
            " ".join(row.standing.next_steps) or "–",
            row.owner or _("Nobody is named"),
            date(row.standing.reviewed_on, none="–"),
        ]
        for row in found
    ]
    return Table(_("What the Local Offer must tell"), columns, lines, phone="stack")


@needs(OFFER_DUTY_KEEP)
@require_safe
def office_list_csv(request: Request) -> HttpResponse:
    """The same as a list for a spreadsheet."""
    head = [
        _("Row"), _("Families must be told"), _("Law"), _("Law or guidance"), _("Certainty"), _("Stands at"), _("Why"), _("What to do next"),
        _("Owner"), _("Reviewed"), _("Pages"), _("Live services"), _("Services checked within twelve months"),
        _("Document"), _("Broken addresses"),
    ]  # fmt: skip
    lines = [_csv_line(row) for row in rows(request.viewer.authority, request.viewer.today)]
    answer = HttpResponse(csv_bytes(head, lines), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="what-the-local-offer-must-tell.csv"'
    return answer


def _csv_line(row: Row) -> list[Any]:
    told, standing = row.told, row.standing
    return [
        row.requirement.key, str(row.requirement.must_tell), str(row.requirement.law),
        _("Guidance") if row.requirement.is_guidance else _("Law"), row.requirement.certainty,
        str(STATUS_WORDS[standing.status]), " ".join(standing.reasons), " ".join(standing.next_steps), row.owner,
        standing.reviewed_on, ", ".join(page.slug for page in told.pages),
        told.services.total if told.services else None, told.services.sound if told.services else None,
        told.document.address if told.document else "", ", ".join(told.broken),
    ]  # fmt: skip


@needs(OFFER_DUTY_KEEP)
@shown_and_sent
def office_requirement(request: Request, requirement: str) -> HttpResponse:
    """One row: what tells it now, and who answers for it."""
    viewer = request.viewer
    row = next(one for one in rows(viewer.authority, viewer.today) if one.requirement.key == requirement)
    pages = list(PublishedPage.objects.filter(authority_id=viewer.authority).values_list("slug", "title"))
    choices = pages + [(slug, _("%(slug)s (not shown yet)") % {"slug": slug}) for slug in row.told.missing_pages]
    seen = values_of(row.record, REQUIREMENT)

    def keep(form: RequirementForm) -> str:
        looked = form.cleaned_data["looked"]
        duty_actions.keep_requirement(by=viewer, key=requirement, facts=form.facts, looked=looked, seen=seen)
        messages.success(request, _("Kept."))
        return reverse("office_list")

    page = Page(
        name=f"offer_requirement/{requirement}", heading=str(row.requirement.must_tell), submit=_("Save"),
        back=reverse("office_list"), template="local_offer_sections/office/requirement.html",
        more={
            "row": row, "tag": row.tag, "services": services_of.WORDS.get(row.requirement.services, ""),
            "missing_kinds": services_of.missing_kinds(viewer.authority) if requirement == "C01" else [],
        },
    )  # fmt: skip
    return keep_form(
        request, page, make=lambda data: RequirementForm(data, initial=_initial(row), pages=choices, today=viewer.today),
        act=keep, names=REQUIREMENT, now=lambda: values_of(queries.requirement_record(viewer, requirement), REQUIREMENT),
    )  # fmt: skip


def _initial(row: Row) -> dict[str, Any]:
    told = row.told
    initial: dict[str, Any] = {
        "owner": row.owner,
        "pages": [page.slug for page in told.pages] + list(told.missing_pages),
    }
    if told.document:
        initial |= {
            "document_title": told.document.title, "document_address": told.document.address,
            "document_from": told.document.from_on, "document_until": told.document.until_on,
        }  # fmt: skip
    return initial


@needs(OFFER_DUTY_KEEP)
@require_safe
def office_links(request: Request) -> HttpResponse:
    """Addresses that lead nowhere or could not be told, with what was found."""
    found = list(queries.links_to_mend(request.viewer)[:_MOST_LINKS])
    columns = [Column(_("Address")), Column(_("Found")), Column(_("Looked at on"))]
    lines = [
        [one.address, Cell(one.get_verdict_display(), note=why_words(one.why)), date(one.checked_at)] for one in found
    ]
    table = Table(_("Addresses to mend"), columns, lines) if found else None
    context = {"table": table, "numbers": queries.link_numbers(request.viewer), "most": _MOST_LINKS}
    return render(request, "local_offer_sections/office/links.html", context)
