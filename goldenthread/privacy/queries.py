"""Who may see a withheld address: known to the setting's staff, without the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from goldenthread.access.viewer import Viewer

from .permissions import WITHHELD_ADDRESS_VIEW


@dataclass(frozen=True)
class Reader:
    """A person named for the newest withheld address of one grown-up."""

    key: UUID
    withheld_address: UUID
    account: UUID
    name: str
    from_on: date
    withheld_on: date


def readers_of(viewer: Viewer, parent: UUID) -> list[Reader]:
    """The people named for a grown-up's withheld address, by name; [] when none is withheld by the viewer's body."""
    if not viewer.has(WITHHELD_ADDRESS_VIEW.name):
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM privacy_readers(%s)", [parent])
        return [Reader(*row) for row in cursor.fetchall()]
