"""Codes that people type from paper: easy to read aloud, hard to guess, and kept only as a keyed hash.

An invitation's code has twelve characters of 30, about 59 bits, in groups of four: QK7M-4RTX-P9WD. No letter or
digit that looks like another is used (no I, L, O, U, 0, 1).
"""

from __future__ import annotations

import secrets

from goldenthread.privacy.secrets import keyed_hash

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
GROUPS, IN_GROUP = 3, 4


def new_code() -> str:
    groups = ("".join(secrets.choice(LETTERS) for _ in range(IN_GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def hash_of(typed: str) -> str:
    """The hash that is stored and looked up. Spaces, dashes and small letters make no difference."""
    return keyed_hash("invitation", plain(typed))


def plain(typed: str) -> str:
    """The code without its dashes and in capitals, whatever way it was typed."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())
