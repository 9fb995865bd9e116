"""Say to PostgreSQL who is asking, for one transaction.

Row-level security reads four settings; without them every walled table is empty. They are local to the
transaction, so a pooled connection can never carry one person's reach into the next request.
Decision record: docs/decisions/0003-two-keys-and-walls.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction

_SET = (
    "SELECT set_config('app.person', %s, true), set_config('app.authority', %s, true),"
    " set_config('app.holders', %s, true), set_config('app.children', %s, true)"
)


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
    values = [str(person or ""), str(authority or ""), _array(holders), _array(children)]
    with connection.cursor() as cursor:
        cursor.execute(_SET, values)


@contextmanager
def one_transaction(
    *,
    authority: UUID | None,
    holders: Iterable[UUID] = (),
    children: Iterable[UUID] = (),
    person: UUID | None = None,
) -> Iterator[None]:
    """A transaction of one's own with its settings: for jobs, streams and commands, which have no request."""
    with transaction.atomic():
        act_as(authority=authority, holders=holders, children=children, person=person)
        yield
        act_as(authority=None)
