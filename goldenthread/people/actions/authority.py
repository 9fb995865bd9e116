"""Who may act for a child: recorded on evidence, ended with a reason, never silently."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.people.models import ActScope, AuthorityToAct, Invitation, Parent
from goldenthread.people.permissions import AUTHORITY_TO_ACT_RECORD
from goldenthread.people.queries import held_by


@transaction.atomic
def add_adult(*, by: Viewer, child: Child, names: dict[str, str], authority: dict[str, Any]) -> AuthorityToAct:
    """Record a grown-up whom the setting did not know yet, and their authority to act for this child.

    names: title, given_name, family_name. authority: as for `record_authority`. Sends nothing: an invitation is
    a step of its own.
    """
    reach_one(by, Child.objects.all(), AUTHORITY_TO_ACT_RECORD, child.pk)
    parent = Parent.objects.create(**held_by(by), **names)
    record(by, "parent.added", parent, child=child.pk)
    return record_authority(by=by, child=child, parent=parent, **authority)


@transaction.atomic
def record_authority(
    *,
    by: Viewer,
    child: Child,
    parent: Parent,
    relationship: str,
    parental_responsibility: bool,
    scope: str,
    evidence: str,
    from_on: date,
    contact_order: int = 1,
) -> AuthorityToAct:
    """Say that this grown-up may act for this child from a day, how far, and on what evidence you checked it.

    An authority in force for the same two is ended the day before, so that one at most holds on any day.
    Source of who counts as a parent: Education Act 1996 s.576.
    """
    reach_one(by, Child.objects.all(), AUTHORITY_TO_ACT_RECORD, child.pk)
    reach_one(by, Parent.objects.all(), AUTHORITY_TO_ACT_RECORD, parent.pk)
    if scope != ActScope.NONE and not evidence.strip():
        raise Refused(_("Say what you checked before you give somebody access to the record."))
    if from_on > by.today:
        raise Refused(_("Record it from today or an earlier day. A later start cannot be checked yet."))
    _replace_earlier(by, child, parent, from_on)
    authority = AuthorityToAct.objects.create(
        **held_by(by),
        child=child,
        parent=parent,
        relationship=relationship,
        parental_responsibility=parental_responsibility,
        scope=scope,
        evidence=evidence.strip(),
        checked_by_id=by.person,
        checked_on=by.today,
        from_on=from_on,
        contact_order=contact_order,
    )
    record(by, "authority_to_act.recorded", authority, child=child.pk, scope=scope, relationship=relationship)
    return authority


def _replace_earlier(by: Viewer, child: Child, parent: Parent, from_on: date) -> None:
    """End what holds for the same two, as the new entry takes its place."""
    for authority in AuthorityToAct.objects.select_for_update().filter(child=child, parent=parent, to_on__isnull=True):
        _end(by, authority, from_on - timedelta(days=1), _("Replaced by a new entry"))


@transaction.atomic
def end_authority(*, by: Viewer, authority: AuthorityToAct, last_day: date, because: str) -> AuthorityToAct:
    """End a grown-up's authority to act. It holds up to and including `last_day`; yesterday means: at once.

    Invitations that still wait for this grown-up and child are cancelled. Raises Refused without a reason, or for
    one that has already ended.
    """
    reach_one(by, AuthorityToAct.objects.all(), AUTHORITY_TO_ACT_RECORD, authority.pk)
    locked = AuthorityToAct.objects.select_for_update().get(pk=authority.pk)
    if locked.to_on is not None:
        raise Refused(_("This authority has already ended."))
    if not because.strip():
        raise Refused(_("Say why it ends. The reason is kept with the record."))
    if last_day < by.today - timedelta(days=1) or last_day < locked.from_on - timedelta(days=1):
        raise Refused(_("It can end at once or on a later day, not in the past."))
    _end(by, locked, last_day, because.strip())
    return locked


def _end(by: Viewer, authority: AuthorityToAct, last_day: date, because: str) -> None:
    """One that ends before it began was never in force: it keeps its day and gives no access."""
    if last_day < authority.from_on:
        last_day, authority.scope = authority.from_on, ActScope.NONE
    authority.to_on, authority.ended_because = last_day, because[:200]
    authority.save(update_fields=["to_on", "ended_because", "scope"])
    waiting = Invitation.objects.filter(
        child_id=authority.child_id, parent_id=authority.parent_id, redeemed_at__isnull=True, cancelled_at__isnull=True
    )
    waiting.update(cancelled_at=timezone.now())
    record(by, "authority_to_act.ended", authority, child=authority.child_id, last_day=str(last_day))
