"""Agree to a purpose, or take the agreement back: a new row each time, never an edit."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.roles import PARENT, YOUNG_PERSON
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.children.scopes import in_force
from goldenthread.people.models import YoungPersonAccess
from goldenthread.people.queries import may_decide_today
from goldenthread.people.rights import is_young_person

from ..models import Agreement, Answer, Channel, Cycle
from ..permissions import PLAN_AGREE, PLAN_WRITE
from ..queries.plans import cycle_for, plan_of
from .rows import beside


@transaction.atomic
def answer(
    *, by: Viewer, cycle: UUID, purpose: str, answer: str, words: str = "", covers: str = "",
    expires_on: date | None = None,
) -> Agreement:  # fmt: skip
    """The family's own answer. Only somebody who may decide for this child today can give it.

    Raises Refused, saying who can, when the viewer may see but not decide; and for taking back what was not given.
    """
    require(by, PLAN_AGREE)
    found = _open_for_answers(cycle_for(by, cycle))
    if found.child_id not in by.may_act_for:
        raise Refused(
            _("You can see this plan, but this decision is not yours today. Talk to the school about who decides.")
        )
    newest = Agreement.objects.filter(cycle=found, purpose=purpose, party_id=by.person).first()
    _refuse_without_effect(newest, answer)
    return _write(
        by, found, purpose=purpose, answer=answer, words=words, covers=covers, expires_on=expires_on,
        party_id=by.person, party_name=by.name, party_role=by.role.key, how=Channel.HERE,
    )  # fmt: skip


def _open_for_answers(cycle: Cycle) -> Cycle:
    locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
    if locked.state in ("assess", "closed"):
        raise Refused(_("There is no plan to answer at this step."))
    return locked


def _refuse_without_effect(newest: Agreement | None, answer: str) -> None:
    if answer == Answer.WITHDRAWN and (newest is None or newest.answer != Answer.AGREED):
        raise Refused(_("There is no agreement to take back."))


@transaction.atomic
def record_answer(
    *, by: Viewer, cycle: UUID, authority: UUID, purpose: str, answer: str, how: str, words: str = "", covers: str = "",
    expires_on: date | None = None,
) -> Agreement:  # fmt: skip
    """Staff note what a parent or a young person answered in a meeting, by phone or on paper.

    authority: the parent's authority to act; it must allow decisions today. Once the rights are the young person's, their
    own answer counts (then it is the key of their own record), and a parent's only as they agreed. Raises NotFound for
    anybody else.
    """
    require(by, PLAN_WRITE)
    found = _open_for_answers(cycle_for(by, cycle))
    party = _party(by, found, authority)
    same = Q(party_name=party["party_name"]) | Q(party_id=party["party_id"], party_id__isnull=False)
    newest = Agreement.objects.filter(same, cycle=found, purpose=purpose).first()
    _refuse_without_effect(newest, answer)
    return _write(
        by, found, purpose=purpose, answer=answer, words=words, covers=covers, expires_on=expires_on,
        how=how, **party,
    )  # fmt: skip


def _party(by: Viewer, cycle: Cycle, authority: UUID) -> dict[str, Any]:
    """Who answered: their account, if they have one, their name and as what. Raises NotFound for who may not decide."""
    if authority == cycle.child_id and is_young_person(cycle.child.born_on, by.today):
        own = YoungPersonAccess.objects.filter(in_force(by.today), child_id=cycle.child_id).first()
        account = own.account_id if own else None
        return {"party_id": account, "party_name": cycle.child.name, "party_role": YOUNG_PERSON.key}
    act = next((one for one in may_decide_today(by, cycle.child_id) if one.pk == authority), None)
    if act is None:
        raise NotFound("authority to act")
    return {"party_id": act.parent.account_id, "party_name": act.parent.name, "party_role": PARENT.key}


def _write(by: Viewer, cycle: Cycle, **values: object) -> Agreement:
    row = Agreement.objects.create(
        **beside(cycle), cycle=cycle, on=by.today, recorded_by_id=by.person,
        version=plan_of(by, cycle).version, **values,
    )  # fmt: skip
    record(by, "agreement.answered", row, child=cycle.child_id, purpose=row.purpose, answer=row.answer)
    return row
