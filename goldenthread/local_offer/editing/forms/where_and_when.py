"""When it is open, what is on, where it is and whom to ask."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.forms import formset_factory
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    CheckboxesField,
    ConfirmField,
    EmailField,
    LongTextField,
    RowFormSet,
    SelectField,
    SplitDateField,
    TelephoneField,
    TextField,
)
from goldenthread.keys import new_key

from ...finding.asked import DAYS
from ...geography import find_point
from ...versions import Contents
from ...vocabulary import ACCESS
from ...wording import address_lines
from .base import EntryForm, RowForm, blank_part
from .fields import WEB_HINT, ClockField, LinesField, PostcodeField, WebField

LONDON = ZoneInfo("Europe/London")
# How often: freq, interval and the number before the day ("1MO" is the first Monday of a month).
HOW_OFTEN = {
    "weekly": ("WEEKLY", 1, ""), "fortnightly": ("WEEKLY", 2, ""), "first": ("MONTHLY", 1, "1"),
    "second": ("MONTHLY", 1, "2"), "third": ("MONTHLY", 1, "3"), "fourth": ("MONTHLY", 1, "4"), "last": ("MONTHLY", 1, "-1"),
}  # fmt: skip
_OFTEN_NAMES = [
    ("weekly", _("Every week")), ("fortnightly", _("Every two weeks")), ("first", _("In the first week of a month")),
    ("second", _("In the second week of a month")), ("third", _("In the third week of a month")),
    ("fourth", _("In the fourth week of a month")), ("last", _("In the last week of a month")),
]  # fmt: skip
AS_IT_IS = "as_it_is"
_MIDNIGHT = "00:00:00"


def _box(label: Any, hint: Any = "") -> ConfirmField:
    return ConfirmField(label=label, hint=hint, required=False)


def place_choices(contents: Contents) -> list[tuple[str, str]]:
    places = contents.get("places", [])
    return [(row["id"], ", ".join(address_lines(row)[:2]) or _now("A place without a name")) for row in places]


class AtAPlace(RowForm):
    """A row that may be at one of the entry's places."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = place_choices(self.contents)
        if len(choices) < 2:
            del self.fields["place"]
        else:
            self.fields["place"].choices = [("", _now("Any of our places")), *choices]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        names = [name for name in self.fields_of_row if name in self.cleaned_data]
        found = {name: self.cleaned_data[name] for name in names}
        return found | ({"place": found["place"] or None} if "place" in found else {})


class ScheduleRow(AtAPlace):
    fields_of_row = ("place", "opens_at", "closes_at", "term_time_only", "description", "valid_from", "valid_to")

    days = CheckboxesField(label=_("On which days?"), choices=list(DAYS.items()), small=True)
    how_often = SelectField(label=_("How often?"), choices=_OFTEN_NAMES, initial="weekly")
    opens_at = ClockField(label=_("From what time?"), hint=_("For example, 9 am or 14.30."))
    closes_at = ClockField(label=_("Until what time?"))
    next_day = _box(_("It goes on after midnight and ends the next day"))
    term_time_only = _box(_("In school terms only"))
    place = SelectField(label=_("Where?"), choices=(), required=False)
    description = TextField(label=_("A note (optional)"), max_length=200, required=False)
    valid_from = SplitDateField(label=_("First day (optional)"), required=False)
    valid_to = SplitDateField(label=_("Last day (optional)"), required=False)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if self.initial.get("how_often") == AS_IT_IS:
            self.fields["how_often"].choices = [*_OFTEN_NAMES, (AS_IT_IS, _now("As it is now"))]  # type: ignore[attr-defined]
            self.fields["days"].required = False

    def initial_of(self, row: dict[str, Any]) -> dict[str, Any]:
        days = [day[-2:] for day in row.get("byday", [])]
        numbers = {day[:-2] for day in row.get("byday", [])}
        shape = (row.get("freq"), row.get("interval"), numbers.pop() if len(numbers) == 1 else "?")
        often = next((name for name, known in HOW_OFTEN.items() if known == shape), AS_IT_IS)
        night = (row.get("closes_at") or "") < (row.get("opens_at") or "") and row.get("closes_at") != _MIDNIGHT
        return super().initial_of(row) | {"days": days, "how_often": often, "next_day": night}

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        opens, closes = answers.get("opens_at"), answers.get("closes_at")
        if opens and not closes and "closes_at" not in self.errors:
            self.add_error("closes_at", _now("Say until what time"))
        if opens and closes and self.has_changed():
            self._check_hours(opens, closes, next_day=bool(answers.get("next_day")))
        first, last = answers.get("valid_from"), answers.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _now("The last day must be the first day or later"))
        return answers

    def _check_hours(self, opens: time, closes: time, *, next_day: bool) -> None:
        """An end before the beginning is on the next day, and has to be meant so; midnight is the end of the day."""
        if closes == opens:
            self.add_error("closes_at", _now("The end must be later than the beginning"))
        elif closes < opens and not next_day and closes != time(0):
            self.add_error(
                "closes_at", _now("The end is before the beginning. If it goes on after midnight, tick the box below.")
            )
        elif closes > opens and next_day:
            self.add_error(
                "next_day", _now("An opening time is shorter than a day. Take away the tick, or change the end.")
            )

    def values(self) -> dict[str, Any]:
        found, often = super().values(), self.cleaned_data["how_often"]
        if often == AS_IT_IS:
            return found
        freq, interval, number = HOW_OFTEN[often]
        days = [f"{number}{day}" for day in DAYS if day in self.cleaned_data["days"]]
        return found | {"freq": freq, "interval": interval, "byday": days, "bymonthday": []}


