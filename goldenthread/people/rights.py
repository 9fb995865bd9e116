"""Who holds the rights over a child's record today: the parent, or the young person themselves.

Source: Children and Families Act 2014 s.83(2) and Education Act 1996 s.8 (the day), Mental Capacity Act 2005
(capacity is presumed). Decision record: docs/decisions/0008-when-rights-pass.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import sendlaw

from .models import AccessBasis, ActScope


@dataclass(frozen=True)
class Standing:
    """How one parent stands towards one child today. notice: "" or the key of what the parent must be told."""

    sees: bool
    acts: bool
    notice: str = ""


@lru_cache(maxsize=4096)
def rights_pass_on(born_on: date) -> date:
    """The day on which the SEND rights become the young person's own: for some birthdays before they are 16."""
    answer = sendlaw.when("person.born", born_on, "person.becomes_young_person", today=born_on)
    assert answer.due_on is not None, "a date of birth always gives the day"
    return answer.due_on


def is_young_person(born_on: date, today: date) -> bool:
    """Whether the SEND rights are the young person's own by this day."""
    return today >= rights_pass_on(born_on)


def parent_standing(row: dict[str, Any], today: date) -> Standing:
    """row: born_on, scope (ActScope), and basis and may_act of the newest recorded decision, or None.

    Before the day, the authority to act decides. From the day: as the young person agreed or a capacity decision
    says; while nothing is recorded the parent goes on seeing, may decide nothing, and is told so.
    """
    may_decide = row["scope"] == ActScope.FULL
    if not is_young_person(row["born_on"], today):
        return Standing(sees=True, acts=may_decide)
    match row["basis"]:
        case AccessBasis.CAPACITY:
            return Standing(sees=True, acts=may_decide)
        case AccessBasis.AGREED:
            return Standing(sees=True, acts=may_decide and bool(row["may_act"]), notice="agreed")
        case AccessBasis.REFUSED:
            return Standing(sees=False, acts=False, notice="refused")
        case _:
            return Standing(sees=True, acts=False, notice="undecided")
