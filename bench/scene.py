"""The people and schools of the measurement, and one page asked inside this process to count its queries."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.organisations.models import Organisation
from goldenthread.people.models import Account
from tests.factories.world import give_role, make_account, make_area, make_setting, signed_in

from .area import MEASURED_REGISTER, MEASURED_ROLL, PUPILS, SCHOOLS, Roll, fill, spread
from .cycles import fill_cycles, on_the_register

REPEATS = 20


@dataclass(frozen=True)
class Scene:
    """school: the one that is measured; cookie: its SENCO's sign-in; probes: a signed-in SENCO for each size."""

    school: UUID
    cookie: str
    probes: dict[int, Client]


def make(owner_url: str, sizes: tuple[int, ...]) -> Scene:
    """The area with all its pupils, and beside it one school for each size of register."""
    area = make_area("Measured area")
    schools = [make_setting(area, f"School {number}") for number in range(SCHOOLS)]
    probes = {size: make_setting(area, f"Register of {size}") for size in sizes}
    rolls = [Roll(schools[0].pk, MEASURED_ROLL, MEASURED_REGISTER)]
    rolls += spread([school.pk for school in schools[1:]], PUPILS - MEASURED_ROLL)
    rolls += [Roll(school.pk, size, size) for size, school in probes.items()]
    fill(owner_url, area.pk, rolls)
    sencos = {school.pk: _senco(school) for school in (schools[0], *probes.values())}
    for school in (schools[0], *probes.values()):
        children = on_the_register(owner_url, school.pk)
        fill_cycles(owner_url, school, children, sencos[school.pk], entries=school == schools[0])
    cookie = signed_in(sencos[schools[0].pk]).cookies["sessionid"]
    signed = {size: signed_in(sencos[school.pk]) for size, school in probes.items()}
    return Scene(schools[0].pk, f"sessionid={cookie.value}", signed)


def _senco(school: Organisation) -> Account:
    account = make_account(f"SENCO of {school.name}")
    give_role(account, "senco", school)
    return account


def queries_of(client: Client) -> tuple[int, float]:
    """Queries of one page (without what keeps the session alive), and this process's CPU milliseconds for it."""
    for _ in range(3):
        client.get("/register/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/register/")
    asked = [query["sql"] for query in captured]
    asked = [sql for sql in asked if "django_session" not in sql and "SAVEPOINT" not in sql]
    began = time.process_time()
    for _ in range(REPEATS):
        client.get("/register/")
    return len(asked), (time.process_time() - began) * 1000 / REPEATS
