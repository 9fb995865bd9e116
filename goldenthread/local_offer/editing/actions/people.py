"""Who may change the entries of a provider, and whose small changes need no approval."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.scopes import in_force
from goldenthread.people.actions.platform import Newcomer, end_at, welcome
from goldenthread.people.models import Assignment

from ...models import OfferOrganisation
from ..bodies import body_of
from ..models import TrustedProvider
from ..permissions import OFFER_ENTRY_KEEP, OFFER_PROVIDER_MANAGE
from ..queries import PROVIDER_ROLES


@transaction.atomic
def invite_person(*, by: Viewer, provider: UUID, who: Newcomer, role: str, site: str) -> Assignment:
    """Give somebody a role at a provider, with an invitation by mail when they have no account yet.

    An owner gives the roles of editor and viewer, and of another owner, at their own organisation; staff at any.
    Raises Refused when they have the role already.
    """
    found = reach_one(by, OfferOrganisation.objects.all(), OFFER_PROVIDER_MANAGE, provider)
    if role not in PROVIDER_ROLES:
        raise Refused(_("Choose one of the roles for providers."))
    return welcome(by=by, who=who, role=role, organisation=body_of(found), from_on=by.today, site=site)


@transaction.atomic
def end_person(*, by: Viewer, assignment: UUID) -> Assignment:
    """End a role at a provider at once. Nobody ends their own, so that no provider is left without an owner by a slip."""
    found = Assignment.objects.filter(in_force(by.today), pk=assignment, role__in=PROVIDER_ROLES).first()
    providers = (
        OfferOrganisation.objects.filter(keepers_id=found.holder_id) if found else OfferOrganisation.objects.none()
    )
    provider = providers.first()
    if found is None or provider is None:
        raise NotFound("assignment")
    reach_one(by, OfferOrganisation.objects.all(), OFFER_PROVIDER_MANAGE, provider.pk)
    if found.account_id == by.person:
        raise Refused(_("Somebody else has to end your own role: another owner, or the Local Offer's staff."))
    locked = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment)
    return end_at(by, locked, by.today - timedelta(days=1))


@transaction.atomic
def trust_provider(*, by: Viewer, provider: UUID, trusted: bool) -> OfferOrganisation:
    """Say that small changes of this provider go live at once, or no longer."""
    found = reach_one(by, OfferOrganisation.objects.select_for_update(of=("self",)), OFFER_ENTRY_KEEP, provider)
    present = TrustedProvider.objects.filter(organisation=found, to_on=None)
    if trusted and not present.exists():
        TrustedProvider.objects.create(
            authority_id=found.authority_id,
            holder_id=by.authority,
            organisation=found,
            from_on=by.today,
            named_by_id=by.person,
        )
        record(by, "offer_provider.trusted", found)
    if not trusted and present.update(to_on=by.today):
        record(by, "offer_provider.trust_ended", found)
    return found
