"""The kinds of file in addresses: only the four words there are."""

from __future__ import annotations

from .models import FileKind


class FileKindConverter:
    regex = "|".join(FileKind.values)

    def to_python(self, value: str) -> FileKind:
        return FileKind(value)

    def to_url(self, value: FileKind | str) -> str:
        return str(value)
