"""What is on: events by date, for everybody's calendar too."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.rules import public

from ..calendar_file import calendar_of
from ..models import Listing, ListingEvent
from ..offers import day_of, offer_of
from ..wording import address_lines, clock
from .page import show

_LONDON = ZoneInfo("Europe/London")
_MOST = 200


def upcoming(request: HttpRequest) -> Any:
    """Events of this offer that begin today or later, or still go on, those that begin first at the top."""
    return not_over(day_of(request)).filter(authority_id=offer_of(request).authority_id)[:_MOST]


def not_over(day: date) -> QuerySet[ListingEvent]:
    """Events that begin on this day or later, or that began before and still go on."""
    morning = datetime.combine(day, time(), tzinfo=_LONDON).astimezone(UTC)
    return ListingEvent.objects.filter(Q(starts_at__gte=morning) | Q(ends_at__gt=morning))


def shown_event(event: ListingEvent) -> dict[str, Any]:
    """An event in words."""
    starts, ends = event.starts_at.astimezone(_LONDON), event.ends_at.astimezone(_LONDON)
    return {
        "key": event.pk,
        "title": event.entry["title"],
        "service": event.entry["service"],
        "href": reverse("offer_entry", args=[event.listing_id]),
        "text": event.entry.get("description", ""),
        "cancelled": event.entry.get("cancelled", False),
        "day": starts.date(),
        "when": f"{_moment(starts)} – {clock(ends.time()) if ends.date() == starts.date() else _moment(ends)}",
        "booking": event.entry.get("booking_link", ""),
    }


def _moment(at: datetime) -> str:
    return f"{date_format(at, 'l j F Y')}, {clock(at.time())}"


@public
@require_safe
def offer_events(request: HttpRequest) -> HttpResponse:
    """Events month by month."""
    months: dict[date, list[dict[str, Any]]] = {}
    for event in upcoming(request):
        shown = shown_event(event)
        months.setdefault(shown["day"].replace(day=1), []).append(shown)
    return show(request, "events.html", {"months": list(months.items())})


@public
@require_safe
def offer_calendar(request: HttpRequest) -> HttpResponse:
    """All events from today on as a calendar that programs subscribe to."""
    return _file(request, list(upcoming(request)), "local-offer.ics")


@public
@require_safe
def offer_event_file(request: HttpRequest, event: UUID) -> HttpResponse:
    """One event for one's own calendar."""
    found = ListingEvent.objects.filter(pk=event, authority_id=offer_of(request).authority_id).first()
    if found is None:
        raise NotFound("event")
    return _file(request, [found], "event.ics")


def _file(request: HttpRequest, events: list[ListingEvent], name: str) -> HttpResponse:
    listings = Listing.objects.in_bulk([event.listing_id for event in events])
    places = {event.pk: _where(event, listings) for event in events}
    addresses = {
        event.pk: request.build_absolute_uri(reverse("offer_entry", args=[event.listing_id])) for event in events
    }
    content = calendar_of(events, places, addresses, _("Local Offer events"))
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _where(event: ListingEvent, listings: dict[Any, Listing]) -> str:
    entry = listings[event.listing_id].entry if event.listing_id in listings else {"places": []}
    place = next((place for place in entry["places"] if place["id"] == event.entry.get("place")), None)
    return ", ".join(address_lines(place)) if place else ""
