"""The open feed beside a plain Django REST framework view and Datasette, on the same 25,000 rows in the same run.

Results are checked equal first. Each server has one worker. Marks: at least as many answers a second as either peer
(Datasette without its count); 304 answers at least three times as many; every kind of question within 100 ms in the
median; everything as lines within 60 s with flat memory.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

from local_postgres import TESTS

from .register import _wait_for, free_port
from .scratch import ROOT, scratch_database

DATABASE = f"bench_offer_{os.getpid()}"
ROUNDS, SECONDS = 6, 3.0
SLOWEST, LONGEST_EXPORT, MOST_MEMORY = 100.0, 60.0, 30.0  # milliseconds, seconds, more megabytes than before
MIDDLE = 250
QUESTIONS = {
    "first page": "/api/oruk/services",
    "middle page": f"/api/oruk/services?page={MIDDLE}",
    "last page": "/api/oruk/services?page=500",
    "full page": "/api/oruk/services?full=true",
    "one service": "/api/oruk/services/{id}",
    "words": "/api/oruk/services?search=swimming%20autism",
    "need and ages": "/api/oruk/services?age=7&taxonomy_term_id={asd}",
    "day and time": "/api/oruk/services?day=SA&start_time=09:00",
    "near, words": "/api/oruk/services?postcode=QX4&proximity=3000&search=club",
    "area served": "/api/oruk/services?postcode=QX4",
    "at places": "/api/oruk/service_at_locations",
    "at places, middle": f"/api/oruk/service_at_locations?page={MIDDLE}",
    "at places, near": "/api/oruk/service_at_locations?postcode=QX4&proximity=3000",
}


@dataclass
class Peer:
    """One question to one server. wanted: the status that counts as an answer."""

    name: str
    port: int
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    wanted: int = 200
    seconds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    def ask(self) -> tuple[bytes, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", self.path, headers=self.headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != self.wanted:
            raise RuntimeError(f"{self.name} answered {answer.status} for {self.path}: {body[:300]!r}")
        return body, answer.headers

    def run(self, seconds: float) -> None:
        """Ask again and again, one question after another: what a program that copies a feed does."""
        began, count = time.perf_counter(), 0
        while (now := time.perf_counter()) < began + seconds:
            self.ask()
            self.seconds.append(time.perf_counter() - now)
            count += 1
        self.rates.append(count / (time.perf_counter() - began))

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)


def measured(short: bool) -> bool:
    """Make the scene, check that all say the same, measure, print. Whether every mark was met."""
    from . import offer_pages

    rounds, seconds = (2, 1.0) if short else (ROUNDS, SECONDS)
    with TESTS.in_use(), tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        servers.enter_context(measured_offer())
        port, process, first = _ours(servers)
        export = Path(folder) / "services.ndjson"
        exported = _export(port, process, export)
        _write_for_peers(export, Path(folder) / "bench.db")
        peers = _peers(servers, port, Path(folder) / "bench.db", first)
        same = [_same(name, trio) for name, trio in peers.items()]
        alone = _every_question(port, first)
        found = offer_pages.measured(servers)
        met = [_beside(name, trio, rounds, seconds) for name, trio in peers.items()]
    return all([*same, exported, alone, found, *met])


@contextmanager
def measured_offer() -> Iterator[None]:
    """The scratch database with an area's 25,000 services."""
    with scratch_database(DATABASE):
        from . import offer_scene

        began = time.perf_counter()
        offer_scene.make(TESTS.url("owner", DATABASE))
        print(f"{offer_scene.SERVICES:,} services written in {time.perf_counter() - began:.0f} s")
        yield


@contextmanager
def served(command: list[str], port: int, **environment: str) -> Iterator[int]:
    """No server keeps a log of its answers: Datasette's, which it cannot leave off, goes nowhere."""
    silent = subprocess.DEVNULL if "datasette" in command else None
    whole = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    process = subprocess.Popen(command, env=whole, cwd=ROOT, stdout=silent, stderr=silent)
    try:
        _wait_for(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _gunicorn(application: str, port: int) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "1",
        "--timeout", "120", "--no-control-socket", "--log-level", "error",
    ]  # fmt: skip


def _ours(servers: ExitStack) -> tuple[int, int, dict[str, Any]]:
    port = free_port()
    process = servers.enter_context(
        served(
            _gunicorn("goldenthread.wsgi", port),
            port,
            DJANGO_SETTINGS_MODULE="bench.offer_settings",
            PUBLIC_DATABASE_URL=TESTS.url("public", DATABASE),
            ALLOWED_HOSTS="127.0.0.1",
        )
    )
    page = json.loads(Peer("ours", port, QUESTIONS["first page"]).ask()[0])
    return port, process, page["contents"][7]


