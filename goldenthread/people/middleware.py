"""One transaction for each request, rendering included, as one viewer.

Begins the transaction, finds out who is asking and tells PostgreSQL, answers, writes the view log, and commits;
on an error answer it rolls back, and notes a refusal afterwards. Views load nothing about who is asking.
Decision record: docs/decisions/0004-one-transaction.md.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.roles import PARENT
from goldenthread.access.rules import SignInNeeded, View
from goldenthread.audit.log import record, write_views
from goldenthread.clock import today
from goldenthread.database.acting import act_as, one_transaction
from goldenthread.process.drafts import keep_what_was_posted
from goldenthread.request import Request

from .at_once import access_has_ended, become, worked_with
from .factors import second_factor_missing
from .hats import Hat, hats_of
from .identity_providers.session import came_through, open_hats
from .sessions import has_run_out, note_activity

HAT = "hat"


class OneTransaction:
    """The one middleware that opens a transaction. Everything below it runs inside."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        request.views_seen = []
        with transaction.atomic():
            response = self._identify(request) or self.get_response(request)
            if response.status_code < 400 and access_has_ended(request):
                response = _access_has_ended(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            elif request.views_seen:
                write_views(request)
        if response.status_code >= 400:
            keep_what_was_posted(request)  # after the rollback, which would take the draft with it
        self._note_refusal(request, response)
        return response

    def _identify(self, request: Request) -> HttpResponse | None:
        """Set request.viewer and PostgreSQL's settings, or answer at once when the sign-in has run out."""
        account = request.user
        if not account.is_authenticated:
            act_as(authority=None)
            return None
        act_as(authority=None, person=account.pk)
        request.hats = _open_hats(request, hats_of(today()))  # type: ignore[attr-defined]
        if request.hats is None:  # type: ignore[attr-defined]
            return _sign_in_again(request)
        hat = _chosen(request.hats, request.session.get(HAT))  # type: ignore[attr-defined]
        if has_run_out(request.session, hat.role if hat else PARENT):
            return _sign_in_again(request)
        note_activity(request.session)
        if hat is None:
            return None
        if second_factor_missing(request, (worn.role for worn in request.hats)):  # type: ignore[attr-defined]
            request.factor_needed = True  # type: ignore[attr-defined]
            return _set_up_second_factor(request)
        request.hat = hat  # type: ignore[attr-defined]
        request.viewer = hat.viewer(account.pk, account.name, today(), request.reference)
        become(request.viewer)
        return None

    def process_view(self, request: Request, view: View, _args: object, _parts: object) -> None:
        rule = getattr(view, "access_rule", None)
        if rule is not None:
            request.worked_with = worked_with(request, rule)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, SignInNeeded):
            return _sign_in_again(request)
        if isinstance(exception, Refused):
            return render(request, "refused.html", {"sentence": exception.sentence}, status=409)
        return None

    def _note_refusal(self, request: Request, response: HttpResponseBase) -> None:
        viewer = getattr(request, "viewer", None)
        if viewer is None or response.status_code not in (403, 404, 409):
            return
        match = request.resolver_match
        with one_transaction(authority=viewer.authority, holders=viewer.holders, person=viewer.person):
            record(viewer, "refused", page=match.view_name if match else "", status=response.status_code)


def _open_hats(request: Request, hats: list[Hat]) -> list[Hat] | None:
    """All of a person's roles; through an identity provider, only those it may speak for. None: it opens nothing more."""
    through = came_through(request.session)
    if through is None:
        return hats
    within = open_hats(through, UUID(str(request.user.pk)), hats)
    request.some_hats_shut = len(within) < len(hats)  # type: ignore[attr-defined]
    return within or None


def _access_has_ended(request: Request) -> HttpResponse:
    sentence = _(
        "What you may see or do here was changed while you sent this. Nothing was saved. Start again from Home."
    )
    return render(request, "refused.html", {"sentence": sentence}, status=409)


def _chosen(hats: list[Hat], key: str | None) -> Hat | None:
    return next((hat for hat in hats if hat.key == key), hats[0] if hats else None)


def _sign_in_again(request: Request) -> HttpResponse:
    """To the sign-in page and back. What was typed is kept as a draft first, and the way back leads to it."""
    kept = keep_what_was_posted(request)
    back = request.get_full_path() if request.method == "GET" else reverse("drafts" if kept else "home")
    if request.user.is_authenticated:  # what an anonymous session holds, such as a half-done sign-in, stays
        logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")


# What somebody who still needs a second factor may open: setting one up, proving who they are, and leaving.
_WITHOUT_SECOND_FACTOR = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "account_logout",
    "demo_door",
    "health",
}


def _set_up_second_factor(request: Request) -> HttpResponse | None:
    try:
        if resolve(request.path_info).url_name in _WITHOUT_SECOND_FACTOR:
            return None
    except Resolver404:
        pass
    return redirect("mfa_index")
