"""Accounts, who works where, parents with their authority to act, and withheld addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid5

from ...children.models import ClassStaff
from ...people.models import Account, ActScope, Assignment, AuthorityToAct, Parent, Relationship, YoungPersonAccess
from ...people.rights import rights_pass_on
from ...privacy.models import NamedReader, WithheldAddress
from ..larkmere import rows
from .copying import Values, copy, once
from .known import Known, Part

_ROLES = {
    "head teacher": "head", "senco": "senco", "class teacher": "class_teacher", "subject teacher": "class_teacher",
    "cover teacher": "cover_teacher", "teaching assistant": "teaching_assistant", "data manager": "data_manager",
    "governor": "governor", "case officer": "authority_officer", "authority manager": "authority_officer",
    "platform administrator": "platform_administrator",
}  # fmt: skip
_LEADS = {"class teacher", "cover teacher"}
_FORMATS = {"large print": "large_print", "easy read": "easy_read", "paper": "paper", "audio": "audio"}
_RELATIONSHIPS = {
    "mother": Relationship.MOTHER, "father": Relationship.FATHER, "step-parent": Relationship.STEP_PARENT,
    "grandparent": Relationship.GRANDPARENT, "foster carer": Relationship.FOSTER_CARER,
    "guardian": Relationship.GUARDIAN,
}  # fmt: skip
_MADE = datetime(2026, 9, 1, 8, tzinfo=UTC)
_NO_PASSWORD = "!demo"  # noqa: S105  (a hash that no password fits: the demo's people come in by its own door)


def remember_people(part: Part, known: Known) -> None:
    known.people.update((row.key, row) for row in part.rows.get(rows.PersonRow, []))
    known.addresses.update((row.key, row) for row in part.rows.get(rows.AddressRow, []))
    known.withheld.update((row.address, row) for row in part.rows.get(rows.WithheldAddressRow, []))
    known.young |= {row.child for row in part.rows.get(rows.PersonRow, []) if row.child is not None}
    known.owners.update((row.key, row.owner) for row in part.rows.get(rows.CycleRow, []))
    known.child_names.update((row.key, row.preferred_given_name) for row in part.rows.get(rows.ChildRow, []))
    for row in part.rows.get(rows.AssignmentRow, []):
        if row.role == "senco" and row.until_on is None:
            known.senco[row.organisation] = row.person


def load_accounts(part: Part, known: Known) -> None:
    """Staff, young people, and the parents of the detailed schools who have an e-mail address."""
    staff = {row.person for row in part.rows.get(rows.AssignmentRow, [])}
    families = {
        row.person
        for row in part.rows.get(rows.RelationshipRow, [])
        if row.checking_organisation in known.detailed and row.may_act
    }
    young = {row.key for row in part.rows.get(rows.PersonRow, []) if row.child is not None}
    wanted = (known.people[key] for key in sorted(staff | families | young))
    people = [row for row in once(known.accounts, wanted) if _address(row, known)]
    known.accounts -= {key for key in staff | families | young if not _address(known.people[key], known)}
    copy(
        Account,
        "id email name is_active password created_at",
        ((row.key, _address(row, known), known.name_of(row.key), True, _NO_PASSWORD, _MADE) for row in people),
    )


def _address(row: rows.PersonRow, known: Known) -> str:
    """What the person signs in with. Somebody a visitor can be has one, even if the school knows no e-mail of theirs."""
    if not row.email and row.key in known.visitors:
        return f"{known.visitors[row.key].slug}@example.org"
    return row.email.lower()


def load_assignments(part: Part, known: Known) -> None:
    qualified = {row.person: row.gained_on for row in part.rows.get(rows.QualificationRow, []) if "SEN" in row.name}
    held = [row for row in part.rows.get(rows.AssignmentRow, []) if row.role in _ROLES and row.person in known.accounts]
    copy(
        Assignment,
        "id authority holder account role from_on to_on job_title invited_as senco_qualified_on staff_number",
        (
            (
                row.key, known.authority, row.organisation, row.person, _ROLES[row.role], row.from_on, row.until_on,
                row.job_title, "", qualified.get(row.person) if row.role == "senco" else None, "",
            )
            for row in held
        ),
    )  # fmt: skip
    copy(
        ClassStaff,
        "id authority holder class_group account leads from_on to_on",
        (
            (uuid5(row.key, "class"), known.authority, row.organisation, row.registration_group, row.person,
             row.role in _LEADS, row.from_on, row.until_on)
            for row in held
            if row.registration_group is not None
        ),
    )  # fmt: skip


def load_parents(part: Part, known: Known) -> None:
    """One row for each parent and setting, and each one's authority to act for each child."""
    related: list[rows.RelationshipRow] = part.rows.get(rows.RelationshipRow, [])
    copy(
        Parent,
        "id authority holder account title given_name family_name email phone address postcode address_withheld"
        " safe_by_phone safe_by_voicemail safe_by_post safe_by_email language interpreter formats import_key",
        _parents(related, known),
    )
    copy(
        AuthorityToAct,
        "id authority holder child parent relationship parental_responsibility scope evidence checked_by checked_on"
        " from_on to_on ended_because contact_order",
        (
            (
                row.key, known.authority, row.checking_organisation, row.child,
                known.parent(row.person, row.checking_organisation),
                _RELATIONSHIPS.get(row.relationship, Relationship.OTHER), row.parental_responsibility,
                ActScope.FULL if row.may_act else ActScope.NONE, row.evidence, *_checked(row, known), row.from_on,
                row.until_on, row.note[:200] if row.until_on else "", row.contact_order,
            )
            for row in related
        ),
    )  # fmt: skip


