"""Reads: a file that was brought in, what is wrong with it, and what it would change."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from .models import Batch, BatchPart, Change, Problem
from .permissions import IMPORT_RUN

PART = 256 * 1024  # bytes kept in one row


def recent_batches(viewer: Viewer) -> QuerySet[Batch]:
    """The last files brought in, newest first."""
    return reachable(viewer, Batch.objects.select_related("read_by"), IMPORT_RUN)[:10]


def batch(viewer: Viewer, key: UUID) -> Batch:
    return reach_one(viewer, Batch.objects.select_related("read_by"), IMPORT_RUN, key)


def problems_of(viewer: Viewer, found: Batch) -> QuerySet[Problem]:
    return reachable(viewer, Problem.objects.filter(batch=found), IMPORT_RUN)


def changes_of(viewer: Viewer, found: Batch) -> QuerySet[Change]:
    return reachable(viewer, Change.objects.filter(batch=found), IMPORT_RUN)


@contextmanager
def content_of(found: Batch) -> Iterator[Iterator[bytes]]:
    """The file's bytes, a stretch at a time, from a passing file on disk.

    Not straight from the database: while rows go in by COPY, the same connection can answer nothing else.
    """
    parts = BatchPart.objects.filter(batch=found).order_by("number")
    with tempfile.TemporaryFile() as passing:
        for key in parts.values_list("pk", flat=True):
            passing.write(bytes(parts.values_list("content", flat=True).get(pk=key)))
        passing.seek(0)
        yield iter(lambda: passing.read(PART), b"")
