"""Mend one typing slip: a word that no listing and no list knows becomes the known word nearest to it."""

from __future__ import annotations

import re
from functools import cache
from uuid import UUID

from django.db import connection
from spellchecker import SpellChecker

from .lexicon import Lexicon
from .tokens import stem, words_of

_BRITISH = re.compile(
    r"our(?=$|s$|ed$|ing|ab|ful|it|al)|is(?=e|ing|ation)|ys(?=e|ing)|ll(?=ing|ed|er|or)|ogue|re(?=s?$)|ence$|ae|mme"
)
_AMERICAN = {
    "our": "or", "is": "iz", "ys": "yz", "ll": "l", "ogue": "og", "re": "er", "ence": "ense", "ae": "e", "mme": "m",
}  # fmt: skip
SHORTEST = 5  # shorter words are as often names, abbreviations or other words as slips
_NEAR = """
SELECT word, listings FROM local_offer_listedword
WHERE authority_id = %s AND word %% %s AND abs(length(word) - length(%s)) <= 2
ORDER BY similarity(word, %s) DESC, listings DESC, word LIMIT 30
"""
_LISTED = "SELECT word FROM local_offer_listedword WHERE authority_id = %s AND word LIKE ANY(%s)"


def mended(question: str, authority: UUID, lexicon: Lexicon) -> tuple[str, dict[str, str]]:
    """The question with its slips mended, and which word became which.

    At most one wrong, missing, added or swapped letter in a word of five to seven letters; two in a longer one.
    """
    words = words_of(question)
    unknown = _unknown({word for word in words if len(word) >= SHORTEST and word.isalpha()}, authority, lexicon)
    better = {word: near for word in sorted(unknown)[:5] if (near := _nearest(word, authority, lexicon))}
    if not better:
        return question, {}
    return " ".join(better.get(word, word) for word in words), better


@cache
def _english() -> frozenset[str]:
    """The words of a spelling list (American). Read once in each process: a fifth of a second, 24 MB."""
    known = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(word for word in known if len(word) >= SHORTEST and word.isalpha())


def is_english(word: str) -> bool:
    """Whether a word is one of English, British spelling too: "chess" is no slip for "chews" where nobody plays it."""
    return word in _english() or _BRITISH.sub(lambda found: _AMERICAN[found.group()], word) in _english()


def _unknown(words: set[str], authority: UUID, lexicon: Lexicon) -> set[str]:
    known, beginnings = lexicon.known
    left = {word for word in words if stem(word) not in known and not word.startswith(beginnings)}
    left = {word for word in left if not is_english(word)}
    if not left:
        return left
    with connection.cursor() as cursor:
        cursor.execute(_LISTED, [authority, [f"{word[:SHORTEST]}%" for word in left]])
        listed = {stem(word) for (word,) in cursor.fetchall()}
    return {word for word in left if stem(word) not in listed}


def _nearest(word: str, authority: UUID, lexicon: Lexicon) -> str:
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [authority, word, word, word])
        listed = [row[0] for row in cursor.fetchall()]
    allowed = 1 if len(word) < 8 else 2
    if len(word) == SHORTEST:
        listed = []  # a short word is mended only toward the lists: "socks" is no slip for "sacks"
    near = [
        (distance(word, other), place, other)
        for place, other in enumerate(dict.fromkeys([*lexicon.spelt, *listed]))
        # People seldom slip on the first letter, and "heating" is no slip for "eating".
        if len(other) >= SHORTEST and other[0] == word[0] and abs(len(other) - len(word)) <= allowed
    ]
    best = min(near, default=None)
    return best[2] if best and best[0] <= allowed else ""


def distance(one: str, other: str) -> int:
    """Letters wrong, missing, added or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
