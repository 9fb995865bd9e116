"""Who the grown-ups are, what was decided, and who works where: read by the viewer, inside their scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from goldenthread.access.roles import ROLES, SENCO, YOUNG_PERSON
from goldenthread.access.scopes import reachable
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.scopes import in_force, on_roll_today
from goldenthread.organisations.contacts import Contact
from goldenthread.organisations.permissions import ORGANISATION_VIEW
from goldenthread.privacy.permissions import WITHHELD_ADDRESS_VIEW

from .models import (
    ActScope,
    Assignment,
    AuthorityToAct,
    Invitation,
    Parent,
    ParentAccessDecision,
    Relationship,
    YoungPersonAccess,
)
from .permissions import (
    ASSIGNMENTS_VIEW,
    AUTHORITY_TO_ACT_RECORD,
    CONTACTS_OWN,
    CONTACTS_VIEW,
    INVITATION_ISSUE,
    PARENT_ACCESS_DECIDE,
)
from .rights import is_young_person, parent_standing, rights_pass_on


def held_by(viewer: Viewer) -> dict[str, Any]:
    """The two keys of a row that this member of staff writes for their own body."""
    return {"authority_id": viewer.authority, "holder_id": viewer.organisation}


def adults_of(viewer: Viewer, child: UUID) -> QuerySet[AuthorityToAct]:
    """The grown-ups of a child with their contact, those in force first, in the order to be called."""
    found = reachable(viewer, AuthorityToAct.objects.filter(child_id=child), CONTACTS_VIEW)
    return found.select_related("parent", "checked_by").order_by(
        F("to_on").desc(nulls_first=True), "contact_order", "from_on", "pk"
    )


def adults_in_force(viewer: Viewer, child: UUID) -> QuerySet[AuthorityToAct]:
    return adults_of(viewer, child).filter(in_force(viewer.today))


def own_contacts(viewer: Viewer) -> QuerySet[Parent]:
    """What each setting has written down about the parent who asks: themselves only."""
    return reachable(viewer, Parent.objects.select_related("holder"), CONTACTS_OWN).filter(account_id=viewer.person)


def waiting_invitations(viewer: Viewer, child: UUID) -> QuerySet[Invitation]:
    """Invitations of a child that can still be redeemed."""
    found = reachable(viewer, Invitation.objects.filter(child_id=child), INVITATION_ISSUE)
    return found.filter(
        redeemed_at__isnull=True, cancelled_at__isnull=True, last_day_on__gte=viewer.today, tries_left__gt=0
    )


def known_parents(viewer: Viewer) -> QuerySet[Parent]:
    """Every grown-up the setting knows: to link a brother's or sister's parent instead of typing them twice."""
    return reachable(viewer, Parent.objects.all(), AUTHORITY_TO_ACT_RECORD)


@dataclass(frozen=True)
class RightsPassing:
    """A child of the setting whose rights pass soon, or have passed while something is still undecided."""

    child: Child
    on: date
    passed: bool
    has_account: bool
    undecided: int


def rights_passing(viewer: Viewer, within_days: int = 90) -> list[RightsPassing]:
    """Children on roll whose rights pass within so many days, or have passed with a parent's access undecided."""
    until = viewer.today + timedelta(days=within_days)
    found = reachable(viewer, Child.objects.filter(on_roll_today(viewer)), PARENT_ACCESS_DECIDE)
    old_enough = found.filter(born_on__lt=date(until.year - 14, 1, 1))  # nobody younger can be that old by then
    children = [child for child in old_enough if rights_pass_on(child.born_on) <= until]
    keys = [child.pk for child in children]
    accounts = set(
        YoungPersonAccess.objects.filter(in_force(viewer.today), child_id__in=keys).values_list("child_id", flat=True)
    )
    undecided = _undecided(viewer, keys)
    rows = [
        RightsPassing(
            child=child,
            on=rights_pass_on(child.born_on),
            passed=is_young_person(child.born_on, viewer.today),
            has_account=child.pk in accounts,
            undecided=undecided.get(child.pk, 0),
        )
        for child in children
    ]
    return sorted(
        (row for row in rows if not row.passed or row.undecided), key=lambda row: (row.on, row.child.sort_name)
    )


def _undecided(viewer: Viewer, children: list[UUID]) -> dict[UUID, int]:
    """How many grown-ups with access each child has about whom nothing has been recorded."""
    decided = set(
        ParentAccessDecision.objects.filter(child_id__in=children).values_list("child_id", "parent_id").distinct()
    )
    adults = AuthorityToAct.objects.filter(in_force(viewer.today), child_id__in=children).exclude(scope="none")
    counts: dict[UUID, int] = {}
    for child, parent in adults.values_list("child_id", "parent_id"):
        if (child, parent) not in decided:
            counts[child] = counts.get(child, 0) + 1
    return counts


@dataclass(frozen=True)
class AdultWithAccess:
    """A grown-up as the young person may know them: by name and relationship, without any contact."""

    parent: UUID
    holder: UUID
    name: str
    relationship: str
    scope: str
    basis: str | None
    may_act: bool

    @property
    def relationship_name(self) -> str:
        return str(Relationship(self.relationship).label)


