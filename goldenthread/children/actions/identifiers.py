"""The numbers by which other systems know a child: checked before they are kept, and ended rather than removed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..identifiers import CHECKS
from ..models import Identifier, Scheme
from ..permissions import PUPIL_CHANGE
from .locking import body_of, locked_child


@transaction.atomic
def add_identifier(
    *, by: Viewer, child: UUID, scheme: str, value: str, from_on: date, looked_at: bool = False
) -> Identifier:
    """Keep a number of a child, from a day on.

    looked_at: a person has looked at a number that is only doubtful and says it is right. A new UPN ends the one
    before it, which stays as a former UPN. Raises Refused for a wrong or doubtful number, one that another child of
    the area has now, or one this child has already.
    """
    whose = locked_child(by, child, PUPIL_CHANGE)
    checked = CHECKS[scheme](value)
    if checked.fault or (checked.query and not looked_at):
        raise Refused(checked.fault or checked.query)
    if not whose.born_on <= from_on <= by.today:
        raise Refused(_("Give a day between the child's birth and today."))
    _refuse_taken(by, child, scheme, checked.value)
    for before in Identifier.objects.filter(child=whose, scheme=scheme, to_on__isnull=True):
        _supersede(before, from_on)
    added = Identifier.objects.create(
        authority_id=by.authority,
        holder_id=body_of(by),
        child=whose,
        scheme=scheme,
        value=checked.value,
        from_on=from_on,
    )
    record(by, "identifier.added", added, child=child, scheme=scheme)
    return added


def _refuse_taken(by: Viewer, child: UUID, scheme: str, value: str) -> None:
    """One number, one child: within the area, as far as numbers in force go."""
    holder = Identifier.objects.filter(
        authority_id=by.authority, scheme=scheme, value=value, to_on__isnull=True
    ).first()
    if holder is None:
        return
    if holder.child_id == child:
        raise Refused(_("This number is already recorded."))
    raise Refused(_("Another child of the area has this number. Compare both with their papers before you go on."))


def _supersede(before: Identifier, from_on: date) -> None:
    """End a number because another takes its place; a UPN is kept as a former one."""
    before.to_on = max(before.from_on, from_on)
    before.save(update_fields=["to_on"])
    if before.scheme == Scheme.UPN:
        Identifier.objects.create(
            authority_id=before.authority_id,
            holder_id=before.holder_id,
            child_id=before.child_id,
            scheme=Scheme.FORMER_UPN,
            value=before.value,
            from_on=from_on,
        )


@transaction.atomic
def end_identifier(*, by: Viewer, identifier: UUID, on: date) -> Identifier:
    """Say that a number was last right on a day. The row stays."""
    ended = reach_one(by, Identifier.objects.select_for_update(of=("self",)), PUPIL_CHANGE, identifier)
    if ended.to_on is not None:
        raise Refused(_("This number has already ended."))
    if not ended.from_on <= on <= by.today:
        raise Refused(_("Give a day between the number's first day and today."))
    ended.to_on = on
    ended.save(update_fields=["to_on"])
    record(by, "identifier.ended", ended, child=ended.child_id, scheme=ended.scheme)
    return ended
