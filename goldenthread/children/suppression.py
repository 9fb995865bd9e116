"""Numbers fit to show to people who may see no child: small ones are kept back, and cannot be worked out.

A number from 1 to 5 is kept back. So that it cannot be found by taking the others from the total, further numbers of
the same list are kept back with it, smallest first and equal ones together. When that is not enough, nothing of any
list is shown. What is kept back depends on the numbers alone and never on which name has which, so the kept-back
numbers could stand in any order: that is what protects them even from somebody who knows this rule.
Decision record: docs/decisions/0039-small-numbers.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SMALL = 6  # numbers below this, other than nought, are kept back
ROOM = 2  # the kept-back numbers of a list together exceed the least they could be by at least this much


@dataclass(frozen=True)
class Shown:
    """A list of numbers as it may be shown: None stands for one that is kept back. total: None when that is too."""

    numbers: dict[str, int | None]
    total: int | None

    @property
    def kept_back(self) -> list[str]:
        return [name for name, number in self.numbers.items() if number is None]


def suppressed(lists: Mapping[str, Mapping[str, int]]) -> dict[str, Shown]:
    """Several lists that count the same children in different ways, made fit to be shown together.

    Each list divides the same whole, so all have the same total; raises ValueError when they do not. One list that
    cannot be made safe keeps back all of them, since any of them would give its total away.
    """
    totals = {sum(numbers.values()) for numbers in lists.values()}
    if len(totals) > 1:
        raise ValueError(f"The lists do not count the same children: {sorted(totals)}.")
    total = totals.pop() if totals else 0
    hidden = {name: _hidden(numbers) for name, numbers in lists.items()}
    if 0 < total < SMALL or any(names is None for names in hidden.values()):
        return {name: Shown(dict.fromkeys(numbers), None) for name, numbers in lists.items()}
    return {
        name: Shown({each: None if each in (hidden[name] or ()) else n for each, n in numbers.items()}, total)
        for name, numbers in lists.items()
    }


def _hidden(numbers: Mapping[str, int]) -> frozenset[str] | None:
    """The names to keep back in one list whose total is shown; None when no choice of names is safe."""
    hidden = {name for name, number in numbers.items() if 0 < number < SMALL}
    others = sorted({number for number in numbers.values() if number >= SMALL})
    while hidden and not _safe([numbers[name] for name in hidden]):
        if not others:
            return None
        next_smallest = others.pop(0)
        hidden |= {name for name, number in numbers.items() if number == next_smallest}
    return frozenset(hidden)


def _safe(hidden: list[int]) -> bool:
    """Whether each of these numbers, of which only the sum can be known, could be another one."""
    return len(set(hidden)) > 1 and sum(hidden) - len(hidden) >= ROOM
