"""A person's own pages: their account at a glance, and a parent's own contact and needs in each setting's book."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs, signed_in
from goldenthread.access.scopes import reach_one
from goldenthread.people.actions.contacts import change_own_contact
from goldenthread.people.factors import STRONG
from goldenthread.people.forms.adults import NeedsForm
from goldenthread.people.identity_providers.configured import providers_of
from goldenthread.people.identity_providers.links import links_of
from goldenthread.people.permissions import CONTACTS_OWN
from goldenthread.people.queries import own_contacts
from goldenthread.request import Request

from .asking import ask_again_who_it_is
from .rights import notices_for


@signed_in
def account_overview(request: Request) -> HttpResponse:
    """Everything about how one signs in, and the way to one's contact details."""
    viewer = getattr(request, "viewer", None)
    context = {
        "account": request.user,
        "second_steps": Authenticator.objects.filter(user_id=request.user.pk, type__in=STRONG).count(),
        "sessions": max(UserSession.objects.filter(user_id=request.user.pk).count(), 1),
        "identity_providers": links_of(UUID(str(request.user.pk))).exists()
        or bool(providers_of(getattr(request, "hats", ()))),
        "has_contacts": viewer is not None and viewer.has(CONTACTS_OWN.name),
        "notices": notices_for(request),
    }
    return render(request, "people/account_overview.html", context)


@needs(CONTACTS_OWN)
def own_details(request: Request) -> HttpResponse:
    """What each setting has written down about me: my contact, my needs, and nothing of anyone else."""
    return render(request, "people/own_contacts.html", {"contacts": own_contacts(request.viewer)})


@needs(CONTACTS_OWN)
def change_own_details(request: Request, parent: UUID) -> HttpResponse:
    found = reach_one(request.viewer, own_contacts(request.viewer), CONTACTS_OWN, parent)
    ask_again_who_it_is(request)
    form = NeedsForm(request.POST or None, initial=NeedsForm.start(found), withheld=found.address_withheld)
    if form.is_valid():
        change_own_contact(by=request.viewer, parent=found, values=form.values())
        messages.success(request, _("Saved. %s uses this from now on.") % found.holder.name)
        return redirect("own_contacts")
    return render(request, "people/own_contact_form.html", {"form": form, "parent": found})
