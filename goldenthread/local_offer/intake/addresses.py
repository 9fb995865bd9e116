"""The kinds of source in addresses: only those there are."""

from __future__ import annotations

from .models import SourceKind


class SourceKindConverter:
    regex = "|".join(SourceKind.values)

    def to_python(self, value: str) -> SourceKind:
        return SourceKind(value)

    def to_url(self, value: SourceKind | str) -> str:
        return str(value)
