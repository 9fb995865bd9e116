"""The headings in addresses: only those there are."""

from __future__ import annotations

from .headings import HEADINGS, WHAT_CHANGED


class HeadingConverter:
    regex = "|".join([*HEADINGS, WHAT_CHANGED])

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)
