"""Larkmere as a stream of rows, one part after another."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from goldenthread.demo.larkmere.area import write_area
from goldenthread.demo.larkmere.classes import write_classes
from goldenthread.demo.larkmere.figures import share_out
from goldenthread.demo.larkmere.ground import Ground
from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.pupils import PupilWriter
from goldenthread.demo.larkmere.rows import TABLES
from goldenthread.demo.larkmere.schools import PLANS, School, number_schools
from goldenthread.demo.larkmere.seed import Keys, random_for
from goldenthread.demo.larkmere.staff import write_staff
from goldenthread.demo.larkmere.stories import stories_of
from goldenthread.demo.larkmere.support.school import SchoolSupport
from goldenthread.demo.larkmere.year_groups import statuses_of, year_sizes


def parts() -> Iterator[Part]:
    """The whole area: first what all schools refer to, then each school, in a fixed order."""
    keys = Keys(0, "area")
    rng = random_for("area")
    schools = number_schools([keys.new() for _plan in PLANS])
    share_out(schools, random_for("figures"))
    part = Part("Larkmere")
    ground = Ground(schools)
    write_area(rng, keys, part, ground)
    yield part
    for school in schools:
        if school.takes_pupils:
            yield _school_part(ground, school)


def _school_part(ground: Ground, school: School) -> Part:
    keys = Keys(school.index + 1, school.plan.name)
    rng = random_for(school.plan.name)
    part = Part(school.plan.name)
    sizes = year_sizes(rng, school)
    classes = write_classes(keys, part, school, sizes)
    groups = [group for year in classes.values() for group in year]
    staff = write_staff(rng, keys, part, school, groups)
    writer = PupilWriter(ground, school, part, keys, rng, staff)
    stories = stories_of(school.plan.name)
    statuses = iter(statuses_of(rng, school, [story.status_today for story in stories]))
    for year, size in sizes:
        for number in range(size - sum(story.year == year for story in stories)):
            status, resourced = next(statuses)
            writer.write(year, classes[year][number % len(classes[year])], status, resourced)
    if school.plan.phase in ("primary", "secondary"):
        for _leaver in range(2 + int(rng.random() * 5)):
            writer.write_leaver(school.plan.first_year + 1 + int(rng.random() * 4))
    if school.plan.phase == "alternative provision":
        for child, year in ground.dual:
            writer.attend_also(classes[year][0], child)
    if school.is_detailed:
        SchoolSupport(ground, school, part, keys, staff, groups).write(writer)
    return part


def build() -> dict[type[Any], list[Any]]:
    """Every row of the area in memory, by kind."""
    tables: dict[type[Any], list[Any]] = {kind: [] for kind in TABLES}
    for part in parts():
        for kind, rows in part.rows.items():
            tables[kind] += rows
    return tables


def digest() -> str:
    """A fingerprint of the whole stream: equal wherever and whenever it is made."""
    fingerprint = sha256()
    for part in parts():
        for row in part.all_rows():
            fingerprint.update(repr(row).encode())
    return fingerprint.hexdigest()
