"""What the register can be narrowed down by."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.forms import Form, SelectField, SplitDateField

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
KNOWN_THEN, KNOWN_NOW = "", "now"


class RegisterForm(Form):
    """Filters, one for each that a room has registered, and the day the register is shown as of."""

    status = SelectField(label=_("Status"), choices=STATUSES, required=False)
    as_on = SplitDateField(label=_("As on"), required=False, must_be="past_or_today")
    known = SelectField(
        label=_("With what was known"),
        choices=[(KNOWN_THEN, _("on that day")), (KNOWN_NOW, _("today"))],
        required=False,
    )

    def __init__(self, data: QueryDict, *, viewer: Viewer) -> None:
        super().__init__(data, today=viewer.today)
        self.on = self.day_asked(viewer.today)
        for each in filters():
            choices = [(str(value), label) for value, label in each.choices(viewer, self.on)]
            self.fields[each.name] = SelectField(
                label=each.label, choices=choices, empty_label=_("all"), required=False
            )

    def day_asked(self, today: date) -> date:
        """The day typed, or today while nothing (or nonsense) is typed. Asked before the other questions are known."""
        box = self.fields["as_on"]
        try:
            return box.clean(box.widget.value_from_datadict(self.data, self.files, "as_on")) or today
        except ValidationError:
            return today

    def answered(self, name: str) -> str:
        """What one question was answered with, "" when it was left or answered wrongly."""
        return "" if name in self.errors else str(self.cleaned_data.get(name) or "")

    def asked(self, find: str, sort: str, today: date) -> Asked:
        """What the answers ask of the register. sort: a column's name, with "-" before it to turn it round."""
        column = sort.removeprefix("-")
        chosen = {each.name: self.answered(each.name) for each in filters()}
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
