"""The identity providers that staff may sign in through, read from the environment. None are there unless named.

`IDENTITY_PROVIDERS` lists short keys, such as "trust,council"; each key has its own variables (docs/running-it.md).
Decision record: docs/decisions/0175-signing-in-through-ones-organisation.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from environs import Env

_KEY = re.compile(r"[a-z][a-z0-9-]{0,30}")
_ORGANISATION = re.compile(r"\d{6}|\d{3}")  # a school's URN, or a local authority's code
_NEAR = {"localhost", "127.0.0.1", "[::1]", "::1"}


@dataclass(frozen=True)
class IdentityProvider:
    """One organisation's (or trust's) own sign-in service.

    organisations: whose staff it may speak for: URNs of schools, three-digit codes of authorities, or our own ids of
    other bodies. second_factor: values of `amr` or `acr` by which it says that more than a password was asked.
    sends_on_to: further origins to which its sign-in page may send the browser on.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    organisations: frozenset[str]
    second_factor: frozenset[str] = frozenset({"mfa"})
    sends_on_to: tuple[str, ...] = ()

    @property
    def origins(self) -> list[str]:
        """Where a form of ours may lead the browser, for its sign-in page."""
        return [origin_of(self.issuer), *self.sends_on_to]

    @property
    def keeps_secrets(self) -> bool:
        """Whether all that passes between it and us is encrypted."""
        return all(one.startswith("https://") for one in (self.issuer, *self.sends_on_to))


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def identity_providers(env: Env) -> dict[str, IdentityProvider]:
    """By key, in the order in which the sign-in page offers them. Raises ImproperlyConfigured, saying what to set."""
    keys: list[str] = env.list("IDENTITY_PROVIDERS", [])
    return {key: _read(env, key) for key in keys}


def _read(env: Env, key: str) -> IdentityProvider:
    if not _KEY.fullmatch(key):
        raise ImproperlyConfigured(f"IDENTITY_PROVIDERS: “{key}” is no key. Use small letters, digits and dashes.")
    before = f"IDENTITY_PROVIDER_{key.upper().replace('-', '_')}_"

    def needed(name: str, example: str) -> str:
        value: str = env.str(before + name, "").strip()
        if not value:
            raise ImproperlyConfigured(f"{before}{name} is not set. Set it, for example to {example}.")
        return value

    return IdentityProvider(
        key=key,
        name=needed("NAME", "Larkmere Learning Trust"),
        issuer=_address(before + "ISSUER", needed("ISSUER", "https://sign-in.example.org")),
        client_id=needed("CLIENT_ID", "the id under which it knows Golden Thread"),
        client_secret=needed("CLIENT_SECRET", "the secret that belongs to the id"),
        organisations=_organisations(before, needed("ORGANISATIONS", "the URNs of its schools, with commas between")),
        second_factor=frozenset(_listed(env.str(before + "SECOND_FACTOR", "mfa"))),
        sends_on_to=tuple(
            origin_of(_address(before + "SENDS_ON_TO", one)) for one in _listed(env.str(before + "SENDS_ON_TO", ""))
        ),
    )


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _address(name: str, value: str) -> str:
    """The address as it is written: tokens repeat it to the letter. http is for this very machine only."""
    parts = urlsplit(value)
    plain = parts.scheme == "http" and parts.hostname in _NEAR
    if not (parts.scheme == "https" or plain) or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ImproperlyConfigured(f"{name} must be an address that begins with https:// and has no “?” or “#”.")
    return value


def _organisations(before: str, text: str) -> frozenset[str]:
    found = frozenset(_listed(text))
    wrong = sorted(one for one in found if not _ORGANISATION.fullmatch(one) and not _is_id(one))
    if wrong or not found:
        raise ImproperlyConfigured(
            f"{before}ORGANISATIONS: use schools' URNs (six digits), authorities' codes (three digits) or the ids of"
            f" other bodies. Not understood: {', '.join(wrong)}"
        )
    return found


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
