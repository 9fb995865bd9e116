"""A file of 50,000 pupils brought in through the import, beside the same lines written with Django's bulk_create.

Results are checked equal first. The import also reads, checks and compares every cell, shows what would change, and
writes status, identifiers and audit; the peer writes children and their enrolment, and checks nothing. Pass marks:
under 60 s, at most 100 MB more memory, and the same file a second time changes nothing.
"""

from __future__ import annotations

import csv
import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psutil

from local_postgres import TESTS

from .scratch import scratch_database

PUPILS, LONGEST, MOST_MEMORY = 50_000, 60.0, 100.0  # lines, seconds, megabytes
DATABASE = f"bench_pupils_{os.getpid()}"
EVERY = 0.05  # seconds between two looks at the memory
Names = list[tuple[str, str, str]]


@dataclass
class Spent:
    seconds: float = 0.0
    megabytes: float = 0.0


@contextmanager
def spending() -> Iterator[Spent]:
    """Time, and the most memory this process held beyond what it held before."""
    process, done, spent = psutil.Process(), threading.Event(), Spent()
    before, most = process.memory_info().rss, [0]

    def look() -> None:
        while not done.wait(EVERY):
            most[0] = max(most[0], process.memory_info().rss)

    watcher = threading.Thread(target=look)
    watcher.start()
    began = time.perf_counter()
    try:
        yield spent
    finally:
        spent.seconds = time.perf_counter() - began
        done.set()
        watcher.join()
        spent.megabytes = max(0.0, (max(most[0], process.memory_info().rss) - before) / 1e6)


def main(arguments: list[str]) -> int:
    """Run the whole measurement. `--short`: a tenth of the lines, for a first look."""
    lines = PUPILS // 10 if "--short" in arguments else PUPILS
    with TESTS.in_use(), scratch_database(DATABASE):
        return _measured(lines)


def _measured(lines: int) -> int:
    from tests.factories.files import a_pupil, csv_file
    from tests.factories.world import World

    world = World()
    content = csv_file("pupils", [a_pupil(number) for number in range(lines)])
    print(f"A file of {lines:,} pupils, {len(content) / 1e6:.1f} MB")
    with spending() as ours:
        first = _bring(world, content)
    with spending() as again:
        second = _bring(world, content)
    with spending() as peer:
        _written_plainly(world, content)
    names = [_names_at(school) for school in (world.school, world.other_school)]
    same = names[0] == names[1] and len(names[0]) == lines
    changed = second.new + second.changed
    print(f"The same {lines:,} children from both: {'yes' if same else 'NO'}\n")
    print(f"{'':34}{'seconds':>9}{'lines/s':>9}{'more MB':>9}")
    for name, spent in (("the import, a first time", ours), ("the import, the same file again", again),
                        ("Django's bulk_create, unchecked", peer)):  # fmt: skip
        print(f"{name:34}{spent.seconds:9.1f}{lines / spent.seconds:9.0f}{spent.megabytes:9.1f}")
    print(f"\nThe import takes {ours.seconds / peer.seconds:.2f} x the time of the peer.")
    print(f"New the first time: {first.new:,}; new or changed the second time: {changed}.")
    met = same and changed == 0 and first.new == lines
    return 0 if met and ours.seconds <= LONGEST and ours.megabytes <= MOST_MEMORY else 1


def _bring(world: Any, content: bytes) -> Any:
    """Read the file and say yes to it, as a SENCO does on two pages."""
    from goldenthread.imports.actions import read_file, take_file
    from tests.factories.world import seen_by, viewer_of

    senco = viewer_of(world.staff("senco"))
    chunks = [content[at : at + 65_536] for at in range(0, len(content), 65_536)]
    with seen_by(senco) as viewer:
        made = read_file(by=viewer, kind="pupils", file_name="pupils.csv", chunks=chunks)
    with seen_by(senco) as viewer:
        return take_file(by=viewer, batch=made.pk)


def _written_plainly(world: Any, content: bytes) -> None:
    """The same lines, at another school, as a script would write them."""
    from goldenthread.children.models import Child, Enrolment, EnrolmentKind
    from goldenthread.children.names import sort_name
    from tests.factories.world import inside

    school = world.other_school
    both = {"authority_id": school.authority_id, "holder": school}
    read: Callable[[str], Any] = lambda text: datetime.strptime(text, "%d/%m/%Y").date()  # noqa: E731
    with inside(school):
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        children = [
            Child(
                given_name=row["given_name"], family_name=row["family_name"], born_on=read(row["date_of_birth"]),
                sort_name=sort_name(row["family_name"], row["given_name"]), **both,
            )
            for row in rows
        ]  # fmt: skip
        Child.objects.bulk_create(children, batch_size=1000)
        rolls = [
            Enrolment(
                child=child, from_on=read(row["start_date"]), year_group=row["year_group"], kind=EnrolmentKind.CURRENT,
                **both,
            )
            for child, row in zip(children, rows, strict=True)
        ]  # fmt: skip
        Enrolment.objects.bulk_create(rolls, batch_size=1000)


def _names_at(school: Any) -> Names:
    from goldenthread.children.models import Child
    from tests.factories.world import inside

    with inside(school):
        found = Child.objects.filter(holder=school).values_list("given_name", "family_name", "born_on")
        return sorted((given, family, born.isoformat()) for given, family, born in found)
