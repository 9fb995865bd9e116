"""What happened to one child, before it becomes rows.

Both the hand-written stories and the generated histories are scripts; `writing` turns them into rows.
"""

from datetime import date, time
from typing import NamedTuple
from uuid import UUID


class Actor(NamedTuple):
    """An adult as scripts name them."""

    key: UUID | None  # None for somebody without a row
    name: str
    role: str


class Voice(NamedTuple):
    """One contribution to an assessment. `author` is None for the child."""

    voice: str
    author: Actor | None
    on: date
    way: str
    words: str
    with_whom: str = ""


class Gauge(NamedTuple):
    """A measure, told apart within one child by its name."""

    name: str
    unit: str
    lowest: float
    highest: float
    direction: str = "up"


class Reading(NamedTuple):
    on: date
    value: float
    note: str = ""


class Goal(NamedTuple):
    """A target, and once reviewed how it ended."""

    words: str
    area: str
    gauge: Gauge
    baseline: float
    aim: float
    owner: Actor
    readings: tuple[Reading, ...] = ()
    outcome: str = ""
    value: float = 0.0
    shown_by: str = ""
    continues: int = 0  # number of the target in the cycle before that this one goes on from


class Absence(NamedTuple):
    """A session of one child that was not given in full."""

    on: date
    minutes: int  # 0: missed; more: part
    reason: str
    note: str = ""
    made_up_on: date | None = None
    made_up_at: time | None = None


class Check(NamedTuple):
    on: date
    in_place: bool
    note: str


class Promise(NamedTuple):
    """A dose, and once reviewed what became of it.

    Timed support with `times` a week has as many `when` (weekday and time). Children with the same `group`
    label are taught together. `rate` is the share of sessions given where no absence is written out.
    """

    kind: str
    code: str
    what: str
    by: Actor
    expertise: str
    goal: int = 1
    minutes: int = 0
    times: int = 0
    per: str = "week"
    group_size: int = 0
    place: str = ""
    when: tuple[tuple[int, time], ...] = ()
    group: str = ""
    rate: float = 1.0
    absences: tuple[Absence, ...] = ()
    checks: tuple[Check, ...] = ()
    from_on: date | None = None  # default: the cycle's first day
    until_on: date | None = None
    decision: str = ""
    effect: str = ""
    continues: int = 0


class Came(NamedTuple):
    who: Actor
    came: bool | None
    how: str = "in person"


class Held(NamedTuple):
    """A review that took place."""

    on: date
    outcome: str
    reason: str
    child_said: str
    parent_said: str
    teacher_said: str


class Turn(NamedTuple):
    """One cycle."""

    assessed_on: date
    owner: Actor
    voices: tuple[Voice, ...]
    planned_on: date | None = None
    agreed_on: date | None = None
    agreed_by: Actor | None = None
    agreed_how: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    weeks: int = 0
    goals: tuple[Goal, ...] = ()
    promises: tuple[Promise, ...] = ()
    review_due_on: date | None = None
    review_at: time = time(15, 30)
    review_place: str = ""
    held: Held | None = None
    present: tuple[Came, ...] = ()
    step: str = ""  # "" works it out from the dates


class Worry(NamedTuple):
    """A concern, and its decision if there is one."""

    raised_on: date
    by: Actor
    raised_as: str
    words: str
    tried: str = ""
    replied_on: date | None = None
    decided_on: date | None = None
    decided_by: Actor | None = None
    outcome: str = ""
    reason: str = ""
    family_told_on: date | None = None


class Talk(NamedTuple):
    on: date
    channel: str
    by: Actor
    with_whom: Actor
    about: str
    words: str
    agreed: str = ""
    family_may_see: bool = True


class Note(NamedTuple):
    on: date
    by: Actor
    words: str
    family_may_see: bool = True


class Referral(NamedTuple):
    service: str  # name of the organisation
    reason: str
    asked_on: date
    accepted_on: date | None = None
    first_seen_on: date | None = None
    advice_on: date | None = None
    put_in_plan_on: date | None = None


class Profile(NamedTuple):
    written_on: date
    by: Actor
    in_own_words: bool
    like: str
    matters: str
    helps: str
    hinders: str
    communicates: str
    read_by: tuple[tuple[Actor, date | None], ...] = ()


class Script(NamedTuple):
    worries: tuple[Worry, ...] = ()
    turns: tuple[Turn, ...] = ()
    talks: tuple[Talk, ...] = ()
    notes: tuple[Note, ...] = ()
    referrals: tuple[Referral, ...] = ()
    profiles: tuple[Profile, ...] = ()
