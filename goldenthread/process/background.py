"""Work outside a request. A job carries ids and the area (and body) it may touch, and nothing else.

Queued in the transaction of the change itself, so there is no job for what was rolled back. Jobs only tell
people about dates or finish outside effects; no date is ever wrong because a job did not run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import F
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from goldenthread.database.acting import one_transaction

from .models import StateEntry

Work = Callable[..., None]


class Job:
    """A piece of work that can be queued. Runs inside one transaction as its area and body; tried again if it fails."""

    def __init__(self, name: str, work: Work) -> None:
        self.name, self.work = name, work
        retry = RetryStrategy(max_attempts=8, exponential_wait=4)
        self.task = app.task(name=name, retry=retry)(self._run)

    def _run(self, **ids: str | None) -> None:
        keys = {name: None if value is None else UUID(value) for name, value in ids.items()}
        authority, holder = keys.pop("authority"), keys.pop("holder")
        holders = [] if holder is None else [holder]
        with one_transaction(authority=authority, holders=holders):
            self.work(authority=authority, holder=holder, **keys)

    def queue(self, *, authority: UUID, holder: UUID | None = None, at: Any = None, **ids: UUID) -> None:
        """Queue it in the present transaction. at: not before this moment. Anything but ids is refused."""
        if not all(isinstance(value, UUID) for value in ids.values()):
            raise TypeError(f"The job {self.name} may carry ids only.")
        keys = {"authority": str(authority), "holder": None if holder is None else str(holder)}
        self.task.configure(schedule_at=at).defer(**keys, **{name: str(value) for name, value in ids.items()})


def job(name: str) -> Callable[[Work], Job]:
    """Make a function a job. It is called with `authority`, `holder` and its ids, as keywords."""
    return lambda work: Job(name, work)


def _areas() -> list[UUID]:
    """Every local authority: the organisations that are their own area."""
    organisations: Any = StateEntry._meta.get_field("authority").related_model
    return list(organisations.objects.filter(authority_id=F("pk")).values_list("pk", flat=True))


def every(cron: str, name: str) -> Callable[[Callable[[UUID], None]], Callable[[int], None]]:
    """Run a function for each local authority at the times of `cron` (UTC), each in a transaction of its own."""

    def decorate(work: Callable[[UUID], None]) -> Callable[[int], None]:
        @app.periodic(cron=cron)
        @app.task(name=name, queueing_lock=name)
        @wraps(work)
        def run(timestamp: int) -> None:
            for area in _areas():
                with one_transaction(authority=area):
                    work(area)

        return run

    return decorate
