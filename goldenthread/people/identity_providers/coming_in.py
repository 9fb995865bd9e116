"""Through the provider's door: somebody who is known already comes in, or links their account to it.

Known means: the account's owner once proved it with password and second step, and then linked it from their own page.
The provider's word alone opens no account, and no e-mail address is ever looked at.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.account.models import Login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from goldenthread.clock import today
from goldenthread.database.acting import act_as
from goldenthread.people.hats import hats_of
from goldenthread.people.models import Account
from goldenthread.people.sign_in_log import note

from .configured import hats_within, provider_called
from .links import link
from .session import Through

LINKING = "linking"  # in the kept state: for which account


def refused(request: HttpRequest, provider: str, why: str) -> HttpResponse:
    """The same answer for whatever was wrong. It leads on to a page, so that the used state stays used."""
    note(request, "identity_provider.refused", provider=provider, why=why)
    return redirect("identity_provider_refused")


def come_in(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    """Sign in whoever is linked to this issuer and subject, works where it may speak, and has not left.

    A new session; the second step is asked next, unless the provider says that it asked for one.
    """
    linked: SocialAccount = sociallogin.account
    account = Account.objects.filter(pk=linked.user_id).first() if linked.pk else None
    why = _why_not(account, linked.provider)
    if account is None or why:
        return refused(request, linked.provider, why)
    logout(request)  # whoever was signed in here before; and nothing they left comes along
    through = Through(linked.provider, linked.pk, sociallogin.second_factor)
    login = Login(
        user=account,
        email=account.email,
        email_verification="none",  # proved when it was linked
        redirect_url=sociallogin.get_redirect_url(request),
        signal_kwargs={"through": through.kept()},
    )
    answer: HttpResponse = perform_login(request, login)
    return answer


def _why_not(account: Account | None, provider: str) -> str:
    """Why the provider does not open this account now: "" when it does."""
    if account is None:
        return "not_linked"
    if not account.is_active:
        return "closed"
    if not has_own_way_in(account):
        return "no_way_in_of_its_own"
    act_as(authority=None, person=account.pk)
    within = hats_within(provider_called(provider), hats_of(today()))
    act_as(authority=None)
    return "" if within else "no_role"


def has_own_way_in(account: Any) -> bool:
    """Whether the person can prove who they are without the provider. Else nobody could be asked again who they are."""
    return bool(get_reauthentication_flows(account))


def finish_linking(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    """Back from the provider: link it to the account that set out, if that person still sits here."""
    provider, person = provider_called(sociallogin.account.provider), request.user.pk
    if not request.user.is_authenticated or sociallogin.state.get(LINKING) != str(person):
        return refused(request, provider.key, "another_person")
    if hats_within(provider, getattr(request, "hats", ())) and link(request, sociallogin.account, UUID(str(person))):
        messages.success(request, _("You can now sign in with %s.") % provider.name)
        return redirect("identity_providers")
    return refused(request, provider.key, "not_to_be_linked")
