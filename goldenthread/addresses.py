"""Addresses that lists need by the hundred: each pattern is looked up once, and the key put in.

Everywhere else Django's own `reverse` says the same.
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

from django.urls import get_script_prefix, get_urlconf, reverse

_MARK = UUID("01020304-0506-7708-890a-0b0c0d0e0f10")


def address(name: str, key: UUID | None = None) -> str:
    """The address of the page with this name; key: of the one thing that the page is about."""
    before, after = _around(name, key is not None, get_script_prefix(), get_urlconf())
    return before if key is None else f"{before}{key}{after}"


@lru_cache(maxsize=1_000)
def _around(name: str, about_one: bool, _prefix: str, urlconf: str | None) -> tuple[str, str]:
    before, _mark, after = reverse(name, urlconf, args=[_MARK] if about_one else []).partition(str(_MARK))
    return before, after
