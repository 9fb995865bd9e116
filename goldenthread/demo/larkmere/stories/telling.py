"""The shape of a hand-written story, and short words to write one with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from goldenthread.demo.larkmere.support.catalogue import CATALOGUE, TIMED
from goldenthread.demo.larkmere.support.script import Absence, Actor, Check, Promise, Script, Voice


class StoryAdult(NamedTuple):
    """An adult of the family. Those with the same `home` live together; "" leaves no address on file."""

    slug: str
    title: str
    given_name: str
    family_name: str
    relationship: str
    home: str = "home"
    parental_responsibility: bool = True
    may_act: bool = True
    evidence: str = "Birth certificate seen"
    checked_on: date = date(2026, 9, 3)
    language: str = "English"
    interpreter: bool = False
    format: str = "standard"
    channel: str = "portal"
    note: str = ""


class Who:
    """Finds the people of a story by slug."""

    def __init__(self, people: dict[str, Actor]) -> None:
        self._people = people

    def __call__(self, slug: str) -> Actor:
        return self._people[slug]


Telling = Callable[[Who], Script]


@dataclass(frozen=True, slots=True)
class Story:
    """One child whose record is written by hand."""

    slug: str
    title: str  # what this story shows, for the demo's front page
    school: str
    class_name: str
    year: int
    given_name: str
    family_name: str
    sex: str
    born_on: date
    ethnicity: str
    first_language: str
    adults: tuple[StoryAdult, ...]
    needs: tuple[str, str]
    statuses: tuple[tuple[str, date, str], ...]  # status, from, reason; after the first N
    tell: Telling
    joined_on: date
    preferred_name: str = ""
    former_school: str = ""
    former_from: date | None = None
    former_until: date | None = None
    tell_former: Telling | None = None
    looked_after: bool = False
    withheld: str = ""  # reason; then the home address may be seen by named staff only
    withheld_from: date | None = None
    has_own_account: bool = False

    @property
    def called(self) -> str:
        return self.preferred_name or self.given_name

    @property
    def status_today(self) -> str:
        return self.statuses[-1][0]


def day(text: str) -> date:
    """A date written 2026-11-20."""
    return date.fromisoformat(text)


def at(text: str) -> time:
    """A time written 09:10."""
    return time.fromisoformat(text)


def says(on: str, words: str, way: str = "spoken", with_whom: str = "") -> Voice:
    """The child's own voice."""
    return Voice("child", None, day(on), way, words, with_whom)


def heard(voice: str, who: Actor, on: str, words: str, way: str = "spoken", with_whom: str = "") -> Voice:
    """Anybody else's voice."""
    return Voice(voice, who, day(on), way, words, with_whom)


def timed(code: str, what: str, by: Actor, expertise: str, minutes: int, days: str, clock: str, *,
          goal: int = 1, size: int = 1, place: str = "", group: str = "", rate: float = 0.96,
          absences: tuple[Absence, ...] = (), decision: str = "", effect: str = "", continues: int = 0,
          ) -> Promise:  # fmt: skip
    """Timed support on days of the week written as digits, "024" for Monday, Wednesday and Friday."""
    when = tuple((int(digit), at(clock)) for digit in days)
    return Promise(
        TIMED, code, what, by, expertise, goal, minutes, len(days), "week", size, place, when, group, rate,
        absences, decision=decision, effect=effect, continues=continues,
    )  # fmt: skip


def standing(code: str, what: str, by: Actor, expertise: str, *, goal: int = 1, minutes: int = 0, times: int = 0,
             per: str = "term", checks: tuple[Check, ...] = (), decision: str = "", effect: str = "",
             continues: int = 0) -> Promise:  # fmt: skip
    """A dose of any other kind: equipment, approach, training or a professional's review."""
    kind = CATALOGUE[code].kind
    return Promise(
        kind, code, what, by, expertise, goal, minutes, times, per, checks=checks, decision=decision, effect=effect,
        continues=continues,
    )  # fmt: skip


def there(on: str, note: str = "") -> Check:
    return Check(day(on), True, note)


def not_there(on: str, note: str) -> Check:
    return Check(day(on), False, note)


def missed(on: str, reason: str, note: str = "", made_up: str = "", clock: str = "") -> Absence:
    """A session not given; `made_up` is the day of the extra one."""
    return Absence(
        day(on), 0, reason, note, day(made_up) if made_up else None, at(clock) if clock else None
    )  # fmt: skip


def part(on: str, minutes: int, reason: str, note: str = "") -> Absence:
    return Absence(day(on), minutes, reason, note)


ABSENCES = (
    ("quaye", day("2026-04-24"), day("2026-04-27"), "staff ill"),
    ("quaye", day("2026-11-12"), day("2026-11-12"), "staff ill"),
    ("quaye", day("2026-11-18"), day("2026-11-18"), "trip"),
    ("rolfe", day("2026-09-21"), day("2026-10-16"), "staff ill"),
    ("eze", day("2026-02-02"), day("2026-02-12"), "staff ill"),
)
"""Slug, first and last day, reason: what the stories tell of an adult is so for every child they teach."""
