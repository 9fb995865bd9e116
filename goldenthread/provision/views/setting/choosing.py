"""Which children were chosen, read from an address or a form."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import QueryDict


def as_key(text: str) -> UUID | None:
    """A key as it stands in an address, or None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def as_day(text: str) -> date | None:
    """A day as it stands in an address (2026-11-20), or None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def chosen_children(data: QueryDict | None) -> list[UUID]:
    """The keys under "child", each once, in the order given; what is no key is left out."""
    keys = (as_key(text) for text in (data.getlist("child") if data is not None else []))
    return list(dict.fromkeys(key for key in keys if key is not None))
