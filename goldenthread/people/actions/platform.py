"""Organisations, and who works where in which role: the platform administrator's work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.roles import ROLES
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.organisations.permissions import ORGANISATIONS_MANAGE
from goldenthread.people.models import Account, Assignment
from goldenthread.people.permissions import ASSIGNMENTS_MANAGE
from goldenthread.people.post import queue_account_mail

FIRST_PASSWORD_DAYS = 14
# People from outside. At a school or the authority itself they would stand inside the wall around its children.
PROVIDER_ROLES = ("provider_owner", "provider_editor", "provider_viewer")


@transaction.atomic
def create_organisation(*, by: Viewer, values: dict[str, Any]) -> Organisation:
    """Add a body to the administrator's own area. values: fields of Organisation, without its area."""
    require(by, ORGANISATIONS_MANAGE)
    made: Organisation = Organisation.objects.create(authority_id=by.authority, **values)
    record(by, "organisation.created", made, kind=made.kind)
    return made


@transaction.atomic
def give_role(
    *, by: Viewer, account: Account, role: str, organisation: Organisation, from_on: date, job_title: str = ""
) -> Assignment:
    """Give a person a role at a body from a day on. Nobody gives a role to themselves, or one that somebody has."""
    require(by, ASSIGNMENTS_MANAGE)
    _check_body(by, organisation)
    _check_role(by, account, role, organisation)
    return _given(by, account, role, organisation, from_on, job_title)


def _check_role(by: Viewer, account: Account, role: str, organisation: Organisation) -> None:
    if role in PROVIDER_ROLES and organisation.kind != Kind.PROVIDER:
        raise Refused(_("Roles for providers are given at a provider only. Choose the provider, not the school."))
    if account.pk == by.person:
        raise Refused(_("Nobody can give themselves a role. Ask another administrator."))
    if role not in ROLES or not ROLES[role].staff:
        raise Refused(_("This role comes from an invitation by a school, not from here."))


def has_role(email: str, role: str, organisation: Organisation, on: date) -> bool:
    """Whether whoever signs in with this address has the role at this body on a day, or is to have it later."""
    held = Assignment.objects.filter(account__email=email.lower(), role=role, holder=organisation)
    return held.filter(Q(to_on__isnull=True) | Q(to_on__gte=on)).exists()


def _given(
    by: Viewer, account: Account, role: str, organisation: Organisation, from_on: date, job_title: str, name: str = ""
) -> Assignment:
    if has_role(account.email, role, organisation, from_on):
        raise Refused(_("This person has that role already."))
    assignment = Assignment.objects.create(
        authority_id=by.authority,
        holder=organisation,
        account=account,
        role=role,
        from_on=from_on,
        job_title=job_title,
        invited_as=name,
        given_by_id=by.person,
    )
    record(by, "assignment.given", assignment, role=role)
    return assignment


@transaction.atomic
def end_role(*, by: Viewer, assignment: UUID, last_day: date) -> Assignment:
    """End a role. It holds up to and including `last_day`; yesterday means: at once, on the person's next click.

    Never one's own, so that an area is not left without anybody who gives roles.
    """
    reach_one(by, Assignment.objects.all(), ASSIGNMENTS_MANAGE, assignment)
    locked = Assignment.objects.select_for_update().get(pk=assignment)
    if locked.account_id == by.person:
        raise Refused(_("Another administrator has to do this for you."))
    if locked.to_on is not None and locked.to_on < by.today:
        raise Refused(_("This role has already ended."))
    if last_day < by.today - timedelta(days=1):
        raise Refused(_("A role can end at once or on a later day, not in the past."))
    return end_at(by, locked, last_day)


def end_at(by: Viewer, locked: Assignment, last_day: date) -> Assignment:
    """End a role that is locked. The caller has allowed it. One that ends before it began was never in force."""
    locked.from_on, locked.to_on = min(locked.from_on, last_day), last_day
    locked.save(update_fields=["from_on", "to_on"])
    record(by, "assignment.ended", locked, role=locked.role, last_day=str(last_day))
    return locked


