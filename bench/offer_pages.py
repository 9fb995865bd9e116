"""The pages on which people look for help, at 25,000 services: one worker, one question after another.

Marks: looking for words with two filters and a distance within 150 ms in 95 of 100; the page with every filter's
count within 300 ms.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack

from django.db import connection
from django.http import QueryDict

from local_postgres import TESTS

from .offer_feed import DATABASE, Peer, _gunicorn, served
from .register import free_port

TIMES = 100
LOOKED_FOR, WHOLE_PAGE = 150.0, 300.0  # milliseconds within which 95 of 100 answers must come
QUESTIONS = {
    "words, two filters, near": "q=swimming+club&need=ASD&cost=free&where=QX4&miles=10",
    "everyday words, near": "q=my+son+can%27t+sit+still&where=QX4",
    "one need, one age": "need=SLCN&years=7",
    "everything": "",
}


def measured(servers: ExitStack) -> bool:
    """Measure on the scene that is there. Whether both marks were met."""
    searches = {name: _search(question) for name, question in QUESTIONS.items()}
    port = free_port()
    app = {"DATABASE_URL": TESTS.url("app", DATABASE), "DJANGO_SETTINGS_MODULE": "bench.settings"}
    servers.enter_context(served(_gunicorn("goldenthread.wsgi", port), port, **app))
    pages = {name: _page(port, question) for name, question in QUESTIONS.items()}
    print(f"\nLooking for help, {TIMES} times each; milliseconds   p50     p95   mark of p95")
    looked = [_told(f"search: {name}", ask, LOOKED_FOR) for name, ask in searches.items()]
    shown = [_told(f"whole page: {name}", ask, WHOLE_PAGE) for name, ask in pages.items()]
    return all([*looked, *shown])


def _search(question: str) -> Callable[[], object]:
    """The search behind the page, without the counts."""
    from goldenthread.database.acting import one_transaction
    from goldenthread.local_offer.finding.asked import asked_of
    from goldenthread.local_offer.finding.searching import search
    from goldenthread.local_offer.models import Offer
    from goldenthread.settings.test import STATED_TODAY

    asked = asked_of(QueryDict(question))

    def ask() -> object:
        with one_transaction(authority=None):
            offer = Offer.objects.get()
            found = search(offer, asked, STATED_TODAY, count=False)
        if not found.results:
            raise RuntimeError(f"Nothing was found for {question}: the scene is not what it should be.")
        return found

    connection.close()
    return ask


def _page(port: int, question: str) -> Callable[[], object]:
    peer = Peer("ours", port, f"/local-offer/find/?{question}")

    def ask() -> object:
        body = peer.ask()[0]
        if b"/local-offer/service/" not in body:
            raise RuntimeError(f"Nothing stands on the page of {question}: the scene is not what it should be.")
        return body

    return ask


def _told(name: str, ask: Callable[[], object], mark: float) -> bool:
    ask()
    taken = []
    for _time in range(TIMES):
        began = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - began) * 1000)
    slow = statistics.quantiles(taken, n=100)[94]
    print(f"  {name:44}{statistics.median(taken):7.1f}{slow:8.1f}{mark:8.0f}{'' if slow <= mark else '  TOO SLOW'}")
    return slow <= mark
