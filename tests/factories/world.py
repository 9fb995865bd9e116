"""A small, complete area to test in: two settings, families, staff in every role. Everybody is invented.

Rows are written as the application role, inside the walls: `with inside(organisation): …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from django.test import Client

from goldenthread.access.roles import ROLES
from goldenthread.access.viewer import Viewer
from goldenthread.children.models import (
    Child,
    ClassGroup,
    ClassMembership,
    ClassStaff,
    Enrolment,
    EnrolmentKind,
    StatusEntry,
)
from goldenthread.children.names import sort_name
from goldenthread.database.acting import act_as, one_transaction
from goldenthread.keys import new_key
from goldenthread.organisations.models import Kind, Organisation, SettingType, Term
from goldenthread.people.factors import DEMO_DOOR
from goldenthread.people.hats import hats_of
from goldenthread.people.middleware import HAT, become
from goldenthread.people.models import Account, Assignment, AuthorityToAct, Parent, YoungPersonAccess

TODAY = date(2026, 11, 20)
LONG_AGO = date(2024, 9, 1)
OF_THE_AUTHORITY = ("authority_officer", "offer_moderator", "platform_administrator")
_number = count(1)


@contextmanager
def inside(organisation: Organisation) -> Iterator[None]:
    """Write rows that this organisation holds, as the application role."""
    with one_transaction(authority=organisation.authority_id, holders=[organisation.pk]):
        yield


@contextmanager
def seen_by(viewer: Viewer) -> Iterator[Viewer]:
    """Ask as this viewer, to the end of the block: what the request's middleware does."""
    from django.db import transaction

    with transaction.atomic():
        become(viewer)
        yield viewer
        act_as(authority=None)


def make_area(name: str = "Larkmere", la_code: str = "399") -> Organisation:
    key = new_key()
    return Organisation.objects.create(id=key, authority_id=key, kind=Kind.LOCAL_AUTHORITY, name=name, la_code=la_code)


def make_setting(area: Organisation, name: str, **more: Any) -> Organisation:
    number = next(_number)
    setting = Organisation.objects.create(
        authority=area, kind=Kind.SETTING, name=name, la_code=area.la_code, urn=f"{999900 + number % 100:06d}",
        establishment_number=f"{9000 + number % 1000:04d}", email="office@example.org",
        phone="020 7946 0100", **({"setting_type": SettingType.MAINTAINED, "phase": "primary"} | more),
    )  # fmt: skip
    Term.objects.create(organisation=setting, name="Autumn", starts_on=date(2026, 9, 2), ends_on=date(2026, 12, 18))
    return setting


def make_account(name: str, email: str = "") -> Account:
    return Account.objects.create_user(email or f"person{next(_number)}@example.org", "not-a-real-password", name=name)


def give_role(account: Account, role: str, organisation: Organisation, **more: Any) -> Assignment:
    with inside(organisation):
        return Assignment.objects.create(
            authority_id=organisation.authority_id, holder=organisation, account=account, role=role,
            **({"from_on": LONG_AGO} | more),
        )  # fmt: skip


def make_child(
    setting: Organisation, name: str = "Amara Bello", born_on: date = date(2018, 3, 5), **more: Any
) -> Child:
    given, family = name.split(" ", 1)
    roll = {"from_on": LONG_AGO, "kind": EnrolmentKind.CURRENT, "year_group": "4"} | more
    with inside(setting):
        child = Child.objects.create(
            authority_id=setting.authority_id, holder=setting, given_name=given, family_name=family, born_on=born_on,
            sort_name=sort_name(given, family), sex="F",
        )  # fmt: skip
        Enrolment.objects.create(authority_id=setting.authority_id, holder=setting, child=child, **roll)
    return child


def enrol(child: Child, setting: Organisation, **more: Any) -> Enrolment:
    roll = {"from_on": LONG_AGO, "kind": EnrolmentKind.CURRENT, "year_group": "4"} | more
    with inside(setting):
        return Enrolment.objects.create(authority_id=setting.authority_id, holder=setting, child=child, **roll)


def set_status(
    child: Child, setting: Organisation, status: str, true_from: date = LONG_AGO, **more: Any
) -> StatusEntry:
    from django.utils import timezone

    values = {"learned_on": true_from, "recorded_at": timezone.now(), "reason": "Decided by the school"} | more
    with inside(setting):
        return StatusEntry.objects.create(
            authority_id=setting.authority_id, holder=setting, child=child, status=status, true_from=true_from, **values
        )


