"""What every process shares: a table of moves, and the one way of making one.

A process declares its MOVES in its own `states.py`. `apply_move` locks the thing, checks that the move is open
from where it stands, changes the state, and writes an entry that is never edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from .models import StateEntry

Text = str | Promise


@dataclass(frozen=True)
class Move:
    """One row of a process's table. from_: the states it may start in ("" = does not exist yet).

    citation: the provision or guidance it rests on, "" when it is only good order. letter: the kind of letter
    that tells people, or "".
    """

    name: str
    from_: tuple[str, ...]
    to: str
    right: Right
    audit: str
    letter: str = ""
    citation: str = ""


@dataclass(frozen=True)
class Table:
    """A process's states and moves. states: name → (label, whose turn it is)."""

    process: str
    states: dict[str, tuple[Text, Text]]
    moves: tuple[Move, ...]

    def __getitem__(self, name: str) -> Move:
        return next(move for move in self.moves if move.name == name)

    def open_to(self, viewer: Viewer, state: str) -> tuple[Move, ...]:
        """The moves that this viewer's role may make from this state."""
        return tuple(move for move in self.moves if state in move.from_ and viewer.has(move.right.name))


T = TypeVar("T", bound=models.Model)


def apply_move(table: Table, name: str, thing: T, *, by: Viewer, reason: str = "", **detail: Any) -> T:
    """Make a move: allow, lock, check, write the state, its entry and the audit line. Answers the locked thing.

    Raises NotFound when the role may never do it, Refused when the thing no longer stands where the move starts.
    Must run inside the action's transaction. Does not send letters: the action queues them.
    """
    move = table[name]
    require(by, move.right)
    locked: Any = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    if locked.state not in move.from_:
        label = table.states[locked.state][0]
        raise Refused(_("Somebody has already moved this on. It now stands at “%s”. Open it again.") % label)
    before, locked.state = locked.state, move.to
    locked.save(update_fields=["state"])
    _write_entry(table, move, locked, before, by, reason, detail)
    return locked  # type: ignore[no-any-return]


def begin(table: Table, name: str, thing: T, *, by: Viewer, reason: str = "", **detail: Any) -> T:
    """Make the first move of a thing that has just been created in `move.to`."""
    move = table[name]
    require(by, move.right)
    _write_entry(table, move, thing, "", by, reason, detail)
    return thing


def _write_entry(
    table: Table, move: Move, thing: Any, before: str, by: Viewer, reason: str, detail: dict[str, Any]
) -> None:
    StateEntry.objects.create(
        authority_id=thing.authority_id,
        holder_id=thing.holder_id,
        child_id=thing.child_id,
        process=table.process,
        thing_id=thing.pk,
        move=move.name,
        from_state=before,
        to_state=move.to,
        reason=reason,
        on=by.today,
        at=timezone.now(),
        by_id=by.person,
        by_role=by.role.key,
    )
    record(by, move.audit, thing, child=thing.child_id, move=move.name, before=before, after=move.to, **detail)
