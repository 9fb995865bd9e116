"""Words of a question, made comparable: small letters, no accents, no endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ingly", "ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "ly")
_SHORTEST_STEM = 3


def plain(text: str) -> str:
    """Small letters without accents or apostrophes: "Can't" and "cant" are one."""
    bare = (
        unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        if not text.isascii()
        else text.lower()
    )
    return bare.replace("'", "").replace("-", " ")


def words_of(text: str) -> list[str]:
    return _WORD.findall(plain(text.replace("’", "'")))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough stem, the same for "worry", "worries" and "worried"; only for comparing phrases, never shown."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            rest = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            return _single(rest)
    return _single(word)


def _single(word: str) -> str:
    """Without a doubled last letter or a silent e: "cutt" is "cut", "bite" is "bit"."""
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word[:-1] if len(word) > _SHORTEST_STEM and word.endswith("e") else word
