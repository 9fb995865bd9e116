"""Bring in a file: read and compare it, then take it whole or put it aside. Nothing is ever taken in part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.database.copying import copy_rows
from goldenthread.keys import new_key

from . import engine
from .kinds import KINDS
from .models import Batch, BatchPart, Change, Problem
from .permissions import IMPORT_RUN
from .queries import PART, content_of
from .queries import batch as find_batch
from .reading import FileRefused

LARGEST = 40 * 1024 * 1024  # bytes: some 200,000 lines
SHOWN = 100

T = TypeVar("T")


@transaction.atomic
def read_file(*, by: Viewer, kind: str, file_name: str, chunks: Iterable[bytes]) -> Batch:
    """Read a file and compare it with what is there. Answers the batch, waiting for a yes.

    Order: allow, keep the bytes, compare, note problems and changes, audit. Changes no pupil, contact or class.
    Raises FileRefused when the file cannot be read as a list of this kind.
    """
    require(by, IMPORT_RUN)
    assert by.organisation is not None, "only staff of a setting hold the right"
    made = Batch(
        authority_id=by.authority, holder_id=by.organisation, kind=kind, file_name=file_name[-200:],
        read_at=timezone.now(), read_by_id=by.person,
    )  # fmt: skip
    made.save()
    made.digest = _keep(made, chunks)
    with content_of(made) as content:
        compared = engine.compare(KINDS[kind], content, by)
    if not compared.rows:
        raise FileRefused(_("The file has headings and nothing below them. Fill in the lines and bring it again."))
    made.rows, made.new, made.changed, made.same = compared.rows, compared.new, compared.changed, compared.same
    made.problems = len({bad.line for bad in compared.problems})
    made.notes = KINDS[kind].notes(by)
    made.save()
    _note_problems(made, compared)
    _note_changes(made, by)
    record(by, "file.read", made, kind=kind, rows=made.rows, problems=made.problems)
    return made


def _keep(made: Batch, chunks: Iterable[bytes]) -> str:
    """Keep the file's bytes beside the batch. Answers their SHA-256."""
    digest, size = hashlib.sha256(), 0
    for number, content in enumerate(_in_parts(chunks)):
        size += len(content)
        if size > LARGEST:
            raise FileRefused(_("The file is larger than 40 MB. Split it into several and bring them one by one."))
        digest.update(content)
        BatchPart.objects.create(
            authority_id=made.authority_id, holder_id=made.holder_id, batch=made, number=number, content=content
        )
    if not size:
        raise FileRefused(_("The file is empty. Choose the file you filled in."))
    return digest.hexdigest()


def _in_parts(chunks: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= PART:
            yield bytes(waiting[:PART])
            del waiting[:PART]
    if waiting:
        yield bytes(waiting)


def _note_problems(made: Batch, compared: engine.Compared) -> None:
    both = (made.authority_id, made.holder_id, made.pk)
    copy_rows(
        Problem,
        "id authority holder batch line field value remedy",
        ((new, *both, bad.line, bad.field, bad.value, bad.remedy[:300]) for new, bad in _keyed(compared.problems)),
    )


def _note_changes(made: Batch, by: Viewer) -> None:
    both = (made.authority_id, made.holder_id, made.pk)
    rows = engine.differences(KINDS[made.kind], by, SHOWN)
    copy_rows(
        Change, "id authority holder batch line is_new name detail", ((new, *both, *row) for new, row in _keyed(rows))
    )


def _keyed(rows: Iterable[T]) -> Iterator[tuple[UUID, T]]:
    return ((new_key(), row) for row in rows)


@transaction.atomic
def take_file(*, by: Viewer, batch: UUID) -> Batch:
    """Take the whole file. Compares it again first, since much may have happened since it was read.

    Order: allow, lock, compare, write all or nothing, forget the file, audit. A file taken twice changes nothing.
    Raises Refused when a line can no longer be taken.
    """
    found = find_batch(by, batch)
    locked = Batch.objects.select_for_update().get(pk=found.pk)
    if locked.state == "taken":
        return locked
    if locked.state != "checked":
        raise Refused(_("This file was put aside. Bring it in again if you still want it."))
    kind = KINDS[locked.kind]
    with content_of(locked) as content:
        compared = engine.compare(kind, content, by)
    if compared.problems:
        raise Refused(
            _("%(count)d lines cannot be taken, so nothing was. Mend them in your file and bring it in again.")
            % {"count": len({bad.line for bad in compared.problems})}
        )
    engine.take(kind, by)
    locked.state, locked.taken_at = "taken", timezone.now()
    locked.new, locked.changed, locked.same = compared.new, compared.changed, compared.same
    locked.save()
    _forget(locked)
    record(by, "file.taken", locked, kind=locked.kind, new=locked.new, changed=locked.changed, same=locked.same)
    return locked


@transaction.atomic
def put_file_aside(*, by: Viewer, batch: UUID) -> Batch:
    """Do not take it. The file and what was shown of it are forgotten."""
    found = find_batch(by, batch)
    locked = Batch.objects.select_for_update().get(pk=found.pk)
    if locked.state == "checked":
        locked.state = "put_aside"
        locked.save()
        _forget(locked)
        record(by, "file.put_aside", locked, kind=locked.kind)
    return locked


def _forget(found: Batch) -> None:
    for model in (BatchPart, Change, Problem):
        model.objects.filter(batch=found).delete()
