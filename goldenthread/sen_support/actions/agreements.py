"""Agree to a purpose, or take the agreement back: a new row each time, never an edit."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.people.queries import may_decide_today

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
    """Staff note what a parent answered in a meeting, by phone or on paper.

    authority: the parent's authority to act; it must allow decisions today. Once the rights are the young person's, their
    own answer counts, and a parent's only as they agreed.
    """
    require(by, PLAN_WRITE)
    found = _open_for_answers(cycle_for(by, cycle))
    act = next((one for one in may_decide_today(by, found.child_id) if one.pk == authority), None)
    if act is None:
        raise NotFound("authority to act")
    parent = act.parent
    newest = Agreement.objects.filter(cycle=found, purpose=purpose, party_name=parent.name).first()
    _refuse_without_effect(newest, answer)
    return _write(
        by, found, purpose=purpose, answer=answer, words=words, covers=covers, expires_on=expires_on,
        party_id=parent.account_id, party_name=parent.name, party_role="parent", how=how,
    )  # fmt: skip


def _write(by: Viewer, cycle: Cycle, **values: object) -> Agreement:
    row = Agreement.objects.create(
        **beside(cycle), cycle=cycle, on=by.today, recorded_by_id=by.person,
        version=plan_of(by, cycle).version, **values,
    )  # fmt: skip
    record(by, "agreement.answered", row, child=cycle.child_id, purpose=row.purpose, answer=row.answer)
    return row
