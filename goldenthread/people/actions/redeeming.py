"""Redeem an invitation: the only door into a family account. Acts as the one area and body that issued it.

The person is nobody yet, so these actions take no viewer: the code and the child's date of birth are the proof, and
a third is a code sent to the e-mail address. Decision record: docs/decisions/0035-invitations.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.audit.models import Entry
from goldenthread.database.acting import one_transaction
from goldenthread.people.codes import hash_of
from goldenthread.people.hats import hats_of
from goldenthread.people.models import Account, AuthorityToAct, Invitation, Parent, YoungPersonAccess
from goldenthread.people.rights import is_young_person

TRIES = 5


@dataclass(frozen=True)
class Found:
    """Where a code leads. account, account_email: of the account that the invited person already has, or none."""

    code_hash: str
    invitation: UUID
    authority: UUID
    holder: UUID
    name: str
    account: UUID | None
    account_email: str
    for_self: bool


def prove(*, typed_code: str, born_on: date, today: date, reference: str) -> Found | None:
    """Check a code with the child's date of birth. None whatever was wrong: the answer is the same.

    A try is taken first, on a connection of its own, so it stays counted even if this request fails later.
    A right answer gives it back.
    """
    code_hash = hash_of(typed_code)
    if not _take_a_try(code_hash, today):
        return None
    with _acting_for(code_hash) as invitation:
        if invitation is None or invitation.child.born_on != born_on or not _may_still_act(invitation, today):
            _note(invitation, "invitation.refused", reference)
            return None
        Invitation.objects.filter(pk=invitation.pk).update(tries_left=TRIES)
        return _found(invitation)


def found_again(code_hash: str, today: date) -> Found | None:
    """What was proved a few pages ago, if it still holds."""
    with _acting_for(code_hash) as invitation:
        if invitation is None or invitation.redeemed_at or invitation.cancelled_at or invitation.last_day_on < today:
            return None
        return _found(invitation) if _may_still_act(invitation, today) else None


def _take_a_try(code_hash: str, today: date) -> bool:
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT people_try_invitation(%s, %s)", [code_hash, today])
            return bool(cursor.fetchone()[0])
    finally:
        own.close()


@contextmanager
def _acting_for(code_hash: str) -> Iterator[Invitation | None]:
    """The invitation, with PostgreSQL's settings of the one area and body that issued it, and no wider."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT authority_id, holder_id FROM people_invitation(%s)", [code_hash])
        row = cursor.fetchone()
    if row is None:
        yield None
        return
    with one_transaction(authority=row[0], holders=[row[1]]):
        yield Invitation.objects.select_related("child", "parent__account").get(code_hash=code_hash)


def _may_still_act(invitation: Invitation, today: date) -> bool:
    """Whether what the invitation rests on still holds: authority to act, or the rights having passed."""
    if invitation.parent_id is None:
        return is_young_person(invitation.child.born_on, today)
    holds = AuthorityToAct.objects.filter(
        child_id=invitation.child_id, parent_id=invitation.parent_id, from_on__lte=today
    ).exclude(scope="none")
    return holds.filter(to_on__isnull=True).exists() or holds.filter(to_on__gte=today).exists()


def _found(invitation: Invitation) -> Found:
    account = invitation.parent.account if invitation.parent else _own_account(invitation)
    who = invitation.parent or invitation.child
    return Found(
        code_hash=invitation.code_hash,
        invitation=invitation.pk,
        authority=invitation.authority_id,
        holder=invitation.holder_id,
        name=f"{who.given_name} {who.family_name}",
        account=account.pk if account else None,
        account_email=account.email if account else "",
        for_self=invitation.parent_id is None,
    )


def _own_account(invitation: Invitation) -> Account | None:
    access = YoungPersonAccess.objects.select_related("account").filter(child_id=invitation.child_id, to_on=None)
    found = access.first()
    return found.account if found else None


def open_account(*, found: Found, email: str, password_hash: str, today: date, reference: str) -> Account:
    """Make the account whose address was just proved, link it, and use the invitation up. One effect or none."""
    with transaction.atomic():
        account = Account.objects.create(email=email.lower(), name=found.name, password=password_hash)
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        use_invitation(found=found, account=account, today=today, reference=reference)
    return account


def give_way_back(*, found: Found, password_hash: str, today: date, reference: str) -> Account:
    """Let somebody back into the account they already have, when the school has invited the same person again.

    Sets the new password, which ends every session, and takes away factors that they can no longer use; but never
    those of somebody who works here too: else a school's code and a read mailbox would open what their second step
    guards. They ask an administrator (platform.invite_again).
    """
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=str(found.account))
        account.password = password_hash
        account.save(update_fields=["password"])
        if not _works_somewhere(account, today):
            Authenticator.objects.filter(user_id=account.pk).delete()
        use_invitation(found=found, account=account, today=today, reference=reference)
    return account


def _works_somewhere(account: Account, today: date) -> bool:
    with one_transaction(authority=None, person=account.pk):
        return any(hat.role.second_factor for hat in hats_of(today))


def use_invitation(*, found: Found, account: Account, today: date, reference: str) -> None:
    """Link the account to the grown-up or young person who was invited, and use the invitation up.

    Raises Refused when the invitation was used or ended in the meantime, or belongs to somebody else's account.
    """
    if found.account not in (None, account.pk):
        raise Refused(_("This code belongs to a different account. Sign out, or ask the school for a new code."))
    with one_transaction(authority=found.authority, holders=[found.holder]):
        invitation = Invitation.objects.select_for_update().get(pk=found.invitation)
        if invitation.redeemed_at or invitation.cancelled_at or not _may_still_act(invitation, today):
            raise Refused(_("This code can no longer be used. Ask the school for a new one."))
        invitation.redeemed_at, invitation.redeemed_by = timezone.now(), account
        invitation.save(update_fields=["redeemed_at", "redeemed_by"])
        if invitation.parent_id:
            Parent.objects.filter(pk=invitation.parent_id).update(account=account)
        else:
            _link_young_person(invitation, account, today)
        _note(invitation, "invitation.redeemed", reference, account)


def _link_young_person(invitation: Invitation, account: Account, today: date) -> None:
    keys: dict[str, Any] = {"authority_id": invitation.authority_id, "holder_id": invitation.holder_id}
    theirs = YoungPersonAccess.objects.filter(child_id=invitation.child_id, to_on__isnull=True)
    if not theirs.filter(account=account).exists():
        YoungPersonAccess.objects.create(**keys, child_id=invitation.child_id, account=account, from_on=today)


def recovery_codes_for(account: Account) -> list[str]:
    """Fresh recovery codes, to be shown once. Without them a forgotten password needs the school again."""
    Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.RECOVERY_CODES).delete()
    codes = RecoveryCodes.activate(account)
    codes.mark_as_viewed()
    return list(codes.get_unused_codes())


def _note(invitation: Invitation | None, action: str, reference: str, account: Account | None = None) -> None:
    if invitation is None:
        return
    Entry.objects.create(
        at=timezone.now(),
        authority_id=invitation.authority_id,
        organisation_id=invitation.holder_id,
        person_id=account.pk if account else None,
        action=action,
        thing_type=Invitation._meta.label,
        thing_id=invitation.pk,
        children=[invitation.child_id],
        reference=reference,
    )
