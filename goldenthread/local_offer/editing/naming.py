"""What each field of an entry is called, and how its value reads: for differences, locks and versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..finding.asked import DAYS
from ..models import Branch, OfferOrganisation, OrganisationRole, ProvisionKind, Question
from ..versions import PARTS, Contents, Difference, differences
from ..vocabulary import ACCESS, NEEDS, ROUTES, SECTIONS, Taxonomy
from ..wording import address_lines, clock, day_words

Text = str | Promise

FIELDS: dict[str, Text] = {
    "name": gettext_lazy("Name"), "other_names": gettext_lazy("Other names"), "description": gettext_lazy("What it is"),
    "status": gettext_lazy("Open or closed for a time"), "alert": gettext_lazy("Notice"),
    "alert_until": gettext_lazy("Notice until"), "url": gettext_lazy("Web page"),
    "social_links": gettext_lazy("Other pages"), "provision_kinds": gettext_lazy("Kind of help"),
    "branches": gettext_lazy("Education, health or care"), "sections": gettext_lazy("Parts of the Local Offer"),
    "provider_type": gettext_lazy("Kind of provider"), "area_scope": gettext_lazy("In or outside the area"),
    "secured_by_authority": gettext_lazy("Secured by the authority"), "advice": gettext_lazy("Gives advice"),
    "section_41": gettext_lazy("Approved under section 41"), "online": gettext_lazy("Online or by telephone"),
    "min_months": gettext_lazy("From age"), "max_months": gettext_lazy("To age"), "needs": gettext_lazy("Needs"),
    "all_needs": gettext_lazy("For all needs"), "gender": gettext_lazy("Only for some"),
    "languages": gettext_lazy("Languages"), "disability_only": gettext_lazy("Only for disabled children"),
    "ehc_plan_needed": gettext_lazy("EHC plan needed"), "suitability": gettext_lazy("Who it suits"),
    "route": gettext_lazy("How to start"), "referral_link": gettext_lazy("Web page to ask for it"),
    "eligibility": gettext_lazy("Who can have it"), "waiting_weeks": gettext_lazy("Weeks people wait"),
    "waiting_checked_on": gettext_lazy("Wait found out on"), "free": gettext_lazy("Free"),
    "cost_statement": gettext_lazy("Cost in one sentence"), "short_breaks_accepted": gettext_lazy("Short break money taken"),
    "direct_payment_accepted": gettext_lazy("Direct payments taken"), "funding_sources": gettext_lazy("Who pays for it"),
    "senco_name": gettext_lazy("SENCO"), "sen_information_report_url": gettext_lazy("SEN information report"),
    "assured_on": gettext_lazy("Checked on"), "assurer_name": gettext_lazy("Checked by"),
    "assurer_email": gettext_lazy("E-mail of who checked"), "next_review_on": gettext_lazy("Next check"),
    "urn": gettext_lazy("URN"), "ofsted_number": gettext_lazy("Ofsted number"), "cqc_number": gettext_lazy("CQC number"),
    "labels": gettext_lazy("Labels"), "directories": gettext_lazy("Directories"), "pinned": gettext_lazy("Shown before others"),
    "visible_from": gettext_lazy("Shown from"), "visible_to": gettext_lazy("Shown until"),
    "organisation": gettext_lazy("Organisation"),
    "places": gettext_lazy("Places"), "areas": gettext_lazy("Areas covered"), "contacts": gettext_lazy("Contacts"),
    "costs": gettext_lazy("Prices"), "schedules": gettext_lazy("Opening times"), "events": gettext_lazy("Events"),
    "answers": gettext_lazy("Answers about SEND"), "bodies": gettext_lazy("Bodies behind it"),
}  # fmt: skip
_OF_PARTS: dict[str, Text] = {
    "location_type": gettext_lazy("Kind of place"), "address_1": gettext_lazy("Address"),
    "address_2": gettext_lazy("Second line of the address"), "town": gettext_lazy("Town"),
    "county": gettext_lazy("County"), "postcode": gettext_lazy("Postcode"),
    "hide_address": gettext_lazy("Address not published"), "latitude": gettext_lazy("Point on the map, north"),
    "longitude": gettext_lazy("Point on the map, east"), "access": gettext_lazy("What makes it easy to use"),
    "access_notes": gettext_lazy("Getting in and around"), "uprn": gettext_lazy("UPRN"), "extent": gettext_lazy("Code"),
    "extent_type": gettext_lazy("Kind of code"), "title": gettext_lazy("Title"), "phone": gettext_lazy("Telephone"),
    "phone_description": gettext_lazy("When to ring"), "email": gettext_lazy("E-mail"),
    "visible": gettext_lazy("Everybody may see it"), "option": gettext_lazy("What is paid for"),
    "amount": gettext_lazy("Amount in pounds"), "per": gettext_lazy("For how much of it"),
    "valid_from": gettext_lazy("From"), "valid_to": gettext_lazy("Until"), "place": gettext_lazy("At which place"),
    "freq": gettext_lazy("Every week or month"), "interval": gettext_lazy("Every how many"),
    "byday": gettext_lazy("Days"), "bymonthday": gettext_lazy("Days of the month"),
    "starts_on": gettext_lazy("First day"), "opens_at": gettext_lazy("Opens"), "closes_at": gettext_lazy("Closes"),
    "term_time_only": gettext_lazy("In school terms only"), "link": gettext_lazy("Web page"),
    "starts_at": gettext_lazy("Begins"), "ends_at": gettext_lazy("Ends"),
    "booking_link": gettext_lazy("Web page to book"), "cancelled": gettext_lazy("Cancelled"),
    "question": gettext_lazy("Question"), "text": gettext_lazy("Answer"), "role": gettext_lazy("What it does"),
}  # fmt: skip
ROW_NAMES: dict[str, Text] = {
    "places": gettext_lazy("Place"), "areas": gettext_lazy("Area"), "contacts": gettext_lazy("Contact"),
    "costs": gettext_lazy("Price"), "schedules": gettext_lazy("Opening time"), "events": gettext_lazy("Event"),
    "answers": gettext_lazy("Answer"), "bodies": gettext_lazy("Body"),
}  # fmt: skip
_CODES: dict[str, Taxonomy] = {"needs": NEEDS, "sections": SECTIONS, "access": ACCESS}
_CHOICES: dict[str, Any] = {"provision_kinds": ProvisionKind, "branches": Branch}


def field_name(part: str, field: str) -> str:
    """part: "service", a name of PARTS, or "" for a kind of part itself."""
    if part in PARTS and field in _OF_PARTS:
        return str(_OF_PARTS[field])
    return str(FIELDS.get(field) or _OF_PARTS.get(field) or field)


def value_words(field: str, value: Any, bodies: dict[str, str] | None = None) -> str:
    """A value as people read it; "" for nothing. bodies: names of organisations by key."""
    if field == "next_review_on" and not value:
        return _("A year after it was checked")
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return _list_words(field, value)
    if field in ("min_months", "max_months"):
        return _age_words(int(value), last=field == "max_months")
    if field == "route":
        return ", ".join(term.name for term in ROUTES.terms if term.code == value)
    if field == "organisation":
        return (bodies or {}).get(str(value), _("An organisation"))
    if field == "question":
        return str(Question(value).label)
    if field == "role":
        return str(OrganisationRole(value).label)
    return _moment_words(str(value))


def _list_words(field: str, value: list[Any]) -> str:
    if field in _CODES:
        return ", ".join(term.name for term in _CODES[field].terms if term.code in value)
    if field in _CHOICES:
        return ", ".join(str(one.label) for one in _CHOICES[field] if one.value in value)
    if field == "byday":
        return ", ".join(f"{day[:-2]} {DAYS[day[-2:]]}".strip() for day in value)
    return "\n".join(str(one) for one in value)


def _age_words(months: int, *, last: bool) -> str:
    whole = months + 1 if last else months
    if whole % 12 == 0:
        return str(months // 12)
    return _("%(months)d months") % {"months": months}


def _moment_words(text: str) -> str:
    """A day, a time or a moment in words; anything else as it is."""
    parsers = ((10, parse_date), (8, parse_time)) if len(text) in (8, 10) else ()
    for length, parse in parsers:
        found: Any = _parsed(parse, text) if len(text) == length else None
        if isinstance(found, time):
            return clock(found)
        if isinstance(found, date):
            return day_words(found)
    moment = _parsed(parse_datetime, text) if len(text) > 15 and "T" in text else None
    if moment is not None:
        local = localtime(moment)
        return f"{day_words(local.date())}, {clock(local.time())}"
    return text


def _parsed(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class Line:
    """One field that differs, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Group:
    """What differs in one part: the entry itself, or one place, contact, price … fate: "", "new" or "gone"."""

    title: str
    fate: str
    lines: tuple[Line, ...]


