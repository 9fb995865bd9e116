"""Staff put right what the directory says of an organisation itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one
from goldenthread.process.long_form import Page, Shared, long_form
from goldenthread.request import Request

from ...models import OfferOrganisation
from ..actions.organisations import OrganisationFacts, change_organisation, facts_of
from ..forms.organisation import OrganisationForm
from ..permissions import OFFER_ENTRY_KEEP


def facts_in_words(organisation: OfferOrganisation) -> dict[str, str]:
    """What people read of an organisation, under the names readers know."""
    facts = facts_of(organisation)
    return {
        _("Name"): facts.name, _("What it is"): facts.description, _("Web page"): facts.url, _("E-mail"): facts.email,
    }  # fmt: skip


@needs(OFFER_ENTRY_KEEP)
def change_offer_organisation(request: Request, provider: UUID) -> HttpResponse:
    """Its name, what it is, its web page and address: on all its pages at once."""
    found = reach_one(request.viewer, OfferOrganisation.objects.all(), OFFER_ENTRY_KEEP, provider)
    seen, shared = facts_of(found), Shared(facts_in_words(found))
    back = reverse("offer_provider", args=[provider])

    def make(data: Any) -> OrganisationForm:
        return OrganisationForm(data, initial=vars(seen))

    def act(form: OrganisationForm) -> str:
        change_organisation(
            by=request.viewer, organisation=provider, facts=OrganisationFacts(**form.cleaned_data), seen=seen
        )
        messages.success(request, _("Saved. Everybody sees it now."))
        return back

    page = Page(
        name=f"offer_organisation:{provider}", heading=_("What people read of this organisation"), submit=_("Save"),
        back=back, lead=_("It stands on the pages of all its entries at once."),
    )  # fmt: skip
    return long_form(request, page, make=make, act=act, shared=shared)
