"""How often one address may ask: counted in the memory of each web process, since nothing else here needs the database.

With several processes the whole site allows as many times more. Decision record:
docs/decisions/0131-the-law-for-programs.md.
"""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from django.core.cache.backends.locmem import LocMemCache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

PER_MINUTE = 300
_counts = LocMemCache("law-interface", {"TIMEOUT": 120, "OPTIONS": {"MAX_ENTRIES": 20_000}})


def seconds_to_wait(request: HttpRequest, *, at: float | None = None) -> int:
    """0 when this address may ask now; otherwise how long it waits. Counts this request.

    at: seconds since the epoch, for tests; left out, now.
    """
    now = time.time() if at is None else at
    minute = int(now // 60)
    key = f"{_address(request)}-{minute}"
    _counts.add(key, 0)
    return 0 if _counts.incr(key) <= PER_MINUTE else int(60 * (minute + 1) - now) + 1


def _address(request: HttpRequest) -> str:
    """Whose count it is; "" for all together where the server tells no address, as behind a socket without a proxy."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""


def forget() -> None:
    """Count from nought again."""
    _counts.clear()
