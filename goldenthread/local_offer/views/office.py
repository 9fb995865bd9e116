"""Where an officer of the Local Offer begins: every part of the work, and what waits in it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.rules import needs
from goldenthread.design_system.components import Cell, Column, Table
from goldenthread.pages.navigation import Entry, entries_within
from goldenthread.request import Request

from ..sections.permissions import OFFER_DUTY_KEEP


@needs(OFFER_DUTY_KEEP)
@require_safe
def offer_office(request: Request) -> HttpResponse:
    """Each part of the work with what waits in it; where something waits comes first."""
    found = entries_within(request.viewer, "offer_office")
    said = [entry.waiting(request.viewer) if entry.waiting else "" for entry in found]
    rows = sorted(zip(found, said, strict=True), key=lambda row: not row[1])  # what waits comes first
    return render(request, "local_offer/office.html", {"table": _table(rows)})


def _table(rows: list[tuple[Entry, str]]) -> Table:
    lines = [
        [Cell(str(entry.text), reverse(entry.url_name), note=str(entry.about)), said or "–"] for entry, said in rows
    ]
    return Table(_("Parts of the work"), [Column(_("Part")), Column(_("What waits"))], lines, phone="stack")
