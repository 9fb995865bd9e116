"""Who is asking. Every read takes a Viewer as its first argument, every write as `by`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from .roles import Role


@dataclass(frozen=True)
class Viewer:
    """A person, in one role, somewhere, today.

    A person may hold several assignments; a viewer is one of them (one "hat"), so that reach never adds up by
    accident. Built afresh for each request from what is in force now (bar A6).
    person: the account; holders: bodies whose rows it may see; children: children it acts for (families only).
    """

    person: UUID
    name: str
    role: Role
    authority: UUID
    today: date
    organisation: UUID | None = None
    assignment: UUID | None = None
    children: frozenset[UUID] = frozenset()
    may_act_for: frozenset[UUID] = frozenset()
    reference: str = ""
    holders: frozenset[UUID] = field(init=False)

    def __post_init__(self) -> None:
        held = frozenset() if self.organisation is None else frozenset({self.organisation})
        object.__setattr__(self, "holders", held)

    def has(self, right: str) -> bool:
        """Whether the role may ever do this. Whose child, and whether now, are other questions."""
        return right in self.role.rights
