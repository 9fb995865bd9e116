"""The one maker of primary keys."""

from __future__ import annotations

import secrets
import time
import uuid
from threading import Lock

_lock = Lock()
_last = 0


def new_key() -> uuid.UUID:
    """A new key: a version 7 UUID that sorts after every key this process made before, with 62 random bits.

    So rows written one after another come back in that order, and no key can be guessed from another. The moment is
    kept to a 4,096th of a millisecond (RFC 9562, section 6.2, method 3), and moves on by one where the clock has not.

    Made here and not by PostgreSQL's `uuidv7()`, which needs version 18 while we support 15.
    """
    moment = _next_moment()
    value = moment >> 12 << 80 | 0x7 << 76 | (moment & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)


def _next_moment() -> int:
    """4,096ths of a millisecond since 1970, never the same twice and never back, whatever the clock does."""
    global _last
    with _lock:
        _last = max(_last + 1, time.time_ns() * 4096 // 1_000_000)
        return _last
