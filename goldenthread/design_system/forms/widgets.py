"""Controls that carry a little more than Django's: a width, a unit, hints for choices, what a choice opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TextInput(forms.TextInput):
    """width: room for so many characters (2, 3, 4, 5, 10, 20 or 30); prefix and suffix: a unit beside it."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        width: int | None = None,
        prefix: str = "",
        suffix: str = "",
    ) -> None:
        super().__init__(attrs)
        self.width = width
        self.prefix = prefix
        self.suffix = suffix


class EmailInput(TextInput):
    input_type = "email"


class TelephoneInput(TextInput):
    input_type = "tel"


class Textarea(forms.Textarea):
    """max_characters: counted down as you type, and never cut off; autosave: drafts are kept."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        rows: int = 5,
        max_characters: int | None = None,
        autosave: bool = False,
    ) -> None:
        own: dict[str, Any] = {"rows": rows} | ({"data-autosave": "true"} if autosave else {})
        super().__init__(own | (attrs or {}))
        # Django starts from cols="40", which would win over our width.
        self.attrs.pop("cols", None)
        self.max_characters = max_characters


def names_of(opened: str | tuple[str, ...]) -> tuple[str, ...]:
    """The names of the fields that one choice opens."""
    return (opened,) if isinstance(opened, str) else opened


class Choices:
    """What radios and checkboxes of ours share.

    hints: a line under a choice, by its value. reveals: the name of the field that a choice opens, or a tuple of
    several names, by value, by style alone; no field is opened by two choices. divider_before: "or" stands above this
    value.
    """

    divider_word = _("or")
    hints: Mapping[str, object] = {}
    reveals: Mapping[str, str | tuple[str, ...]] = {}
    divider_before: str | None = None
    inline = False
    small = False


class Radios(Choices, forms.RadioSelect):
    """One of a few."""


class Checkboxes(Choices, forms.CheckboxSelectMultiple):
    """Any of a few."""


class SplitDate(forms.Widget):
    """Three short boxes: day, month, year. A date is shown as its parts, words typed in are kept."""

    PARTS = ("day", "month", "year")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.wrong: frozenset[str] = frozenset(self.PARTS)

    @property
    def first_wrong(self) -> str:
        """The part that an error links to."""
        return next((part for part in self.PARTS if part in self.wrong), self.PARTS[0])

    def id_for_label(self, id_: str | None, index: str = "") -> str:
        return f"{id_}-day" if id_ else ""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in self.PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}-{part}" not in data for part in self.PARTS)
