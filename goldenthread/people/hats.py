"""What a signed-in person may be today: one hat for each assignment in force, one for each area of their family.

Rights come from what is in force now, never from the account; a viewer wears one hat at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from goldenthread.access.roles import PARENT, ROLES, YOUNG_PERSON, Role
from goldenthread.access.viewer import Viewer

from .rights import Standing, parent_standing

_HATS = (
    "SELECT kind, row_id, authority_id, organisation_id, organisation_name, role, child_id, child_name, born_on,"
    " scope, basis, may_act FROM people_hats(%s)"
)


@dataclass(frozen=True)
class Hat:
    """One thing that a person is: a role at an organisation, a parent in an area, or a young person.

    children: may be seen; may_act_for: may be decided for; waiting: children whose rights have passed to
    themselves and who have said no, or not yet been asked (the person is told so, never silently cut off).
    """

    key: str
    role: Role
    authority: UUID
    organisation: UUID | None = None
    place: str = ""
    assignment: UUID | None = None
    children: frozenset[UUID] = frozenset()
    may_act_for: frozenset[UUID] = frozenset()
    notices: tuple[tuple[str, Standing], ...] = field(default=())

    def viewer(self, person: UUID, name: str, today: date, reference: str) -> Viewer:
        return Viewer(
            person=person,
            name=name,
            role=self.role,
            authority=self.authority,
            today=today,
            organisation=self.organisation,
            assignment=self.assignment,
            children=self.children,
            may_act_for=self.may_act_for,
            reference=reference,
        )


def hats_of(today: date) -> list[Hat]:
    """The hats of the person PostgreSQL has been told about (act_as), as of today, staff roles first."""
    with connection.cursor() as cursor:
        cursor.execute(_HATS, [today])
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    family = [row for row in rows if row["kind"] != "assignment"]
    return [_staff_hat(row) for row in rows if row["kind"] == "assignment"] + list(_family_hats(family, today))


def _staff_hat(row: dict[str, Any]) -> Hat:
    return Hat(
        key=f"a-{row['row_id']}",
        role=ROLES[row["role"]],
        authority=row["authority_id"],
        organisation=row["organisation_id"],
        place=row["organisation_name"],
        assignment=row["row_id"],
    )


def _family_hats(rows: Iterable[dict[str, Any]], today: date) -> Iterable[Hat]:
    by_area: dict[tuple[str, UUID], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_area[row["kind"], row["authority_id"]].append(row)
    for (kind, authority), theirs in by_area.items():
        yield _own_hat(authority, theirs) if kind == "own" else _parent_hat(authority, theirs, today)


def _own_hat(authority: UUID, rows: list[dict[str, Any]]) -> Hat:
    mine = frozenset(row["child_id"] for row in rows)
    return Hat(f"y-{authority}", YOUNG_PERSON, authority, children=mine, may_act_for=mine)


def _parent_hat(authority: UUID, rows: list[dict[str, Any]], today: date) -> Hat:
    standings = {row["child_id"]: parent_standing(row, today) for row in rows}
    names = {row["child_id"]: row["child_name"] for row in rows}
    return Hat(
        key=f"f-{authority}",
        role=PARENT,
        authority=authority,
        children=frozenset(child for child, standing in standings.items() if standing.sees),
        may_act_for=frozenset(child for child, standing in standings.items() if standing.acts),
        notices=tuple((names[child], standing) for child, standing in standings.items() if standing.notice),
    )
