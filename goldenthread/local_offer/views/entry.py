"""One service, everything the public may know of it; the list somebody keeps; and several side by side."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public
from goldenthread.design_system.components import Column, Table

from .. import wording
from ..finding.searching import Result, similar
from ..models import Listing, OrganisationRole, Question
from ..offers import day_of, listings_of, offer_of
from ..saved import MOST_COMPARED, keep, kept, keys_of
from ..vocabulary import ACCESS, SECTIONS, names_of
from .events import shown_event
from .page import show
from .results import card


@public
@require_safe
def offer_entry(request: HttpRequest, service: UUID) -> HttpResponse:
    offer, day = offer_of(request), day_of(request)
    listing = listings_of(offer, day).filter(pk=service).first()
    if listing is None:
        raise NotFound("service")
    context = page_of(listing.entry, day) | {
        "listing": listing, "is_kept": listing.pk in kept(request),
        "events": [shown_event(event) for event in listing.dated.all()],
        "similar": [card(result, day) for result in similar(offer, listing, day)],
    }  # fmt: skip
    return show(request, "entry.html", context)


def page_of(entry: dict[str, Any], day: date) -> dict[str, Any]:
    """What the page says of an entry by itself: for everybody, and for a look before it is published."""
    checked, long_ago = wording.checked(entry, day)
    return {
        "entry": entry, "checked": checked, "long_ago": long_ago,
        "alert": _alert(entry, day), "closed": entry["status"] == "temporarily closed", "facts": _facts(entry),
        "places": [_place(place) for place in entry["places"]],
        "bodies": _bodies(entry), "answers": _answers(entry),
        "sections": [(code, name) for code, name in zip(_codes(entry), names_of(SECTIONS, entry["sections"]), strict=True)],
    }  # fmt: skip


def _codes(entry: dict[str, Any]) -> list[str]:
    return [code for code in SECTIONS.codes() if code in entry["sections"]]


def _alert(entry: dict[str, Any], day: date) -> str:
    until = parse_date(entry["alert_until"] or "")
    return entry["alert"] if entry["alert"] and (until is None or until >= day) else ""


def _facts(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Who for, how to start, cost and the rest, in the order in which families ask. What is not known is left out."""
    waiting = ""
    if entry["waiting_weeks"] is not None:
        waiting = _("About %(weeks)s weeks (asked on %(day)s)") % {
            "weeks": entry["waiting_weeks"], "day": _on(entry["waiting_checked_on"]),
        }  # fmt: skip
    plan = _("An EHC plan is needed") if entry["ehc_plan_needed"] else ""
    payment = [
        _("Short break money is taken") if entry["short_breaks_accepted"] else "",
        _("Direct payments are taken") if entry["direct_payment_accepted"] else "",
    ]
    rows = [
        (_("Who it is for"), wording.ages(entry)),
        (_("Needs"), wording.needs(entry)),
        (_("Also"), entry["suitability"]),
        (_("How to start"), "; ".join(part for part in (wording.start(entry), plan) if part)),
        (_("Who can have it"), entry["eligibility"]),
        (_("How long people wait"), waiting),
        (_("Cost"), ". ".join(part for part in (wording.cost(entry), *payment) if part)),
        (_("When"), "; ".join(dict.fromkeys(wording.when(one) for one in entry["schedules"]))),
        (_("Area"), ", ".join(area["name"] for area in entry["areas"])),
        (_("Online"), _("Online or by telephone") if entry["online"] else ""),
        (_("SENCO"), entry["senco_name"]),
    ]
    return [{"key": name, "value": value} for name, value in rows if value]


def _on(day: str) -> str:
    found = parse_date(day)
    return wording.day_words(found) if found else ""


def _place(place: dict[str, Any]) -> dict[str, Any]:
    return {
        "lines": wording.address_lines(place),
        "access": names_of(ACCESS, place.get("access", [])),
        "notes": place.get("access_notes", ""),
        "hidden": place.get("hidden", False),
    }


def _bodies(entry: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Each role with the bodies that have it."""
    found: dict[str, list[str]] = {}
    for body in entry["bodies"]:
        found.setdefault(str(OrganisationRole(body["role"]).label), []).append(body["organisation"]["name"])
    if not found and entry["organisation"]:
        found[str(OrganisationRole.DELIVERS.label)] = [entry["organisation"]["name"]]
    return list(found.items())


def _answers(entry: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(question.label), entry["answers"][question]) for question in Question if question in entry["answers"]]


@public
@require_POST
def offer_keep(request: HttpRequest, service: UUID) -> HttpResponse:
    """Put a service on one's own list, or take it off."""
    listing = listings_of(offer_of(request), day_of(request)).filter(pk=service).first()
    keys = [key for key in kept(request) if key != service]
    if request.POST.get("keep") == "yes" and listing is not None:
        keys.append(service)
    back = "offer_my_list" if request.POST.get("back") == "list" else ""
    return keep(redirect(back) if back else redirect("offer_entry", service), keys)


@public
@require_POST
def offer_forget_list(request: HttpRequest) -> HttpResponse:
    return keep(redirect("offer_my_list"), [])


@public
@require_safe
def offer_my_list(request: HttpRequest) -> HttpResponse:
    """The list of this browser, or the one that stands in the address. To print, to send, to compare."""
    day = day_of(request)
    sent = keys_of(request.GET.getlist("service"))
    listings = _in_order(request, sent or kept(request))
    address = urlencode([("service", str(listing.pk)) for listing in listings])
    context = {
        "listings": listings, "cards": [card(Result(listing, None), day) for listing in listings], "sent": bool(sent),
        "share": request.build_absolute_uri(f"{reverse('offer_my_list')}?{address}"), "most": MOST_COMPARED,
    }  # fmt: skip
    return show(request, "my_list.html", context)


@public
@require_safe
def offer_compare(request: HttpRequest) -> HttpResponse:
    """Up to four services side by side, one column for each."""
    asked = keys_of(request.GET.getlist("service"))
    listings = _in_order(request, asked[:MOST_COMPARED])
    facts = [{row["key"]: row["value"] for row in _facts(listing.entry)} for listing in listings]
    for found, listing in zip(facts, listings, strict=True):
        found[_("Places")] = "; ".join(", ".join(wording.address_lines(place)) for place in listing.entry["places"])
        found[_("Checked")] = wording.checked(listing.entry, day_of(request))[0]
    names = list(dict.fromkeys(name for found in facts for name in found))
    rows = [[name, *(found.get(name) or _("Not stated") for found in facts)] for name in names]
    columns = [Column(_("What")), *(Column(listing.name) for listing in listings)]
    table = Table(_("Services side by side"), columns, rows, caption_hidden=True)
    return show(request, "compare.html", {"listings": listings, "table": table, "too_many": len(asked) > MOST_COMPARED})


def _in_order(request: HttpRequest, keys: list[UUID]) -> list[Listing]:
    found = listings_of(offer_of(request), day_of(request)).in_bulk(keys)
    return [found[key] for key in keys if key in found]
