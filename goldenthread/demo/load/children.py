"""Children, enrolments, classes, SEN status and needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

from ...children.models import (
    Area,
    Child,
    ClassGroup,
    ClassMembership,
    Enrolment,
    Identifier,
    Need,
    Profile,
    ProfileRead,
    Scheme,
    StatusEntry,
)
from ...children.names import sort_name
from ..larkmere import rows
from .copying import Values, copy
from .known import Known, Part

_AREAS = {
    "SLCN": Area.COMMUNICATION, "ASD": Area.COMMUNICATION, "SPLD": Area.COGNITION, "MLD": Area.COGNITION,
    "SLD": Area.COGNITION, "PMLD": Area.COGNITION, "SEMH": Area.SEMH, "HI": Area.SENSORY, "VI": Area.SENSORY,
    "MSI": Area.SENSORY, "PD": Area.SENSORY,
}  # fmt: skip


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def load_classes(part: Part, known: Known) -> None:
    copy(
        ClassGroup,
        "id authority holder name year_group from_on to_on",
        (
            (row.key, known.authority, row.organisation, row.name, row.year_group, date(row.school_year, 9, 1),
             date(row.school_year + 1, 8, 31))
            for row in part.rows.get(rows.RegistrationGroupRow, [])
        ),
    )  # fmt: skip


def load_children(part: Part, known: Known) -> None:
    children: list[rows.ChildRow] = part.rows.get(rows.ChildRow, [])
    settings = {row.child: row.checking_organisation for row in part.rows.get(rows.RelationshipRow, [])}
    settings |= {row.child: row.organisation for row in part.rows.get(rows.EnrolmentRow, []) if row.status != "S"}
    copy(
        Child,
        "id authority holder given_name family_name known_as sort_name born_on sex ethnicity first_language"
        " interpreter formats",
        (
            (
                row.key, known.authority, settings[row.key], row.legal_given_name, row.preferred_family_name,
                row.preferred_given_name if row.preferred_given_name != row.legal_given_name else "",
                sort_name(row.preferred_given_name, row.preferred_family_name), row.born_on, row.sex,
                row.ethnicity, row.first_language, False, [],
            )
            for row in children
        ),
    )  # fmt: skip
    copy(Identifier, "id authority holder child scheme value from_on to_on", _identifiers(children, settings, known))


def _identifiers(children: list[rows.ChildRow], settings: dict[UUID, UUID], known: Known) -> Iterator[Values]:
    for row in children:
        found = (
            (Scheme.UPN, row.upn),
            (Scheme.FORMER_UPN, row.former_upn),
            (Scheme.ULN, row.uln),
            (Scheme.NHS, row.nhs_number),
        )
        for scheme, value in found:
            if value:
                since = date(row.born_on.year + 4, 9, 1)
                yield (uuid5(row.key, scheme), known.authority, settings[row.key], row.key, scheme, value, since, None)


def load_enrolments(part: Part, known: Known) -> None:
    enrolled: list[rows.EnrolmentRow] = part.rows.get(rows.EnrolmentRow, [])
    copy(
        Enrolment,
        "id authority holder child kind year_group from_on to_on",
        (
            (
                row.key,
                known.authority,
                row.organisation,
                row.child,
                row.status,
                row.year_group,
                row.from_on,
                row.until_on,
            )
            for row in enrolled
        ),
    )
    start = date(2026, 9, 1)
    copy(
        ClassMembership,
        "id authority holder child class_group from_on to_on",
        (
            (uuid5(row.key, "class"), known.authority, row.organisation, row.child, row.registration_group,
             max(start, row.from_on), row.until_on)
            for row in enrolled
            if row.registration_group is not None and (row.until_on is None or row.until_on >= start)
        ),
    )  # fmt: skip


def load_status(part: Part, known: Known) -> None:
    copy(
        StatusEntry,
        "id authority holder child status true_from learned_on recorded_at recorded_by reason",
        (
            (
                row.key, known.authority, row.organisation, row.child, row.status, row.from_on, row.recorded_on,
                _noon(row.recorded_on), row.recorded_by if row.recorded_by in known.accounts else None, row.reason,
            )
            for row in part.rows.get(rows.SenStatusRow, [])
        ),
    )  # fmt: skip
    copy(
        Need,
        "id authority holder child area sen_type rank words from_on to_on",
        (
            (row.key, known.authority, row.organisation, row.child, _AREAS.get(row.need_type, ""), row.need_type,
             row.rank, "", row.from_on, row.until_on)
            for row in part.rows.get(rows.NeedRow, [])
        ),
    )  # fmt: skip


def load_profiles(part: Part, known: Known) -> None:
    profiles: list[rows.ProfileRow] = part.rows.get(rows.ProfileRow, [])
    owners = {row.key: row for row in profiles}
    copy(
        Profile,
        "id authority holder child number good_at matters_to_me helps_me does_not_help strategies safety written_with"
        " changed_on changed_by",
        (
            (
                row.key, known.authority, row.organisation, row.child, row.version, row.what_people_like_about_me,
                row.what_matters_to_me, row.what_helps, row.what_does_not_help, row.how_i_communicate, "",
                "In the child's own words" if row.in_own_words else "Written with the child's teacher",
                row.written_on, row.written_by,
            )
            for row in profiles
        ),
    )  # fmt: skip
    copy(
        ProfileRead,
        "id authority holder child profile account on at",
        (
            (row.key, known.authority, owners[row.profile].organisation, owners[row.profile].child, row.profile,
             row.person, row.acknowledged_at.date(), row.acknowledged_at)
            for row in part.rows.get(rows.ProfileAcknowledgementRow, [])
            if row.acknowledged_at is not None
        ),
    )  # fmt: skip
