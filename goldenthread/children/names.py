"""How names sort: the same on every PostgreSQL, without its collations."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


def plain(text: str) -> str:
    """Lower-case letters without marks: "Nguyễn-O'Brien" → "nguyen o brien"."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = (letter if letter.isalnum() else " " for letter in folded if not unicodedata.combining(letter))
    return " ".join("".join(kept).split())


def sort_name(given_name: str, family_name: str) -> str:
    """Family name, then given name, folded: what lists of children sort by and search in. At most 200 characters."""
    return f"{plain(family_name)}, {plain(given_name)}"[:200]
