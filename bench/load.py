"""Ask one address over several connections at once, and say how fast the answers came."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field

import psutil


@dataclass(frozen=True)
class Target:
    """One page of one server. server: its process; cookie: "" for a page that anyone may open."""

    name: str
    port: int
    server: int
    path: str
    cookie: str = ""


@dataclass
class Measured:
    """Seconds of each answer, answers a second of each round, and the CPU seconds that the server's workers spent."""

    seconds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def cpu_each(self) -> float:
        """CPU milliseconds of the workers for one answer. Other work on the machine moves it far less than time."""
        return self.cpu / len(self.seconds) * 1000

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    def percentile(self, share: int) -> float:
        """Milliseconds within which this share of a hundred answers came."""
        return statistics.quantiles(self.seconds, n=100)[share - 1] * 1000


def get(target: Target) -> str:
    """The page, as text. Raises RuntimeError for any answer but 200."""
    connection = http.client.HTTPConnection("127.0.0.1", target.port, timeout=30)
    headers = {"Cookie": target.cookie} if target.cookie else {}
    connection.request("GET", target.path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{target.name} answered {answer.status} for {target.path}.")
    return body


def cpu_of(server: int) -> float:
    """CPU seconds spent so far by the workers of this server."""
    spent = [worker.cpu_times() for worker in psutil.Process(server).children()]
    return sum(times.user + times.system for times in spent)


def one_round(target: Target, connections: int, seconds: float, into: Measured) -> None:
    """Ask for so many seconds over so many connections; add what was seen to `into`."""
    until = time.perf_counter() + seconds
    taken: list[list[float]] = [[] for _ in range(connections)]

    def ask(mine: list[float]) -> None:
        while time.perf_counter() < until:
            began = time.perf_counter()
            get(target)
            mine.append(time.perf_counter() - began)

    before, began = cpu_of(target.server), time.perf_counter()
    threads = [threading.Thread(target=ask, args=(mine,)) for mine in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - began
    found = [second for mine in taken for second in mine]
    into.seconds += found
    into.cpu += cpu_of(target.server) - before
    into.rates.append(len(found) / spent)