def make_class(
    setting: Organisation,
    name: str = "4B",
    staff: tuple[Account, ...] = (),
    children: tuple[Child, ...] = (),
    to_on: date | None = None,
) -> ClassGroup:
    """A class with its staff (until to_on, when they stop) and children."""
    both = {"authority_id": setting.authority_id, "holder": setting, "from_on": date(2026, 9, 1)}
    with inside(setting):
        group = ClassGroup.objects.create(name=name, year_group="4", **both)
        for account in staff:
            ClassStaff.objects.create(class_group=group, account=account, leads=True, to_on=to_on, **both)
        for child in children:
            ClassMembership.objects.create(class_group=group, child=child, **both)
    return group


def make_parent(
    child: Child, setting: Organisation, name: str = "Ada Bello", account: Account | None = None, **more: Any
) -> Parent:
    """A parent as the setting knows them, with authority to act for the child. more: fields of the authority."""
    given, family = name.split(" ", 1)
    account = account or make_account(name)
    both = {"authority_id": setting.authority_id, "holder": setting}
    values = {
        "relationship": "mother", "evidence": "Birth certificate seen", "from_on": LONG_AGO, "scope": "full",
    } | more  # fmt: skip
    with inside(setting):
        parent = Parent.objects.create(given_name=given, family_name=family, account=account, **both)
        AuthorityToAct.objects.create(child=child, parent=parent, **both, **values)
    return parent


def make_young_person(child: Child, setting: Organisation, account: Account | None = None, **more: Any) -> Account:
    account = account or make_account(child.name)
    values = {"authority_id": setting.authority_id, "holder": setting, "from_on": LONG_AGO} | more
    with inside(setting):
        YoungPersonAccess.objects.create(child=child, account=account, **values)
    return account


def viewer_of(account: Account, role: str | None = None, today: date = TODAY) -> Viewer:
    """The viewer this account is today: in this role, or in its first hat."""
    with one_transaction(authority=None, person=account.pk):
        hats = hats_of(today)
    hat = next(hat for hat in hats if role is None or hat.role.key == role)
    return hat.viewer(account.pk, account.name, today, "test")


def signed_in(account: Account, role: str | None = None) -> Client:
    """A browser signed in as this account, through the demo's door (no second factor asked)."""
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[DEMO_DOOR] = True
    with one_transaction(authority=None, person=account.pk):
        hats = hats_of(TODAY)
    if role:
        session[HAT] = next(hat.key for hat in hats if hat.role.key == role)
    session.save()
    return client


@dataclass
class World:
    """Larkmere with Hollow Oak and Fairmead, and one person in every role at Hollow Oak. Made when first asked for."""

    area: Organisation = field(default_factory=make_area)

    @cached_property
    def school(self) -> Organisation:
        return make_setting(self.area, "Hollow Oak Primary")

    @cached_property
    def other_school(self) -> Organisation:
        return make_setting(self.area, "Fairmead Academy", setting_type=SettingType.ACADEMY, phase="secondary")

    @cached_property
    def other_area(self) -> Organisation:
        return make_area("Northmere", "398")

    @cached_property
    def school_elsewhere(self) -> Organisation:
        return make_setting(self.other_area, "Far Lane Primary")

    @cached_property
    def amara(self) -> Child:
        child = make_child(self.school, "Amara Bello")
        set_status(child, self.school, "K", date(2025, 10, 16))
        return child

    @cached_property
    def ada(self) -> Account:
        """Amara's mother."""
        account = make_account("Ada Bello")
        make_parent(self.amara, self.school, "Ada Bello", account)
        return account

    @cached_property
    def class_4b(self) -> ClassGroup:
        return make_class(self.school, "4B", (self.staff("class_teacher"),), (self.amara,))

    _staff: dict[str, Account] = field(default_factory=dict)

    def staff(self, role: str) -> Account:
        """The person in this role at Hollow Oak (or at the authority, for its roles)."""
        if role not in self._staff:
            account = make_account(str(ROLES[role].name))
            place = self.area if role in OF_THE_AUTHORITY else self.school
            give_role(account, role, place)
            self._staff[role] = account
        return self._staff[role]
