"""What every public page of the Local Offer has around its content."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..offers import offer_of
from ..saved import kept


def credit() -> str:
    """The line that the licences of the shipped data ask for (docs/data-credits.md)."""
    return _(
        "Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data (Crown"
        " copyright and database right), Royal Mail data (Royal Mail copyright and database right) and National"
        " Statistics data (Crown copyright and database right)."
    )


def show(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a page with the offer's name, the number of kept services and the credit line."""
    shared = {"offer": offer_of(request), "kept_count": len(kept(request)), "footer_text": credit()}
    return render(request, f"local_offer/{template}", shared | context, status=status)
