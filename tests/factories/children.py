"""Rows of the children room to test with, beside those of `world`."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.children.models import Child, ClassGroup, ClassStaff, Identifier, Need, Profile
from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Account

from .world import LONG_AGO, inside


def _both(setting: Organisation) -> dict[str, Any]:
    return {"authority_id": setting.authority_id, "holder": setting}


def make_need(child: Child, setting: Organisation, sen_type: str = "SLCN", **more: Any) -> Need:
    values = {"area": "communication", "rank": 1, "from_on": LONG_AGO} | more
    with inside(setting):
        return Need.objects.create(child=child, sen_type=sen_type, **_both(setting), **values)


def make_profile(child: Child, setting: Organisation, by: Account, **more: Any) -> Profile:
    values = {
        "number": 1, "good_at": "Telling jokes", "helps_me": "Pictures beside words", "changed_on": date(2026, 9, 10),
    } | more  # fmt: skip
    with inside(setting):
        return Profile.objects.create(child=child, changed_by=by, **_both(setting), **values)


def make_identifier(child: Child, setting: Organisation, scheme: str, value: str, **more: Any) -> Identifier:
    with inside(setting):
        return Identifier.objects.create(
            child=child, scheme=scheme, value=value, **_both(setting), **({"from_on": LONG_AGO} | more)
        )


def works_with(account: Account, class_group: ClassGroup, setting: Organisation, **more: Any) -> ClassStaff:
    values = {"from_on": date(2026, 9, 1), "leads": False} | more
    with inside(setting):
        return ClassStaff.objects.create(class_group=class_group, account=account, **_both(setting), **values)
