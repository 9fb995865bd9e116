"""How django-allauth treats somebody who comes from an identity provider: nobody new, nobody by e-mail, one refusal."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError
from django.http import HttpRequest
from django.shortcuts import redirect

from goldenthread.settings.identity_providers import IdentityProvider

from .coming_in import come_in, finish_linking, refused
from .configured import providers


def _as_app(provider: IdentityProvider) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=provider.key,
        name=provider.name,
        client_id=provider.client_id,
        secret=provider.client_secret,
        settings={"server_url": provider.issuer, "fetch_userinfo": False},
    )


class OrganisationSignIn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Only what is configured: a row in the database opens nothing."""
        apps = [_as_app(one) for one in providers() if provider in (None, "openid_connect", one.key)]
        return [app for app in apps if client_id in (None, app.client_id)]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """An address opens nothing, however sure the provider is of it (bar A8)."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        """Nothing is taken over from the provider."""
        return sociallogin.user

    def get_requests_session(self) -> Any:
        """Follows nobody elsewhere: a provider's addresses are those that it published."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> NoReturn:
        """The provider has vouched for somebody: bring them in or link them. What the library would do next, never."""
        finish = finish_linking if sociallogin.state.get("process") == "connect" else come_in
        raise ImmediateHttpResponse(finish(request, sociallogin))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> NoReturn:
        """One page for whatever went wrong; the log says what. Who only changed their mind is back at the start."""
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(redirect("account_login"))
        why = str(exception) if exception and str(exception).isidentifier() else "answer" if exception else "state"
        raise ImmediateHttpResponse(refused(request, provider.sub_id, why))
