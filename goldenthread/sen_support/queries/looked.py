"""Who has looked at a child's record: who, in what role, why and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from goldenthread.access.permissions import require
from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.audit.models import Entry
from goldenthread.children.permissions import ACCESS_LOG_VIEW
from goldenthread.people.models import Account

from .children import child_for, is_family


@dataclass(frozen=True)
class Look:
    """One look at the record. what: the page; why: the reason that role may see, for staff only ("" for a family)."""

    at: datetime
    who: str
    role: str
    what: str
    why: str


FAMILY_ROLES = ("parent", "young_person")


def looks_at(viewer: Viewer, child: UUID) -> QuerySet[Entry]:
    """Views of this child's record, newest first. A family sees what staff looked at and what they looked at
    themselves, never what another member of the family reads."""
    require(viewer, ACCESS_LOG_VIEW)
    found = child_for(viewer, child, ACCESS_LOG_VIEW)
    entries = Entry.objects.filter(children__contains=[found.pk], action="view").order_by("-at", "-id")
    if is_family(viewer):
        return entries.filter(~Q(role__in=FAMILY_ROLES) | Q(person_id=viewer.person))
    return entries


def named(viewer: Viewer, entries: Iterable[Entry]) -> list[Look]:
    """The entries with names: one query, however many.

    What the reader looked at themselves stands as "You". A family is not told which letter, thread or document it was, nor that an address is withheld: that could show
    one parent what concerns the other alone (bars B3, B4).
    """
    listed = list(entries)
    names = dict(Account.objects.filter(pk__in={one.person_id for one in listed}).values_list("pk", "name"))
    return [_look(viewer, one, names) for one in listed]


def _look(viewer: Viewer, entry: Entry, names: dict[UUID, str]) -> Look:
    role = ROLES[entry.role].name if entry.role in ROLES else entry.role
    who = names.get(entry.person_id, "") if entry.person_id else ""
    what = str(entry.detail.get("what", ""))
    if is_family(viewer):
        own = entry.person_id == viewer.person
        return Look(entry.at, _("You") if own else who, "" if own else str(role), _for_family(entry, what), "")
    return Look(entry.at, who, str(role), what, entry.why)


def _for_family(entry: Entry, what: str) -> str:
    """What a family reads of a page: reasons typed by staff, and whose letter or address it was, stay with staff."""
    if entry.thing_type.startswith(("letters.", "documents.")):
        return _("letters, messages or documents")
    if entry.thing_type.startswith(("privacy.", "people.")) or "withheld" in what:
        return _("parents and carers")
    return what
