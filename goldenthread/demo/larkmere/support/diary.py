"""Who teaches which intervention when: no adult and no child is in two places at once."""

from dataclasses import dataclass, field
from datetime import time
from random import Random
from typing import NamedTuple

from goldenthread.demo.larkmere.support.script import Actor

When = tuple[tuple[int, time], ...]
Terms = tuple[int, ...]  # positions in the calendar of the terms that a dose touches

_PRIMARY_TIMES = ("09:10", "09:35", "10:00", "10:50", "11:15", "11:40", "13:20", "13:45", "14:10", "14:35")
_SECONDARY_TIMES = ("09:00", "09:50", "10:20", "11:10", "11:40", "12:10", "13:30", "14:00", "14:30")
_LESSON_TIMES = ("09:00", "10:00", "11:20", "13:30", "14:30")
_MORNING = ("08:40", "08:30", "08:20")
_AFTER_SCHOOL = ("15:20",)

_PREFERRED = {"literacy-lab": "tmarsh", "mentoring": "eze", "emotional-literacy": "rolfe", "regulation": "rolfe"}
_BY_TEACHERS = frozenset(("numeracy-lab",))


class Place(NamedTuple):
    """A child's place in the timetable for one dose."""

    label: str  # "" when taught alone
    leader: Actor
    when: When


@dataclass(slots=True)
class _OpenGroup:
    place: Place
    taken: int


@dataclass(slots=True)
class Diary:
    """The weekly timetable of one school, term by term."""

    rng: Random
    assistants: list[Actor]
    teachers: list[Actor]
    is_primary: bool
    by_slug: dict[str, Actor]
    _busy: set[tuple[object, ...]] = field(default_factory=set)
    _open: dict[tuple[str, Terms, str], _OpenGroup] = field(default_factory=dict)
    _opened: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def book(self, terms: Terms, person: object, when: When) -> None:
        """Mark times of some terms as taken for an adult or a child."""
        self._busy.update((term, person, weekday, at) for term in terms for weekday, at in when)

    def alone(self, code: str, terms: Terms, child: object, times: int, minutes: int) -> Place:
        """Times for a child alone with an adult."""
        leader, when = self._free(code, terms, child, times, minutes)
        self.book(terms, leader.name, when)
        self.book(terms, child, when)
        return Place("", leader, when)

    def in_group(self, code: str, name: str, terms: Terms, term_name: str, year: int, child: object, times: int,
                 minutes: int, size: int) -> Place:  # fmt: skip
        """A place in a group of about this age, a new group when the open one is full or does not suit."""
        band = self._band(year)
        key = (code, terms, band)
        group = self._open.get(key)
        if group is None or group.taken >= size or not self._is_free(terms, child, group.place.when):
            leader, when = self._free(code, terms, child, times, minutes)
            counted = (code, terms[0], band)
            number = self._opened[counted] = self._opened.get(counted, 0) + 1
            letter = "" if number == 1 else f" {number}"
            group = self._open[key] = _OpenGroup(Place(f"{name}, {band}, {term_name}{letter}", leader, when), 0)
            self.book(terms, leader.name, when)
        group.taken += 1
        self.book(terms, child, group.place.when)
        return group.place

    def _band(self, year: int) -> str:
        if not self.is_primary:
            return "Years 7 to 9" if year < 10 else "Years 10 and 11" if year < 12 else "sixth form"
        return "Reception and Year 1" if year < 2 else "Years 2 and 3" if year < 4 else "Years 4 to 6"

    def _free(self, code: str, terms: Terms, child: object, times: int, minutes: int) -> tuple[Actor, When]:
        """An adult and times that suit both: the same time each day if it can be, else mixed times."""
        starts = self._starts(code, minutes)
        leaders = self._leaders(code)
        for mixed in (False, True):
            for leader in leaders:
                when = self._times(terms, leader, child, times, starts, mixed)
                if when:
                    return leader, when
        raise ValueError(f"Nobody is free for {code} in the terms {terms}: the school needs more assistants")

    def _times(self, terms: Terms, leader: Actor, child: object, times: int, starts: tuple[str, ...],
               mixed: bool) -> When:  # fmt: skip
        offset = int(self.rng.random() * len(starts))
        clocks = [_clock(starts[(n + offset) % len(starts)]) for n in range(len(starts))]
        days = [0, 1, 2, 3, 4]
        self.rng.shuffle(days)
        for choice in [clocks] if mixed else [[clock] for clock in clocks]:
            found = []
            for day in days:
                free = [at for at in choice if self._suits(terms, leader, child, day, at)]
                found += [(day, at) for at in free[:1]]
            if len(found) >= times:
                return tuple(sorted(found[:times]))
        return ()

    def _suits(self, terms: Terms, leader: Actor, child: object, day: int, at: time) -> bool:
        return self._is_free(terms, leader.name, ((day, at),)) and self._is_free(terms, child, ((day, at),))

    def _starts(self, code: str, minutes: int) -> tuple[str, ...]:
        if code == "check-in":
            return _MORNING
        if code == "homework-base":
            return _AFTER_SCHOOL
        if minutes >= 45:
            return _LESSON_TIMES
        return _PRIMARY_TIMES if self.is_primary else _SECONDARY_TIMES

    def _leaders(self, code: str) -> list[Actor]:
        """Those who may teach it, the one trained for it first; the specially trained do nothing else."""
        trained = [self.by_slug[slug] for slug in _PREFERRED.values() if slug in self.by_slug]
        pool = [a for a in (self.teachers if code in _BY_TEACHERS else self.assistants) if a not in trained]
        self.rng.shuffle(pool)
        first = self.by_slug.get(_PREFERRED.get(code, ""))
        return [first, *pool] if first else pool

    def _is_free(self, terms: Terms, person: object, when: When) -> bool:
        return not any((term, person, day, at) in self._busy for term in terms for day, at in when)


def _clock(text: str) -> time:
    return time(int(text[:2]), int(text[3:]))
