"""What staff do with a claim: an owner's account with an invitation, or a refusal. How it comes in: receiving.py.

Decision record: docs/decisions/0162-claiming-an-entry.md.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Organisation
from goldenthread.people.actions.platform import Newcomer, has_role, welcome
from goldenthread.people.models import Assignment
from goldenthread.process.moves import locked_for_move, write_move

from ...models import OfferOrganisation
from ..bodies import body_of
from ..mail import tell_body_of_account, tell_claim_refused, tell_people_changed, tell_there_is_something
from ..models import Claim, EntryReport
from ..queries import owners_of
from ..states import CLAIM

OWNER = "provider_owner"


@transaction.atomic
def grant_claim(*, by: Viewer, claim: UUID, organisation: UUID | None, reason: str, site: str) -> Claim:
    """Give the account of an owner: of the organisation that the entry is of, and so of all its entries.

    organisation: whose entry it is, for one that has none so far. Order: allow, lock, role and invitation, move. Whoever
    is an owner there already stays one, and is told that there is something new. Every other owner is told too, and a school
    whose entry it is at its own addresses.
    """
    found = locked_for_move(CLAIM, "grant", Claim.objects.select_related("service__organisation"), claim, by=by)
    if found.service is None:
        raise Refused(_("The entry was removed meanwhile. Refuse the claim, and ask them to send a new entry."))
    provider = found.service.organisation
    if provider is None:
        chosen = OfferOrganisation.objects.filter(authority_id=by.authority)
        provider = chosen.filter(pk=organisation).first() if organisation else None
        if provider is None:
            raise Refused(
                _("This entry has no organisation yet. Choose one first, on the page for staff of the entry.")
            )
    body = body_of(provider, by=by)
    tell_people_changed(owners_of(body.pk, by.today), site)
    _make_owner(by, Newcomer(found.email, found.name, found.job_title), body, site)
    tell_body_of_account(_addresses_of(by, provider))
    EntryReport.objects.filter(service__organisation=provider, provider=None).update(provider=body)
    return write_move(CLAIM, "grant", found, by=by, reason=reason)


def _addresses_of(by: Viewer, provider: OfferOrganisation) -> list[str]:
    """Where a school itself reads of it: its own address, the directory's, and its SENCOs."""
    if provider.body is None:
        return []
    sencos = Assignment.objects.filter(in_force(by.today), holder=provider.body, role="senco")
    found = {provider.email, provider.body.email, *sencos.values_list("account__email", flat=True)}
    return sorted(found - {""})


def _make_owner(by: Viewer, who: Newcomer, body: Organisation, site: str) -> None:
    if has_role(who.email, OWNER, body, by.today):
        tell_there_is_something([who.email], site)
    else:
        welcome(by=by, who=who, role=OWNER, organisation=body, from_on=by.today, site=site)


@transaction.atomic
def refuse_claim(*, by: Viewer, claim: UUID, reason: str) -> Claim:
    """Do not believe it. They are told that we could not confirm it; the reason stays with the staff."""
    found = locked_for_move(CLAIM, "refuse", Claim.objects.all(), claim, by=by)
    tell_claim_refused(found.email, found.reference)
    return write_move(CLAIM, "refuse", found, by=by, reason=reason)
