"""Rows about the area itself: places, organisations, the school calendar, classes."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

ORGANISATION_KINDS = ("authority", "school", "college", "service", "health")
PHASES = (
    "nursery",
    "infant",
    "junior",
    "primary",
    "secondary",
    "all-through",
    "sixth form",
    "special",
    "alternative provision",
    "further education",
    "",
)
CLOSURE_KINDS = ("half term", "holiday", "bank holiday", "inset day")


class AuthorityRow(NamedTuple):
    """The one local authority of the demo. `code` is unassigned in the real list of authorities."""

    key: UUID
    organisation: UUID
    code: str
    name: str
    latitude: float  # a point in open sea, so that nobody lives there
    longitude: float


class OutwardCodeRow(NamedTuple):
    """An invented outward postcode with the point in its middle."""

    outward_code: str  # QX1 to QX9
    neighbourhood: str
    latitude: float
    longitude: float


class OrganisationRow(NamedTuple):
    """An organisation: the authority, a school, the college, a support service or a health body.

    Only schools and the college have a URN, an establishment number and a UKPRN; others have "".
    """

    key: UUID
    kind: str  # ORGANISATION_KINDS
    name: str
    urn: str  # 999901 upward
    establishment_number: str  # four digits; with 399 before it, the DfE number
    ukprn: str  # 10099999 downward
    type_code: str  # codesets/gias_establishment_types.csv
    type_name: str
    phase: str  # PHASES
    low_age: int  # 0 where it does not apply
    high_age: int
    trust: str  # "" unless an academy of a trust
    street: str
    town: str
    postcode: str
    latitude: float
    longitude: float
    telephone: str
    email: str
    capacity: int
    roll: int  # children with a current sole or main enrolment on the demo's date
    commissioned_places: int  # special schools: places the authority pays for; else 0
    resourced_places: int  # resource provision inside a mainstream school; else 0
    resourced_need: str  # need type of the resource provision, or ""
    opened_on: date
    detailed: bool  # True for the two schools whose SEN Support is written in full


class TermRow(NamedTuple):
    """One term of one school year, first and last school day."""

    key: UUID
    school_year: int  # the calendar year it starts in: 2026 means 2026/27
    name: str  # Autumn, Spring, Summer
    from_on: date
    until_on: date


class ClosureRow(NamedTuple):
    """Weekdays inside or between terms on which pupils do not come."""

    key: UUID
    organisation: UUID | None  # None: every school of the area; else this school's own inset day
    kind: str  # CLOSURE_KINDS
    label: str
    from_on: date
    until_on: date


class RegistrationGroupRow(NamedTuple):
    """A class (primary) or tutor group (secondary) of one school in one school year."""

    key: UUID
    organisation: UUID
    school_year: int
    name: str  # 4B, 9T
    year_group: str  # codesets/nc_year.csv: N2, R, 1 to 13
    room: str