@transaction.atomic
def invite_staff(
    *,
    by: Viewer,
    email: str,
    name: str,
    role: str,
    organisation: Organisation,
    from_on: date,
    job_title: str,
    site: str,
) -> Assignment:
    """Give somebody a role and, if they have no account yet, make one and ask them by mail to set a password.

    site: the site's address, for the mail. Somebody who already has an account keeps it and is told of the role.
    """
    require(by, ASSIGNMENTS_MANAGE)
    who = Newcomer(email, name, job_title)
    return welcome(by=by, who=who, role=role, organisation=organisation, from_on=from_on, site=site)


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is to work here. email: what they sign in with."""

    email: str
    name: str
    job_title: str = ""


@transaction.atomic
def welcome(
    *,
    by: Viewer,
    who: Newcomer,
    role: str,
    organisation: Organisation,
    from_on: date,
    site: str,
    outsider: bool = False,
) -> Assignment:
    """Give a role of staff, with an account and an invitation where there is none. The caller has allowed it.

    Raises Refused when they have the role already (has_role). An account that is there keeps its own name.

    outsider: whether `by` works outside the authority and its settings. An outsider never gives more days to an
    account that some other body invited and nobody has signed in with.

    For rooms whose own right lets somebody give one certain role (an owner their editors), without the right to give any.
    """
    _check_body(by, organisation)
    account = Account.objects.filter(email=who.email.lower()).first()
    renews = account is None or not outsider or account.assignments.filter(holder=organisation).exists()
    if account is None:
        account = Account.objects.create_user(who.email, None, name=who.name)
        EmailAddress.objects.create(user=account, email=account.email, primary=True, verified=False)
    if renews and not account.has_usable_password():
        account.invited_until = by.today + timedelta(days=FIRST_PASSWORD_DAYS)
        account.save(update_fields=["invited_until"])
    _check_role(by, account, role, organisation)
    assignment = _given(by, account, role, organisation, from_on, who.job_title, who.name)
    queue_account_mail(account.email, _("Your work on Golden Thread"), _letter(account, assignment, site))
    return assignment


@transaction.atomic
def invite_again(*, by: Viewer, assignment: UUID, site: str) -> Assignment:
    """Let somebody who cannot sign in any more set a first password again. Their second step is asked for anew.
    So is a link to an identity provider, since whoever got in before them may have made it.

    Ends every session. For a person who works here today only; never for oneself.
    """
    found = reach_one(by, Assignment.objects.select_related("account", "holder"), ASSIGNMENTS_MANAGE, assignment)
    account = Account.objects.select_for_update().get(pk=found.account_id)
    if account.pk == by.person:
        raise Refused(_("Another administrator has to do this for you."))
    if found.to_on is not None and found.to_on < by.today:
        raise Refused(_("This person no longer works here."))
    account.set_unusable_password()
    account.invited_until = by.today + timedelta(days=FIRST_PASSWORD_DAYS)
    account.save(update_fields=["password", "invited_until"])
    Authenticator.objects.filter(user_id=account.pk).delete()
    SocialAccount.objects.filter(user_id=account.pk).delete()
    record(by, "assignment.invited_again", found)
    queue_account_mail(account.email, _("Your work on Golden Thread"), _letter(account, found, site))
    return found


def _check_body(by: Viewer, organisation: Organisation) -> None:
    if organisation.authority_id != by.authority:
        raise Refused(_("This body belongs to another area."))


def _letter(account: Account, assignment: Assignment, site: str) -> str:
    role, place = ROLES[assignment.role].name, assignment.holder.name
    # No name: outsiders invite too, and whoever typed the name chose where the mail goes.
    words = _("Hello,\n\nyou have the role “%(role)s” at %(place)s on Golden Thread.\n\n")
    first = words % {"role": role, "place": place}
    if account.has_usable_password():
        return first + _("Sign in as usual: %(site)s\n") % {"site": site}
    return first + _(
        "To sign in for the first time, within %(days)s days:\n\n"
        "1. Go to %(site)s and choose “I have forgotten my password”.\n"
        "2. Type this e-mail address. We send you a code.\n"
        "3. Choose a password, sign in, and add a second step: a passkey or an authenticator app.\n"
    ) % {"days": FIRST_PASSWORD_DAYS, "site": site}
