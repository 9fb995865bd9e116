"""Links to the files' origin: signed, for one file, for the holder of one session, good for a minute and once.

A link names the file by its key and its holder by the key of a row, so it tells nothing about anybody, and it is no
key by itself: whoever opens it becomes the holder's session, and everything is asked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpRequest

from .kept_files import KINDS, Kind
from .models import FileLink

BEFORE = "/file/"
SECONDS = 60
_SALT = "goldenthread.documents.link"


@dataclass(frozen=True)
class Asked:
    """What a link asks for. holder: the key of its row; None for what is published."""

    kind: Kind
    key: UUID
    number: int
    holder: UUID | None


def link_for(request: HttpRequest, kind: Kind, key: UUID, number: int) -> str:
    """The path of a new link. It is there with the commit of the request that made it, and not without."""
    holder = "" if kind.right is None else _holder(request).hex
    return BEFORE + signing.dumps([kind.name, key.hex, number, holder], salt=_SALT)


def _holder(request: Any) -> UUID:
    return FileLink.objects.create(session_key=request.session.session_key, hat=request.hat.key).pk


def read_link(path: str) -> Asked | None:
    """What a path of the files' origin asks for; None for every other path, a false signature or a link too old."""
    if not path.startswith(BEFORE):
        return None
    try:
        name, key, number, holder = signing.loads(path.removeprefix(BEFORE), salt=_SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return Asked(KINDS[name], UUID(key), number, UUID(holder) if holder else None)


def take(key: UUID, *, spend: bool) -> FileLink | None:
    """The row behind a link, or None when it was used. spend: nobody takes it after this, in any process.

    Outside a transaction, so that a link stays spent whatever becomes of the answer.
    """
    found = FileLink.objects.filter(pk=key).first()
    if found is None or not spend:
        return found
    taken, _rows = FileLink.objects.filter(pk=key).delete()
    return found if taken else None
