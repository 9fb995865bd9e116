"""The questions our forms ask. Each takes its label by name, a hint, and whether it is the page's heading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import widgets

MESSAGES = {
    "max_length": _("Use %(limit_value)d characters or fewer. You have used %(show_value)d."),
    "min_value": _("Enter %(limit_value)s or more"),
    "max_value": _("Enter %(limit_value)s or less"),
}

Text = Any  # a sentence, translated when it is shown


def asked(field: type[forms.Field], label: Any, hint: Any, verb: Any, rest: dict[str, Any]) -> dict[str, Any]:
    """Django's arguments for a question of ours: required_message becomes the message for an empty answer."""
    empty = rest.pop("required_message", None) or _wanted(verb, label)
    messages = {"required": empty} | MESSAGES | rest.pop("error_messages", {})
    return {"label": label, "help_text": hint, "error_messages": messages} | rest


def wanted(verb: Any, label: Any) -> str:
    """What an empty answer is told: "Enter your name", or the question itself once more."""
    text = str(label)
    if text.endswith("?"):
        return gettext("Answer the question: %(question)s") % {"question": text}
    # Names and abbreviations at the start of a label (EHC plan, SENCO) stay as they are.
    small = text if text[1:2].isupper() else text[:1].lower() + text[1:]
    return f"{verb} {small}"


_wanted = lazy(wanted, str)


class TextField(forms.CharField):
    """One line of text. width, prefix, suffix: see widgets.TextInput. autocomplete: the browser's token.

    A line end becomes a space, as a browser's own box makes it: a name can never begin a paragraph of its own in a mail.
    """

    control: type[widgets.TextInput] = widgets.TextInput

    def __init__(
        self,
        *,
        label: Any,
        hint: Any = "",
        page_heading: bool = False,
        width: int | None = None,
        prefix: Text = "",
        suffix: Text = "",
        autocomplete: str = "",
        spellcheck: bool = True,
        **rest: Any,
    ) -> None:
        attrs = {"autocomplete": autocomplete} if autocomplete else {}
        attrs |= {} if spellcheck else {"spellcheck": "false"}
        rest.setdefault("widget", self.control(attrs, width=width, prefix=prefix, suffix=suffix))
        super().__init__(**asked(type(self), label, hint, _("Enter"), rest))
        self.page_heading = page_heading

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return self.one_line(text) if isinstance(text, str) else text

    def one_line(self, text: str) -> str:
        lines = text.splitlines()
        return " ".join(line.strip() for line in lines if line.strip()) if len(lines) > 1 else text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # No maxlength: a browser would cut off silently what somebody pastes; we say what is too long.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class EmailField(TextField):
    """An e-mail address."""

    control = widgets.EmailInput
    default_validators = forms.EmailField.default_validators

    def __init__(self, *, autocomplete: str = "email", **rest: Any) -> None:
        rest["error_messages"] = {"invalid": _("Enter an e-mail address, like name@example.org")} | rest.get(
            "error_messages", {}
        )
        super().__init__(autocomplete=autocomplete, spellcheck=False, **rest)


class TelephoneField(TextField):
    """A telephone number as people write it; spaces and brackets are theirs."""

    control = widgets.TelephoneInput

    def __init__(self, *, autocomplete: str = "tel", width: int = 20, **rest: Any) -> None:
        super().__init__(autocomplete=autocomplete, width=width, **rest)


class PasswordField(TextField):
    """A password, which the reader may show. new: one being chosen, not one being given."""

    def __init__(self, *, new: bool = False, **rest: Any) -> None:
        attrs = {"autocomplete": "new-password" if new else "current-password"}
        super().__init__(widget=forms.PasswordInput(attrs), strip=False, **rest)

    def one_line(self, text: str) -> str:
        return text  # a password is kept to the letter


class LongTextField(forms.CharField):
    """Several lines. max_characters is counted as one types and refused kindly, never cut off."""

    def __init__(
        self,
        *,
        label: Any,
        hint: Any = "",
        page_heading: bool = False,
        rows: int = 5,
        max_characters: int | None = None,
        autosave: bool = False,
        **rest: Any,
    ) -> None:
        rest.setdefault("widget", widgets.Textarea(rows=rows, max_characters=max_characters, autosave=autosave))
        super().__init__(**asked(type(self), label, hint, _("Enter"), rest))
        self.page_heading = page_heading
        if max_characters:
            self.validators.append(MaxLengthValidator(max_characters))


class NumberField(forms.IntegerField):
    """A whole number in a text box, since number boxes change when the page is scrolled."""

    def __init__(
        self,
        *,
        label: Any,
        hint: Any = "",
        page_heading: bool = False,
        width: int = 4,
        prefix: Text = "",
        suffix: Text = "",
        **rest: Any,
    ) -> None:
        control = widgets.TextInput({"inputmode": "numeric"}, width=width, prefix=prefix, suffix=suffix)
        rest.setdefault("widget", control)
        super().__init__(**asked(type(self), label, hint, _("Enter"), rest))
        self.page_heading = page_heading


def dressed(widget: widgets.Choices, looks: Mapping[str, Any]) -> Any:
    """The widget with hints, reveals and looks put on it."""
    for name, value in looks.items():
        setattr(widget, name, value)
    return widget


def looks(rest: dict[str, Any]) -> dict[str, Any]:
    """Take what concerns only the look of choices out of a field's arguments."""
    return {name: rest.pop(name) for name in ("hints", "reveals", "divider_before", "inline", "small") if name in rest}


class RadiosField(forms.ChoiceField):
    """One of a few, all in view. hints, reveals, divider_before, inline, small: see widgets.Choices."""

    def __init__(self, *, label: Any, hint: Any = "", page_heading: bool = False, **rest: Any) -> None:
        rest.setdefault("widget", dressed(widgets.Radios(), looks(rest)))
        super().__init__(**asked(type(self), label, hint, _("Choose"), rest))
        self.page_heading = page_heading


class CheckboxesField(forms.MultipleChoiceField):
    """Any of a few choices, all in view."""

    def __init__(self, *, label: Any, hint: Any = "", page_heading: bool = False, **rest: Any) -> None:
        rest.setdefault("widget", dressed(widgets.Checkboxes(), looks(rest)))
        super().__init__(**asked(type(self), label, hint, _("Choose"), rest))
        self.page_heading = page_heading


class SelectField(forms.ChoiceField):
    """One of many. empty_label: the first line, which counts as no answer."""

    def __init__(
        self, *, label: Any, hint: Any = "", page_heading: bool = False, empty_label: Any = "", **rest: Any
    ) -> None:
        choices = rest.pop("choices", ())
        if empty_label:
            choices = [("", empty_label), *choices]
        super().__init__(choices=choices, **asked(type(self), label, hint, _("Choose"), rest))
        self.page_heading = page_heading


class ConfirmField(forms.BooleanField):
    """One box to tick, with its whole sentence as the label."""

    def __init__(self, *, label: Any, hint: Any = "", **rest: Any) -> None:
        rest.setdefault("required_message", _("Tick the box to go on"))
        super().__init__(**asked(type(self), label, hint, "", rest))


class UploadField(forms.FileField):
    """A document to send. accept: what the browser offers to choose, such as ".pdf,.docx"."""

    def __init__(
        self, *, label: Any, hint: Any = "", page_heading: bool = False, accept: str = "", **rest: Any
    ) -> None:
        rest.setdefault("widget", forms.FileInput({"accept": accept} if accept else {}))
        super().__init__(**asked(type(self), label, hint, _("Choose"), rest))
        self.page_heading = page_heading
