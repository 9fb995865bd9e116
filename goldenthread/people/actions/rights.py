"""What was decided about one parent's access, once the rights are the young person's own.

Source: Children and Families Act 2014 s.83(2); Mental Capacity Act 2005 ss.1 to 4 (capacity is presumed, decision by
decision). Decision record: docs/decisions/0008-when-rights-pass.md.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.roles import YOUNG_PERSON
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.models import Child
from goldenthread.people.models import AccessBasis, ParentAccessDecision
from goldenthread.people.permissions import PARENT_ACCESS_DECIDE
from goldenthread.people.queries import adults_with_access
from goldenthread.people.rights import is_young_person


@transaction.atomic
def decide_parent_access(
    *, by: Viewer, child: Child, parent: UUID, basis: str, may_act: bool, reason: str
) -> ParentAccessDecision:
    """Record what holds from now on for one parent: agreed, refused, or a capacity decision.

    The young person agrees or refuses for themselves; staff write down what the young person said, or a capacity
    decision with its reasons. Never edited: the newest counts. The parent sees a notice on their next page.
    """
    reach_one(by, Child.objects.all(), PARENT_ACCESS_DECIDE, child.pk)
    adult = next((adult for adult in adults_with_access(by, child.pk) if adult.parent == parent), None)
    if adult is None:
        raise NotFound("parent")
    if not is_young_person(child.born_on, by.today):
        raise Refused(_("The rights are still the parents'. This can be recorded from the day they pass."))
    if by.role == YOUNG_PERSON and basis == AccessBasis.CAPACITY:
        raise Refused(_("A capacity decision is recorded by the SENCO."))
    if by.role != YOUNG_PERSON and not reason.strip():
        raise Refused(_("Write down why: what was asked, who was there, and what the young person said."))
    decision = ParentAccessDecision.objects.create(
        authority_id=by.authority,
        holder_id=adult.holder,
        child=child,
        parent_id=adult.parent,
        basis=basis,
        may_act=may_act and basis == AccessBasis.AGREED,
        reason=reason.strip(),
        on=by.today,
        by_id=by.person,
    )
    record(by, "parent_access.decided", decision, child=child.pk, basis=basis, may_act=decision.may_act)
    return decision
