"""How django-allauth behaves here: no open sign-up, our mail, codes for families, factors for staff."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.internal.flows import trust
from cryptography.fernet import Fernet
from django.http import HttpRequest

from goldenthread.privacy.secrets import fernet


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account starts from an invitation, never from a form that anyone can open."""
        return False

    def is_login_by_code_required(self, login: Any) -> bool:
        """A code by e-mail seconds a password on a new device, unless the account has a real second factor."""
        from allauth.mfa.utils import is_mfa_enabled

        if is_mfa_enabled(login.user) or trust.is_trusted_browser(self.request, login.user):
            return False
        return bool(super().is_login_by_code_required(login))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of authenticators encrypted in the database."""

    def _box(self) -> Fernet:
        return fernet("second-factor")

    def encrypt(self, text: str) -> str:
        return self._box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._box().decrypt(encrypted_text.encode()).decode()
