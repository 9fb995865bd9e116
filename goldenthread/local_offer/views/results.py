"""The results of a search, as a list and as a map equal to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from goldenthread.access.rules import public
from goldenthread.design_system.components.states import tag

from .. import wording
from ..drawing import draw
from ..finding.asked import GROUPS, MILES, SORTS, Asked, asked_of
from ..finding.searching import Found, Result, search
from ..finding.sql import order_of
from ..finding.unanswered import remember_unanswered
from ..offers import day_of, offer_of
from ..sections.about_words import pages_about
from .page import show


@public
@require_safe
def offer_results(request: HttpRequest) -> HttpResponse:
    """What answers the question in the address. Words that led to nothing are counted, and nothing about who asked."""
    offer, asked, day = offer_of(request), asked_of(request.GET), day_of(request)
    found = search(offer, asked, day)
    if asked.words and not found.total and asked.page == 1 and not asked.chosen:
        remember_unanswered(offer.authority_id, asked.words, day)
    context = _shared(found) | {
        "cards": [card(result, day) for result in found.results],
        "pages_about": pages_about(offer.authority_id, asked.words) if asked.words and asked.page == 1 else [],
        "newer": asked.address(page=asked.page - 1) if asked.page > 1 else "",
        "older": asked.address(page=asked.page + 1) if asked.page < found.pages else "",
    }
    return show(request, "results.html", context)


@public
@require_safe
def offer_map(request: HttpRequest) -> HttpResponse:
    """The same results drawn by where they are, with the list beside. The drawing needs no tiles and no script."""
    found = search(offer_of(request), asked_of(request.GET), day_of(request), size=40)
    context = _shared(found) | {"drawn": draw(found), "older": ""}
    return show(request, "map.html", context)


def _shared(found: Found) -> dict[str, Any]:
    asked = found.asked
    return {
        "found": found,
        "asked": asked,
        "heading": heading(found),
        "groups": [_group(found, key) for key in GROUPS],
        "chosen": _chosen(asked),
        "miles": [(number, number == asked.miles) for number in MILES],
        "sorts": [(key, name, key == order_of(asked, found.point)) for key, name in SORTS.items()],
        "address": asked.address(),
    }


def heading(found: Found) -> str:
    """ "24 services for “swimming” near QX4"."""
    count = ngettext("%(count)s service", "%(count)s services", found.total) % {"count": f"{found.total:,}"}
    parts = [count]
    if found.asked.words:
        parts.append(_("for “%(words)s”") % {"words": found.asked.words})
    if found.point:
        parts.append(_("near %(place)s") % {"place": found.point.name})
    return " ".join(parts)


def _group(found: Found, key: str) -> dict[str, Any]:
    """A group of filters with the count beside each choice; choices that would find nothing are left out."""
    chosen = found.asked.chosen.get(key, [])
    choices = [
        {"code": code, "name": name, "count": found.counts.get(f"{key}:{code}", 0), "chosen": code in chosen}
        for code, name in GROUPS[key].choices.items()
    ]
    return {
        "key": key, "name": GROUPS[key].name, "open": bool(chosen), "number": len(chosen),
        "choices": [choice for choice in choices if choice["count"] or choice["chosen"]],
    }  # fmt: skip


def _chosen(asked: Asked) -> list[dict[str, Any]]:
    """What narrows the list now, each with the address of the list without it."""
    found = [
        {"text": GROUPS[group].choices[code], "href": f"?{asked.without(group, code)}"}
        for group, codes in asked.chosen.items()
        for code in codes
    ]
    if asked.years is not None:
        found.append({"text": _("Age %(years)s") % {"years": asked.years}, "href": f"?{asked.address(years=None)}"})
    if asked.miles:
        found.append(
            {"text": _("Within %(miles)s miles") % {"miles": asked.miles}, "href": f"?{asked.address(miles=None)}"}
        )
    return found


def card(result: Result, day: Any) -> dict[str, Any]:
    """One result: what it is in a sentence, who it is for, how to start, cost, distance, when it was last checked."""
    entry = result.listing.entry
    closed = entry["status"] == "temporarily closed"
    away = wording.miles(result.miles)
    where = _("%(miles)s away") % {"miles": away} if away else _town(entry)
    return {
        "title": entry["name"],
        "href": reverse("offer_entry", args=[result.listing.pk]),
        "text": wording.first_sentence(entry["description"]),
        "state": tag(_("Closed for a time"), "red") if closed else "",
        "facts": [
            wording.who_for(entry), wording.start(entry), wording.cost(entry), where, wording.checked(entry, day)[0],
        ],
    }  # fmt: skip


def _town(entry: dict[str, Any]) -> str:
    if entry["places"]:
        return str(entry["places"][0].get("name") or entry["places"][0].get("town", ""))
    return entry["areas"][0]["name"] if entry["areas"] else _("Online")
