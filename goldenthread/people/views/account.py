"""Pages about one's own account that django-allauth does not have, or not as we need them."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.http import HttpResponse
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.people.factors import must_keep_a_factor
from goldenthread.people.identity_providers.configured import providers

from .identity_providers import forms_may_lead_to


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]
    """Takes a passkey away, unless it is the last second step of somebody who works here."""

    def form_valid(self, form: Any) -> HttpResponse:
        if must_keep_a_factor(self.object):
            raise Refused(_("You need a second step to sign in. Add another passkey or an app before you remove this."))
        answer: HttpResponse = super().form_valid(form)
        return answer


remove_passkey = RemovePasskey.as_view()


class SignIn(LoginView):  # type: ignore[misc]
    """Password or passkey; and, where one is configured, one's own organisation's sign-in."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {"identity_providers": providers()}

    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponse:
        return forms_may_lead_to(super().render_to_response(context, **more), providers())


sign_in = SignIn.as_view()
