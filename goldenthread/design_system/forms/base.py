"""The form every form of ours is made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from goldenthread.design_system.forms.dates import SplitDateField
from goldenthread.design_system.forms.renderer import GoldenThreadRenderer
from goldenthread.design_system.forms.widgets import names_of


class Form(forms.Form):
    """Questions in our markup; what is wrong is said by us, not by the browser.

    today: needed by forms with a date that must lie in the past or the future. Raises TypeError without it.
    A field revealed by a choice counts only when that choice is made: it may be required, and otherwise
    is None in cleaned_data whatever was typed. typed_before: it shows what its author typed earlier and did not send.
    changed_since: it shows the record as it is now, as that has changed since its author typed something.
    """

    typed_before = False
    changed_since = False

    use_required_attribute = False
    default_renderer = GoldenThreadRenderer

    def __init__(self, *args: Any, today: date | None = None, **rest: Any) -> None:
        rest.setdefault("label_suffix", "")
        super().__init__(*args, **rest)
        self.today = today
        for name, field in self.fields.items():
            if isinstance(field, SplitDateField):
                if field.must_be and today is None:
                    raise TypeError(f"{type(self).__name__} must be given today: {name} must be {field.must_be}.")
                field.today = today

    def top_questions(self) -> Iterator[BoundField]:
        """The visible fields, without those that a choice of another field reveals."""
        revealed = {name for _, _, name in self._reveals()}
        return (question for question in self.visible_fields() if question.name not in revealed)

    def _reveals(self) -> Iterator[tuple[str, str, str]]:
        """Each choice that opens a field: name of the choosing field, value, name of the opened field."""
        for name, field in self.fields.items():
            for value, opened in getattr(field.widget, "reveals", {}).items():
                for one in names_of(opened):
                    yield name, value, one

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for chooser, value, opened in self._reveals():
            chosen = self[chooser].data
            if value not in (chosen if isinstance(chosen, list | tuple) else [chosen]):
                self.errors.pop(opened, None)
                self.cleaned_data[opened] = None
