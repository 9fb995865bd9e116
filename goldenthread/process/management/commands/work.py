"""`./run manage work`: the worker, which does the queued jobs until it is stopped."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from procrastinate.contrib.django import app

from goldenthread.database.startup import refuse_unsafe


class Command(BaseCommand):
    help = "Do the queued jobs until stopped (or, with --once, until none is left)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when the queue is empty")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        refuse_unsafe()
        with app.replace_connector(app.connector.get_worker_connector()) as worker:  # type: ignore[attr-defined]
            worker.run_worker(wait=not once, install_signal_handlers=True)
