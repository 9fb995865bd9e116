"""Staff sign in with a second factor, always; families with a passkey, or a password and a code on a new device.

Decision record: docs/decisions/0009-signing-in.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from goldenthread.access.roles import Role
from goldenthread.clock import today
from goldenthread.request import Request

from .identity_providers.session import came_through

DEMO_DOOR = "demo_door"  # set only by the demo's one-click sign-in
STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def came_through_the_demo_door(session: SessionBase) -> bool:
    """True only in the demo: where the door is shut, a mark left in a session opens nothing."""
    return bool(settings.DEMO_DOOR and session.get(DEMO_DOOR))


def has_second_factor(account: Any) -> bool:
    """Whether the account has an authenticator app or a passkey. Recovery codes alone are not a factor."""
    return bool(Authenticator.objects.filter(user_id=account.pk, type__in=STRONG).exists())


def second_factor_missing(request: Request, roles: Iterable[Role]) -> bool:
    """True when the person is staff anywhere and this sign-in so far used no passkey and no authenticator.

    It counts whichever hat is worn: the same session can put on the other one. A second factor that the person's
    identity provider asked for counts, since such a session opens only what that provider may speak for.
    """
    if not any(role.second_factor for role in roles) or came_through_the_demo_door(request.session):
        return False
    through = came_through(request.session)
    if through is not None and through.second_factor:
        return False
    records = get_authentication_records(request, request.user)
    return not any(record.get("method") == "mfa" for record in records)


def must_keep_a_factor(authenticator: Authenticator) -> bool:
    """Whether this is the last factor of somebody who works here today, and so may not be removed."""
    if authenticator.type not in STRONG:
        return False
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=STRONG).exclude(pk=authenticator.pk)
    return not others.exists() and _works_here()


def _works_here() -> bool:
    """Whether the signed-in person holds a staff role today."""
    from .hats import hats_of

    return any(hat.role.second_factor for hat in hats_of(today()))
