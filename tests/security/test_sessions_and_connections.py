"""How long a sign-in lasts, as it is written down (bar A9); and nothing left behind on a shared connection (bar A5)."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.urls import reverse

from goldenthread.access.roles import ROLES
from goldenthread.children.models import Child
from goldenthread.children.views import record as record_page
from goldenthread.letters.models import Letter
from goldenthread.people.models import Parent
from goldenthread.process.models import Draft
from goldenthread.sen_support.models import Concern
from tests.access.about import MARK, About
from tests.access.asking import browser
from tests.factories.world import World, make_child

pytestmark = pytest.mark.django_db(transaction=True)
WRITTEN_DOWN = Path(__file__).resolve().parents[2] / "docs" / "decisions" / "0009-signing-in.md"
SEED = 20261120


def test_every_role_has_the_limits_that_are_written_down():
    said = re.search(
        r"families are asked again after (\d+) idle minutes, staff after (\d+); everybody after (\d+) hours",
        WRITTEN_DOWN.read_text(),
    )
    assert said
    family, staff, everybody = (int(number) for number in said.groups())

    held = {role.key: (role.idle_minutes, role.absolute_hours) for role in ROLES.values()}

    assert held == {role.key: (staff if role.staff else family, everybody) for role in ROLES.values()}


def _left_behind() -> list[str]:
    """What the next user of this connection would find: settings, or rows without having said who they are."""
    with transaction.atomic(), connection.cursor() as cursor:
        names = ("app.person", "app.authority", "app.holders", "app.children")
        cursor.execute("SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in names))
        settings = [name for name, value in zip(names, cursor.fetchone(), strict=True) if value not in ("", "{}")]
        rows = [model.__name__ for model in (Child, Parent, Letter, Concern, Draft) if model.objects.exists()]
    return settings + rows


def test_no_answer_of_any_kind_leaves_anything_on_its_connection():
    """A short form of fault test F14: 120 mixed requests of two areas over one connection, with refusals and faults."""
    world = World()
    elsewhere = World(area=world.other_area)
    here = About(make_child(world.school, "Kit Kestrel")).everything()
    there = make_child(elsewhere.school, "Ola Osprey")
    clients = {"here": browser(world.staff("senco"), "senco"), "there": browser(elsewhere.staff("senco"), "senco")}
    addresses = [
        reverse("child", args=[here.child.pk]), reverse("child", args=[there.pk]), reverse("register"), "/nowhere/",
        reverse("child_adults", args=[here.child.pk]), reverse("download_register"), reverse("drafts"),
    ]  # fmt: skip
    honest, chance, found = record_page.child_of, random.Random(SEED), []

    def breaks(*_given: object, **_more: object) -> None:
        Child.objects.count()
        raise ValueError(MARK)

    try:
        for number in range(120):
            who, address = chance.choice(list(clients)), chance.choice(addresses)
            record_page.child_of = breaks if chance.random() < 0.2 else honest  # type: ignore[assignment]
            answer = getattr(clients[who], chance.choice(["get", "get", "post"]))(address)
            foreign = {"here": "Osprey", "there": MARK}[who]
            if foreign in answer.content.decode() or _left_behind():
                found.append((SEED, number, who, address, answer.status_code, _left_behind()))
    finally:
        record_page.child_of = honest

    assert found == []
