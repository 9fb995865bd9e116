"""The two schools of Larkmere that are told child by child, in this test's own database, as a visitor of the demo meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

import local_postgres
from goldenthread.demo.larkmere.people import DemoPerson, demo_people
from goldenthread.demo.larkmere.schools import DETAILED
from goldenthread.demo.load import BODIES, LOADERS, Known
from goldenthread.demo.load.people import remember_people
from goldenthread.settings.base import database
from tests.demo.larkmere_area import all_parts


@contextmanager
def as_owner() -> Iterator[None]:
    """Connected as the role that may write every row, as the command that loads the demo is."""
    as_application = dict(connection.settings_dict)
    owner = database(local_postgres.TESTS.url("owner", str(as_application["NAME"])))
    connection.close()
    connection.settings_dict.update(owner)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(as_application)


@cache
def people() -> dict[str, DemoPerson]:
    """Whom a visitor of the demo can be, by slug."""
    adults: dict[str, UUID] = {slug: key for part in all_parts() for slug, key in part.people.items()}
    children: dict[str, UUID] = {slug: key for part in all_parts() for slug, key in part.children.items()}
    return {person.slug: person for person in demo_people(adults, children)}


def load_detailed_schools() -> None:
    """What `load_demo` does, for the area, Hollow Oak and Fairmead. A quarter of a minute."""
    assert settings.STATED_TODAY is not None, "the demo stands still on one day"
    known = Known()
    known.visitors = {person.person: person for person in people().values()}
    with as_owner(), transaction.atomic():
        for part in all_parts():
            _load((*BODIES, remember_people), part, known)
        for part in all_parts():
            if part.name in ("Larkmere", *DETAILED):
                _load(LOADERS, part, known)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _load(loaders: tuple[Callable[..., None], ...], part: object, known: Known) -> None:
    for load in loaders:
        load(part, known)