class ScheduleRows(RowFormSet):
    row_name = _("Opening time")
    add_text = _("Add another opening time")


SCHEDULES = formset_factory(ScheduleRow, formset=ScheduleRows, extra=1, max_num=40, can_delete=True)


class WhenForm(EntryForm):
    part = "schedules"
    rows_class = SCHEDULES


class EventRow(AtAPlace):
    fields_of_row = ("title", "description", "place", "booking_link", "cancelled")

    title = TextField(label=_("What is on?"), max_length=120)
    description = LongTextField(label=_("In a few words (optional)"), rows=3, required=False, max_characters=2000)
    day = SplitDateField(label=_("On which day?"))
    begins = ClockField(label=_("From what time?"), required=True)
    last_day = SplitDateField(label=_("Last day, if it is another one (optional)"), required=False)
    ends = ClockField(label=_("Until what time?"), required=True)
    place = SelectField(label=_("Where?"), choices=(), required=False)
    booking_link = WebField(label=_("Web page to book (optional)"), hint=WEB_HINT)
    cancelled = _box(_("It is cancelled"))

    def initial_of(self, row: dict[str, Any]) -> dict[str, Any]:
        begins, ends = (_in_london(row.get(name)) for name in ("starts_at", "ends_at"))
        if begins is None or ends is None:
            return super().initial_of(row)
        last = ends.date() if ends.date() != begins.date() else None
        own = {"day": begins.date(), "begins": begins.time(), "last_day": last, "ends": ends.time()}
        return super().initial_of(row) | own

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        whole = (
            all(answers.get(name) is not None for name in ("day", "begins", "ends")) and "last_day" not in self.errors
        )
        if whole and self.has_changed():
            self._check_order(*moments_of(answers), last_day=bool(answers.get("last_day")))
        return answers

    def _check_order(self, starts: datetime, ends: datetime, *, last_day: bool) -> None:
        if last_day and ends.date() < starts.date():
            self.add_error("last_day", _now("The last day must be the first day or later"))
        elif ends <= starts:
            self.add_error(
                "ends",
                _now("The end must be later than the beginning. If it goes on to another day, say its last day."),
            )

    def values(self) -> dict[str, Any]:
        starts, ends = moments_of(self.cleaned_data)
        return super().values() | {"starts_at": starts.astimezone(UTC), "ends_at": ends.astimezone(UTC)}


def moments_of(said: dict[str, Any]) -> tuple[datetime, datetime]:
    """When an event begins and ends, in London's time; it ends on its first day unless a last day was given."""
    last = said.get("last_day") or said["day"]
    return (
        datetime.combine(said["day"], said["begins"], tzinfo=LONDON),
        datetime.combine(last, said["ends"], tzinfo=LONDON),
    )


def _in_london(text: Any) -> datetime | None:
    found = parse_datetime(text) if isinstance(text, str) else None
    return found.astimezone(LONDON) if found else None


class EventRows(RowFormSet):
    row_name = _("Event")
    add_text = _("Add another event")


class EventsForm(EntryForm):
    part = "events"
    rows_class = formset_factory(EventRow, formset=EventRows, extra=1, max_num=60, can_delete=True)


