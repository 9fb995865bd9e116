"""Leaving. A held letter goes when its time has come, if everything still holds at that moment; if not, it stays."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.children.scopes import in_force
from goldenthread.clock import today
from goldenthread.database.acting import act_as
from goldenthread.people.at_once import become
from goldenthread.people.hats import hats_of
from goldenthread.people.models import YoungPersonAccess
from goldenthread.process.background import every, job
from goldenthread.process.moves import apply_move

from .checks import why_not
from .kinds import note_gone
from .models import Channel, Letter, SentLetter, State
from .notices import queue_notices, send_notice
from .permissions import LETTER_SEND
from .queries.letters import letter_for
from .recipients import recipient_of
from .rendering import copy_of, is_as_looked_at
from .states import LETTER


@job("letters.release_letter")
def release_letter(*, authority: UUID, holder: UUID | None, letter: UUID) -> None:
    """Let one letter go, or stop it and say why. One transaction: the move, what left, and the notice in the outbox.

    Asked again, by a retry or by the sweep, it finds the letter no longer held and does nothing.
    """
    locked = Letter.objects.select_for_update().filter(pk=letter, state=State.HELD).select_related(None).first()
    if locked is None or locked.release_at is None or locked.release_at > timezone.now():
        return
    sender = _sender(locked)
    if sender is None:
        act_as(authority=authority, holders=[locked.holder_id], person=locked.held_by_id)
        _stop(_as_it_was_held(locked), locked, _("The person who sent it no longer works here in that role."))
        return
    become(sender)
    reason = _reason_to_stop(sender, locked)
    if reason:
        _stop(sender, locked, reason)
    else:
        _leave(sender, locked.pk)


def _sender(letter: Letter) -> Viewer | None:
    """Who pressed Send, as they are today under the same assignment; None when it has ended or lost the right."""
    act_as(authority=None, person=letter.held_by_id)
    hat = next((hat for hat in hats_of(today()) if hat.assignment == letter.held_as), None)
    if hat is None or LETTER_SEND.name not in hat.role.rights or letter.held_by_id is None:
        return None
    return hat.viewer(letter.held_by_id, "", today(), "job")


def _as_it_was_held(letter: Letter) -> Viewer:
    """The sender as they were when they pressed Send: only to write down that their letter did not leave."""
    assert letter.held_by_id is not None
    return Viewer(
        person=letter.held_by_id,
        name="",
        role=ROLES[letter.held_role],
        authority=letter.authority_id,
        today=today(),
        organisation=letter.holder_id,
        reference="job",
    )


def _reason_to_stop(sender: Viewer, letter: Letter) -> str:
    """Why it may not leave at this moment, or ""."""
    try:
        found = letter_for(sender, letter.pk)
        copy = copy_of(sender, found)
        if not is_as_looked_at(found, copy):
            return _("What the letter says or where it goes changed after you sent it. Look at it again.")
        return " ".join(why_not(sender, found, copy))
    except NotFound:
        return _("The child is no longer within your reach.")
    except Refused as refusal:
        return str(refusal.sentence)


def _stop(by: Viewer, letter: Letter, reason: str) -> None:
    moved = apply_move(LETTER, "stop", letter, by=by)
    moved.stopped_because, moved.release_at = reason[:500], None
    moved.save(update_fields=["stopped_because", "release_at", "changed_at"])


def _leave(by: Viewer, key: UUID) -> None:
    letter = letter_for(by, key)
    assert letter.rendered is not None
    recipient = recipient_of(letter, by.today)
    SentLetter.objects.create(
        authority_id=letter.authority_id,
        holder_id=letter.holder_id,
        child_id=letter.child_id,
        letter=letter,
        recipient=recipient.label,
        channel=letter.channel,
        stored_file=letter.rendered,
        sha256=letter.rendered.sha256,
        page_sha256=letter.page_sha256,
        sent_by_id=by.person,
        on=by.today,
        at=timezone.now(),
    )
    moved = apply_move(LETTER, "release", letter, by=by, channel=letter.channel)
    if letter.channel == Channel.PORTAL:
        note_gone(by, moved)
        queue_notices(moved, "letter.sent", _accounts(letter, by), caused_by=by.person, site=letter.site)


def _accounts(letter: Letter, by: Viewer) -> list[UUID]:
    if letter.to_parent is not None:
        return [letter.to_parent.account_id] if letter.to_parent.account_id else []
    own = YoungPersonAccess.objects.filter(in_force(by.today), child_id=letter.child_id)
    return list(own.values_list("account_id", flat=True))


@every("* * * * *", "letters.sweep")
def sweep(authority: UUID) -> None:
    """Queue again what should have left over a minute ago: its worker may have died (bar F6). Twice queued, once sent."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, id, holder_id FROM letters_overdue(%s, %s)", [authority, timezone.now()])
        rows = cursor.fetchall()
    for what, key, holder in rows:
        if what == "letter":
            release_letter.queue(authority=authority, holder=holder, letter=key)
        else:
            send_notice.queue(authority=authority, holder=holder, notice=key)
