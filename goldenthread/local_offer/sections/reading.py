"""How hard a text is to read: a reading age, and the sentences that make it so.

The measure is Flesch and Kincaid's grade (1975) plus five years, with syllables counted by rule. It says how long
sentences and words are, and nothing about whether a text is true or kind. Decision record:
docs/decisions/0166-a-reading-age-of-our-own.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

READING_AGE_WANTED = 11.0  # local-offer.md section 9: about 9 to 11
LONG_SENTENCE = 25  # words; a product choice: more than this and most readers go back to its beginning
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Reading:
    """age: in years, to one decimal, at least 5. hard: the sentences that weigh most, hardest first."""

    age: float
    words: int
    hard: tuple[str, ...]

    @property
    def is_hard(self) -> bool:
        return self.age > READING_AGE_WANTED


def syllables(word: str) -> int:
    """How many syllables a word has, by rule: right for about nine English words in ten."""
    word = word.lower()
    count = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ye", "oe")) and count > 1
    plural = (
        word.endswith("es")
        and not word.endswith(("ses", "xes", "ches", "shes", "zes", "ces", "ges", "les"))
        and count > 1
    )
    past = word.endswith("ed") and not word.endswith(("ted", "ded")) and count > 1
    apart = len(re.findall(r"(?:(?<![ct])ia|io(?!n|us)|iu|eo|ua)(?=[a-z])", word))
    return max(1, count - silent - plural - past + (1 if apart and count < 3 else 0))


def measure(text: str, explained: Iterable[str] = ()) -> Reading:
    """The reading age of a text. explained: words that the page explains in place; each counts as one short word.

    An explained word ("EHC needs assessment") is the name of a thing that no plainer word can stand for.
    """
    shortened = _shorten(text, explained)
    pairs = [(said, _WORD.findall(short)) for said, short in _sentences(text, shortened)]
    pairs = [(said, words) for said, words in pairs if words]
    if not pairs:
        return Reading(5.0, 0, ())
    words = [word for _said, found in pairs for word in found]
    grade = _grade(len(pairs), len(words), sum(map(syllables, words)))
    hard = sorted(pairs, key=lambda pair: -_grade(1, len(pair[1]), sum(map(syllables, pair[1]))))
    worst = [said for said, found in hard if len(found) > 5 and _is_hard(found)]
    return Reading(max(5.0, round(grade + 5, 1)), len(words), tuple(worst[:3]))


def _is_hard(words: list[str]) -> bool:
    return len(words) > LONG_SENTENCE or _grade(1, len(words), sum(map(syllables, words))) + 5 > READING_AGE_WANTED + 2


def _grade(sentences: int, words: int, syllable_count: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllable_count / words - 15.59


def _shorten(text: str, explained: Iterable[str]) -> str:
    for word in sorted(explained, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(word)}s?\b", "word", text, flags=re.IGNORECASE)
    return text


def _sentences(text: str, shortened: str) -> list[tuple[str, str]]:
    said, short = _SENTENCE.split(text), _SENTENCE.split(shortened)
    # A term with a full stop in it would split differently; then the sentence as it was is measured.
    return list(zip(said, short if len(short) == len(said) else said, strict=True))
