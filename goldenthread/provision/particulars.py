"""What each kind of dose must say before anybody can count it. Decision record: docs/decisions/0020-the-dose.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Kind


class Promised(Protocol):
    """What a dose says, whether it is still on a form or already a row."""

    kind: str
    what: str
    who: str
    expertise: str
    minutes: int | None
    times: int | None
    per: str
    group_size: int | None
    place: str
    for_whom: str
    when_used: str
    in_place_by: date | None
    check_every_weeks: int | None
    from_on: date
    until_on: date | None


@dataclass
class DoseParticulars:
    """A dose as somebody wrote it: the fields of models.Dose that are theirs to say."""

    kind: str
    what: str
    from_on: date
    until_on: date | None = None
    who: str = ""
    expertise: str = ""
    deliverer: UUID | None = None
    intervention: UUID | None = None
    minutes: int | None = None
    times: int | None = None
    per: str = ""
    group_size: int | None = None
    place: str = ""
    for_whom: str = ""
    when_used: str = ""
    in_place_by: date | None = None
    check_every_weeks: int | None = None

    def as_fields(self) -> dict[str, Any]:
        """Values for the row; the two links by key."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return values | {
            "deliverer_id": values.pop("deliverer"),
            "intervention_id": values.pop("intervention"),
        }


@dataclass
class GroupParticulars:
    """An intervention for several children, as somebody wrote it. The number of children gives the group size."""

    name: str
    what: str
    leader: UUID
    who: str
    expertise: str
    minutes: int
    times: int
    per: str
    place: str
    from_on: date
    until_on: date
    intervention: UUID | None = None


@dataclass(frozen=True)
class Missing:
    """Something that keeps a dose from being counted: the field, and a sentence that says what to add."""

    field: str
    sentence: str | Promise


_SAY: dict[str, str | Promise] = {
    "what": _("Say what is given, in words a parent would use."),
    "who": _("Say who gives it: a name, or a role such as “teaching assistant in 4B”."),
    "expertise": _("Say what that person knows or is trained in."),
    "minutes": _("Say how many minutes each session lasts."),
    "times": _("Say how many times."),
    "per": _("Say whether that is a week, a term or a year."),
    "group_size": _("Say how many children are in the group; write 1 for a child alone with the adult."),
    "place": _("Say where."),
    "for_whom": _("Say which members of staff are trained."),
    "when_used": _("Say when in the day it is done or used."),
    "in_place_by": _("Say by which day it must be in place."),
    "check_every_weeks": _("Say after how many school weeks somebody looks whether it is still in place."),
    "until_on": _("Say until which day; it can be promised again after the review."),
}
NEEDED: dict[str, tuple[str, ...]] = {
    Kind.TIMED_SUPPORT: (
        "what", "who", "expertise", "minutes", "times", "per", "group_size", "place", "until_on",
    ),
    Kind.EQUIPMENT: ("what", "who", "place", "in_place_by", "check_every_weeks"),
    Kind.ENVIRONMENT: ("what", "who", "when_used", "place", "check_every_weeks"),
    Kind.TRAINING: ("what", "for_whom", "who", "expertise", "in_place_by"),
    Kind.PROFESSIONAL_REVIEW: ("what", "who", "expertise", "times", "per", "until_on"),
}  # fmt: skip


def missing(dose: Promised) -> list[Missing]:
    """What must still be said so that this dose can be counted, in the order of the form. Empty: it can be."""
    return list(_missing(dose))


def _missing(dose: Promised) -> Iterator[Missing]:
    for name in NEEDED[dose.kind]:
        if getattr(dose, name) in (None, "", 0):
            yield Missing(name, _SAY[name])


def is_countable(dose: Promised) -> bool:
    return not missing(dose)
