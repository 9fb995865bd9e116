"""What is kept while the schools are being filled: shared counters, and the pupils who will have a history."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from goldenthread.demo.larkmere import identifiers
from goldenthread.demo.larkmere.families import Families, Family
from goldenthread.demo.larkmere.school_calendar import SCHOOL_YEAR
from goldenthread.demo.larkmere.schools import School


@dataclass(slots=True)
class Ground:
    """What the schools share while the area is being written, one after another."""

    schools: list[School]
    families: Families = field(default_factory=Families)
    feeders: dict[int, list[School]] = field(default_factory=dict)  # by year of entry to Reception
    upn_serials: dict[tuple[str, int], int] = field(default_factory=dict)
    temporary_serials: dict[str, int] = field(default_factory=dict)
    number_serial: int = 0
    advisers: dict[str, tuple[UUID, str, str]] = field(default_factory=dict)  # key, name, job title by slug
    services: dict[str, UUID] = field(default_factory=dict)
    catalogue: dict[str, UUID] = field(default_factory=dict)
    placed: dict[str, Any] = field(default_factory=dict)  # children of the stories, by slug
    dual: list[tuple[UUID, int]] = field(default_factory=list)  # pupils also at the pupil referral unit

    def next_upn(self, school_number: str, year: int) -> str:
        serial = self.upn_serials.get((school_number, year), 0) + 1
        self.upn_serials[school_number, year] = serial
        return identifiers.upn(school_number, year, serial)

    def next_temporary_upn(self, school_number: str) -> str:
        serial = self.temporary_serials.get(school_number, 0)
        self.temporary_serials[school_number] = serial + 1
        return identifiers.temporary_upn(school_number, SCHOOL_YEAR, serial)

    def feeder(self, rng: Random, started: int) -> School:
        """The primary school a secondary pupil came from, so that no primary sends more than it had."""
        waiting = self.feeders.get(started)
        if not waiting:
            waiting = [
                s
                for s in self.schools
                if s.plan.phase in ("primary", "junior") and s.plan.last_year == 6 and s.plan.type_code != "11"
                for _ in range(s.plan.places_a_year)
            ]
            rng.shuffle(waiting)
            self.feeders[started] = waiting
        return waiting.pop()

    def upn_giver(self, school: School) -> School:
        """Junior schools take children whose number was given by their infant school."""
        if school.plan.phase != "junior":
            return school
        return self.schools[school.index - 1]


@dataclass(slots=True)
class Pupil:
    """A pupil of a detailed school, as its SEN Support needs to know them."""

    key: UUID
    given_name: str  # the preferred one
    family_name: str
    sex: str
    year: int
    registration_group: UUID
    group_name: str
    status: str
    needs: tuple[str, str]
    joined_on: date
    status_since: date
    carried_over: bool
    family: Family
    support_ended_on: date | None = None  # for a child who was on SEN Support here and no longer is
