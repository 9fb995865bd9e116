"""A code that opens an account for one grown-up or young person: issued by the setting, redeemed once.

Decision record: docs/decisions/0035-invitations.md.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.people.codes import hash_of, new_code
from goldenthread.people.models import ActScope, AuthorityToAct, Invitation, Parent
from goldenthread.people.permissions import INVITATION_ISSUE
from goldenthread.people.post import queue_account_mail
from goldenthread.people.queries import adults_in_force, held_by, waiting_invitations
from goldenthread.people.rights import is_young_person

VALID_DAYS = 14


class Issued(NamedTuple):
    """An invitation and its code, which exists nowhere else: show it once."""

    invitation: Invitation
    code: str


@transaction.atomic
def invite_parent(*, by: Viewer, authority: AuthorityToAct, by_email: bool, address: str = "") -> Issued:
    """Give one grown-up a code for one child. Earlier codes for the same two stop working.

    address: the site's address, for the mail. Refused for a contact without access, and by e-mail when the
    grown-up said that e-mail is not safe.
    """
    reach_one(by, AuthorityToAct.objects.all(), INVITATION_ISSUE, authority.pk)
    if not adults_in_force(by, authority.child_id).filter(pk=authority.pk).exclude(scope=ActScope.NONE).exists():
        raise Refused(_("This person has no access to the record today. Record their authority to act first."))
    parent = authority.parent
    if by_email and not (parent.email and parent.safe_by_email):
        raise Refused(_("There is no e-mail address that is safe to write to. Print the code instead."))
    issued = _issue(by, authority.child, parent, by_email)
    if by_email:
        queue_account_mail(parent.email, _("Your code for Golden Thread"), _letter(parent.name, issued, address))
    return issued


@transaction.atomic
def invite_young_person(*, by: Viewer, child: Child) -> Issued:
    """Give the young person a code for their own record, from the day the rights are theirs."""
    reach_one(by, Child.objects.all(), INVITATION_ISSUE, child.pk)
    if not is_young_person(child.born_on, by.today):
        raise Refused(_("The rights pass to the young person later. You can invite them from that day."))
    return _issue(by, child, None, by_email=False)


def _issue(by: Viewer, child: Child, parent: Parent | None, by_email: bool) -> Issued:
    waiting_invitations(by, child.pk).filter(parent=parent).update(cancelled_at=timezone.now())
    code = new_code()
    invitation = Invitation.objects.create(
        **held_by(by),
        child=child,
        parent=parent,
        code_hash=hash_of(code),
        made_by_id=by.person,
        made_on=by.today,
        last_day_on=by.today + timedelta(days=VALID_DAYS),
        by_email=by_email,
    )
    record(by, "invitation.issued", invitation, child=child.pk, by_email=by_email, for_self=parent is None)
    return Issued(invitation, code)


def _letter(name: str, issued: Issued, address: str) -> str:
    """The mail with the code. It names no child and no school: mail is read by others too."""
    return _(
        "Dear %(name)s,\n\n"
        "You can now open an account on Golden Thread, where you and the people who help your child share one"
        " record.\n\n"
        "1. Go to %(address)s\n"
        "2. Type this code: %(code)s\n"
        "3. Type your child's date of birth.\n\n"
        "The code works once, until %(day)s. If you did not expect it, tell your child's school.\n"
    ) % {
        "name": name,
        "address": address,
        "code": issued.code,
        "day": issued.invitation.last_day_on.strftime("%-d %B %Y"),
    }


@transaction.atomic
def cancel_invitation(*, by: Viewer, invitation: Invitation) -> Invitation:
    """Make a code stop working that has not been used."""
    reach_one(by, Invitation.objects.all(), INVITATION_ISSUE, invitation.pk)
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.redeemed_at is not None:
        raise Refused(_("The code has already been used. You can end the person's authority to act instead."))
    locked.cancelled_at = locked.cancelled_at or timezone.now()
    locked.save(update_fields=["cancelled_at"])
    record(by, "invitation.cancelled", locked, child=locked.child_id)
    return locked
