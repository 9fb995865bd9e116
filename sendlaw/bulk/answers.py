"""What a question about many cases is answered with."""

from dataclasses import dataclass
from typing import Any

import numpy as np  # type: ignore[import-not-found,unused-ignore]

DEADLINE, LIFTED, NO_FIXED_DATE, UNKNOWN = range(4)
NO_DAY = np.datetime64("NaT", "D")
Array = Any


@dataclass(frozen=True, slots=True)
class Answers:
    """One result and one day for each case, in the order asked. `on` is NaT unless the result is DEADLINE."""

    on: Array
    result: Array


def answered(on: Array, *, lifted: Array = False, none: Array = False, unknown: Array = False) -> Answers:
    """Answers from days and masks; an unknown case comes before one without a date, that before a lifted one."""
    result = np.full(len(on), DEADLINE, dtype=np.uint8)
    masks = [
        (mask, code) for mask, code in ((lifted, LIFTED), (none, NO_FIXED_DATE), (unknown, UNKNOWN)) if np.any(mask)
    ]
    for mask, code in masks:
        result[np.broadcast_to(mask, result.shape)] = code
    return Answers(np.where(result == DEADLINE, on, NO_DAY) if masks else on, result)
