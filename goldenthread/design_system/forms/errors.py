"""What is wrong with a form, as the lines of an error summary."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField


def problems(form: BaseForm | BaseFormSet[Any]) -> list[dict[str, str]]:
    """Each problem's text with a link to the control that mends it, in the order of the page.

    Problems of the whole form come first and have no link. Hidden fields' problems name the field.
    """
    if isinstance(form, BaseFormSet):
        lines = [{"text": str(error), "href": ""} for error in form.non_form_errors()]
        return lines + [line for row in form.forms for line in problems(row)]
    if not form.is_bound:
        return []
    lines = [{"text": str(error), "href": ""} for error in form.non_field_errors()]
    return lines + [_line(form[name], str(error)) for name in form.fields for error in form[name].errors]


def _line(question: BoundField, error: str) -> dict[str, str]:
    if question.is_hidden:
        return {"text": f"{question.label}: {error}", "href": ""}
    return {"text": error, "href": f"#{getattr(question, 'target_id', question.auto_id)}"}
