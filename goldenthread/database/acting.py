"""Say to PostgreSQL who is asking, for one transaction.

Row-level security reads four settings; without them every walled table is empty. They are local to the
transaction, so a pooled connection can never carry one person's reach into the next request.
Decision record: docs/decisions/0003-two-keys-and-walls.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

_NAMES = ("app.person", "app.authority", "app.holders", "app.children")
_SET = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in _NAMES)
_GET = "SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in _NAMES)


def _array(keys: Iterable[UUID]) -> str:
    return "{" + ",".join(sorted(str(key) for key in keys)) + "}"


def act_as(
    *,
    authority: UUID | None,
    holders: Iterable[UUID] = (),
    children: Iterable[UUID] = (),
    person: UUID | None = None,
) -> None:
    """From here to the end of the transaction, rows are read and written as this person in this area.

    authority: the area; holders: the bodies whose own rows may be seen; children: the children for whom the
    person may act. Must be called inside a transaction; outside one the settings would vanish at once.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("act_as needs an open transaction: use one_transaction().")
    _set([str(person or ""), str(authority or ""), _array(holders), _array(children)])


def _set(values: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SET, values)


def _present() -> Sequence[str]:
    with connection.cursor() as cursor:
        cursor.execute(_GET)
        return tuple(cursor.fetchone())


@contextmanager
def one_transaction(
    *,
    authority: UUID | None,
    holders: Iterable[UUID] = (),
    children: Iterable[UUID] = (),
    person: UUID | None = None,
) -> Iterator[None]:
    """A transaction with its settings: for jobs, streams and commands, which have no request.

    Inside another transaction, the settings of the outer one hold again afterwards.
    """
    with transaction.atomic():
        before = _present()
        act_as(authority=authority, holders=holders, children=children, person=person)
        yield
        _set(before)
