"""Events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from icalendar import Calendar, Event

from .models import ListingEvent


def calendar_of(
    events: Sequence[ListingEvent], places: dict[UUID, str], addresses: dict[UUID, str], name: str
) -> bytes:
    """places, addresses: by event, where it is and the page about it. Times stand in UTC, which every program reads."""
    calendar = Calendar()
    calendar.add("prodid", "-//Golden Thread//Local Offer//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event, places.get(event.pk, ""), addresses.get(event.pk, "")))
    content: bytes = calendar.to_ical()
    return content


def _event(event: ListingEvent, place: str, address: str) -> Event:
    made = Event()
    made.add("uid", f"{event.pk}@golden-thread")
    made.add("dtstamp", event.starts_at)
    made.add("dtstart", event.starts_at)
    made.add("dtend", event.ends_at)
    made.add("summary", f"{event.entry['title']}: {event.entry['service']}")
    if event.entry.get("description"):
        made.add("description", event.entry["description"])
    if place:
        made.add("location", place)
    if address:
        made.add("url", address)
    made.add("status", "CANCELLED" if event.entry.get("cancelled") else "CONFIRMED")
    return made