def adults_with_access(viewer: Viewer, child: UUID) -> list[AdultWithAccess]:
    """The grown-ups with access to this child's record today, and what was last decided about each."""
    if not viewer.has(PARENT_ACCESS_DECIDE.name):
        return []
    if viewer.role == YOUNG_PERSON:
        return _adults_on_my_record(viewer, child)
    found = reachable(viewer, AuthorityToAct.objects.filter(child_id=child), PARENT_ACCESS_DECIDE)
    adults = found.filter(in_force(viewer.today)).exclude(scope=ActScope.NONE).select_related("parent")
    newest = _newest_decisions(viewer, child)
    return [
        AdultWithAccess(
            parent=adult.parent_id,
            holder=adult.holder_id,
            name=adult.parent.name,
            relationship=adult.relationship,
            scope=adult.scope,
            basis=newest[adult.parent_id].basis if adult.parent_id in newest else None,
            may_act=adult.parent_id in newest and newest[adult.parent_id].may_act,
        )
        for adult in adults.order_by("contact_order", "id")
    ]


def _adults_on_my_record(viewer: Viewer, child: UUID) -> list[AdultWithAccess]:
    asked = (
        "SELECT parent_id, holder_id, name, relationship, scope, basis, coalesce(may_act, false)"
        " FROM people_adults_on_my_record(%s) WHERE child_id = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked, [viewer.today, child])
        return [AdultWithAccess(*row) for row in cursor.fetchall()]


def _newest_decisions(viewer: Viewer, child: UUID) -> dict[UUID, ParentAccessDecision]:
    found = reachable(viewer, ParentAccessDecision.objects.filter(child_id=child), PARENT_ACCESS_DECIDE)
    return {decision.parent_id: decision for decision in found.order_by("on", "at")}


def may_decide_today(viewer: Viewer, child: UUID) -> list[AuthorityToAct]:
    """The grown-ups who may decide for this child today, in the order to be called.

    Full authority in force; and once the rights are the young person's own, only as they agreed or a capacity decision
    says, so that nobody writes down a parent's yes in their place (bar B10).
    """
    held = adults_in_force(viewer, child).filter(scope=ActScope.FULL).select_related("child")
    newest = _newest_decisions(viewer, child)

    def acts(one: AuthorityToAct) -> bool:
        decided = newest.get(one.parent_id)
        row = {"born_on": one.child.born_on, "scope": one.scope, "basis": decided.basis if decided else None}
        return parent_standing(row | {"may_act": bool(decided and decided.may_act)}, viewer.today).acts

    return [one for one in held if acts(one)]


def decisions_about(viewer: Viewer, child: UUID) -> list[ParentAccessDecision]:
    """Everything recorded about parents' access to this child's record, newest first."""
    found = reachable(viewer, ParentAccessDecision.objects.filter(child_id=child), PARENT_ACCESS_DECIDE)
    return list(found.select_related("by").order_by("-on", "-at"))


def people_working_here(viewer: Viewer, organisation: UUID | None = None) -> QuerySet[Assignment]:
    """Assignments in force, of one's own setting or, for the platform administrator, of any body in the area."""
    found = reachable(viewer, Assignment.objects.filter(in_force(viewer.today)), ASSIGNMENTS_VIEW)
    if organisation is not None:
        found = found.filter(holder_id=organisation)
    return found.select_related("account", "holder").order_by("account__name", "role", "id")


def may_be_named(viewer: Viewer) -> list[tuple[str, str]]:
    """Staff of the viewer's setting whose role may see withheld addresses: (key, name and role), for a choice."""
    roles = [role.key for role in ROLES.values() if WITHHELD_ADDRESS_VIEW.name in role.rights]
    found = Assignment.objects.filter(in_force(viewer.today), holder_id=viewer.organisation, role__in=roles)
    return [
        (str(one.account_id), f"{one.account.name} ({ROLES[one.role].name})")
        for one in found.select_related("account").order_by("account__name", "id")
    ]


def can_be_named(viewer: Viewer, account: UUID) -> bool:
    return str(account) in {key for key, _name in may_be_named(viewer)}


def sencos_of_settings(viewer: Viewer, settings: list[UUID]) -> dict[UUID, list[Contact]]:
    """Who leads SEN in each of these settings of the viewer's area today, with the address they work under. One query.

    For those who may see the organisations of the area; for others nobody.
    """
    if not viewer.has(ORGANISATION_VIEW.name):
        return {}
    serving = Assignment.objects.filter(
        in_force(viewer.today), authority_id=viewer.authority, holder_id__in=settings, role=SENCO.key
    )
    contacts: dict[UUID, list[Contact]] = {}
    for one in serving.select_related("account").order_by("from_on", "account__name"):
        who = Contact(one.account.name, one.job_title or str(SENCO.name), email=one.account.email)
        contacts.setdefault(one.holder_id, []).append(who)
    return contacts
