"""Providers with accounts: who may change their entries, and whose small changes need no approval."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access.permissions import NotFound
from goldenthread.access.roles import ROLES
from goldenthread.access.rules import needs
from goldenthread.access.viewer import Viewer
from goldenthread.people.actions.platform import Newcomer
from goldenthread.people.models import Assignment
from goldenthread.process.asking import asked, posted
from goldenthread.request import Request

from ...models import Offer, OfferOrganisation, Service
from .. import queries
from ..actions import people
from ..forms.short import InvitePersonForm
from ..permissions import OFFER_ENTRY_KEEP, OFFER_ENTRY_MODERATE, OFFER_PROVIDER_MANAGE
from .organisations import facts_in_words
from .showing import show, site_of


@needs(OFFER_PROVIDER_MANAGE)
@require_safe
def offer_providers(request: Request) -> HttpResponse:
    """Organisations with people who may change their entries."""
    return show(request, "providers.html", providers=queries.providers_for(request.viewer))


@needs(OFFER_PROVIDER_MANAGE)
@require_safe
def offer_provider(request: Request, provider: UUID) -> HttpResponse:
    """The people of one provider, its entries, and for staff whether its small changes go live at once."""
    viewer, found = request.viewer, queries.provider_for(request.viewer, provider)
    people_now = queries.people_of(found, viewer.today)
    context = {
        "provider": found, "people": [(one, ROLES[one.role], _name(viewer, one)) for one in people_now],
        "entries": Service.objects.filter(organisation=found)[:200],
        "trusted": queries.is_trusted(found.pk), "may_trust": viewer.has(OFFER_ENTRY_KEEP.name),
        "facts": facts_in_words(found), "invited": [(one, ROLES[one.role]) for one in queries.invited_to(found, viewer.today)],
        "offer": Offer.objects.filter(authority_id=found.authority_id).first(),
    }  # fmt: skip
    return show(request, "provider.html", **context)


def _name(viewer: Viewer, role: Assignment) -> str:
    """Whose role it is. To a provider as it wrote the name itself: else inviting an address would tell whose it is."""
    if viewer.has(OFFER_ENTRY_MODERATE.name) or role.account_id == viewer.person:
        return role.account.name
    return role.invited_as or role.account.name


@needs(OFFER_PROVIDER_MANAGE)
def invite_provider_person(request: Request, provider: UUID) -> HttpResponse:
    found = queries.provider_for(request.viewer, provider)
    form = InvitePersonForm(posted(request))
    back = reverse("offer_provider", args=[provider])

    def act() -> str:
        who = Newcomer(form.cleaned_data["email"], form.cleaned_data["name"], form.cleaned_data["job_title"])
        people.invite_person(
            by=request.viewer, provider=provider, who=who, role=form.cleaned_data["role"], site=site_of(request),
            link_to=lambda key: request.build_absolute_uri(reverse("answer_provider_invitation", args=[key])),
        )  # fmt: skip
        messages.success(request, _("Done. We have sent them an e-mail."))
        return back

    heading = _("Somebody who works on the entries of %(name)s") % {"name": found.name}
    return asked(request, form, act, heading=heading, submit=_("Invite them"), back=back)


@needs(OFFER_PROVIDER_MANAGE)
@require_POST
def end_provider_person(request: Request, member: UUID) -> HttpResponse:
    ended = people.end_person(by=request.viewer, assignment=member, site=site_of(request))
    messages.success(request, _("Ended. It holds from their next click."))
    provider = OfferOrganisation.objects.filter(keepers_id=ended.holder_id).first()
    if provider is None:
        raise NotFound("provider")
    return redirect("offer_provider", provider=provider.pk)


@needs(OFFER_ENTRY_KEEP)
@require_POST
def trust_offer_provider(request: Request, provider: UUID) -> HttpResponse:
    trusted = request.POST.get("trusted") == "yes"
    people.trust_provider(by=request.viewer, provider=provider, trusted=trusted)
    messages.success(
        request,
        _("Their small changes go live at once now.") if trusted else _("Their small changes wait for approval now."),
    )
    return redirect("offer_provider", provider=provider)
