"""A listing in the words of a page: who it is for, how to start, what it costs, when, and when it was checked."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.utils.dateparse import parse_date, parse_time
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .finding.asked import DAYS
from .models import Source
from .vocabulary import NEEDS, ROUTES, names_of

Entry = dict[str, Any]
UNCHECKED_AFTER = 365  # days
_LONGEST_SENTENCE = 170


def day_words(day: date) -> str:
    """1 October 2026."""
    return date_format(day, "j F Y")


def first_sentence(text: str) -> str:
    """The first sentence of a description, cut at a word when it is long."""
    sentence = text.replace("? ", "?\n").replace(". ", ".\n").split("\n")[0].strip()
    if len(sentence) < 60:
        sentence = " ".join(text.replace("? ", "?\n").replace(". ", ".\n").split("\n")[:2]).strip()
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    return sentence[:_LONGEST_SENTENCE].rsplit(" ", 1)[0].rstrip(",;") + " …"


def ages(entry: Entry) -> str:
    low, high = entry["min_months"], entry["max_months"]
    if low is None and high is None:
        return _("Ages not stated") if entry["source"] == Source.GIAS else _("All ages from 0 to 25")
    if low in (None, 0) and (high is None or high >= 25 * 12):
        return _("All ages from 0 to 25")
    if high is None:
        return _("From %(age)s") % {"age": _age(low)}
    if low in (None, 0):
        return _("Up to %(age)s") % {"age": _age(high)}
    if low // 12 == high // 12:
        return _("Age %(age)s") % {"age": low // 12}
    if low < 24:
        return _("%(low)s to %(high)s") % {"low": _age(low), "high": _age(high)}
    return _("Ages %(low)s to %(high)s") % {"low": low // 12, "high": high // 12}


def _age(months: int) -> str:
    if months < 24 and months % 12 not in (0, 11):
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    years = months // 12
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}


def needs(entry: Entry) -> str:
    if entry["all_needs"]:
        return _("All needs")
    return ", ".join(dict.fromkeys(names_of(NEEDS, entry["needs"])))


def who_for(entry: Entry) -> str:
    """Ages, and the needs when they are few."""
    few = needs(entry) if entry["all_needs"] or 0 < len(entry["needs"]) <= 2 else ""
    return "; ".join(part for part in (ages(entry), few) if part)


def start(entry: Entry) -> str:
    term = ROUTES.term(entry["route"])
    return term.name if term else _("Ask how to start")


def cost(entry: Entry) -> str:
    if entry["cost_statement"]:
        return _money(entry["cost_statement"])
    return _("Free") if entry["free"] else _("Ask about the cost")


def _money(statement: str) -> str:
    """Three pounds fifty as £3.50, however the statement writes it."""
    words = statement.split(" ")
    for place, word in enumerate(words[1:], 1):
        if word.startswith("pounds") and words[place - 1].replace(".", "").isdigit():
            words[place - 1], words[place] = f"£{words[place - 1]}{word[6:]}", ""
    return " ".join(word for word in words if word)


def miles(distance: float | None) -> str:
    """Straight line; the page says so."""
    if distance is None:
        return ""
    if distance < 0.1:
        return _("less than 0.1 miles")
    return _("%(miles)s miles") % {"miles": f"{distance:.1f}"}


def checked(entry: Entry, day: date) -> tuple[str, bool]:
    """The sentence about when it was checked, and whether that is too long ago (over a year)."""
    if entry["source"] == Source.GIAS:
        return _("From %(source)s. We have not checked it.") % {"source": entry["source_name"]}, False
    on = parse_date(entry["assured_on"] or "")
    if on is None:
        return _("Not checked yet"), True
    if (day - on).days > UNCHECKED_AFTER:
        return _("We have not checked this for over a year. Last checked on %(day)s.") % {"day": day_words(on)}, True
    return _("Checked on %(day)s") % {"day": day_words(on)}, False


def when(schedule: Entry) -> str:
    """ "Saturday, 2 pm to 3.30 pm, in term time"."""
    days = [str(DAYS[code[-2:]]) for code in schedule.get("byday", [])]
    weekdays = [str(name) for name in list(DAYS.values())[:5]]
    said = _("Monday to Friday") if days == weekdays else ", ".join(days)
    hours = _hours(schedule)
    term = _("in term time") if schedule.get("term_time_only") else ""
    return ", ".join(part for part in (said, hours, term, schedule.get("description", "")) if part)


def _hours(schedule: Entry) -> str:
    opens, closes = (parse_time(schedule.get(name) or "") for name in ("opens_at", "closes_at"))
    if opens is None or closes is None:
        return ""
    if (opens, closes) == (time(0), time(23, 59)):
        return _("at any hour")
    if closes == time(0):
        return _("%(opens)s to midnight") % {"opens": clock(opens)}
    words = _("%(opens)s to %(closes)s the next day") if closes < opens else _("%(opens)s to %(closes)s")
    return words % {"opens": clock(opens), "closes": clock(closes)}


def clock(at: time) -> str:
    """2 pm, 3.30 pm."""
    hour = at.hour % 12 or 12
    minutes = f".{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes} {'am' if at.hour < 12 else 'pm'}"


def address_lines(place: Entry) -> list[str]:
    """An address line by line; of a hidden one what may be said."""
    if place.get("hidden"):
        return [
            _("Near %(where)s. The address is not published.")
            % {"where": place.get("postcode") or place.get("town", "")}
        ]
    parts = ("name", "address_1", "address_2", "town", "postcode")
    return list(dict.fromkeys(place[part] for part in parts if place.get(part)))