class PlaceRow(RowForm):
    fields_of_row = ("name", "address_1", "address_2", "town", "postcode", "hide_address", "access", "access_notes")

    name = TextField(label=_("Name of the place (optional)"), max_length=120, required=False)
    address_1 = TextField(label=_("Address"), max_length=120, required=False)
    address_2 = TextField(label=_("Second line of the address (optional)"), max_length=120, required=False)
    town = TextField(label=_("Town"), max_length=80, required=False)
    postcode = PostcodeField(label=_("Postcode"))
    hide_address = _box(
        _("Do not publish the exact address"),
        _("For a refuge or somebody's home. People then see the first half of the postcode."),
    )
    access = CheckboxesField(
        label=_("What makes it easy to use?"), required=False, small=True,
        choices=[(term.code, term.name) for term in ACCESS.terms],
    )  # fmt: skip
    access_notes = LongTextField(
        label=_("More about getting in and around (optional)"), rows=3, required=False, max_characters=1000
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        nowhere = not any(answers.get(name) for name in ("name", "address_1", "town", "postcode"))
        if self.has_changed() and nowhere and "postcode" not in self.errors:
            self.add_error("address_1", _now("Enter an address or a postcode"))
        return answers


class PlaceRows(RowFormSet):
    row_name = _("Place")
    add_text = _("Add another place")


class WhereForm(EntryForm):
    part = "places"
    rows_class = formset_factory(PlaceRow, formset=PlaceRows, extra=1, max_num=30, can_delete=True)

    areas = LinesField(
        label=_("Areas it covers without having a place there (optional)"), longest=120,
        hint=_("One on each line. For example, all of the borough."),
    )  # fmt: skip

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        return {"areas": [row["name"] for row in contents.get("areas", [])]}

    @classmethod
    def lockable_names(cls) -> list[str]:
        return ["places", "areas"]

    def kept_beside(self, before: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        """With the point on the map, looked up anew when the postcode changes."""
        if values["postcode"] == before.get("postcode") and before.get("latitude") is not None:
            return values
        point = find_point(values["postcode"]) if values["postcode"] else None
        return values | {"latitude": point.latitude if point else None, "longitude": point.longitude if point else None}

    def write_into(self, contents: Contents) -> Contents:
        found = super().write_into(contents)
        known = {row["name"]: row for row in contents.get("areas", [])}
        found["areas"] = [
            known.get(name, blank_part("areas") | {"id": str(new_key()), "name": name}) | {"number": number}
            for number, name in enumerate(self.cleaned_data["areas"])
        ]
        kept = {row["id"] for row in found["places"]}
        for part in ("schedules", "events"):  # what was at a place that is gone is at none in particular
            for row in found.get(part, []):
                row["place"] = row["place"] if row.get("place") in kept else None
        return found


class ContactRow(RowForm):
    fields_of_row = ("name", "title", "phone", "phone_description", "email", "visible")

    title = TextField(
        label=_("Who answers?"), max_length=120, required=False, hint=_("A job or a desk, such as Front desk.")
    )
    name = TextField(
        label=_("Name of a person (optional)"), max_length=120, required=False,
        hint=_("Only with that person's yes. Everybody can read it."),
    )  # fmt: skip
    phone = TelephoneField(label=_("Telephone"), max_length=40, required=False, autocomplete="off")
    phone_description = TextField(
        label=_("When to ring (optional)"), max_length=120, required=False, hint=_("For example, weekday mornings.")
    )
    email = EmailField(label=_("E-mail"), max_length=254, required=False, autocomplete="off")
    visible = SelectField(
        label=_("Who may see it?"), choices=[("yes", _("Everybody")), ("no", _("Only the Local Offer's staff and us"))],
        initial="yes",
    )  # fmt: skip

    def initial_of(self, row: dict[str, Any]) -> dict[str, Any]:
        return super().initial_of(row) | {"visible": "yes" if row.get("visible", True) else "no"}

    def values(self) -> dict[str, Any]:
        return super().values() | {"visible": self.cleaned_data["visible"] == "yes"}

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if self.has_changed() and not answers.get("phone") and not answers.get("email") and "email" not in self.errors:
            self.add_error("phone", _now("Enter a telephone number or an e-mail address"))
        return answers


class ContactRows(RowFormSet):
    row_name = _("Contact")
    add_text = _("Add another contact")


class ContactForm(EntryForm):
    fields_of_entry = ("url", "social_links")
    part = "contacts"
    rows_class = formset_factory(ContactRow, formset=ContactRows, extra=1, max_num=30, can_delete=True)

    url = WebField(label=_("Web page (optional)"), hint=WEB_HINT)
    social_links = LinesField(
        label=_("Other pages, such as social media (optional)"), longest=400, web=True, hint=_("One on each line.")
    )
