"""A place in the week."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_time
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.forms import CheckboxesField, Form, NumberField, SelectField, SplitDateField, TextField

from ..staff import who_can_lead

WEEKDAYS = [
    ("0", gettext_lazy("Monday")),
    ("1", gettext_lazy("Tuesday")),
    ("2", gettext_lazy("Wednesday")),
    ("3", gettext_lazy("Thursday")),
    ("4", gettext_lazy("Friday")),
]


def read_time(text: str) -> time | None:
    """A time as people write it: 9.10, 09:10, 0910, 13:20. None when it is none."""
    plain = text.strip().replace(".", ":").replace(" ", "")
    if plain.isascii() and plain.isdigit() and len(plain) in (3, 4):
        plain = f"{plain[:-2]}:{plain[-2:]}"
    try:
        return parse_time(plain)
    except ValueError:
        return None


class SlotForm(Form):
    """On which days of the week, when, how long, where, led by whom, and from which day."""

    weekdays = CheckboxesField(
        label=gettext_lazy("On which days?"), choices=WEEKDAYS, small=True,
        required_message=gettext_lazy("Choose at least one day of the week"),
    )  # fmt: skip
    starts_at = TextField(
        label=gettext_lazy("When does it start?"), hint=gettext_lazy("Such as 9.10 or 13.20."), width=5
    )
    minutes = NumberField(label=gettext_lazy("How long?"), suffix=gettext_lazy("minutes"), min_value=1, max_value=600)
    place = TextField(label=gettext_lazy("Where?"), max_length=120, required=False)
    leader = SelectField(label=gettext_lazy("Who leads it?"), empty_label=gettext_lazy("Choose somebody"))
    from_on = SplitDateField(label=gettext_lazy("From which day?"), name=gettext_lazy("the day"))

    def __init__(self, *args: Any, viewer: Viewer, **rest: Any) -> None:
        super().__init__(*args, **rest)
        leaders = [(str(account.pk), account.name) for account in who_can_lead(viewer)]
        self.fields["leader"].choices = [("", _("Choose somebody")), *leaders]  # type: ignore[attr-defined]

    def clean_starts_at(self) -> time:
        found = read_time(self.cleaned_data["starts_at"])
        if found is None:
            raise ValidationError(_("Enter a time, like 9.10 or 13.20"))
        return found


class EndSessionForm(Form):
    """From which day the place is free."""

    on = SplitDateField(label=gettext_lazy("From which day is it no longer held?"), name=gettext_lazy("the day"))
