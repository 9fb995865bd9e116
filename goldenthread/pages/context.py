"""What every page may show around its content: who is signed in, where they can go, and the footer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .navigation import footer_for, navigation_for


def every_page(request: HttpRequest) -> dict[str, Any]:
    viewer = getattr(request, "viewer", None)
    hat = getattr(request, "hat", None)
    banner = _("Demonstration area. Every person here is invented.") if settings.DEMO_DOOR else ""
    context: dict[str, Any] = {"viewer": viewer, "demo_banner": banner, "footer_links": footer_for(viewer)}
    if viewer is not None and hat is not None:
        context |= {
            "viewer_name": viewer.name,
            "acting_as": f"{hat.role.name}, {hat.place}" if hat.place else str(hat.role.name),
            "navigation": navigation_for(viewer, request.path),
            "other_hats": len(getattr(request, "hats", [])) > 1,
        }
    return context
