"""The people whom a visitor of the demo can be, kept in a file when the demo area is loaded."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from django.conf import settings

from .larkmere.people import DemoPerson


def _file() -> Path:
    return Path(settings.VAR) / "demo-people.json"


def remember_visitors(people: list[DemoPerson]) -> None:
    _file().parent.mkdir(parents=True, exist_ok=True)
    rows = [person._asdict() | {"person": str(person.person), "child": _text(person.child)} for person in people]
    _file().write_text(json.dumps(rows, ensure_ascii=False, indent=1))


def visitors() -> list[DemoPerson]:
    """The demo's people as they were loaded; [] when no demo area was."""
    if not _file().exists():
        return []
    rows = json.loads(_file().read_text())
    return [DemoPerson(**row | {"person": UUID(row["person"]), "child": _key(row["child"])}) for row in rows]


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)


def _key(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
