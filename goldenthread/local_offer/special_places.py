"""What the register of schools says of special places, as labels of an entry.

Of places that a mainstream school sets apart (TypeOfResourcedProvision) it says "Resourced provision", "SEN unit",
"Resourced provision and SEN unit" or "Not applicable". That a whole school or college is special stands in its kind
(TypeOfEstablishment): "Community special school", "Academy special converter", "Special post 16 institution".
"""

from __future__ import annotations

RESOURCED, UNIT = "Resourced provision", "SEN unit"
SPECIAL_SCHOOL, SPECIAL_POST_16 = "Special school", "Special post-16 institution"

OF_REGISTER = frozenset({RESOURCED, UNIT, SPECIAL_SCHOOL, SPECIAL_POST_16})


def labels_of(register_says: str) -> list[str]:
    """The labels for what the register says; none for what it does not know."""
    said = register_says.casefold()
    return [label for label in (RESOURCED, UNIT) if label.casefold() in said]


def labels_of_kind(register_calls_it: str) -> list[str]:
    """The label for a kind that is special. None for an independent special school: approved under section 41 it counts
    as that, and otherwise it is no special school in law (Education Act 1996 s.337)."""
    called = register_calls_it.casefold()
    if "special" not in called or "independent" in called:
        return []
    return [SPECIAL_POST_16 if "post" in called else SPECIAL_SCHOOL]
