"""Put a child on SEN Support, or take them off, under the right of the decision that does it."""

from __future__ import annotations

from uuid import UUID

from goldenthread.access.permissions import Right
from goldenthread.access.viewer import Viewer
from goldenthread.children.actions import set_status
from goldenthread.children.models import Status, StatusEntry
from goldenthread.process.moves import begin

from ..models import Concern, Cycle
from ..permissions import CONCERN_DECIDE
from ..queries.plans import highest_number, open_cycle
from ..states import CYCLE
from .rows import beside


def status_now(child: UUID, by: Viewer) -> str:
    """The child's status today, as this setting has written it; none where nothing is written."""
    entries = StatusEntry.objects.filter(child_id=child, holder_id=by.organisation, true_from__lte=by.today)
    newest = entries.order_by("-true_from", "-learned_on", "-recorded_at").first()
    return newest.status if newest else Status.NONE


def put_on_sen_support(*, by: Viewer, child: UUID, reason: str, under: Right) -> None:
    """Status K from today, unless the child already has it or an EHC plan."""
    if status_now(child, by) not in (Status.SEN_SUPPORT, Status.PLAN):
        set_status(by=by, child=child, status="K", true_from=by.today, reason=reason[:300], under=under)


def take_off_sen_support(*, by: Viewer, child: UUID, reason: str, under: Right) -> None:
    """No SEN status from today, if the child was on SEN Support."""
    if status_now(child, by) == Status.SEN_SUPPORT:
        set_status(by=by, child=child, status="N", true_from=by.today, reason=reason[:300], under=under)


def begin_sen_support(*, by: Viewer, concern: Concern) -> Cycle | None:
    """What follows when a worry is decided for SEN Support. None when a cycle is open already."""
    put_on_sen_support(by=by, child=concern.child_id, reason=concern.reason, under=CONCERN_DECIDE)
    if open_cycle(by, concern.child_id) is not None:
        return None
    cycle = Cycle.objects.create(
        **beside(concern),
        number=highest_number(by, concern.child_id) + 1,
        concern=concern,
        began_on=by.today,
        provision_decided_on=by.today,
        owner_id=by.person,
    )
    return begin(CYCLE, "begin_from_worry", cycle, by=by)
