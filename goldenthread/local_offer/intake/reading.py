"""Which module reads which kind, and what the entries say of where they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from goldenthread.organisations.models import Organisation

from ..models import Source
from ..schools import SOURCE_NAME
from .comparing import Origin
from .incoming import Incoming, SourceRefused
from .models import SourceKind
from .sources import feed, gias, ofsted, oruk, supplied


@dataclass(frozen=True)
class Brought:
    """What an officer gave: a file, or the address of a feed. la_codes: for the register, which authorities' schools."""

    kind: SourceKind
    named: str
    file: BinaryIO | None = None
    la_codes: frozenset[str] = frozenset()
    partner: str = ""


def origin_of(brought: Brought) -> Origin:
    if brought.kind == SourceKind.SCHOOLS:
        return Origin(Source.GIAS, SOURCE_NAME)
    if brought.kind == SourceKind.GIAS:
        named = f": {', '.join(sorted(brought.la_codes))}" if brought.la_codes else ""
        return Origin(Source.GIAS, f"Get Information about Schools{named}"[:120])
    if brought.kind == SourceKind.OFSTED:
        return Origin(Source.OFSTED, "Ofsted")
    return Origin(Source.PARTNER, brought.partner[:120])


def incoming_of(brought: Brought, authority: Organisation) -> Iterator[Incoming]:
    """The rows, as they are read. Raises SourceRefused, at once or on the way."""
    if brought.kind == SourceKind.ORUK_FEED:
        return feed.read(brought.named)
    if brought.file is None:
        raise SourceRefused("no file")
    if brought.kind == SourceKind.GIAS:
        return gias.read(brought.file, la_codes=brought.la_codes, own=authority.la_code)
    if brought.kind == SourceKind.SCHOOLS:
        return supplied.read(brought.file)
    if brought.kind == SourceKind.OFSTED:
        return ofsted.read(brought.file)
    return oruk.read(brought.file, own_area=False)
