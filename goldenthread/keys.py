"""The one maker of primary keys."""

from __future__ import annotations

import secrets
import time
import uuid


def new_key() -> uuid.UUID:
    """A new key: a version 7 UUID, so rows made later sort later, with 74 random bits, so none can be guessed.

    Made here and not by PostgreSQL's `uuidv7()`, which needs version 18 while we support 15.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (2**62 - 1)
    return uuid.UUID(int=value)
