"""A running cycle for every child on a register, as a school in November has it: plan, doses, timetable, entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection as django_connection
from django.db import models

from goldenthread.children.models import StatusEntry
from goldenthread.keys import new_key
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Account
from goldenthread.provision.models import Delivery, Dose, PlannedSession
from goldenthread.sen_support.models import Agreement, Cycle, Review
from tests.factories.world import TODAY

STARTED, WEEKS = date(2026, 10, 5), 12
NOT_A_SCHOOL_WEEK = (date(2026, 10, 26), date(2026, 10, 30))
WEEKDAYS = (0, 2, 3)  # three sessions of a small group
_STATES = ("delivered",) * 8 + ("part", "missed")


def fill_cycles(url: str, school: Organisation, children: Iterable[UUID], owner: Account, *, entries: bool) -> None:
    """A cycle in its seventh week, two doses and their timetable for each child; entries: every session until today."""
    with psycopg.connect(url) as connection:
        for rows in _tables(school, list(children), owner, entries):
            _copy(connection, rows)
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


def on_the_register(url: str, school: UUID) -> list[UUID]:
    with psycopg.connect(url) as connection:
        table = StatusEntry._meta.db_table
        found = connection.execute(
            f"SELECT child_id FROM {table} WHERE holder_id = %s AND status <> 'N' ORDER BY child_id", [school]
        )
        return [row[0] for row in found]


def _copy(connection: psycopg.Connection, rows: list[models.Model]) -> None:
    if not rows:
        return
    table, fields = rows[0]._meta.db_table, rows[0]._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    connection.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    with connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([field.get_db_prep_save(field.pre_save(row, True), django_connection) for field in fields])
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    connection.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def _tables(school: Organisation, children: list[UUID], owner: Account, entries: bool) -> Iterator[list[models.Model]]:
    """Rows of each table, referred to before they are referred to."""
    held: dict[str, Any] = {"authority_id": school.authority_id, "holder_id": school.pk}
    cycles = [
        Cycle(
            pk=new_key(), child_id=child, state="do", number=1, began_on=STARTED - timedelta(days=14), starts_on=STARTED,
            provision_decided_on=STARTED - timedelta(days=7), weeks=WEEKS, owner=owner,
            review_on=TODAY + timedelta(days=number % 40), **held,
        )
        for number, child in enumerate(children)
    ]  # fmt: skip
    yield cycles
    yield [
        Review(cycle=one, child_id=one.child_id, agreed_on=one.review_on, meets_on=one.review_on, **held)
        for one in cycles
    ]
    yield [
        Agreement(
            cycle=one, child_id=one.child_id, purpose="plan", answer="agreed", party_name="A parent", on=STARTED,
            party_role="parent", how="here", recorded_by=owner, **held,
        )
        for one in cycles
    ]  # fmt: skip
    doses = [
        Dose(
            pk=new_key(), child_id=child, kind="timed_support", what=what, who="Ms Khan", expertise="trained", minutes=20,
            times=times, per="week", from_on=STARTED, until_on=STARTED + timedelta(weeks=13), promised_on=STARTED, **held,
        )
        for child in children
        for what, times in (("Small-group reading", len(WEEKDAYS)), ("Speech practice", 1))
    ]  # fmt: skip
    yield doses
    sessions = [
        PlannedSession(
            pk=new_key(), dose=dose, weekday=day, starts_at=time(9, 10), minutes=20, from_on=STARTED, to_on=None, **held
        )
        for dose in doses
        for day in WEEKDAYS[: dose.times]
    ]
    yield sessions
    yield [entry for place in sessions for entry in _entries(place, owner, held)] if entries else []


def _entries(place: PlannedSession, owner: Account, held: dict[str, Any]) -> Iterator[Delivery]:
    first = STARTED + timedelta(days=place.weekday)
    for week in range((TODAY - first).days // 7 + 1):
        day = first + timedelta(weeks=week)
        if NOT_A_SCHOOL_WEEK[0] <= day <= NOT_A_SCHOOL_WEEK[1]:
            continue
        state = _STATES[(place.pk.int + week) % len(_STATES)]
        yield Delivery(
            dose=place.dose, child_id=place.dose.child_id, planned_session=place, on=day, state=state,
            minutes={"delivered": 20, "part": 10}.get(state, 0), reason="" if state == "delivered" else "trip",
            recorded_by=owner, recorded_at=f"{day} 12:00+00:00", **held,
        )  # fmt: skip
