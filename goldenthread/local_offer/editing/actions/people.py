"""Who may change the entries of a provider, and whose small changes need no approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.roles import ROLES
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.scopes import in_force
from goldenthread.organisations.models import Organisation
from goldenthread.people.actions.platform import PROVIDER_ROLES, Newcomer, end_at, has_role, welcome
from goldenthread.people.codes import new_code
from goldenthread.people.models import Assignment
from goldenthread.privacy.secrets import keyed_hash

from ...models import OfferOrganisation
from ..bodies import body_of
from ..mail import send_invitation, tell_people_changed
from ..models import ProviderInvitation, TrustedProvider
from ..permissions import OFFER_ENTRY_KEEP, OFFER_ENTRY_MODERATE, OFFER_PROVIDER_MANAGE
from ..queries import owners_of
from ..receiving import code_hash
from ..timeline import (
    INVITATIONS_A_DAY,
    NEW_OWNER_DAYS,
    invitation_ends,
    may_be_invited_again_after,
    still_new_after,
)

OWNER = "provider_owner"


@transaction.atomic
def invite_person(
    *, by: Viewer, provider: UUID, who: Newcomer, role: str, site: str, link_to: Callable[[UUID], str]
) -> Assignment | ProviderInvitation:
    """Staff give somebody a role at any provider; an owner asks somebody to take one at their own organisation.

    Who is asked by an owner has the role once they say yes with the code of the mail (invited.py), whether they have an
    account or not: so nobody is drawn into anything, and the owner learns nothing of accounts.
    link_to: gives the address of the page to answer on. Raises Refused when they have the role already, were asked a
    few days ago, or after many in one day. Every owner is told.
    """
    found = reach_one(by, OfferOrganisation.objects.all(), OFFER_PROVIDER_MANAGE, provider)
    if role not in PROVIDER_ROLES:
        raise Refused(_("Choose one of the roles for providers."))
    body = body_of(found, by=by)
    if has_role(who.email, role, body, by.today):
        raise Refused(_("This person has that role already."))
    if _invited_today(by) >= INVITATIONS_A_DAY:
        raise Refused(_("You have invited %(number)d people today. Go on tomorrow.") % {"number": INVITATIONS_A_DAY})
    tell_people_changed(owners_of(body.pk, by.today), site)
    if by.has(OFFER_ENTRY_MODERATE.name):
        return welcome(by=by, who=who, role=role, organisation=body, from_on=by.today, site=site)
    return _asked(by, found, body, who, role, link_to)


def _invited_today(by: Viewer) -> int:
    """How many this person invited or gave a provider's role today."""
    asked = ProviderInvitation.objects.filter(invited_by_id=by.person, invited_on=by.today).count()
    given = Assignment.objects.filter(given_by_id=by.person, from_on=by.today, role__in=PROVIDER_ROLES)
    return asked if not by.has(OFFER_ENTRY_MODERATE.name) else given.count()


def _asked(
    by: Viewer,
    provider: OfferOrganisation,
    body: Organisation,
    who: Newcomer,
    role: str,
    link_to: Callable[[UUID], str],
) -> ProviderInvitation:
    address, since = address_hash(who.email), may_be_invited_again_after(by.today)
    before = ProviderInvitation.objects.filter(holder=body, address_hash=address, invited_on__gt=since)
    if before.exclude(answer="accepted").exists():
        raise Refused(_("You asked this address a few days ago. Wait for the answer, or ask them in another way."))
    code, until = new_code(), invitation_ends(by.today)
    made = ProviderInvitation.objects.create(
        authority_id=by.authority, holder=body, provider=provider, role=role, name=who.name, job_title=who.job_title,
        email=who.email.lower(), address_hash=address, code_hash=code_hash(code), invited_by_id=by.person,
        invited_on=by.today, valid_until_on=until,
    )  # fmt: skip
    send_invitation(made.email, str(ROLES[role].name), body.name, link_to(made.pk), code, until)
    record(by, "offer_invitation.sent", made, role=role)
    return made


def address_hash(email: str) -> str:
    return keyed_hash("offer-invitation-address", email.lower())


@transaction.atomic
def end_person(*, by: Viewer, assignment: UUID, site: str) -> Assignment:
    """End a role at a provider at once, and tell every owner. Nobody ends their own, so that no provider is left without
    an owner by a slip; and a new owner does not end an older one, so that nobody is thrown out of their own entries.
    """
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
    if found.role == OWNER and _is_newer_owner(by, found):
        raise Refused(
            _(
                "You became an owner a few days ago. Until %(days)d days have passed, ask the Local Offer's staff to end this."
            )
            % {"days": NEW_OWNER_DAYS}
        )
    tell_people_changed(owners_of(found.holder_id, by.today), site)
    locked = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment)
    return end_at(by, locked, by.today - timedelta(days=1))


def _is_newer_owner(by: Viewer, other: Assignment) -> bool:
    """Whether `by` is a new owner, and the other was one before."""
    if by.has(OFFER_ENTRY_MODERATE.name):
        return False
    theirs = Assignment.objects.filter(in_force(by.today), holder_id=other.holder_id, account_id=by.person, role=OWNER)
    own = theirs.earliest("from_on")
    return own.from_on > still_new_after(by.today) and other.from_on < own.from_on


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
