"""One entry as a source has it, before it is compared with anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


class SourceRefused(ValueError):
    """The file or feed as a whole cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Incoming:
    """number: of its line or place, for whoever looks it up; key: the source's own, which never changes.

    service: only the fields that the source speaks of; parts: only the kinds of parts it speaks of, rows without keys.
    body: the organisation behind it (name, description, url …), or nothing. refused: why it cannot be taken.
    """

    number: int
    key: str
    service: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    body: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    @property
    def name(self) -> str:
        return str(self.service.get("name", self.key))


Read = Iterable[Incoming]
