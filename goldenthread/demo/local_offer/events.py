"""Dated events of the demo: an open morning here, a talk there, in the weeks around the stated date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

from goldenthread.local_offer.bulk import NewEntry

from ..stated_date import STATED_DATE

_LONDON = ZoneInfo("Europe/London")
# title | what happens | first hour | minutes
_TALES = (
    "Open morning | Come and look round, meet the people who run it and ask anything. | 10 | 120",
    "Christmas party | Quiet first hour, then music. Father Christmas signs. Tell us about food when you book. | 14 | 120",
    "Families' fun day | Games, face paint, a bouncy castle with a quiet hour, and stalls of groups that can help. | 11 | 180",
    "Talk: what helps at home | A practitioner speaks for half an hour; then questions over tea. | 18 | 90",
    "Try it for free | A first session at no cost. Wear something comfortable. | 16 | 60",
    "Meet the team online | A video call for families who wonder whether this is for them. Link sent when you book. | 19 | 60",
    "Holiday taster | A short day in the school holiday for children who have not been before. | 10 | 150",
    "Annual meeting and lunch | What we did this year, what families said, and what we do next. | 12 | 120",
)


def add_events(entries: Iterator[NewEntry]) -> Iterator[NewEntry]:
    """The same entries; about every fifth that has a place has an event."""
    for number, entry in enumerate(entries):
        places = entry.contents["places"]
        if places and number % 5 == 0 and not places[0].get("hide_address"):
            entry.contents["events"] = [_event(entry, number, places[0]["id"])]
        yield entry


def _event(entry: NewEntry, number: int, place: str) -> dict[str, Any]:
    title, text, hour, minutes = _TALES[number // 5 % len(_TALES)].split(" | ")
    day = STATED_DATE + timedelta(days=int(Random(str(entry.key)).random() * 80) - 5)
    starts = datetime.combine(day, time(int(hour)), tzinfo=_LONDON)
    return {
        "id": str(uuid5(entry.key, "event")), "title": title, "description": text, "place": place,
        "starts_at": starts.isoformat(), "ends_at": (starts + timedelta(minutes=int(minutes))).isoformat(),
    }  # fmt: skip
