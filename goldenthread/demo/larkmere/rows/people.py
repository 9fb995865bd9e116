"""Rows about adults: who they are, what they do, where they live and how they want to be reached."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

FORMATS = ("standard", "large print", "easy read", "paper", "audio")
CHANNELS = ("portal", "e-mail", "phone", "post", "text message")
ROLES = (
    "head teacher",
    "senco",
    "class teacher",
    "subject teacher",
    "cover teacher",
    "teaching assistant",
    "data manager",
    "governor",
    "adviser",
    "case officer",
    "authority manager",
    "platform administrator",
)


class AddressRow(NamedTuple):
    """A place where people live. Withheld addresses are ordinary rows named by a WithheldAddressRow."""

    key: UUID
    line_1: str
    line_2: str
    town: str
    postcode: str  # QX1 to QX9
    latitude: float
    longitude: float


class PersonRow(NamedTuple):
    """One adult (or young person with an account of their own): staff, parent, governor, officer.

    Contact details of parents are personal to them: never shown to the other parent.
    """

    key: UUID
    title: str
    given_name: str
    family_name: str
    email: str  # unique; "" where the adult has none; example.org or example.com only
    mobile: str  # 07700 900xxx, or ""
    telephone: str  # 020 7946 0xxx, or ""
    address: UUID | None  # None for staff
    language: str  # what they read best
    interpreter_needed: bool
    format: str  # FORMATS
    channel: str  # CHANNELS: how they asked to hear
    child: UUID | None  # set when this person is a young person: their own ChildRow


class AssignmentRow(NamedTuple):
    """A person holds a role in an organisation from a date, until a date or still."""

    key: UUID
    person: UUID
    organisation: UUID
    role: str  # ROLES
    job_title: str
    registration_group: UUID | None  # the class taught or supported, this year
    from_on: date
    until_on: date | None


class QualificationRow(NamedTuple):
    """Training that a member of staff holds, with the day it was gained and, if it lapses, when."""

    key: UUID
    person: UUID
    name: str
    gained_on: date
    expires_on: date | None
