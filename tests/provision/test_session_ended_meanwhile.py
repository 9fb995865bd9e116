"""A place in the timetable ends at the moment at which somebody writes down what was done in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection

from goldenthread.access.permissions import Refused
from goldenthread.provision import actions
from goldenthread.provision.actions import delivery, timetable
from goldenthread.provision.models import Delivery, DeliveryState, PlannedSession
from tests.factories.provision import FRIDAY, make_group, make_slot
from tests.factories.world import TODAY, World, inside, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
DONE = actions.Entry(DeliveryState.DELIVERED)


class Case:
    """A group's session: the SENCO takes it out of the timetable while its leader records it.

    Ended on the day on which it begins it is removed; one that began before stays, as ended.
    """

    def __init__(self, began: date = TODAY) -> None:
        self.world = World()
        self.senco = viewer_of(self.world.staff("senco"))
        leader = self.world.staff("teaching_assistant")
        self.leader = viewer_of(leader)
        group = make_group(self.world.school, leader, (self.world.amara,))
        self.session = make_slot(self.world.school, FRIDAY, group=group, leader=leader, from_on=began)
        with inside(self.world.school):
            self.dose = group.doses.get()

    def end(self) -> None:
        with seen_by(self.senco):
            actions.end_session(by=self.senco, planned_session=self.session.pk, on=TODAY)

    def record_group(self) -> None:
        with seen_by(self.leader):
            actions.record_group(by=self.leader, planned_session=self.session.pk, on=TODAY, entries=DONE)

    def record_child(self) -> None:
        facts = {"dose": self.dose.pk, "on": TODAY, "entry": DONE, "planned_session": self.session.pk}
        with seen_by(self.leader):
            actions.record_delivery(by=self.leader, **facts)

    def stands(self) -> tuple[int, int]:
        """How many sessions and how many entries there are."""
        with inside(self.world.school):
            return PlannedSession.objects.count(), Delivery.objects.count()


def _on_another_connection(pool: ThreadPoolExecutor, act: Callable[[], None]) -> Future[None]:
    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    return pool.submit(run)


def _begun_in_the_middle(monkeypatch, room, name: str, begin: Callable[[], Future[None]]) -> list[Future[None]]:
    """Once `name` is reached, the other act begins; it has to wait for the one that is under way."""
    begun: list[Future[None]] = []
    real = getattr(room, name)

    def reached(*given, **more):
        if not begun:
            begun.append(begin())
            _wait_until_it_waits(begun[0])
        return real(*given, **more)

    monkeypatch.setattr(room, name, reached)
    return begun


def _wait_until_it_waits(begun: Future[None]) -> None:
    """Until the other connection stands before our lock, or comes to its end without one."""
    last = time.monotonic() + 30
    while time.monotonic() < last and not begun.done():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_stat_activity"
                " WHERE wait_event_type = 'Lock' AND datname = current_database())"
            )
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    pytest.fail("the other one did not wait")


@pytest.mark.parametrize("way", ["record_group", "record_child"])
def test_a_session_is_not_taken_away_under_somebody_who_is_recording_it(way, monkeypatch):
    case = Case()
    with ThreadPoolExecutor(1) as pool:
        begin = partial(_on_another_connection, pool, case.end)
        ending = _begun_in_the_middle(monkeypatch, delivery, "_write", begin)

        getattr(case, way)()

        with pytest.raises(Refused, match="already recorded"):
            ending[0].result(timeout=30)
    assert case.stands() == (1, 1)


@pytest.mark.parametrize("way", ["record_group", "record_child"])
@pytest.mark.parametrize(
    ("began", "told", "left"),
    [(TODAY, "Record it as an extra session", 0), (TODAY - timedelta(days=14), "not in the timetable on that day", 1)],
)
def test_whoever_records_a_session_that_was_just_taken_away_is_told_so(way, began, told, left, monkeypatch):
    case = Case(began)
    with ThreadPoolExecutor(1) as pool:
        begin = partial(_on_another_connection, pool, getattr(case, way))
        recording = _begun_in_the_middle(monkeypatch, timetable, "record", begin)

        case.end()

        with pytest.raises(Refused, match=told):
            recording[0].result(timeout=30)
    assert case.stands() == (left, 0)
