"""What the register can be narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.components.markup import attributes, escaped
from goldenthread.design_system.forms import Form, SelectField
from goldenthread.design_system.forms.widgets import TextInput

from ..models import Status
from ..queries.register import EVERYONE, Asked
from ..register_columns import filters

STATUSES = [
    ("", _("On the register")),
    (Status.SEN_SUPPORT, Status.SEN_SUPPORT.label),
    (Status.PLAN, Status.PLAN.label),
    (Status.MONITORING, Status.MONITORING.label),
    (EVERYONE, _("Everyone on roll")),
]
_LOOK = {"class": "govuk-select"}
ALWAYS_OPEN = ("status", "need", "year", "step", "review")
KNOWN_NOW = "now"
KNOWN = [("", _("on that day")), (KNOWN_NOW, _("today"))]


class DayBox(TextInput):
    """The browser's own box for a day; in a browser without one, a line for 2026-11-20. Written without a template."""

    input_type = "date"

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        typed = {"type": self.input_type, "name": name, "value": self.format_value(value)}
        return format_html("<input{}>", attributes({**typed, **self.build_attrs(self.attrs, attrs)}))


class PastDayField(forms.DateField):
    """A day up to today, in one box: a filter is set again and again, unlike a date of birth."""

    page_heading = False

    def __init__(self, *, label: Any, required: bool = True) -> None:
        messages = {"invalid": _("Enter a real day, such as 2026-11-20")}
        box = DayBox(width=10)
        super().__init__(
            label=label, required=required, widget=box, input_formats=["%Y-%m-%d"], error_messages=messages
        )

    def past_day(self, text: Any, today: date) -> date | None:
        """The day typed, None for none. Raises ValidationError for a day that is not real or has not come."""
        day: date | None = super().clean(text)
        if day is not None and not date(2000, 1, 1) <= day <= today:
            raise ValidationError(gettext("Enter a day that has come, from 2000 on"), code="out_of_range")
        return day


def _filter(label: Any, choices: list[tuple[str, Any]]) -> SelectField:
    return SelectField(label=label, choices=choices, required=False, widget=QuickSelect())


class QuickSelect(forms.Select):
    """A select without a template for each of its options: ten filters of a large school hold a hundred of them."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = {str(each) for each in self.format_value(value)}
        options = "".join(
            f'<option value="{escaped(key)}"{" selected" if str(key) in chosen else ""}>{escaped(label)}</option>'
            for key, label in self.choices
        )
        built = self.build_attrs(self.attrs, attrs)
        return format_html("<select{}>{}</select>", attributes({"name": name, **built}), SafeString(options))


class RegisterForm(Form):
    """Filters, one for each that a room has registered, and the day the register is shown as of."""

    status = SelectField(label=_("Status"), choices=STATUSES, required=False, widget=QuickSelect())

    def __init__(self, data: QueryDict, *, viewer: Viewer) -> None:
        super().__init__(data, today=viewer.today)
        box = PastDayField(label=_("As on"), required=False)
        self.on, self.day_problem = viewer.today, ""
        try:
            self.on = box.past_day(data.get("as_on", ""), viewer.today) or viewer.today
        except ValidationError as problem:
            self.day_problem = problem.messages[0]
        self.filters = filters(viewer, self.on)
        for each in self.filters:
            choices = [(str(value), label) for value, label in each.choices(viewer, self.on)]
            self.fields[each.name] = _filter(each.label, [("", _("all")), *choices])
        self.fields["as_on"] = box
        self.fields["known"] = _filter(_("With what was known"), KNOWN)

    def clean(self) -> None:
        super().clean()
        if self.day_problem and "as_on" not in self.errors:
            self.add_error("as_on", self.day_problem)

    def _selects(self, names: Iterable[str]) -> list[tuple[str, str, SafeString]]:
        """These filters, ready to show: id, label, select."""
        return [
            (
                f"id_{name}",
                str(self.fields[name].label),
                self.fields[name].widget.render(name, self.data.get(name, ""), _LOOK | {"id": f"id_{name}"}),
            )
            for name in names
        ]

    @property
    def _further(self) -> list[str]:
        return [name for name in self.fields if name not in {*ALWAYS_OPEN, "as_on"}]

    @property
    def first_selects(self) -> list[tuple[str, str, SafeString]]:
        """The filters that stand open: what a SENCO narrows down by most."""
        return self._selects(name for name in self.fields if name in ALWAYS_OPEN)

    @property
    def further_selects(self) -> list[tuple[str, str, SafeString]]:
        return self._selects(self._further)

    @property
    def further_chosen(self) -> bool:
        """Whether one of the folded filters is in force, so that they must not be hidden."""
        return any(self.answered(name) for name in self._further)

    def answered(self, name: str) -> str:
        """What one question was answered with, "" when it was left or answered wrongly."""
        return "" if name in self.errors else str(self.cleaned_data.get(name) or "")

    def asked(self, find: str, sort: str, today: date) -> Asked:
        """What the answers ask of the register. sort: a column's name, with "-" before it to turn it round."""
        column = sort.removeprefix("-")
        chosen = {each.name: self.answered(each.name) for each in self.filters}
        return Asked(
            on=self.on,
            known_on=today if self.answered("known") == KNOWN_NOW else self.on,
            status=self.answered("status"),
            chosen={name: value for name, value in chosen.items() if value},
            sort="" if column == "name" else column,
            descending=sort.startswith("-"),
            find=find,
        )

    def choice_in_words(self, name: str) -> str:
        """The words of what was chosen, for the list of filters in force."""
        field = self.fields[name]
        choices: Any = field.choices if isinstance(field, SelectField) else ()
        words = dict(choices)
        return f"{field.label}: {words.get(self.answered(name), self.answered(name))}"
