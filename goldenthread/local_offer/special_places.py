"""Places that a mainstream school sets apart for children with SEN, as labels of its entry.

The register of schools (TypeOfResourcedProvision) says "Resourced provision", "SEN unit", "Resourced provision and SEN
unit" or "Not applicable".
"""

from __future__ import annotations

RESOURCED, UNIT = "Resourced provision", "SEN unit"


def labels_of(register_says: str) -> list[str]:
    """The labels for what the register says; none for what it does not know."""
    said = register_says.casefold()
    return [label for label in (RESOURCED, UNIT) if label.casefold() in said]
