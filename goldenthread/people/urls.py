"""Signing in, second factors, sessions. Only those of django-allauth's pages that we use, each with its rule."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.account import urls as account_urls
from allauth.mfa import urls as factor_urls
from allauth.usersessions import urls as session_urls
from django.urls import URLPattern, URLResolver, include, path

from goldenthread.access.rules import public, signed_in

from .views.account import remove_passkey, sign_in

_PUBLIC = {
    "account_login",
    "account_logout",  # also leaves a sign-in that is half done
    "account_inactive",
    "account_signup",  # named in allauth's own redirects; always closed (adapter.py)
    "account_email_verification_sent",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "account_confirm_login_code",
    "mfa_authenticate",
    "mfa_trust",
    "mfa_login_webauthn",
}
_LEFT_OUT = {"mfa_download_recovery_codes"}  # recovery codes are shown once, to print or copy
_OURS = {"mfa_remove_webauthn": remove_passkey, "account_login": sign_in}


def _with_rules(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern | URLResolver]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield URLResolver(pattern.pattern, list(_with_rules(pattern.url_patterns)))
        elif pattern.name not in _LEFT_OUT:
            rule = public if pattern.name in _PUBLIC else signed_in
            view = _OURS.get(pattern.name or "", pattern.callback)
            yield URLPattern(pattern.pattern, rule(view), pattern.default_args, pattern.name)


urlpatterns = [
    path("", include(list(_with_rules(account_urls.urlpatterns)))),
    path("factors/", include(list(_with_rules(factor_urls.urlpatterns)))),
    path("sessions/", include(list(_with_rules(session_urls.urlpatterns)))),
]
