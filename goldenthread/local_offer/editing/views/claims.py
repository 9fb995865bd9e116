"""An officer looks at who claims an entry, and grants or refuses it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goldenthread.access.rules import needs
from goldenthread.access.scopes import reach_one, reachable
from goldenthread.audit.log import viewed
from goldenthread.design_system.components.states import tag
from goldenthread.process.asking import asked, posted
from goldenthread.request import Request

from ...models import Service
from ..actions.claiming import grant_claim, refuse_claim
from ..forms.short import GrantForm, ReasonForm
from ..models import Claim
from ..permissions import OFFER_CLAIM_DECIDE
from ..states import CLAIM
from .showing import person_name, show, site_of

_COLOURS = {"asked": "grey", "proved": "purple", "granted": "green", "refused": "red"}
_SHOWN = 200


def _tag(claim: Claim) -> object:
    return tag(str(CLAIM.states[claim.state][0]), _COLOURS[claim.state])


@needs(OFFER_CLAIM_DECIDE)
@require_safe
def offer_claims(request: Request) -> HttpResponse:
    """Claims that wait for a check, all of them, the oldest first; below them the newest of the others."""
    found = reachable(request.viewer, Claim.objects.all(), OFFER_CLAIM_DECIDE)
    waiting = [(claim, _tag(claim)) for claim in found.filter(state="proved").order_by("asked_at", "id")]
    others = [(claim, _tag(claim)) for claim in found.exclude(state="proved").order_by("-asked_at", "-id")[:_SHOWN]]
    return show(request, "claims.html", waiting=waiting, others=others)


@needs(OFFER_CLAIM_DECIDE)
@require_safe
def offer_claim(request: Request, claim: UUID) -> HttpResponse:
    """Who claims what, from which address, and which entries would become theirs. That it was read is noted."""
    found = _claim(request, claim)
    viewed(request, "who claims an entry", [], thing=found)
    entry = found.service
    provider = entry.organisation if entry else None
    theirs = list(Service.objects.filter(organisation=provider)[:_SHOWN]) if provider else []
    context = {
        "claim": found, "tag": _tag(found), "turn": CLAIM.states[found.state][1], "entry": entry, "provider": provider,
        "theirs": theirs, "moves": {move.name for move in CLAIM.open_to(request.viewer, found.state)},
        "entries": [(one, CLAIM.states[one.to_state][0], person_name(one.by)) for one in found.entries.select_related("by")],
    }  # fmt: skip
    return show(request, "claim.html", **context)


def _claim(request: Request, claim: UUID) -> Claim:
    chosen = Claim.objects.select_related("service__organisation__keepers")
    return reach_one(request.viewer, chosen, OFFER_CLAIM_DECIDE, claim)


@needs(OFFER_CLAIM_DECIDE)
def grant_entry_claim(request: Request, claim: UUID) -> HttpResponse:
    found = _claim(request, claim)
    viewed(request, "who claims an entry", [], thing=found)
    has_organisation = found.service is None or found.service.organisation_id is not None
    form = GrantForm(posted(request), has_organisation=has_organisation)

    def act() -> str:
        grant_claim(
            by=request.viewer, claim=claim, organisation=form.cleaned_data.get("organisation"),
            reason=form.cleaned_data["reason"], site=site_of(request),
        )  # fmt: skip
        messages.success(request, _("Granted. We have sent them an e-mail."))
        return reverse("offer_claims")

    heading = _("Give an account to %(name)s") % {"name": found.name}
    return asked(
        request, form, act, heading=heading, submit=_("Give the account"), back=reverse("offer_claim", args=[claim]),
        lead=_("They become the owner of all entries of this organisation. They see no child, and nothing of others."),
    )  # fmt: skip


@needs(OFFER_CLAIM_DECIDE)
def refuse_entry_claim(request: Request, claim: UUID) -> HttpResponse:
    found = _claim(request, claim)
    viewed(request, "who claims an entry", [], thing=found)
    form = ReasonForm(posted(request))

    def act() -> str:
        refuse_claim(by=request.viewer, claim=claim, reason=form.cleaned_data["reason"])
        messages.success(request, _("Refused. They are told that we could not confirm it."))
        return reverse("offer_claims")

    heading = _("Refuse the claim of %(name)s") % {"name": found.name}
    back = reverse("offer_claim", args=[claim])
    return asked(request, form, act, heading=heading, submit=_("Refuse it"), back=back, kind="warning")
