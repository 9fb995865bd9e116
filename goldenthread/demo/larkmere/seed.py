"""The one seed of the demo area, and the keys and random numbers drawn from it."""

from random import Random
from uuid import UUID

SEED = "larkmere-2026-11-20"
_FIRST_MILLISECOND = 1_793_491_200_000  # 1 November 2026; keys carry a moment, as our own keys do
_ROOM_FOR_A_PART = 1 << 20  # more rows than any one part has
_LOW_62_BITS = (1 << 62) - 1


def random_for(*purpose: object) -> Random:
    """Random numbers for one purpose, the same on every machine.

    A text seed goes through SHA-512, never through `hash()`, so PYTHONHASHSEED does not matter.
    """
    return Random(":".join([SEED, *map(str, purpose)]))


class Keys:
    """Makes version 7 keys that only grow, so that they load into an index in order."""

    def __init__(self, part: int, *purpose: object) -> None:
        self._bits = random_for("keys", part, *purpose).getrandbits
        self._moment = _FIRST_MILLISECOND + part * _ROOM_FOR_A_PART

    def new(self) -> UUID:
        self._moment += 1
        bits = self._bits(74)
        return UUID(int=self._moment << 80 | 0x7 << 76 | bits >> 62 << 64 | 0b10 << 62 | bits & _LOW_62_BITS)
