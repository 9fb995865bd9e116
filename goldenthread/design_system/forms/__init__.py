"""Forms of the design system: the base form, its fields, rows of forms, and the renderer."""

from goldenthread.design_system.forms.base import Form
from goldenthread.design_system.forms.dates import SplitDateField, example_hint
from goldenthread.design_system.forms.fields import (
    CheckboxesField,
    ConfirmField,
    EmailField,
    LongTextField,
    NumberField,
    PasswordField,
    RadiosField,
    SelectField,
    TelephoneField,
    TextField,
    UploadField,
)
from goldenthread.design_system.forms.formsets import RowFormSet
from goldenthread.design_system.forms.renderer import GoldenThreadRenderer

__all__ = [
    "CheckboxesField",
    "ConfirmField",
    "EmailField",
    "Form",
    "GoldenThreadRenderer",
    "LongTextField",
    "NumberField",
    "PasswordField",
    "RadiosField",
    "RowFormSet",
    "SelectField",
    "SplitDateField",
    "TelephoneField",
    "TextField",
    "UploadField",
    "example_hint",
]
