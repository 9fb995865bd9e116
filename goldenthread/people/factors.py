"""Staff sign in with a second factor, always; families with a passkey, or a password and a code on a new device."""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.webauthn.internal.flows import did_use_passwordless_login

from goldenthread.access.roles import Role
from goldenthread.request import Request

DEMO_DOOR = "demo_door"  # set only by the demo's one-click sign-in


def second_factor_missing(request: Request, role: Role) -> bool:
    """True for a staff role whose sign-in so far used no passkey and no code from an authenticator."""
    if not role.second_factor or request.session.get(DEMO_DOOR):
        return False
    if did_use_passwordless_login(request, request.user):
        return False
    records = get_authentication_records(request, request.user)
    return not any(record.get("method") == "mfa" for record in records)
