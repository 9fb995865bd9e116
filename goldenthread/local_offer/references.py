"""A reference that people read out on the telephone."""

from __future__ import annotations

import secrets

_LETTERS = "BCDFGHJKMNPQRTVWXY346789"  # none that are read or said for another


def new_reference(before: str) -> str:
    """Two groups of four after the letters that tell what it is of, such as CL-K7RT-49XM: 24^8 of them."""
    letters = [secrets.choice(_LETTERS) for _ in range(8)]
    return f"{before}-{''.join(letters[:4])}-{''.join(letters[4:])}"
