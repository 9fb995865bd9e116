"""The register page with everything on (walls, scope, view log) beside a bare page and Django's admin changelist.

Makes a scratch database, checks first that all three show the same fifty children, then measures in alternating
rounds. Pass marks: the same query count at 10, 1,000 and 10,000 rows; 95 of 100 answers within 150 ms at four
connections with two workers.
"""

from __future__ import annotations

import html
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import UUID

from local_postgres import TESTS

from .load import Measured, Target, get, one_round
from .scratch import ROOT, scratch_database

DATABASE = f"bench_register_{os.getpid()}"
CONNECTIONS, WORKERS, ROUNDS, SECONDS = 4, 2, 6, 5.0
SIZES = (10, 1_000, 10_000)
SLOWEST = 150.0  # milliseconds within which 95 of 100 answers must come


def main(arguments: list[str]) -> int:
    """Run the whole measurement. `--short`: fewer and shorter rounds, for a first look."""
    rounds, seconds = (2, 1.5) if "--short" in arguments else (ROUNDS, SECONDS)
    with TESTS.in_use(), scratch_database(DATABASE):
        from . import scene

        made = scene.make(TESTS.url("owner", DATABASE), SIZES)
        counts = {size: scene.queries_of(made.probes[size]) for size in SIZES}
        with ExitStack() as servers:
            ours = servers.enter_context(server("goldenthread.wsgi", "app", "bench.settings", made.school))
            peers = servers.enter_context(server("bench.peer_wsgi", "owner", "bench.peer_settings", made.school))
            targets = [
                Target("our register", *ours, "/register/", made.cookie),
                Target("a bare keyset page", *peers, "/bare/"),
                Target("Django admin changelist", *peers, "/admin/children/child/"),
            ]
            same = same_children(targets)
            measured = measure(targets, rounds, seconds)
    return report(targets, measured, counts, same)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def server(application: str, role: str, settings: str, school: UUID) -> Iterator[tuple[int, int]]:
    """Serve with gunicorn and two workers; gives the port and the process."""
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": TESTS.url(role, DATABASE),
        "DJANGO_SETTINGS_MODULE": settings,
        "BENCH_SCHOOL": str(school),
        "PYTHONPATH": str(ROOT),
    }
    command = [
        sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS),
        "--preload", "--no-control-socket", "--log-level", "error",
    ]  # fmt: skip
    process = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        _wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("A server did not start; its last words are above.")


def children_on(page: str) -> list[str]:
    """The names in the table's row headings, in the order shown."""
    named = re.findall(r'<th class="field-listed"[^>]*><a[^>]*>([^<]*)</a>', page)
    named = named or re.findall(r'<th scope="row"[^>]*>\s*<a[^>]*>([^<]*)</a>', page)
    return [html.unescape(name) for name in named]


def same_children(targets: list[Target]) -> bool:
    """Whether all pages show the same fifty children in the same order."""
    pages = [children_on(get(target)) for target in targets]
    for target, page in zip(targets, pages, strict=True):
        if page != pages[0] or len(page) != 50:
            print(f"{target.name} shows {len(page)} children, from {page[:1]} to {page[-1:]}", file=sys.stderr)
    return len(pages[0]) == 50 and all(page == pages[0] for page in pages)


def measure(targets: list[Target], rounds: int, seconds: float) -> dict[str, Measured]:
    """Alternating rounds, each beginning with another target; the first of all is thrown away."""
    for target in targets:
        one_round(target, CONNECTIONS, 1.0, Measured())
    found = {target.name: Measured() for target in targets}
    for number in range(rounds):
        turn = number % len(targets)
        for target in targets[turn:] + targets[:turn]:
            one_round(target, CONNECTIONS, seconds, found[target.name])
    return found


def report(
    targets: list[Target], measured: dict[str, Measured], counts: dict[int, tuple[int, float]], same: bool
) -> int:
    """Print what was seen; 0 when every pass mark was met."""
    ours = measured[targets[0].name]
    print(f"\n50 of 300 children, area of 42,618 pupils; {CONNECTIONS} connections, {WORKERS} workers")
    load = os.getloadavg()[0]
    print(f"Load of the machine: {load:.1f} on {os.cpu_count()} processors (ours alone is about 3)")
    print(f"The same fifty children on every page: {'yes' if same else 'NO'}\n")
    print(f"{'':26}{'pages/s':>9}{'least':>7}{'most':>7}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}   ours is")
    for target in targets:
        seen = measured[target.name]
        ratio = "" if target is targets[0] else f"{ours.rate / seen.rate:.2f} x its rate"
        times = f"{seen.percentile(50):9.1f}{seen.percentile(95):9.1f}{seen.cpu_each:9.1f}"
        rates = f"{seen.rate:9.1f}{min(seen.rates):7.1f}{max(seen.rates):7.1f}"
        print(f"{target.name:26}{rates}{times}   {ratio}")
    print("\nChildren on the register   queries of one page   CPU of one page")
    for size, (queries, cpu) in counts.items():
        print(f"{size:24,}{queries:22}{cpu:15.1f} ms")
    constant = len({queries for queries, _cpu in counts.values()}) == 1
    quick = ours.percentile(95) <= SLOWEST
    print(f"\nSame number of queries: {'yes' if constant else 'NO'}. 95 of 100 within {SLOWEST:.0f} ms: ", end="")
    print("yes." if quick else "NO.")
    return 0 if same and constant and quick else 1
