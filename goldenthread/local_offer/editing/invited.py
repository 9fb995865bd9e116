"""Somebody whom an owner invited answers: yes with the code of the mail, or no. Until then nothing is theirs.

Whoever answers is nobody yet, so nothing here takes a viewer; what is given is given by the owner who asked.
Decision record: docs/decisions/0160-accounts-of-providers.md.
"""

from __future__ import annotations

import hmac
from datetime import date
from uuid import UUID

from django.utils import timezone

from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.scopes import in_force
from goldenthread.database.acting import one_transaction
from goldenthread.people.actions.platform import Newcomer, has_role, welcome
from goldenthread.people.models import Assignment

from ..models import Offer
from .mail import tell_people_changed
from .models import ProviderInvitation
from .queries import owners_of
from .receiving import code_hash

_OWNER = "provider_owner"


def answer_invitation(
    *, offer: Offer, invitation: UUID, code: str, accepts: bool, today: date, site: str
) -> ProviderInvitation | None:
    """Give the role to somebody who says yes, or keep that they said no. The owners are told of a yes.

    None when the code is wrong, too old or used, or when whoever asked is no owner there any more.
    """
    with one_transaction(authority=offer.authority_id, holders=[offer.authority_id]):
        waiting = ProviderInvitation.objects.select_for_update(of=("self",)).filter(
            answer="", valid_until_on__gte=today
        )
        found = waiting.select_related("holder", "invited_by").filter(pk=invitation).first()
        if found is None or not hmac.compare_digest(found.code_hash, code_hash(code)):
            return None
        asked_by = _owner(found, today)
        if asked_by is None:
            return None
        found.answer, found.answered_at = "accepted" if accepts else "declined", timezone.now()
        found.save(update_fields=["answer", "answered_at"])
        record(asked_by, f"offer_invitation.{found.answer}", found, role=found.role)
        if accepts and not has_role(found.email, found.role, found.holder, today):
            tell_people_changed(owners_of(found.holder_id, today), site)
            who = Newcomer(found.email, found.name, found.job_title)
            welcome(
                by=asked_by,
                who=who,
                role=found.role,
                organisation=found.holder,
                from_on=today,
                site=site,
                outsider=True,
            )
        return found


def _owner(invitation: ProviderInvitation, today: date) -> Viewer | None:
    """Whoever asked, as the owner they still are."""
    roles = Assignment.objects.filter(in_force(today), holder=invitation.holder, role=_OWNER)
    role = roles.filter(account=invitation.invited_by).first()
    if role is None:
        return None
    return Viewer(
        person=invitation.invited_by_id, name=invitation.invited_by.name, role=ROLES[_OWNER],
        authority=invitation.authority_id, today=today, organisation=invitation.holder_id, assignment=role.pk,
        reference="invitation",
    )  # fmt: skip