def _checked(row: rows.RelationshipRow, known: Known) -> Values:
    by = row.checked_by or known.senco.get(row.checking_organisation)
    return (by, row.checked_on) if by in known.accounts else (None, None)


def _parents(related: list[rows.RelationshipRow], known: Known) -> Iterator[Values]:
    for row in related:
        key = known.parent(row.person, row.checking_organisation)
        if key in known.parents:
            continue
        known.parents.add(key)
        person = known.people[row.person]
        home = known.addresses.get(person.address) if person.address else None
        hidden = person.address in known.withheld
        address = "" if home is None or hidden else ", ".join(p for p in (home.line_1, home.line_2, home.town) if p)
        yield (
            key, known.authority, row.checking_organisation,
            person.key if person.key in known.accounts else None, person.title, person.given_name,
            person.family_name, person.email, person.mobile or person.telephone, address,
            home.postcode if address and home else "", hidden, True, not hidden, not hidden, True, person.language,
            person.interpreter_needed, [_FORMATS[person.format]] if person.format in _FORMATS else [], "",
        )  # fmt: skip


def load_withheld_addresses(part: Part, known: Known) -> None:
    related = {(row.child, row.person): row for row in part.rows.get(rows.RelationshipRow, [])}
    addresses, readers = [], []
    for row in part.rows.get(rows.WithheldAddressRow, []):
        for (child, person), relation in related.items():
            if child == row.child and known.people[person].address == row.address:
                setting, home = relation.checking_organisation, known.addresses[row.address]
                key = uuid5(row.key, str(person))
                by = row.decided_by if row.decided_by in known.accounts else known.senco[setting]
                addresses.append(
                    (key, known.authority, setting, known.parent(person, setting), f"{home.line_1}, {home.town}",
                     home.postcode, row.reason, row.from_on, by)
                )  # fmt: skip
                readers += [
                    (uuid5(key, str(reader)), known.authority, setting, key, reader, row.from_on, by)
                    for reader in row.may_know
                    if reader in known.accounts
                ]
    copy(WithheldAddress, "id authority holder parent address postcode reason withheld_on withheld_by", addresses)
    copy(NamedReader, "id authority holder withheld_address account from_on named_by", readers)


def load_young_people(part: Part, known: Known) -> None:
    """The young people's own way in, from the day the rights are theirs."""
    homes = {row.child: row.organisation for row in part.rows.get(rows.EnrolmentRow, []) if row.until_on is None}
    born = {row.key: row.born_on for row in part.rows.get(rows.ChildRow, [])}
    copy(
        YoungPersonAccess,
        "id authority holder child account from_on",
        (
            (
                uuid5(row.key, "own"),
                known.authority,
                homes[row.child],
                row.child,
                row.key,
                rights_pass_on(born[row.child]),
            )
            for row in part.rows.get(rows.PersonRow, [])
            if row.child is not None and row.key in known.accounts
        ),
    )
