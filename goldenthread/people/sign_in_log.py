"""Every step of signing in leaves an entry in the log (ASVS 5.0, 16.3.1): what and when, never a name or an address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest
from django.utils import timezone

from goldenthread.audit.models import Entry

from . import sessions
from .identity_providers.session import remember


def note(request: HttpRequest, action: str, person: Any = None, **detail: Any) -> None:
    """Belongs to no area: a person may work in several, and before the sign-in nobody knows which."""
    from goldenthread.database.acting import one_transaction

    with one_transaction(authority=None):
        Entry.objects.create(
            at=timezone.now(),
            action=action,
            person_id=person,
            detail=detail,
            reference=getattr(request, "reference", ""),
        )


def signed_in(request: HttpRequest, user: Any, through: Mapping[str, Any] | None = None, **more: Any) -> None:
    """through: which identity provider vouched for the person, where one did."""
    sessions.start(request.session)
    remember(request.session, through)
    note(request, "sign_in.succeeded", user.pk, **({"provider": through["provider"]} if through else {}))


def signed_out(request: HttpRequest, user: Any, **more: Any) -> None:
    if user is not None:
        note(request, "sign_in.ended", user.pk)


def factor_added(request: HttpRequest, user: Any, authenticator: Any, **more: Any) -> None:
    """Setting a factor up proved it, so the present sign-in counts as made with it."""
    from allauth.account.internal.flows.login import record_authentication

    note(request, "factor.added", user.pk, kind=authenticator.type)
    if authenticator.type != authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def factor_removed(request: HttpRequest, user: Any, authenticator: Any, **more: Any) -> None:
    note(request, "factor.removed", user.pk, kind=authenticator.type)


def factor_failed(request: HttpRequest, user: Any, **more: Any) -> None:
    note(request, "factor.refused", user.pk)


def code_refused(request: HttpRequest, user: Any, **more: Any) -> None:
    note(request, "sign_in.code_refused", user.pk)


def _noting(action: str) -> Any:
    def noted(request: HttpRequest, user: Any, **more: Any) -> None:
        note(request, action, user.pk)

    return noted


def listen() -> None:
    """Connect everything; called once, from the app's `ready`."""
    for signal, listener in (
        (account.user_logged_in, signed_in),
        (user_logged_out, signed_out),
        (mfa.authenticator_added, factor_added),
        (mfa.authenticator_removed, factor_removed),
        (mfa.authenticator_reset, _noting("factor.codes_made")),
        (mfa.authentication_failed, factor_failed),
        (account.login_code_rejected, code_refused),
        (account.password_changed, _noting("password.changed")),
        (account.password_set, _noting("password.set")),
        (account.password_reset, _noting("password.reset")),
        (account.email_changed, _noting("email.changed")),
    ):
        signal.connect(listener, weak=False, dispatch_uid=f"sign_in_log.{id(signal)}")
