"""Change a child's SEN status: always by adding an entry, never by touching one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..codes import RETIRED_PROVISION, sen_provision_name
from ..models import Child, Enrolment, Status, StatusEntry
from ..permissions import STATUS_CHANGE
from ..queries.status import status_of
from .locking import body_of, locked_child


@transaction.atomic
def set_status(
    *,
    by: Viewer,
    child: UUID,
    status: str,
    true_from: date,
    reason: str,
    learned_on: date | None = None,
    under: Right = STATUS_CHANGE,
) -> StatusEntry:
    """Record what a child's SEN status is from a day on, as the viewer's body now knows it.

    true_from: the first day it was so, today at the latest; a day in the past corrects what was known. learned_on:
    when the body learned it, today unless an import knows better. under: the right the decision is taken under, so
    that a process may set a status with its own.
    Order: allow, lock the child, refuse nonsense, add the entry, note it in the log. Nothing else changes: a plan or
    an agreement that no longer fits is for its own room to end.
    Raises NotFound outside the viewer's reach, Refused with a sentence for what cannot be true.
    """
    whose = locked_child(by, child, under)
    learned_on = learned_on or by.today
    _refuse_nonsense(by, whose, status, true_from, learned_on, reason)
    entry = StatusEntry.objects.create(
        authority_id=by.authority,
        holder_id=body_of(by),
        child=whose,
        status=status,
        true_from=true_from,
        learned_on=learned_on,
        recorded_at=timezone.now(),
        recorded_by_id=by.person,
        reason=reason.strip(),
    )
    record(by, "status.changed", entry, child=child, status=status, true_from=true_from.isoformat())
    return entry


def _refuse_nonsense(by: Viewer, child: Child, status: str, true_from: date, learned_on: date, reason: str) -> None:
    if status in RETIRED_PROVISION:
        raise Refused(
            _("%(status)s is a stage of the past. Choose one of today.") % {"status": RETIRED_PROVISION[status]}
        )
    if status not in Status.values:
        raise Refused(_("Choose a SEN status from the list."))
    if not reason.strip():
        raise Refused(_("Say why the status changes. The reason stays with it."))
    if len(reason.strip()) > 300:
        raise Refused(_("Give the reason in 300 characters or fewer."))
    _refuse_days(by, child, true_from, learned_on)
    _refuse_no_change(by, child, status, true_from)


def _refuse_days(by: Viewer, child: Child, true_from: date, learned_on: date) -> None:
    if max(true_from, learned_on) > by.today:
        raise Refused(_("A status is a fact, so its day cannot lie in the future. Record it when the day has come."))
    if learned_on < true_from:
        raise Refused(_("It cannot have been known before it was so. Look at the two dates again."))
    if true_from < child.born_on:
        raise Refused(_("That day is before %(name)s was born.") % {"name": child.first_name})
    left = _left_on(by, child)
    if left is not None and true_from > left:
        values = {"name": child.first_name, "day": date_format(left, "j F Y")}
        raise Refused(_("%(name)s left on %(day)s. A later status is for the next school to record.") % values)


def _left_on(by: Viewer, child: Child) -> date | None:
    """The last day on the roll of the viewer's setting; None while the child is still on it."""
    last_days = Enrolment.objects.filter(child=child, holder_id=by.organisation).values_list("to_on", flat=True)
    known = [day for day in last_days if day is not None]
    return max(known) if known and len(known) == len(last_days) else None


def _refuse_no_change(by: Viewer, child: Child, status: str, true_from: date) -> None:
    standing = status_of(by, child.pk, true_from, by.today)
    before = standing.status if standing else Status.NONE.value
    if standing is not None and before == status:
        values = {
            "name": child.first_name,
            "status": sen_provision_name(status),
            "day": date_format(true_from, "j F Y"),
        }
        raise Refused(_("%(name)s already stands at “%(status)s” on %(day)s.") % values)
