"""What every page may show around its content: who is signed in, where they can go, and the footer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from .navigation import footer_for, navigation_for


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Asks nothing of the database: what it shows the middleware has already found out."""
    viewer = getattr(request, "viewer", None)
    banner = _("Demonstration area. Every person here is invented.") if settings.DEMO_DOOR else ""
    context: dict[str, Any] = {
        "viewer": viewer,
        "demo_banner": banner,
        "footer_links": footer_for(viewer),
        "page_layout": _layout(viewer),
        "factor_needed": getattr(request, "factor_needed", False),
    }
    if viewer is not None:
        return context | _signed_in(request, viewer)
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return context | {"viewer_name": user.get_full_name(), "account_links": [_sign_out()]}
    return context | {"sign_in_href": reverse("account_login")}


def _layout(viewer: Any) -> str:
    """The layout of pages that everybody shares: the family's, the staff's, or the public one."""
    if viewer is None:
        return "layouts/public.html"
    return "layouts/staff.html" if viewer.role.staff else "layouts/family.html"


def _signed_in(request: HttpRequest, viewer: Any) -> dict[str, Any]:
    hat, hats = request.hat, getattr(request, "hats", [])  # type: ignore[attr-defined]
    links: list[dict[str, Any]] = [
        {"text": _("Your account"), "href": reverse("account_overview")},
        {"text": _("What you began"), "href": reverse("drafts")},
    ]
    if len(hats) > 1:
        links.append({"text": _("Change your role"), "href": reverse("choose_hat")})
    return {
        "viewer_name": viewer.name,
        "works_at": hat.place,
        "acting_as": f"{hat.role.name}, {hat.place}" if hat.place else str(hat.role.name),
        "navigation": navigation_for(viewer, request.path),
        "account_links": [*links, _sign_out()],
        "other_hats": len(hats) > 1,
    }


def _sign_out() -> dict[str, Any]:
    return {"text": _("Sign out"), "href": reverse("account_logout"), "post": True}
