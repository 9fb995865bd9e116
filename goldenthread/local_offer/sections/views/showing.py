"""Render a page of this room with what every public page of the Local Offer has around it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...offers import offer_of
from ...saved import kept
from ...views.page import credit


def show(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """As views.page.show does for the directory, with templates of this room."""
    shared = {"offer": offer_of(request), "kept_count": len(kept(request)), "footer_text": credit()}
    return render(request, f"local_offer_sections/{template}", shared | context, status=status)
