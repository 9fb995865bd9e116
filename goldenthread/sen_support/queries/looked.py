"""Who has looked at a child's record: who, in what role, why, on which day and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.access.permissions import require
from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.audit.models import Entry
from goldenthread.children.permissions import ACCESS_LOG_VIEW
from goldenthread.people.models import Account

from .children import child_for, is_family

FAMILY_ROLES = ("parent", "young_person")


class Day(NamedTuple):
    """What makes one row: one person in one role on one day."""

    on: date
    person: UUID | None
    role: str


@dataclass(frozen=True)
class Look:
    """All looks of one person in one role on one day. what: pages, each with how often when more than once, in the
    order of the first look; why: reasons other than the role itself, for staff only (() for a family)."""

    on: date
    first: datetime
    last: datetime
    times: int
    who: str
    role: str
    what: tuple[str, ...]
    why: tuple[str, ...]


def looks_at(viewer: Viewer, child: UUID) -> QuerySet[Entry]:
    """Views of this child's record. A family sees what staff looked at and what they looked at themselves, never
    what another member of the family reads."""
    require(viewer, ACCESS_LOG_VIEW)
    found = child_for(viewer, child, ACCESS_LOG_VIEW)
    entries = Entry.objects.filter(children__contains=[found.pk], action="view")
    if is_family(viewer):
        return entries.filter(~Q(role__in=FAMILY_ROLES) | Q(person_id=viewer.person))
    return entries


def days_of(looks: QuerySet[Entry]) -> QuerySet[Any, Any]:
    """One mapping (on, person_id, role) a person, role and day, newest first: what is cut into pages."""
    rows = looks.values("person_id", "role", on=TruncDate("at")).annotate(last=Max("at"))
    return rows.order_by("-on", "-last", "person_id", "role")


def told(viewer: Viewer, looks: QuerySet[Entry], days: Iterable[dict[str, Any]]) -> list[Look]:
    """These days with names and pages, in the order given: two queries, however many.

    What the reader looked at themselves stands as "You". A family is not told which letter, thread or document it
    was, nor that an address is withheld: that could show one parent what concerns the other alone (bars B3, B4).
    """
    wanted = [Day(row["on"], row["person_id"], row["role"]) for row in days]
    if not wanted:
        return []
    names = dict(Account.objects.filter(pk__in={day.person for day in wanted}).values_list("pk", "name"))
    pages: dict[Day, list[dict[str, Any]]] = {day: [] for day in wanted}
    for row in _pages_on(looks, wanted):
        pages.get(Day(row["on"], row["person_id"], row["role"]), []).append(row)
    return [_look(viewer, day, pages[day], names) for day in wanted]


def _pages_on(looks: QuerySet[Entry], wanted: list[Day]) -> QuerySet[Any, Any]:
    days = [day.on for day in wanted]
    some = looks.filter(at__date__gte=min(days), at__date__lte=max(days))
    told_apart = some.values(
        "person_id", "role", "thing_type", "why", on=TruncDate("at"), what=KeyTextTransform("what", "detail")
    )
    return told_apart.annotate(times=Count("id"), first=Min("at"), last=Max("at")).order_by("first")


def _look(viewer: Viewer, day: Day, pages: list[dict[str, Any]], names: dict[UUID, str]) -> Look:
    role = str(ROLES[day.role].name) if day.role in ROLES else day.role
    who = names.get(day.person, "") if day.person else ""
    family, own = is_family(viewer), day.person == viewer.person
    counted: dict[str, int] = {}
    for page in pages:
        what = _for_family(page["thing_type"], page["what"] or "") if family else page["what"] or ""
        counted[what] = counted.get(what, 0) + page["times"]
    return Look(
        on=day.on,
        first=min(page["first"] for page in pages),
        last=max(page["last"] for page in pages),
        times=sum(counted.values()),
        who=_("You") if family and own else who,
        role="" if family and own else role,
        what=tuple(_so_often(what, times) for what, times in counted.items()),
        why=() if family else tuple(dict.fromkeys(page["why"] for page in pages if page["why"] not in ("", role))),
    )


def _so_often(what: str, times: int) -> str:
    if times == 1:
        return what
    return ngettext("%(what)s, %(times)d time", "%(what)s, %(times)d times", times) % {"what": what, "times": times}


def _for_family(thing_type: str, what: str) -> str:
    """What a family reads of a page: reasons typed by staff, and whose letter or address it was, stay with staff."""
    if thing_type.startswith(("letters.", "documents.")):
        return _("letters, messages or documents")
    if thing_type.startswith(("privacy.", "people.")) or "withheld" in what:
        return _("parents and carers")
    return what
