"""Rows about children: who they are, their family, their schools, their SEN status and needs."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

ENROLMENT_STATUSES = ("C", "M", "S")  # sole, main of two, subsidiary of two
RELATIONSHIPS = (
    "mother",
    "father",
    "step-parent",
    "grandparent",
    "aunt",
    "uncle",
    "foster carer",
    "guardian",
)


class ChildRow(NamedTuple):
    """A child or young person. One row per child of the area, also for those who have left a school."""

    key: UUID
    upn: str  # "" for a few children not yet given one
    upn_is_temporary: bool
    former_upn: str  # the temporary number held before, or ""
    uln: str  # starts 999, or ""
    nhs_number: str  # starts 999, or ""
    legal_given_name: str
    legal_family_name: str
    preferred_given_name: str  # equal to the legal one for most
    preferred_family_name: str
    born_on: date
    sex: str  # M, F
    ethnicity: str  # codesets/ethnicity.csv
    first_language: str  # plain English name of the language
    address: UUID  # main home
    looked_after: bool
    on_free_school_meals: bool


class WithheldAddressRow(NamedTuple):
    """This address of this child may be seen by the named people only."""

    key: UUID
    child: UUID
    address: UUID
    reason: str
    from_on: date
    decided_by: UUID
    may_know: tuple[UUID, ...]  # people


class RelationshipRow(NamedTuple):
    """An adult of the family and this child, with the authority to act that was checked."""

    key: UUID
    child: UUID
    person: UUID
    relationship: str  # RELATIONSHIPS
    parental_responsibility: bool
    lives_with_child: bool
    contact_order: int  # 1 is called first
    may_act: bool  # authority to act for the child
    evidence: str  # what was seen when it was checked
    checked_on: date
    checked_by: UUID | None  # None: the school's office
    checking_organisation: UUID
    from_on: date
    until_on: date | None
    note: str  # for example a court order; staff who may know only


class EnrolmentRow(NamedTuple):
    """A child on the roll of a school between two days. `until_on` is the last day, None while running.

    `year_group` and `registration_group` are those of 2026/27 while it runs, else of the last year there.
    """

    key: UUID
    child: UUID
    organisation: UUID
    status: str  # ENROLMENT_STATUSES
    from_on: date
    until_on: date | None
    year_group: str
    registration_group: UUID | None
    in_resourced_provision: bool
    leaving_reason: str


class SenStatusRow(NamedTuple):
    """From this day the child's SEN provision is N (none), K (SEN Support) or E (EHC plan).

    A row holds until the child's next one. The register of a past day as it was *then* known leaves out
    rows with `recorded_on` after that day.
    """

    key: UUID
    child: UUID
    organisation: UUID  # the school that recorded it
    status: str  # codesets/sen_provision.csv: N, K, E
    from_on: date
    recorded_on: date
    reason: str
    recorded_by: UUID | None


class NeedRow(NamedTuple):
    """A type of need of a child with K or E: rank 1 is the primary need, 2 the secondary."""

    key: UUID
    child: UUID
    organisation: UUID
    need_type: str  # codesets/sen_type.csv
    rank: int
    from_on: date
    until_on: date | None
