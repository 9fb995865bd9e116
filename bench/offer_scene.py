"""25,000 invented services: the demo's, again and again under other names and keys, at places a little apart.

For the peers the very answers of the feed are written into flat tables, in PostgreSQL and in SQLite.
"""

from __future__ import annotations

import copy
import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import psycopg

from goldenthread.database.acting import one_transaction
from goldenthread.demo.local_offer.ground import load_ground
from goldenthread.demo.local_offer.kinds import bodies, body_key, entries
from goldenthread.local_offer.bulk import NewEntry, rebuild_words, write_entries
from goldenthread.local_offer.models import Offer, OfferOrganisation
from goldenthread.local_offer.places_file import load_places
from goldenthread.local_offer.versions import PARTS
from tests.factories.world import make_area

SERVICES = 25_000
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SERVICE = ("id", "organization_id", "name", "description", "url", "email", "status", "fees", "minimum_age", "maximum_age",
           "assured_date", "last_modified")  # fmt: skip
BODY = ("id", "name", "description", "email", "website")


def make(owner_url: str) -> UUID:
    """The offer of one area. Answers the area's key."""
    area = make_area("Measured area")
    load_places()
    with one_transaction(authority=area.pk, holders=[area.pk]):
        load_ground()
        Offer.objects.create(authority=area, area_name="Measured area")
        OfferOrganisation.objects.bulk_create(
            OfferOrganisation(id=body_key(key), authority=area, holder=area, name=name, description=about)
            for key, (name, about) in bodies().items()
        )
        write_entries(area.pk, _many(), why="Measured", at=AT)
        rebuild_words(area.pk)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("VACUUM ANALYZE")
    return area.pk


def _many() -> Iterator[NewEntry]:
    chance, base = random.Random(20_261_120), list(entries())
    for number in range(SERVICES):
        first = base[number % len(base)]
        contents: dict[str, Any] = copy.deepcopy(first.contents)
        contents["service"]["name"] = f"{number:05} {contents['service']['name']}"[:100]
        for name in PARTS:
            for row in contents.get(name, []):
                row.pop("id", None)
                if name in ("schedules", "events"):
                    row["place"] = None
        for place in contents["places"]:
            for axis in ("latitude", "longitude"):
                if place.get(axis) is not None:
                    place[axis] += chance.uniform(-0.2, 0.2)
        yield NewEntry(uuid5(first.key, str(number)), contents, dict(first.more))


def write_for_peers(services: Iterable[dict[str, Any]], owner_url: str, sqlite: Path) -> None:
    """The same rows for both peers, with the indexes their questions want."""
    found = list(services)
    rows = [tuple(one.get(name) for name in SERVICE) for one in found]
    known = {one["organization"]["id"]: tuple(one["organization"].get(name) for name in BODY) for one in found}
    with psycopg.connect(owner_url) as owner, owner.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_organization (id uuid PRIMARY KEY, name text, description text, email text, website text)"
        )
        cursor.execute(
            "CREATE TABLE bench_service (id uuid PRIMARY KEY, organization_id uuid REFERENCES bench_organization, name text,"
            " description text, url text, email text, status text, fees text, minimum_age float8, maximum_age float8,"
            " assured_date text, last_modified text)"
        )
        cursor.executemany("INSERT INTO bench_organization VALUES (%s, %s, %s, %s, %s)", list(known.values()))
        cursor.executemany(f"INSERT INTO bench_service VALUES ({', '.join(['%s'] * len(SERVICE))})", rows)
        cursor.execute("CREATE INDEX ON bench_service (name, id)")
        cursor.execute("CREATE INDEX ON bench_service (organization_id, name, id)")
        cursor.execute("ANALYZE")
    with sqlite3.connect(sqlite) as file:
        columns = ", ".join(f"{name}{' PRIMARY KEY' if name == 'id' else ''}" for name in SERVICE)
        file.execute(f"CREATE TABLE service ({columns}, {', '.join(f'organization_{name}_' for name in BODY[1:])})")
        marks = ", ".join(["?"] * (len(SERVICE) + len(BODY) - 1))
        file.executemany(f"INSERT INTO service VALUES ({marks})", [(*row, *known[row[1]][1:]) for row in rows])
        file.execute("CREATE INDEX by_name ON service (name, id)")
        file.execute("CREATE INDEX by_body ON service (organization_id, name, id)")
        file.execute("ANALYZE")
