"""Raise a worry, take it on, decide it with a reason, look at it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.reach import Reach
from goldenthread.access.roles import HEAD, SENCO
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import in_force
from goldenthread.letters.notices import queue_notices
from goldenthread.people.models import ActScope, Assignment, AuthorityToAct, YoungPersonAccess
from goldenthread.process.moves import apply_move, begin

from ..models import Audience, Concern, ConcernVoice, Decision, StrategyTried
from ..models.concern import NO_LOOKING_AGAIN
from ..permissions import CONCERN_DECIDE, CONCERN_RAISE
from ..queries.children import child_for
from ..states import CONCERN
from .rows import beside, new_about
from .status import begin_sen_support


@dataclass(frozen=True)
class Tried:
    """Something already tried in class. Dates may be unknown."""

    what: str
    from_on: date | None = None
    to_on: date | None = None
    result: str = ""


def voice_of(by: Viewer) -> ConcernVoice:
    """As whom this viewer raises a worry of their own."""
    return {
        Reach.FAMILY: ConcernVoice.PARENT,
        Reach.SELF: ConcernVoice.YOUNG_PERSON,
    }.get(by.role.reach, ConcernVoice.TEACHER)


@transaction.atomic
def raise_concern(
    *,
    by: Viewer,
    child: UUID,
    words: str,
    hoped_for: str = "",
    audience: str = Audience.AUTHOR,
    tried: Sequence[Tried] = (),
    for_parent: str = "",
    site: str,
) -> Concern:
    """Write down a worry as it was given. It waits for the SENCO, who is told of news by e-mail, until somebody takes
    it on.

    for_parent: the name of a parent who gave it on paper or by phone; then staff only write it down.
    site: where the e-mail says to sign in. Raises NotFound outside the viewer's children.
    """
    require(by, CONCERN_RAISE)
    about = child_for(by, child, CONCERN_RAISE)
    concern = Concern.objects.create(
        **new_about(by, about.pk),
        voice=ConcernVoice.PARENT if for_parent else voice_of(by),
        words=words,
        hoped_for=hoped_for,
        audience=audience,
        raised_on=by.today,
        raised_by_id=None if for_parent else by.person,
        raised_by_name=for_parent or by.name,
        recorded_by_id=by.person,
    )
    _write_tried(concern, tried)
    raised = begin(CONCERN, "raise", concern, by=by, voice=concern.voice, tried=len(tried))
    queue_notices(raised, "concern.raised", _who_decides(by, raised), caused_by=by.person, site=site)
    return raised


def _write_tried(concern: Concern, tried: Sequence[Tried]) -> None:
    for one in tried:
        StrategyTried.objects.create(**beside(concern), concern=concern, **vars(one))


def _who_decides(by: Viewer, concern: Concern) -> list[UUID]:
    """The accounts of the setting's SENCOs; of its heads, who stand in for them, where nobody is SENCO today. Not of
    whoever writes the worry down. Class teachers are not told: the rules let them read only the worries they raised."""
    serving = Assignment.objects.filter(in_force(by.today), holder_id=concern.holder_id)
    found = (set(serving.filter(role=role.key).values_list("account_id", flat=True)) for role in (SENCO, HEAD))
    return sorted(next(filter(None, found), set()) - {by.person})


@transaction.atomic
def acknowledge_concern(*, by: Viewer, concern: UUID) -> Concern:
    """Take a worry on: from now on the one who raised it sees who has it, and since when."""
    found = reach_one(by, Concern.objects.all(), CONCERN_DECIDE, concern)
    moved = apply_move(CONCERN, "acknowledge", found, by=by)
    moved.owner_id, moved.acknowledged_on = by.person, by.today
    moved.save(update_fields=["owner", "acknowledged_on"])
    return moved


@transaction.atomic
def decide_concern(
    *, by: Viewer, concern: UUID, decision: str, reason: str, site: str, look_again_on: date | None = None,
    tried: Sequence[Tried] = (),
) -> Concern:  # fmt: skip
    """Decide what a worry leads to, and say why. The reason is shown to whoever raised it, who is told of news by e-mail.

    A decision for SEN Support sets the child's status from today and opens the first cycle, whose clock for telling
    the parents starts at once (Children and Families Act 2014 s.68). Any other decision that leaves the child without
    a plan needs a later day to look again. Raises Refused otherwise. site: where the e-mail says to sign in.
    tried: what was tried in class before, as far as it was not written down yet.
    """
    found = reach_one(by, Concern.objects.all(), CONCERN_DECIDE, concern)
    if not reason.strip():
        raise Refused(_("Give the reason. The person who raised the worry will read it."))
    if decision not in NO_LOOKING_AGAIN and (look_again_on is None or look_again_on <= by.today):
        raise Refused(_("Give a day, after today, on which you will look again."))
    moved = apply_move(CONCERN, "decide", found, by=by, decision=decision, tried=len(tried))
    _write_tried(moved, tried)
    if moved.owner_id is None:
        moved.owner_id, moved.acknowledged_on = by.person, by.today
    moved.decision, moved.reason = decision, reason.strip()
    moved.decided_by_id, moved.decided_on = by.person, by.today
    moved.look_again_on = None if decision in NO_LOOKING_AGAIN else look_again_on
    moved.save()
    if decision == Decision.SEN_SUPPORT:
        begin_sen_support(by=by, concern=moved)
    told = _still_concerned(by, moved)
    queue_notices(moved, f"concern.decided {by.today.isoformat()}", told, caused_by=by.person, site=site)
    return moved


def _still_concerned(by: Viewer, concern: Concern) -> list[UUID]:
    """The account of whoever raised it, while they may still read where it stands; nobody when they decided themselves."""
    person = concern.raised_by_id
    if person is None or person == by.person:
        return []
    today = in_force(by.today)
    working = Assignment.objects.filter(today, account_id=person, holder_id=concern.holder_id)
    acting = AuthorityToAct.objects.filter(today, child_id=concern.child_id, parent__account_id=person)
    own = YoungPersonAccess.objects.filter(today, child_id=concern.child_id, account_id=person)
    may_read = (working, acting.exclude(scope=ActScope.NONE), own)
    return [person] if any(rows.exists() for rows in may_read) else []


@transaction.atomic
def look_again(*, by: Viewer, concern: UUID) -> Concern:
    """Take a decided worry up again. What was decided before stays in its entries; a new decision is due."""
    found = reach_one(by, Concern.objects.all(), CONCERN_DECIDE, concern)
    moved = apply_move(CONCERN, "look_again", found, by=by, decision=found.decision)
    moved.decision, moved.reason, moved.decided_by, moved.decided_on, moved.look_again_on = "", "", None, None, None
    moved.owner_id, moved.acknowledged_on = by.person, by.today
    moved.save()
    return moved
