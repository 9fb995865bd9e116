"""The gallery: every component with the call that makes it, and the four layouts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import public
from goldenthread.design_system.gallery import forms, lists_and_thread, words_and_states
from goldenthread.design_system.gallery.example import Section

LAYOUTS = ("family", "staff", "public", "document")
APPEARANCES = ("", "light", "dark", "contrast")
TEXT_SIZES = ("", "large", "larger")


def sections() -> tuple[Section, ...]:
    """Everything there is, in the order of the gallery."""
    return (
        lists_and_thread.THREAD,
        words_and_states.STATES,
        words_and_states.ACTIONS,
        words_and_states.MESSAGES,
        words_and_states.WORDS,
        lists_and_thread.LISTS,
        lists_and_thread.CHARTS,
        forms.section(),
    )


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """All components on one page, in the layout that ?layout= names."""
    return _page(request, request.GET.get("layout", "staff"), "design_system/gallery.html", sections())


@public
def layout(request: HttpRequest, name: str) -> HttpResponse:
    """One layout with a short page in it, as its readers meet it."""
    return _page(request, name, "design_system/layout_example.html", ())


def _page(request: HttpRequest, name: str, template: str, shown: tuple[Section, ...]) -> HttpResponse:
    if name not in LAYOUTS:
        raise Http404
    blocks = [
        {
            "title": section.title,
            "slug": section.slug,
            "examples": [
                {"name": example.name, "source": example.source, "shown": example.shown(request)}
                for example in section.examples
            ],
        }
        for section in shown
    ]
    return render(request, template, {"blocks": blocks} | _surroundings(request, name))


def _surroundings(request: HttpRequest, name: str) -> dict[str, Any]:
    chosen, size = request.GET.get("appearance", ""), request.GET.get("text_size", "")
    addresses = [
        {"text": each.title(), "href": reverse("design_system:layout", args=[each]), "current": each == name}
        for each in LAYOUTS
    ]
    return (
        {
            "parent_layout": f"layouts/{name}.html",
            "layout_name": name,
            "appearance": chosen if chosen in APPEARANCES else "",
            "text_size": size if size in TEXT_SIZES else "",
            "viewer_name": "Joy Osei",
            "acting_as": "SENCO, Hollow Oak Primary",
            "account_links": [{"text": _("Your account"), "href": "#account"}],
            "messages_link": {"text": _("Messages"), "href": "#messages", "count": 1},
            "navigation": [{"text": _("Gallery"), "href": reverse("design_system:gallery")}, *addresses],
            "footer_links": [
                {"text": _("Accessibility"), "href": "#accessibility"},
                {"text": _("Privacy"), "href": "#privacy"},
            ],
            "demo_banner": _("Demonstration. Everyone here is invented."),
        }
        | lists_and_thread.STEPS
        | {"entries": lists_and_thread.ENTRIES}
    )
