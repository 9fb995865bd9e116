"""The conversation with an identity provider: django-allauth speaks OpenID Connect, and this holds it to our rules.

Always with PKCE, a state that works once, and a nonce; only for the issuer that was configured, whatever its own
description says (ASVS 5.0, 10.5.3); and asking for nothing but who it is.
"""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldenthread.settings.identity_providers import IdentityProvider, origin_of

from .configured import provider_called
from .tokens import OLDEST_SIGN_IN, NotBelieved, proved_claims, used_second_factor, who

DESCRIPTION_LASTS = 10 * 60  # seconds for which a provider's description of itself is not asked for again
AWAY_FOR = 30  # seconds for which a provider that did not answer is left alone, so that it holds up nobody else
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Unreachable(OAuth2Error):  # type: ignore[misc]
    """The provider does not answer, or answers what no provider should."""


def _fetched(address: str) -> dict[str, Any]:
    """A JSON document from the provider. Raises Unreachable."""
    try:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address)
            answer.raise_for_status()
            found = answer.json()
    except (OSError, ValueError) as fault:  # the library's own faults are kinds of OSError
        raise Unreachable("unreachable") from fault
    if not isinstance(found, dict):
        raise Unreachable("unreachable")
    return found


def _described(provider: IdentityProvider) -> dict[str, Any]:
    """Its description as it stands, kept for a while; so is that it could not be had. Raises Unreachable."""
    key = f"identity_provider:{provider.issuer}"
    kept: dict[str, Any] | None = cache.get(key)
    if kept is None:
        try:
            kept = _fetched(provider.issuer.rstrip("/") + "/.well-known/openid-configuration")
        except Unreachable:
            cache.set(key, {}, AWAY_FOR)
            raise
        cache.set(key, kept, DESCRIPTION_LASTS)
    if not kept:
        raise Unreachable("unreachable")
    return kept


def description_of(provider: IdentityProvider) -> dict[str, Any]:
    """What the provider says about itself, believed only where it fits what was configured. Raises Unreachable."""
    found = _described(provider)
    if found.get("issuer") != provider.issuer:
        raise Unreachable("issuer")
    addresses = [str(found.get(name, "")) for name in _ADDRESSES]
    if provider.keeps_secrets and not all(one.startswith("https://") for one in addresses):
        raise Unreachable("address")
    if origin_of(addresses[0]) not in provider.origins:
        raise Unreachable("sends_on_to")  # the browser would refuse to go there, too
    return found


class OrganisationsAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """state: what was kept when the question was asked; empty until the answer's state has been checked."""

    def __init__(self, request: HttpRequest, provider_id: str) -> None:
        super().__init__(request, provider_id)
        self.state: dict[str, Any] = {}

    @property
    def openid_config(self) -> dict[str, Any]:
        return description_of(provider_called(self.provider_id))

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("identity_provider_back", args=[self.provider_id]))

    def complete_login(self, request: HttpRequest, app: Any, token: SocialToken, **more: Any) -> SocialLogin:
        """Somebody whom the provider vouches for, not yet looked for among our accounts. Raises OAuth2Error."""
        provider = provider_called(self.provider_id)
        if request.GET.get("iss", provider.issuer) != provider.issuer:  # RFC 9207: another provider's answer
            raise OAuth2Error("issuer")
        keys = _fetched(self.openid_config["jwks_uri"])
        try:
            claims = proved_claims(more["response"].get("id_token"), keys, provider, self.state.get("nonce", ""))
        except NotBelieved as fault:
            raise OAuth2Error(fault.why) from fault
        login = self.get_provider().sociallogin_from_response(request, claims)
        login.second_factor = used_second_factor(claims, provider)
        return login


class OrganisationsProvider(OpenIDConnectProvider):  # type: ignore[misc]
    """Takes from a token who it is, and nothing else: no name, no address, no picture."""

    oauth2_adapter_class = OrganisationsAdapter

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **more: Any
    ) -> HttpResponse:
        """Send the browser to the provider. more: what to keep for the way back."""
        nonce = token_urlsafe(32)
        asked = {"nonce": nonce, "max_age": str(OLDEST_SIGN_IN)}
        answer: HttpResponse = super().redirect(
            request, process, next_url, data, auth_params=asked, scope=["openid"], nonce=nonce, **more
        )
        return answer

    def get_pkce_params(self) -> dict[str, Any]:
        from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge

        made: dict[str, Any] = generate_code_challenge()
        return made

    def extract_uid(self, data: dict[str, Any]) -> str:
        return who(data)

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []


class WayBack(OAuth2CallbackView):  # type: ignore[misc]
    """The provider sends the browser back with a code. Hands the kept state on, whose nonce the token must repeat."""

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, answer = super()._get_state(request, provider)
        self.adapter.state = state or {}
        return state, answer