def _peers(servers: ExitStack, ours: int, sqlite: Path, first: dict[str, Any]) -> dict[str, list[Peer]]:
    rest, datasette = free_port(), free_port()
    servers.enter_context(
        served(
            _gunicorn("bench.offer_peer", rest),
            rest,
            DATABASE_URL=TESTS.url("owner", DATABASE),
            DJANGO_SETTINGS_MODULE="bench.offer_peer_settings",
        )
    )
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(sqlite), "-p", str(datasette), "--setting",
               "suggest_facets", "off"]  # fmt: skip
    servers.enter_context(served(command, datasette))
    from datasette.utils import tilde_encode

    key, body = first["id"], first["organization_id"]
    before = json.loads(Peer("ours", ours, f"/api/oruk/services?page={MIDDLE - 1}").ask()[0])["contents"][-1]
    after = quote(f"{tilde_encode(before['name'])},{tilde_encode(before['id'])}")  # where its next page begins
    table = "/bench/service.json?_shape=objects&_size=50&_nocount=1&_sort=name"
    paths = {
        "first page": ("/api/oruk/services", "/services", table),
        "middle page": (QUESTIONS["middle page"], f"/services?page={MIDDLE}", f"{table}&_next={after}"),
        "one organisation": (f"/api/oruk/services?organization_id={body}", f"/services?organization_id={body}",
                             f"{table}&organization_id={body}"),
        "one service": (f"/api/oruk/services/{key}", f"/services/{key}", f"/bench/service/{key}.json?_shape=objects"),
    }  # fmt: skip
    names = ("ours", "Django REST framework", "Datasette, no count")
    ports = (ours, rest, datasette)
    return {
        question: [Peer(*one) for one in zip(names, ports, asked, strict=True)] for question, asked in paths.items()
    }


def _services(body: bytes) -> list[dict[str, Any]]:
    """What a server says, as flat rows without what is empty."""
    told = json.loads(body)
    rows = told.get("contents") or told.get("results") or told.get("rows") or [told]
    return [_flat(row) for row in rows]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    from .offer_scene import BODY, SERVICE

    body = row.get("organization") or {name: row.get(f"organization_{name}_") for name in BODY}
    flat = {name: row.get(name) for name in SERVICE} | {f"its {name}": body.get(name) for name in BODY if name != "id"}
    return {name: value for name, value in flat.items() if value not in (None, "")}


def _same(question: str, trio: list[Peer]) -> bool:
    told = [_services(peer.ask()[0]) for peer in trio]
    same = told[0] == told[1] == told[2] and len(told[0]) == (1 if question == "one service" else 50)
    print(f"{question}: the same rows from all three: {'yes' if same else 'NO'} ({[len(rows) for rows in told]})")
    return same


def _write_for_peers(export: Path, sqlite: Path) -> None:
    from . import offer_scene

    with export.open() as lines:
        offer_scene.write_for_peers(map(json.loads, lines), TESTS.url("owner", DATABASE), sqlite)


def _export(port: int, process: int, into: Path) -> bool:
    """Everything as lines, twice: short lines are kept for the peers, whole ones are timed."""
    short = Peer("ours", port, "/api/oruk/services?format=ndjson")
    into.write_bytes(short.ask()[0])
    worker = psutil.Process(process).children()[0]
    before, most, count = worker.memory_info().rss, 0, 0
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/api/oruk/services?format=ndjson&full=true")
    answer = connection.getresponse()
    while line := answer.readline():
        count += line.endswith(b"\n")
        if count % 1000 == 0:
            most = max(most, worker.memory_info().rss)
    spent, grown = time.perf_counter() - began, (most - before) / 1e6
    print(f"Everything as lines, whole: {count:,} in {spent:.1f} s (mark {LONGEST_EXPORT:.0f} s);", end=" ")
    print(f"the worker's memory grew by {grown:.0f} MB (mark {MOST_MEMORY:.0f})")
    return count == len(into.read_bytes().splitlines()) and spent <= LONGEST_EXPORT and grown <= MOST_MEMORY


def _every_question(port: int, first: dict[str, Any]) -> bool:
    from goldenthread.local_offer.vocabulary import NEEDS

    asd = next(term.id for term in NEEDS.terms if term.code == "ASD")
    slow = []
    print("\nEvery kind of question, 20 times; milliseconds (mark: median 100)")
    for name, path in QUESTIONS.items():
        peer = Peer(name, port, path.format(id=first["id"], asd=asd))
        body = peer.ask()[0]
        peer.seconds.clear()
        for _ in range(20):
            began = time.perf_counter()
            peer.ask()
            peer.seconds.append(time.perf_counter() - began)
        middle = statistics.median(peer.seconds) * 1000
        total = json.loads(body).get("total_items", 1)
        print(f"  {name:20}{middle:8.1f}{max(peer.seconds) * 1000:8.1f} worst   {total:,} found")
        slow += [name] if middle > SLOWEST else []
    return not slow


def _beside(question: str, trio: list[Peer], rounds: int, seconds: float) -> bool:
    """Alternating rounds, each beginning with another; the 304 answers of the same address beside them."""
    ours = trio[0]
    mark = ours.ask()[1]["ETag"]
    everyone = [*trio, Peer("ours, 304", ours.port, ours.path, {"If-None-Match": mark}, 304)]
    for peer in everyone:
        peer.ask()
    for number in range(rounds):
        turn = number % len(everyone)
        for peer in everyone[turn:] + everyone[:turn]:
            peer.run(seconds)
    one_service = question == "one service"  # no mark: ours nests places, times and tags, the peers give one flat row
    mark_said = "no mark" if one_service else "mark 3"
    print(f"\n{question:24}{'a second':>10}{'least':>8}{'most':>8}{'p50 ms':>8}   ours is")
    for peer in everyone:
        ratio = "" if peer is ours else f"{ours.rate / peer.rate:.2f} x its rate"
        if peer is everyone[3]:
            ratio = f"it is {peer.rate / max(trio[1].rate, trio[2].rate):.1f} x the quicker peer ({mark_said})"
        middle = statistics.median(peer.seconds) * 1000
        print(f"{peer.name:24}{peer.rate:10.1f}{min(peer.rates):8.1f}{max(peer.rates):8.1f}{middle:8.1f}   {ratio}")
    quicker = max(trio[1].rate, trio[2].rate)
    return one_service or (ours.rate >= quicker and everyone[3].rate >= 3 * quicker)
