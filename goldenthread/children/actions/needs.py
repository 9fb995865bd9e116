"""A child's needs as the setting describes them. What was known before stays to be seen on its days."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..codes import NOT_YET_ASSESSED, SEN_TYPES
from ..models import Area, Child, Need, Status
from ..permissions import STATUS_CHANGE
from ..queries.status import status_of
from ..scopes import in_force
from .locking import body_of, locked_child

LOWEST_RANK = 5


@transaction.atomic
def write_need(
    *, by: Viewer, child: UUID, sen_type: str, from_on: date, words: str = "", area: str = "", rank: int = 1
) -> Need:
    """Record a need of a child from a day on. No diagnosis is asked for.

    area: taken from the type where the Department assigns one, else as given. rank 1 is the primary need: the one
    that held the place moves to the next, from that day on. Raises Refused for a retired type, a need already
    recorded, a day in the future or before birth, or "not yet assessed" without SEN Support.
    """
    whose = locked_child(by, child, STATUS_CHANGE)
    _refuse_nonsense(by, whose, sen_type, from_on, area, rank)
    standing = list(Need.objects.filter(in_force(from_on), child=whose, holder_id=by.organisation).order_by("rank"))
    if any(need.sen_type == sen_type for need in standing):
        raise Refused(_("This need is already recorded. End it first if its words or place have changed."))
    _make_room(standing, rank, from_on)
    need = Need.objects.create(
        authority_id=by.authority,
        holder_id=body_of(by),
        child=whose,
        sen_type=sen_type,
        area=SEN_TYPES[sen_type].area or area,
        rank=min(rank, len(standing) + 1),
        words=words.strip(),
        from_on=from_on,
    )
    record(by, "need.written", need, child=child, sen_type=sen_type, rank=need.rank)
    return need


def _refuse_nonsense(by: Viewer, child: Child, sen_type: str, from_on: date, area: str, rank: int) -> None:
    found = SEN_TYPES.get(sen_type)
    if found is None:
        raise Refused(_("Choose a type of need from the list."))
    if found.retired:
        raise Refused(
            _("%(type)s is a type of the past. Look at the need again and choose what fits it now.")
            % {"type": found.name}
        )
    if area and area not in Area.values:
        raise Refused(_("Choose one of the four areas of need."))
    if not 1 <= rank <= LOWEST_RANK:
        raise Refused(_("Put the need in a place from 1 (primary) to %(lowest)s.") % {"lowest": LOWEST_RANK})
    if from_on > by.today or from_on < child.born_on:
        raise Refused(_("Give a day between the child's birth and today."))
    if sen_type == NOT_YET_ASSESSED:
        _refuse_unassessed(by, child, from_on)


def _refuse_unassessed(by: Viewer, child: Child, from_on: date) -> None:
    standing = status_of(by, child.pk, from_on, by.today)
    if standing is None or standing.status != Status.SEN_SUPPORT:
        raise Refused(
            _("“Not yet assessed” goes only with SEN Support. Choose a type of need, or set the status first.")
        )


def _make_room(standing: list[Need], rank: int, from_on: date) -> None:
    """Move the needs at this place and below it down by one, from this day; earlier days keep their order.

    Only as far as needed: a need with nobody pushed against it stays where it is.
    """
    taken = rank
    for need in standing:
        if need.rank != taken:
            continue
        taken += 1
        if need.from_on == from_on:
            need.rank = taken
            need.save(update_fields=["rank"])
        else:
            _carry_on_at(need, taken, from_on)


def _carry_on_at(need: Need, rank: int, from_on: date) -> None:
    """End the row the day before and carry it on at another place, with the same end."""
    ended = need.to_on
    need.to_on = from_on - timedelta(days=1)
    need.save(update_fields=["to_on"])
    Need.objects.create(
        authority_id=need.authority_id,
        holder_id=need.holder_id,
        child_id=need.child_id,
        sen_type=need.sen_type,
        area=need.area,
        words=need.words,
        rank=rank,
        from_on=from_on,
        to_on=ended,
    )


@transaction.atomic
def end_need(*, by: Viewer, need: UUID, on: date, reason: str) -> Need:
    """Say that a need was last so on a day. The row stays, for the days on which it held.

    The needs ranked after it do not move up by themselves: which need is primary is for a person to say.
    """
    ended = reach_one(by, Need.objects.select_for_update(of=("self",)), STATUS_CHANGE, need, holder_id=by.organisation)
    if ended.to_on is not None:
        raise Refused(_("This need has already ended."))
    if not ended.from_on <= on <= by.today:
        raise Refused(_("Give a day between the need's first day and today."))
    if not reason.strip():
        raise Refused(_("Say why the need has ended. The reason stays with it."))
    ended.to_on, ended.ended_because = on, reason.strip()[:300]
    ended.save(update_fields=["to_on", "ended_because"])
    record(by, "need.ended", ended, child=ended.child_id, sen_type=ended.sen_type)
    return ended
