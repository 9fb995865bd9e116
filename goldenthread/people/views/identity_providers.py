"""Signing in through one's own organisation: setting out, coming back, and one's own page about it.

A form that leads to a provider stands on a page whose policy lets forms lead there; no other page's does.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.ratelimit import consume_or_429
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.rules import public, signed_in
from goldenthread.people.identity_providers.coming_in import LINKING, has_own_way_in, refused
from goldenthread.people.identity_providers.configured import name_of, provider_called, providers_of
from goldenthread.people.identity_providers.links import links_of, unlink
from goldenthread.people.identity_providers.openid import OrganisationsAdapter, WayBack
from goldenthread.request import Request
from goldenthread.settings.identity_providers import IdentityProvider

from .asking import ask_again_who_it_is

# A whole school sits behind one address, and comes in at half past eight.
LIMITS = {"set_out": "120/m/ip", "come_back": "120/m/ip"}


def forms_may_lead_to(answer: HttpResponse, providers: list[IdentityProvider]) -> HttpResponse:
    """Browsers hold a form's redirects, too, to the page's policy."""
    origins = [origin for one in providers for origin in one.origins]
    if origins:
        answer._csp_update = {"form-action": origins}  # type: ignore[attr-defined]
    return answer


def _too_often(request: Request, action: str) -> Any:
    return consume_or_429(request, app="goldenthread.people", action=action, config=LIMITS)


def _set_out(request: Request, key: str, process: str, **kept: Any) -> HttpResponse:
    provider = provider_called(key)
    try:
        answer: HttpResponse = get_adapter().get_provider(request, provider.key).redirect(request, process, **kept)
    except OAuth2Error as fault:
        return refused(request, provider.key, str(fault))
    return answer


@public
@require_POST
def set_out(request: Request) -> HttpResponse:
    """To the chosen provider, and afterwards to the page that was wanted."""
    limited: HttpResponse | None = _too_often(request, "set_out")
    if limited is not None:
        return limited
    return _set_out(request, request.POST.get("provider", ""), "login", next_url=get_next_redirect_url(request))


@public
@require_GET
def come_back(request: Request, name: str) -> HttpResponse:
    """From the provider, with a code. Whatever does not fit leads to one and the same page."""
    provider = provider_called(name)
    limited: HttpResponse | None = _too_often(request, "come_back")
    if limited is not None:
        return limited
    try:
        answer: HttpResponse = WayBack.adapter_view(OrganisationsAdapter(request, provider.key))(request)
    except OAuth2Error as fault:  # it has gone away since, or describes itself otherwise
        return refused(request, provider.key, str(fault))
    except (KeyError, TypeError, ValueError):  # an answer that no provider should give
        return refused(request, provider.key, "answer")
    return answer


@public
@require_GET
def not_let_in(request: Request) -> HttpResponse:
    """The same page whatever was wrong, and whoever it is."""
    return render(request, "people/identity_provider_refused.html")


@signed_in
@require_GET
def identity_providers(request: Request) -> HttpResponse:
    """One's own links, and the providers that could be linked. Asks again who it is first."""
    ask_again_who_it_is(request)
    linked = list(links_of(UUID(str(request.user.pk))))
    taken = {one.provider for one in linked}
    to_link = [one for one in providers_of(getattr(request, "hats", ())) if one.key not in taken]
    rows = [{"key": one.provider, "name": name_of(one.provider), "on": one.date_joined} for one in linked]
    answer = render(request, "people/identity_providers.html", {"linked": rows, "to_link": to_link})
    return forms_may_lead_to(answer, to_link)


@signed_in
@require_POST
def link_identity_provider(request: Request) -> HttpResponse:
    """To the provider, to show who one is there. The link is made on the way back."""
    if is_reauthentication_required(request, app="goldenthread.people"):
        return redirect("identity_providers")  # which asks; its policy lets the form lead to the provider
    key = request.POST.get("provider", "")
    if key not in {one.key for one in providers_of(getattr(request, "hats", ()))}:
        raise NotFound("identity_provider")
    return _set_out(request, key, "connect", **{LINKING: str(request.user.pk)})


@signed_in
@require_POST
def unlink_identity_provider(request: Request) -> HttpResponse:
    if is_reauthentication_required(request, app="goldenthread.people"):
        return redirect("identity_providers")
    if not has_own_way_in(request.user):
        raise Refused(_("This is your only way in. Ask the person who looks after Golden Thread for a new password."))
    key = request.POST.get("provider", "")
    unlink(request, key, UUID(str(request.user.pk)))
    messages.success(request, _("%s no longer signs you in.") % name_of(key))
    return redirect("identity_providers")
