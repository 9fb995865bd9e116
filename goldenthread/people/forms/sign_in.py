"""django-allauth's forms with our words: plain labels, hints that help, and nothing in placeholders."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.clock import today
from goldenthread.people.factors import has_second_factor

LONG_ENOUGH = gettext_lazy(
    "At least 12 characters. Three words that do not belong together are easy to remember and hard to guess."
)


class _Plain:
    """Takes placeholders and the browser's own messages away, and says labels and hints in our words."""

    words: dict[str, tuple[Any, Any]] = {}
    use_required_attribute = False

    def __init__(self, *args: Any, **rest: Any) -> None:
        rest.setdefault("label_suffix", "")
        super().__init__(*args, **rest)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name, (label, hint) in self.words.items():
            if name in fields:
                fields[name].label, fields[name].help_text = label, hint
        for field in fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = _("Fill in: %s") % field.label


class _OneNewPassword(_Plain):
    """Asks for a new password once: it can be shown while typing, so a second box helps nobody."""

    words = {"password1": (gettext_lazy("New password"), LONG_ENOUGH)}

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields.pop("password2", None)  # type: ignore[attr-defined]


class SignInForm(_Plain, account.LoginForm):  # type: ignore[misc]
    words = {"login": (gettext_lazy("E-mail address"), ""), "password": (gettext_lazy("Password"), "")}


class ReauthenticateForm(_Plain, account.ReauthenticateForm):  # type: ignore[misc]
    words = {"password": (gettext_lazy("Password"), "")}


_CODE = {"code": (gettext_lazy("Code"), gettext_lazy("Capital or small letters, with or without the dash."))}


class SignInCodeForm(_Plain, account.ConfirmLoginCodeForm):  # type: ignore[misc]
    words = _CODE


class EmailCodeForm(_Plain, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    words = _CODE


class ResetCodeForm(_Plain, account.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    words = _CODE


class ResetForm(_Plain, account.ResetPasswordForm):  # type: ignore[misc]
    words = {"email": (gettext_lazy("E-mail address"), "")}


class ChangeEmailForm(_Plain, account.AddEmailForm):  # type: ignore[misc]
    words = {"email": (gettext_lazy("New e-mail address"), gettext_lazy("We send a code there to check it."))}


class ChangePasswordForm(_OneNewPassword, account.ChangePasswordForm):  # type: ignore[misc]
    words = _OneNewPassword.words | {"oldpassword": (gettext_lazy("Present password"), "")}


class SetPasswordForm(_OneNewPassword, account.SetPasswordForm):  # type: ignore[misc]
    pass


class NewPasswordForm(_OneNewPassword, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after a forgotten one. A code by e-mail alone never opens an account (bar A8).

    With an authenticator app or passkey, that is still asked for at sign-in. Without one, a recovery code is
    asked for here. Someone who never had a password (a new member of staff) sets their first.
    """

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.wants_recovery_code = self.user.has_usable_password() and not has_second_factor(self.user)
        if self.wants_recovery_code:
            self.fields["recovery_code"] = forms.CharField(
                label=_("Recovery code"),
                help_text=_("Eight digits from the list you were given when you opened your account."),
                widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
                error_messages={"required": _("Enter one of your recovery codes")},
            )

    def clean(self) -> Any:
        """A first password may be set only while the invitation to work here is fresh."""
        due = self.user.invited_until
        if not self.user.has_usable_password() and (due is None or due < today()):
            raise ValidationError(_("Your invitation has run out. Ask the person who looks after Golden Thread."))
        return super().clean()

    def clean_recovery_code(self) -> str:
        from allauth.mfa.base.internal.flows import check_rate_limit

        code = str(self.cleaned_data["recovery_code"])
        tries_cleared = check_rate_limit(self.user)
        kept = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.RECOVERY_CODES).first()
        if kept is None or not kept.wrap().validate_code(code):
            raise ValidationError(_("That is not one of your unused recovery codes. Check it, or ask your school."))
        tries_cleared()
        return code


_FACTOR_CODE = {
    "code": (
        gettext_lazy("Code"),
        gettext_lazy("Six digits from your authenticator app, or one of your recovery codes."),
    )
}


class FactorForm(_Plain, factor.AuthenticateForm):  # type: ignore[misc]
    words = _FACTOR_CODE


class FactorAgainForm(_Plain, factor.ReauthenticateForm):  # type: ignore[misc]
    words = _FACTOR_CODE


class AuthenticatorAppForm(_Plain, totp.ActivateTOTPForm):  # type: ignore[misc]
    words = {"code": (gettext_lazy("Code from the app"), gettext_lazy("Six digits that change every half minute."))}


class AddPasskeyForm(_Plain, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    words = {"name": (gettext_lazy("What shall we call it?"), gettext_lazy("For example, My phone."))}

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(_Plain, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    words = {"name": (gettext_lazy("Name of the passkey"), "")}
