"""What a session remembers of the identity provider it came through, and what that opens on each request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from goldenthread.people.hats import Hat

KEPT = "through"


@dataclass(frozen=True)
class Through:
    """Through which provider and link a session came, and whether the provider asked for a second factor."""

    provider: str
    link: int
    second_factor: bool

    def kept(self) -> dict[str, Any]:
        return asdict(self)


def came_through(session: SessionBase) -> Through | None:
    """None for somebody who came in with a password or passkey of their own."""
    kept = session.get(KEPT)
    return Through(**kept) if kept else None


def remember(session: SessionBase, through: Mapping[str, Any] | None) -> None:
    """At every sign-in, of whatever kind: what an earlier one left behind must not count for this one."""
    session.pop(KEPT, None)
    if through:
        session[KEPT] = dict(through)


def open_hats(through: Through, person: UUID, hats: list[Hat]) -> list[Hat]:
    """Of a person's roles, those that this way in opens now: none once the link or the provider is gone (bar A6)."""
    from .configured import hats_within

    provider = settings.IDENTITY_PROVIDERS.get(through.provider)
    link = SocialAccount.objects.filter(pk=through.link, user_id=person, provider=through.provider)
    return hats_within(provider, hats) if provider is not None and link.exists() else []


class OwnSecondStep(AuthenticateStage):  # type: ignore[misc]
    """Asks for the app or passkey, unless the identity provider says that it has asked for a second factor."""

    def _should_handle(self, request: Any) -> bool:
        through = (self.login.signal_kwargs or {}).get("through")
        return not (through and through["second_factor"]) and bool(super()._should_handle(request))
