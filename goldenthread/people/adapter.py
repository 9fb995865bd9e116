"""How django-allauth behaves here: no open sign-up, queued mail, codes for families, factors for staff."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.internal.flows import trust
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from goldenthread.privacy.secrets import fernet

from .factors import came_through_the_demo_door, has_second_factor, must_keep_a_factor
from .post import queue_account_mail
from .qr import as_svg
from .sign_in_log import note

_NOBODY = "account/email/unknown_account"
_SECOND_STEP = {"allauth.mfa.stages.AuthenticateStage": "goldenthread.people.identity_providers.session.OwnSecondStep"}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("The e-mail address or the password is not right. Check both and try again."),
        "incorrect_code": _("That code is not right. Check it and type it again."),
        "incorrect_password": _("That password is not right. Try again."),
        "enter_current_password": _("That is not your present password. Try again."),
        "too_many_login_attempts": _("Too many wrong tries. Wait five minutes, then try again."),
        "rate_limited": _("You asked for several codes in a short time. Wait a minute, then ask again."),
        "duplicate_email": _("This is already your e-mail address."),
        "same_as_current": _("This is already your e-mail address."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account starts from an invitation, never from a form that anyone can open."""
        return False

    def is_login_by_code_required(self, login: Any) -> bool:
        """A code by e-mail seconds a password on a new device, unless the account has a real second factor.

        Not asked just after an invitation was redeemed, which proved the address with a code of its own.
        """
        if (login.signal_kwargs or {}).get("through"):
            return False  # an identity provider vouched for this member of staff, who needs a second factor, not a mail
        if login.signup or has_second_factor(login.user) or trust.is_trusted_browser(self.request, login.user):
            return False
        return bool(super().is_login_by_code_required(login))

    def get_login_stages(self) -> list[str]:
        return [_SECOND_STEP.get(stage, stage) for stage in super().get_login_stages()]

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Sensitive changes ask for the password or factor again; people of the demo's door have neither."""
        return not came_through_the_demo_door(context.request.session)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        note(request, "sign_in.failed")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the mail. For an unknown address the same work is done and nothing is sent (bar A8)."""
        message = self.render_mail(template_prefix, email, {"email": email} | context)
        queue_account_mail("" if template_prefix == _NOBODY else email, message.subject, str(message.body))

    def format_email_subject(self, subject: str) -> str:
        return subject


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of authenticators encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That code is not right. Wait for the next one and type it again."),
        "unverified_email": _("Check your e-mail address first: choose “Your account”, then “E-mail to sign in”."),
        "cannot_generate_recovery_codes": _("Add a passkey or an authenticator app first."),
        "cannot_delete_authenticator": _("You need a second step to sign in. Add another one before you remove this."),
    }

    def _box(self) -> Fernet:
        return fernet("second-factor")

    def encrypt(self, text: str) -> str:
        return str(self._box().encrypt(text.encode()).decode())

    def decrypt(self, encrypted_text: str) -> str:
        return str(self._box().decrypt(encrypted_text.encode()).decode())

    def build_totp_svg(self, url: str) -> str:
        return as_svg(url)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not must_keep_a_factor(authenticator)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return str(_("Passkey %d") % int(number))

    def _get_site_name(self) -> str:
        return str(_("Golden Thread"))
