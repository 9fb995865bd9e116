"""How often one address may ask: counted in the memory of each web process, since it need not be exact.

With several processes the whole site allows as many times more. Decision record:
docs/decisions/0131-the-law-for-programs.md.
"""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


class Allowance:
    """One count for one interface; name tells the interfaces apart."""

    def __init__(self, name: str) -> None:
        self._counts = LocMemCache(name, {"TIMEOUT": 120, "OPTIONS": {"MAX_ENTRIES": 20_000}})

    def seconds_to_wait(
        self, request: HttpRequest, per_minute: int, *, weight: int = 1, at: float | None = None
    ) -> int:
        """0 when this address may ask now; otherwise how long it waits. Counts this request.

        weight: for how many requests it counts; at: seconds since the epoch, for tests; left out, now.
        """
        now = time.time() if at is None else at
        minute = int(now // 60)
        key = f"{_address(request)}-{minute}"
        self._counts.add(key, 0)
        return 0 if self._counts.incr(key, weight) <= per_minute else int(60 * (minute + 1) - now) + 1

    def forget(self) -> None:
        """Count from nought again."""
        self._counts.clear()


def _address(request: HttpRequest) -> str:
    """Whose count it is; "" for all together where the server tells no address, as behind a socket without a proxy."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""
