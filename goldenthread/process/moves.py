"""What every process shares: a table of moves, and the one way of making one.

A process declares its MOVES in its own `states.py`. `apply_move` locks the thing, checks that the move is open
from where it stands, changes the state, and writes an entry that is never edited. Where an action changes more than
the state, it takes the thing with `locked_for_move` and ends with `write_move`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, Right, require
from goldenthread.access.scopes import reach_one
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
class Made:
    """One move that was just made. before: the state it came from, "" when it began with this move."""

    process: str
    move: Move
    thing: Any
    before: str
    by: Viewer
    reason: str


def write_state_entry(made: Made) -> None:
    """Keep the move of a thing that is about a child."""
    StateEntry.objects.create(
        authority_id=made.thing.authority_id, holder_id=made.thing.holder_id, child_id=made.thing.child_id,
        process=made.process, thing_id=made.thing.pk, move=made.move.name, from_state=made.before,
        to_state=made.move.to, reason=made.reason, on=made.by.today, at=timezone.now(), by_id=made.by.person,
        by_role=made.by.role.key,
    )  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A process's states and moves. states: name → (label, whose turn it is).

    write_entry: keeps a move that was made. A process about no child, such as a comment, gives its own.
    """

    process: str
    states: dict[str, tuple[Text, Text]]
    moves: tuple[Move, ...]
    write_entry: Callable[[Made], object] = write_state_entry

    def __getitem__(self, name: str) -> Move:
        return next(move for move in self.moves if move.name == name)

    def open_to(self, viewer: Viewer, state: str) -> tuple[Move, ...]:
        """The moves that this viewer's role may make from this state."""
        return tuple(move for move in self.moves if state in move.from_ and viewer.has(move.right.name))


T = TypeVar("T", bound=models.Model)


def locked_for_move(table: Table, name: str, things: models.QuerySet[T], key: UUID, *, by: Viewer) -> T:
    """The thing, locked, if this viewer may make the move from where it stands.

    Raises NotFound outside the reach, Refused when it has moved on. Must run inside the action's transaction.
    """
    move = table[name]
    found = reach_one(by, things.select_for_update(of=("self",)), move.right, key)
    _check_open(table, move, found)
    return found


def write_move(
    table: Table, name: str, thing: T, *, by: Viewer, reason: str = "", only: Iterable[str] | None = None, **detail: Any
) -> T:
    """Save a locked thing in the move's state, with its entry and the audit line. only: the fields to save."""
    move = table[name]
    changing: Any = thing
    before, changing.state = changing.state, move.to
    thing.save(update_fields=only)
    _remember(table, Made(table.process, move, thing, before, by, reason), detail)
    return thing


def apply_move(table: Table, name: str, thing: T, *, by: Viewer, reason: str = "", **detail: Any) -> T:
    """Make a move: allow, lock, check, write the state, its entry and the audit line. Answers the locked thing.

    Raises NotFound when the role may never do it, Refused when the thing no longer stands where the move starts.
    Must run inside the action's transaction. Does not send letters: the action queues them.
    """
    move = table[name]
    require(by, move.right)
    locked = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    _check_open(table, move, locked)
    return write_move(table, name, locked, by=by, reason=reason, only=["state"], **detail)


def begin(table: Table, name: str, thing: T, *, by: Viewer, reason: str = "", **detail: Any) -> T:
    """Make the first move of a thing that has just been created in `move.to`."""
    move = table[name]
    require(by, move.right)
    _remember(table, Made(table.process, move, thing, "", by, reason), detail)
    return thing


def _check_open(table: Table, move: Move, thing: Any) -> None:
    if thing.state not in move.from_:
        label = table.states[thing.state][0]
        raise Refused(_("Somebody has already moved this on. It now stands at “%s”. Open it again.") % label)


def _remember(table: Table, made: Made, detail: dict[str, Any]) -> None:
    table.write_entry(made)
    child = getattr(made.thing, "child_id", None)
    record(
        made.by, made.move.audit, made.thing, child=child,
        move=made.move.name, before=made.before, after=made.move.to, **detail,
    )  # fmt: skip
