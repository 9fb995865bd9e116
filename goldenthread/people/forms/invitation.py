"""Redeeming an invitation: the code, then an e-mail address and a password, then the code sent there."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import EmailField, Form, PasswordField, SplitDateField, TextField
from goldenthread.people.models import Account

from .sign_in import LONG_ENOUGH


class CodeForm(Form):
    code = TextField(
        label=_("Code"),
        hint=_("Three groups of four letters and digits, such as QK7M-4RTX-P9WD. Dashes and capitals do not matter."),
        width=20,
        autocomplete="off",
        spellcheck=False,
        max_length=40,
    )
    born_on = SplitDateField(
        label=_("Date of birth of the child or young person"), hint=_("For example, 5 3 2018"), must_be="past"
    )


class OpenAccountForm(Form):
    email = EmailField(label=_("Your e-mail address"), hint=_("Yours alone, not one you share. We send a code there."))
    password = PasswordField(label=_("Choose a password"), hint=LONG_ENOUGH, new=True)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("password"):
            try:
                validate_password(cleaned["password"], Account(email=cleaned.get("email", "")))
            except ValidationError as wrong:
                self.add_error("password", wrong)
        return cleaned


class WayBackForm(OpenAccountForm):
    """The account exists: only a new password is chosen."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        del self.fields["email"]


class EmailProofForm(Form):
    code = TextField(
        label=_("Code from the e-mail"), hint=_("Capital or small letters, with or without the dash."), width=10,
        autocomplete="one-time-code", spellcheck=False,
    )  # fmt: skip
