"""What later parts need to know of earlier ones while Larkmere is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from ..larkmere import rows
from ..larkmere.people import DemoPerson


@dataclass
class Known:
    """authority: the area; people, addresses: rows by key; parents: (person, setting) already written."""

    authority: UUID = field(default_factory=lambda: UUID(int=0))
    people: dict[UUID, rows.PersonRow] = field(default_factory=dict)
    addresses: dict[UUID, rows.AddressRow] = field(default_factory=dict)
    withheld: dict[UUID, rows.WithheldAddressRow] = field(default_factory=dict)
    parents: set[UUID] = field(default_factory=set)
    accounts: set[UUID] = field(default_factory=set)
    holder_of: dict[UUID, UUID] = field(default_factory=dict)  # dose, cycle, measure, review … → the body that holds it
    child_of: dict[UUID, UUID] = field(default_factory=dict)
    detailed: set[UUID] = field(default_factory=set)
    senco: dict[UUID, UUID] = field(default_factory=dict)  # setting → its SENCO
    interventions: dict[UUID, rows.InterventionRow] = field(default_factory=dict)
    decisions: dict[UUID, rows.ConcernDecisionRow] = field(default_factory=dict)  # by worry
    young: set[UUID] = field(default_factory=set)  # children with an account of their own
    owners: dict[UUID, UUID] = field(default_factory=dict)  # cycle → who owns it
    visitors: dict[UUID, DemoPerson] = field(default_factory=dict)  # whom a visitor of the demo can be
    child_names: dict[UUID, str] = field(default_factory=dict)

    def parent(self, person: UUID, setting: UUID) -> UUID:
        """The key of a parent as one setting knows them."""
        return uuid5(setting, str(person))

    def account(self, person: UUID | None) -> UUID | None:
        """The person's account, or None when they have none."""
        return person if person in self.accounts else None

    def name_of(self, person: UUID | None) -> str:
        found = self.people.get(person) if person else None
        return " ".join(part for part in (found.title, found.given_name, found.family_name) if part) if found else ""


Part = Any