def differences_in_words(before: Contents, after: Contents) -> list[Group]:
    """Field by field, grouped by what it is about, without what no person reads (keys, points on a map)."""
    found: dict[tuple[str, str], list[Difference]] = {}
    for one in differences(before, after):
        if one.field not in ("latitude", "longitude"):
            found.setdefault((one.part, one.key), []).append(one)
    bodies = _bodies(one for ones in found.values() for one in ones)
    groups = [_group(part, key, ones, before, after, bodies) for (part, key), ones in found.items()]
    return [group for group in groups if group.lines]


def _bodies(ones: Iterable[Difference]) -> dict[str, str]:
    keys = {value for one in ones if one.field == "organisation" for value in (one.before, one.after) if value}
    return {str(key): name for key, name in OfferOrganisation.objects.filter(pk__in=keys).values_list("pk", "name")}


def _group(
    part: str, key: str, ones: list[Difference], before: Contents, after: Contents, bodies: dict[str, str]
) -> Group:
    places = {
        row["id"]: _row_title("places", row, {})
        for row in [*before.get("places", []), *after.get("places", [])]
        if "id" in row
    }
    lines = tuple(line for line in (_line(part, one, bodies, places) for one in ones) if line.before != line.after)
    if part == "service":
        return Group(_("The entry"), "", lines)
    olds, news = _row(before, part, key), _row(after, part, key)
    title = f"{ROW_NAMES[part]}: {_row_title(part, news or olds or {}, bodies)}".rstrip(": ")
    return Group(title, "new" if olds is None else "gone" if news is None else "", lines)


def _line(part: str, one: Difference, bodies: dict[str, str], places: dict[str, str]) -> Line:
    if one.field == "place":
        return Line(field_name(part, one.field), places.get(str(one.before), ""), places.get(str(one.after), ""))
    words = [value_words(one.field, value, bodies) for value in (one.before, one.after)]
    return Line(field_name(part, one.field), *words)


def _row(contents: Contents, part: str, key: str) -> dict[str, Any] | None:
    rows: list[dict[str, Any]] = contents.get(part, [])
    return next((row for row in rows if row.get("id") == key), None)


def _row_title(part: str, row: dict[str, Any], bodies: dict[str, str]) -> str:
    if part == "places":
        return ", ".join(address_lines(row)[:2])
    if part == "answers":
        return str(Question(row["question"]).label) if row.get("question") else ""
    if part == "bodies":
        return bodies.get(str(row.get("organisation")), "")
    if part == "schedules":
        return value_words("byday", row.get("byday", []))
    return next((str(row[name]) for name in ("title", "name", "option", "phone", "email") if row.get(name)), "")
