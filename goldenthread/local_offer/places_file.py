"""Load the postcodes, outward codes and towns that finding needs. Sources and credit: docs/data-credits.md."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from goldenthread.database.copying import copy_rows

from .models import Outcode, Postcode, Town

DATA = Path(str(files("goldenthread.local_offer").joinpath("data")))
POSTCODES, OUTCODES = DATA / "postcodes_bexley_area.csv.gz", DATA / "outcodes_gb.csv"
SCHOOLS = DATA / "schools_london_and_thames.csv.gz"

Row = dict[str, str]


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a CSV file, packed with gzip or not."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@transaction.atomic
def load_places(postcodes: Path = POSTCODES, outcodes: Path = OUTCODES, schools: Path = SCHOOLS) -> dict[str, int]:
    """Put these files in the place of what the tables held. Answers how many rows of each kind there are now.

    postcodes: columns postcode, lad_code, lad_name, latitude, longitude; the file may be a whole country's.
    """
    for model in (Postcode, Outcode, Town):
        _empty(model)
    towns: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    return {
        "postcodes": copy_rows(Postcode, "postcode lad_code lad_name latitude longitude", _postcodes(postcodes, towns)),
        "outcodes": copy_rows(
            Outcode,
            "outcode lad_code latitude longitude",
            ((row["outcode"], row["main_lad_code"], row["latitude"], row["longitude"]) for row in rows_of(outcodes)),
        ),
        "towns": copy_rows(Town, "name shown latitude longitude", _towns(schools, towns)),
    }


def _empty(model: type[models.Model]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608


def _postcodes(path: Path, districts: dict[str, list[tuple[str, float, float]]]) -> Iterator[tuple[Any, ...]]:
    """Each postcode; on the way, the points of each district are gathered for its middle."""
    for row in rows_of(path):
        point = float(row["latitude"]), float(row["longitude"])
        districts[row["lad_name"].lower()].append((row["lad_name"], *point))
        yield (row["postcode"].replace(" ", ""), row["lad_code"], row["lad_name"], *point)


def _towns(schools: Path, found: dict[str, list[tuple[str, float, float]]]) -> Iterable[tuple[Any, ...]]:
    """Towns as schools' addresses name them, and districts; the middle is the mean of their points.

    "London" is left out: a point in the middle of all of it would mislead.
    """
    for row in rows_of(schools):
        name = " ".join(row["town"].split())
        if name and row["latitude"] and name.lower() != "london":
            found[name.lower()].append((name, float(row["latitude"]), float(row["longitude"])))
    for name, points in found.items():
        middle = [sum(point[axis] for point in points) / len(points) for axis in (1, 2)]  # type: ignore[misc]
        yield (name, points[0][0], round(middle[0], 6), round(middle[1], 6))
