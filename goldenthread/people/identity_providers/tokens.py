"""What an identity provider says about somebody is believed only when all of it holds (ASVS 5.0, 10.5.1 to 10.5.4).

Source: OpenID Connect Core 1.0, section 3.1.3.7. The library would take the algorithm from the token's own header and
leave the signature aside when the token came straight from the provider; here it is checked always.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from typing import Any

import jwt
from django.utils.crypto import constant_time_compare

from goldenthread.settings.identity_providers import IdentityProvider

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")  # a key that all may read never signs: no HS256, no "none"
LEEWAY = 60  # seconds by which two clocks may differ
OLDEST_SIGN_IN = 12 * 60 * 60  # seconds since the person last proved themselves to the provider
_NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


class NotBelieved(Exception):
    """The token, or what came with it, does not hold. `why` is for the log and says nothing about the person."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def proved_claims(token: object, keys: Mapping[str, Any], provider: IdentityProvider, nonce: str) -> dict[str, Any]:
    """The claims of an ID token that this provider signed, for us, in answer to this very question.

    keys: the provider's published key set. nonce: what was asked with. Raises NotBelieved.
    """
    if not isinstance(token, str):
        raise NotBelieved("no_token")
    try:
        header = jwt.get_unverified_header(token)
        algorithm = str(header.get("alg"))
        if algorithm not in ALGORITHMS:
            raise NotBelieved("algorithm")
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_signing_key(keys, header.get("kid"), algorithm),
            algorithms=[algorithm],
            issuer=provider.issuer,
            audience=provider.client_id,
            leeway=LEEWAY,
            options={"require": _NEEDED},
        )
    except jwt.PyJWTError as fault:
        raise NotBelieved(type(fault).__name__) from fault
    _check_the_rest(claims, provider, nonce)
    return claims


def _signing_key(keys: Mapping[str, Any], named: object, algorithm: str) -> jwt.PyJWK:
    """The published key that the token names; or the only one there is, when it names none."""
    published = keys.get("keys")
    known = published if isinstance(published, list) else []
    fit = [key for key in known if isinstance(key, dict) and key.get("use", "sig") == "sig"]
    if named is not None:
        fit = [key for key in fit if key.get("kid") == named]
    if len(fit) != 1 or fit[0].get("alg", algorithm) != algorithm or fit[0].get("kty") == "oct":
        raise NotBelieved("key")
    return jwt.PyJWK(fit[0], algorithm=algorithm)


def _check_the_rest(claims: dict[str, Any], provider: IdentityProvider, nonce: str) -> None:
    others = isinstance(claims["aud"], list) and claims["aud"] != [provider.client_id]
    if others and claims.get("azp") != provider.client_id:
        raise NotBelieved("audience")
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise NotBelieved("authorised_party")
    if not nonce or not constant_time_compare(str(claims["nonce"]), nonce):
        raise NotBelieved("nonce")
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise NotBelieved("subject")
    proved_at = claims.get("auth_time")  # asked for with max_age; not every provider sends it
    if proved_at is not None and not _is_recent(proved_at):
        raise NotBelieved("too_long_ago")


def _is_recent(moment: object) -> bool:
    return isinstance(moment, int | float) and time.time() - moment < OLDEST_SIGN_IN + LEEWAY


def who(claims: Mapping[str, Any]) -> str:
    """The one mark by which we know the person again: issuer and subject, which no provider gives to somebody else.

    Hashed, so that the provider's own number for a person is not kept here. Never an e-mail address.
    """
    return hashlib.sha256(f"{claims['iss']}\n{claims['sub']}".encode()).hexdigest()


def used_second_factor(claims: Mapping[str, Any], provider: IdentityProvider) -> bool:
    """Whether the provider says that it asked for more than a password (RFC 8176), in words that we were told to trust."""
    methods = claims.get("amr")
    said = {str(method) for method in methods} if isinstance(methods, list) else set()
    return bool((said | {str(claims.get("acr", ""))}) & provider.second_factor)
