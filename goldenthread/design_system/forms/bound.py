"""A field of a form as a question: its ids, its kind of control, and the control in our classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .widgets import names_of

# The class of the control by the widget's type as Django names it; inputs of every other type are text.
CLASSES = {"textarea": "govuk-textarea", "select": "govuk-select", "file": "govuk-file-upload"}
GROUPS = {
    "radioselect": "radios",
    "checkboxselectmultiple": "checkboxes",
    "checkbox": "confirm",
    "splitdate": "date",
}


DATE_LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One radio or checkbox, ready to show."""

    id: str
    value: object
    label: object
    chosen: bool
    hint: object = ""
    reveals: tuple[BoundField, ...] = ()
    divider: object = ""


@dataclass(frozen=True, slots=True)
class DatePart:
    """One box of a date, ready to show."""

    id: str
    name: str
    label: object
    value: str
    width: int
    wrong: bool
    autocomplete: str


class Question(BoundField):
    """What our field templates ask of a field, whichever package its form comes from."""

    @property
    def kind(self) -> str:
        """Which template shows it: control, radios, checkboxes, confirm or date."""
        return GROUPS.get(self._widget_type, "control")

    @property
    def field_template(self) -> str:
        kind = "choices" if self.kind in ("radios", "checkboxes") else self.kind
        return f"design_system/forms/{kind}.html"

    @property
    def _widget_type(self) -> str:
        # Subclasses of ours and of other packages count as what they are made from.
        for family, name in (
            # Django makes CheckboxSelectMultiple from RadioSelect, so it is asked about first.
            (forms.CheckboxSelectMultiple, "checkboxselectmultiple"),
            (forms.RadioSelect, "radioselect"),
            (forms.CheckboxInput, "checkbox"),
            (forms.Textarea, "textarea"),
            (forms.Select, "select"),
            (forms.FileInput, "file"),
            (forms.PasswordInput, "password"),
        ):
            if isinstance(self.field.widget, family):
                return name
        return self.widget_type

    @property
    def is_password(self) -> bool:
        return self._widget_type == "password"

    @property
    def hint_id(self) -> str:
        return f"{self.auto_id}-hint"

    @property
    def error_id(self) -> str:
        return f"{self.auto_id}-error"

    @property
    def count_id(self) -> str:
        return f"{self.auto_id}-info"

    @property
    def target_id(self) -> str:
        """The control a link of the error summary leads to."""
        return f"{self.auto_id}-{self.field.widget.first_wrong}" if self.kind == "date" else self.auto_id

    @property
    def first_error(self) -> str:
        return str(self.errors[0]) if self.errors else ""

    @property
    def max_characters(self) -> int | None:
        limit: int | None = getattr(self.field.widget, "max_characters", None)
        return limit

    @cached_property
    def described_by(self) -> str:
        """The ids of everything that explains this field, in the order it is read."""
        parts = [
            self.count_id if self.max_characters else "",
            self.hint_id if self.help_text else "",
            self.error_id if self.errors else "",
        ]
        return " ".join(part for part in parts if part)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Django's attributes without its own aria ones: ours name the hint and the error we show."""
        built = super().build_widget_attrs(attrs, widget)
        for name in ("aria-invalid", "aria-describedby"):
            if name not in attrs:
                built.pop(name, None)
        return built

    @property
    def control(self) -> SafeString:
        """The input, textarea, select or file control itself, in our classes."""
        own = str(self.field.widget.attrs.get("class", ""))
        base = CLASSES.get(self._widget_type, "govuk-input")
        classes = [base, *self._extra_classes(base), own, f"{base}--error" if self.errors else ""]
        attrs: dict[str, Any] = {"class": " ".join(part for part in classes if part)}
        if self.described_by:
            attrs["aria-describedby"] = self.described_by
        if self.is_password:
            attrs |= {"spellcheck": "false", "autocapitalize": "none"}
        return self.as_widget(attrs=attrs)

    def _extra_classes(self, base: str) -> Iterator[str]:
        width = getattr(self.field.widget, "width", None)
        if width:
            yield f"{base}--width-{width}"
        if self.max_characters:
            yield "govuk-js-character-count"
        if self.is_password:
            yield "govuk-password-input__input govuk-js-password-input-input"

    @cached_property
    def choices(self) -> list[Choice]:
        """The radios or checkboxes; the first carries the field's own id, so that errors can link to it."""
        widget = self.field.widget
        hints = getattr(widget, "hints", {})
        reveals = getattr(widget, "reveals", {})
        divider_before = getattr(widget, "divider_before", None)
        return [
            Choice(
                id=self.auto_id if place == 0 else f"{self.auto_id}-{place + 1}",
                value=part.data["value"],
                label=part.data["label"],
                chosen=part.data["selected"],
                hint=hints.get(part.data["value"], ""),
                reveals=tuple(self.form[name] for name in names_of(reveals.get(part.data["value"], ()))),
                divider=widget.divider_word if part.data["value"] == divider_before else "",
            )
            for place, part in enumerate(self.subwidgets)
        ]

    @property
    def date_parts(self) -> list[DatePart]:
        """Day, month and year boxes with what was typed in them, even when it is no date."""
        widget = self.field.widget
        typed = self.field.prepare_value(self.value())
        return [
            DatePart(
                id=f"{self.auto_id}-{part}",
                name=f"{self.html_name}-{part}",
                label=DATE_LABELS[part],
                value=typed[part],
                width=4 if part == "year" else 2,
                wrong=bool(self.errors) and part in widget.wrong,
                autocomplete=f"bday-{part}" if getattr(self.field, "birth", False) else "",
            )
            for part in widget.PARTS
        ]
