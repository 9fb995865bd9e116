"""A date asked for in three boxes, and what is said when it is not one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms.widgets import SplitDate

Text = Any  # a sentence, translated when it is shown

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}


class SplitDateField(forms.Field):
    """A real date from day, month and year; a month's name is understood too.

    must_be: "past", "past_or_today", "future" or "future_or_today", judged against the `today` that the
    form is given; without one the form refuses to be made, since a default would be fixed at start-up.
    name: how error messages call it ("the date of the meeting"); the label in small letters if left out.
    Raises ValidationError with the parts that are wrong in `params["parts"]`.
    """

    widget = SplitDate
    PARTS = ("day", "month", "year")
    part_words: ClassVar[dict[str, object]] = {"day": _("a day"), "month": _("a month"), "year": _("a year")}
    must_be_words: ClassVar[dict[str, object]] = {
        "past": _("in the past"),
        "past_or_today": _("today or in the past"),
        "future": _("in the future"),
        "future_or_today": _("today or in the future"),
    }

    def __init__(
        self,
        *,
        label: Text,
        hint: Text = "",
        must_be: str = "",
        name: Text = "",
        page_heading: bool = False,
        birth: bool = False,
        **rest: Any,
    ) -> None:
        if must_be and must_be not in self.must_be_words:
            raise ValueError(f"must_be is one of {', '.join(self.must_be_words)}, not {must_be!r}.")
        super().__init__(label=label, help_text=hint, **rest)
        self.must_be = must_be
        self.page_heading = page_heading
        self.birth = birth
        self.today: date | None = None
        self._name = name

    @property
    def name(self) -> str:
        """How a message calls this date, in small letters."""
        said = str(self._name or self.label or "")
        return said[:1].lower() + said[1:]

    def clean(self, value: Any) -> date | None:
        if isinstance(value, date) or value is None:
            parts = as_parts(value)
        else:
            parts = {part: str(value.get(part, "")).strip() for part in self.PARTS}
        if not any(parts.values()):
            if self.required:
                raise self._problem(gettext("Enter %(name)s") % {"name": self.name}, self.PARTS, "required")
            return None
        return self._checked(self._real(parts))

    def _real(self, parts: Mapping[str, str]) -> date:
        missing = [part for part in self.PARTS if not parts[part]]
        if missing:
            words = gettext(" and ").join(str(self.part_words[part]) for part in missing)
            raise self._problem(
                gettext("%(name)s must include %(missing)s") % {"name": self._sentence_start(), "missing": words},
                missing,
                "incomplete",
            )
        try:
            return date(_number(parts["year"]), month_number(parts["month"]), _number(parts["day"]))
        except ValueError:
            message = gettext("%(name)s must be a real date") % {"name": self._sentence_start()}
            raise self._problem(message, self.PARTS, "unreal") from None

    def _checked(self, given: date) -> date:
        if given.year < 1900 or given.year > 2200:
            message = gettext("%(name)s must have a year of four digits") % {"name": self._sentence_start()}
            raise self._problem(message, ["year"], "year")
        if self.must_be and not self._allowed(given):
            message = gettext("%(name)s must be %(when)s") % {
                "name": self._sentence_start(),
                "when": self.must_be_words[self.must_be],
            }
            raise self._problem(message, self.PARTS, "out_of_range")
        return given

    def _allowed(self, given: date) -> bool:
        if self.today is None:
            raise TypeError(f"The form must be given today to judge {self.name!r}.")
        return {
            "past": given < self.today,
            "past_or_today": given <= self.today,
            "future": given > self.today,
            "future_or_today": given >= self.today,
        }[self.must_be]

    def _problem(self, message: str, parts: Any, code: str) -> ValidationError:
        self.widget.wrong = frozenset(parts)
        return ValidationError(message, code=code, params={"parts": tuple(parts)})

    def _sentence_start(self) -> str:
        return self.name[:1].upper() + self.name[1:]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return as_parts(initial) != as_parts(data)

    def prepare_value(self, value: Any) -> dict[str, str]:
        return as_parts(value)


def as_parts(value: Any) -> dict[str, str]:
    """Day, month and year as they are shown in the boxes; empty texts for no date."""
    if isinstance(value, date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    given = value if isinstance(value, Mapping) else {}
    return {part: str(given.get(part, "")) for part in SplitDateField.PARTS}


def month_number(text: str) -> int:
    """The month's number from a number or an English name, short or long; ValueError when it is neither."""
    return MONTHS.get(text.lower().rstrip(".")) or _number(text)


def _number(text: str) -> int:
    # int() would also take "1_0" and digits of other scripts.
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def example_hint(today: date) -> str:
    """A hint that shows the shape wanted, with a date of this year: "For example, 27 3 2026"."""
    example = date(today.year, 3, 27)
    return gettext("For example, %(date)s") % {"date": date_format(example, "j n Y")}
