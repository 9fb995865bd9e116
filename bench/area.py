"""An area to measure in: 42,618 pupils in 60 schools, one of them with 300 children on its register. All invented."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import psycopg

from goldenthread.children.names import sort_name
from goldenthread.keys import new_key

PUPILS = 42_618
SCHOOLS = 60
MEASURED_ROLL, MEASURED_REGISTER = 1_000, 300
BEGAN = date(2024, 9, 2)
NEEDS = ("SLCN", "SEMH", "ASD", "MLD", "SPLD", "SLD", "HI", "VI", "PD", "OTH")
_GIVEN = ("Amara", "Lena", "Kofi", "Ravi", "Zofia", "Tomasz", "Aisha", "Oliver", "Maya", "Noah", "Ines", "Yusuf")
_FAMILY = ("Bello", "Costa", "Mensah", "Rao", "Kowalska", "Nowak", "Khan", "Smithson", "Patel", "Adeyemi", "Duarte")


@dataclass(frozen=True)
class Roll:
    """A school: how many pupils it has, and how many of them are on its register."""

    school: UUID
    pupils: int
    on_register: int


def fill(url: str, area: UUID, rolls: list[Roll]) -> None:
    """Write every pupil with enrolment, status, needs and class, by COPY, as the owner."""
    with psycopg.connect(url) as connection:
        for table, columns, rows in _tables(area, rolls):
            # COPY is refused while the owner, too, stands behind the wall.
            connection.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            with connection.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in _TABLES:
            connection.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


def _tables(area: UUID, rolls: list[Roll]) -> Iterator[tuple[str, tuple[str, ...], list[tuple[Any, ...]]]]:
    """Each table with its columns and rows, referred to before they are referred to."""
    chance = random.Random(20_261_120)
    children, enrolments, statuses, needs, groups, places = [], [], [], [], [], []  # type: ignore[var-annotated]
    moment = datetime(2025, 10, 16, 9, tzinfo=UTC)
    for roll in rolls:
        classes = [new_key() for _ in range(max(roll.pupils // 30, 1))]
        groups += [(key, area, roll.school, f"Class {n}", "4", BEGAN, None) for n, key in enumerate(classes)]
        for number in range(roll.pupils):
            child = new_key()
            given, family = chance.choice(_GIVEN), f"{chance.choice(_FAMILY)}{chance.randrange(10_000)}"
            born = date(2012 + number % 7, 1 + number % 12, 1 + number % 28)
            children.append(
                (child, area, roll.school, given, family, "", sort_name(given, family), born, "F", "", "", False, "{}")
            )
            enrolments.append((new_key(), area, roll.school, child, "C", str(1 + number % 6), BEGAN, None))
            places.append((new_key(), area, roll.school, child, classes[number % len(classes)], BEGAN, None))
            on_register = number < roll.on_register
            status = chance.choices("KEM", (75, 20, 5))[0] if on_register else "N"
            statuses.append((new_key(), area, roll.school, child, "N", BEGAN, BEGAN, moment, None, "On arrival"))
            if on_register:
                day = date(2025, 10, 16)
                statuses.append((new_key(), area, roll.school, child, status, day, day, moment, None, "Decided"))
                needs.append((new_key(), area, roll.school, child, "", chance.choice(NEEDS), 1, "", day, None, ""))
    yield "children_child", _CHILD, children
    yield "children_enrolment", (*_HELD, "child_id", "kind", "year_group", "from_on", "to_on"), enrolments
    yield "children_classgroup", (*_HELD, "name", "year_group", "from_on", "to_on"), groups
    yield "children_classmembership", (*_HELD, "child_id", "class_group_id", "from_on", "to_on"), places
    yield "children_statusentry", _STATUS, statuses
    yield "children_need", _NEED, needs


_TABLES = (
    "children_child", "children_enrolment", "children_classgroup", "children_classmembership", "children_statusentry",
    "children_need",
)  # fmt: skip
_HELD = ("id", "authority_id", "holder_id")
_CHILD = (
    *_HELD, "given_name", "family_name", "known_as", "sort_name", "born_on", "sex", "ethnicity", "first_language",
    "interpreter", "formats",
)  # fmt: skip
_STATUS = (*_HELD, "child_id", "status", "true_from", "learned_on", "recorded_at", "recorded_by_id", "reason")
_NEED = (*_HELD, "child_id", "area", "sen_type", "rank", "words", "from_on", "to_on", "ended_because")


def spread(schools: list[UUID], pupils: int) -> list[Roll]:
    """This many pupils over these schools as evenly as they go; 14 in 100 are on the register."""
    each, more = divmod(pupils, len(schools))
    sizes = [each + (1 if number < more else 0) for number in range(len(schools))]
    return [Roll(school, size, size * 14 // 100) for school, size in zip(schools, sizes, strict=True)]
