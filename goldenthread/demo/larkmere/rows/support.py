"""Rows of SEN Support in the two detailed schools: concern, assess, plan, review, and the talk around it."""

from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

CONCERN_OUTCOMES = ("SEN Support", "monitor", "class strategies", "no further action")
CYCLE_STEPS = ("assess", "plan", "do", "review", "closed")
VOICES = ("child", "parent", "teacher", "professional")
WAYS = ("spoken", "written", "drawing", "observed", "symbols", "form", "report", "recorded")
REVIEW_OUTCOMES = (
    "continue",
    "change",
    "step up to specialists",
    "request EHC needs assessment",
    "end SEN Support",
)
TARGET_OUTCOMES = ("met", "partly", "not yet")
DOSE_DECISIONS = ("keep", "change", "stop")
COMMUNICATION_CHANNELS = ("call", "meeting", "letter", "e-mail", "portal message", "text message")


class ConcernRow(NamedTuple):
    """A worry about a child, in the words of the one who raised it."""

    key: UUID
    child: UUID
    organisation: UUID
    raised_on: date
    raised_by: UUID | None  # None: a professional outside the school, named in raised_by_name
    raised_by_name: str
    raised_as: str  # VOICES
    words: str
    replied_on: date | None  # first answer to whoever raised it
    strategies_tried: str  # what had been tried in class already, with what result


class ConcernDecisionRow(NamedTuple):
    """What the school decided about a concern and why. An undecided concern has none."""

    key: UUID
    concern: UUID
    child: UUID
    organisation: UUID
    decided_on: date
    decided_by: UUID
    outcome: str  # CONCERN_OUTCOMES
    reason: str
    family_told_on: date


class CycleRow(NamedTuple):
    """One turn of assess, plan, do, review. Cycles of a child are chained by `previous`.

    `weeks` counts school weeks: a week without a school day is not counted.
    """

    key: UUID
    child: UUID
    organisation: UUID
    number: int
    previous: UUID | None
    concern: UUID | None  # the concern that began the chain; set on every cycle of that chain
    step: str  # CYCLE_STEPS: where it stands on the demo's date
    assessed_on: date
    planned_on: date | None
    agreed_on: date | None  # the day the family (or young person) agreed; None: not yet, or never reached
    agreed_by: UUID | None
    agreed_how: str
    starts_on: date | None
    ends_on: date | None
    weeks: int
    review_due_on: date | None
    review_at: time | None
    owner: UUID  # class teacher or tutor
    senco: UUID


class ContributionRow(NamedTuple):
    """One voice in an assessment, as given."""

    key: UUID
    cycle: UUID
    child: UUID
    organisation: UUID
    voice: str  # VOICES
    person: UUID | None
    author: str  # name and role, fit to print; the child's preferred name for the child's voice
    gathered_on: date
    way: str  # WAYS
    with_whom: str  # who asked, interpreted or wrote it down; "" if nobody
    words: str


class MeasureRow(NamedTuple):
    """Something counted or tested again and again for one child."""

    key: UUID
    child: UUID
    organisation: UUID
    name: str
    unit: str
    lowest: float
    highest: float
    direction: str  # "up": more is better; "down": less is better


class MeasureValueRow(NamedTuple):
    """One reading of a measure."""

    key: UUID
    measure: UUID
    child: UUID
    measured_on: date
    value: float
    by: UUID
    note: str


class TargetRow(NamedTuple):
    """What the child will be able to do, by when, told by which measure."""

    key: UUID
    cycle: UUID
    child: UUID
    organisation: UUID
    number: int
    words: str
    broad_area: str  # one of the four areas, as in codesets/sen_type.csv
    measure: UUID
    baseline: float
    baseline_on: date
    aim: float
    due_on: date
    owner: UUID
    carried_from: UUID | None  # the target of the cycle before that this one goes on from


class ReviewRow(NamedTuple):
    """The review of a cycle: due, and once held what was said and decided."""

    key: UUID
    cycle: UUID
    child: UUID
    organisation: UUID
    due_on: date
    at: time
    place: str
    held_on: date | None
    outcome: str  # REVIEW_OUTCOMES; "" until held
    reason: str
    child_said: str
    parent_said: str
    teacher_said: str


class ReviewAttendanceRow(NamedTuple):
    """Someone asked to a review, and whether they came. `came` is None before the review."""

    key: UUID
    review: UUID
    person: UUID | None  # None for the child without an account, or a visiting professional
    name: str
    role: str
    came: bool | None
    how: str  # in person, by phone, by video, sent words, ""


class TargetOutcomeRow(NamedTuple):
    """How a target stood at its review and what showed it."""

    key: UUID
    review: UUID
    target: UUID
    child: UUID
    outcome: str  # TARGET_OUTCOMES
    value: float
    shown_by: str


class DoseOutcomeRow(NamedTuple):
    """What a dose did, and whether it is kept, changed or stopped."""

    key: UUID
    review: UUID
    dose: UUID
    child: UUID
    decision: str  # DOSE_DECISIONS
    effect: str


class CommunicationRow(NamedTuple):
    """A call, meeting, letter or message with the family or a professional, and what was agreed."""

    key: UUID
    child: UUID
    organisation: UUID
    on: date
    channel: str  # COMMUNICATION_CHANNELS
    by: UUID
    with_person: UUID | None
    with_name: str
    about: str
    words: str
    agreed: str  # "" where nothing was to be agreed
    family_may_see: bool


class ObservationRow(NamedTuple):
    """A short note on the thread: something seen or said on a day."""

    key: UUID
    child: UUID
    organisation: UUID
    on: date
    by: UUID
    words: str
    family_may_see: bool


class ReferralRow(NamedTuple):
    """A service asked for help with a child: each step has its day, or None while it is waited for."""

    key: UUID
    child: UUID
    organisation: UUID
    service: UUID  # OrganisationRow of kind service or health
    reason: str
    asked_on: date
    accepted_on: date | None
    first_seen_on: date | None
    advice_on: date | None
    put_in_plan_on: date | None


class ProfileRow(NamedTuple):
    """A version of a child's one-page profile, in the child's own words where they can give them."""

    key: UUID
    child: UUID
    organisation: UUID
    version: int
    written_on: date
    written_by: UUID
    in_own_words: bool
    what_people_like_about_me: str
    what_matters_to_me: str
    what_helps: str
    what_does_not_help: str
    how_i_communicate: str


class ProfileAcknowledgementRow(NamedTuple):
    """An adult who works with the child, and when they confirmed reading this version (None: not yet)."""

    key: UUID
    profile: UUID
    person: UUID
    acknowledged_at: datetime | None
