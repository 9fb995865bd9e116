"""What families' words mean: the lists that ship with the product, and those that staff of the area keep.

Decision record: docs/decisions/0142-how-plain-language-is-understood.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from uuid import UUID

from ..models import EverydayPhrase, Synonym
from .tokens import stem, words_of

FARTHEST = 2  # other words that may stand between two words of a phrase


@dataclass(frozen=True)
class Phrase:
    """said: stems in order; needs, sections: codes it points to; look_for: what to look for in the listings."""

    said: tuple[str, ...]
    needs: tuple[str, ...]
    sections: tuple[str, ...]
    look_for: tuple[str, ...]


@dataclass
class Lexicon:
    """phrases by their first stem, longest first; same: a word or phrase → all that mean the same; silent: stems of
    words that say nothing about what is wanted ("my", "please")."""

    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    same: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    def add_phrases(self, phrases: Iterable[Phrase]) -> None:
        for phrase in phrases:
            if phrase.said:
                self.phrases.setdefault(phrase.said[0], []).append(phrase)
        for found in self.phrases.values():
            found.sort(key=lambda phrase: -len(phrase.said))

    def add_synonyms(self, groups: Iterable[Sequence[str]]) -> None:
        for group in groups:
            for word in group:
                meant = self.same.setdefault(stems(word), [])
                meant += [other for other in group if other not in meant]

    def copy(self) -> Lexicon:
        phrases = {key: list(value) for key, value in self.phrases.items()}
        return Lexicon(phrases, {key: list(value) for key, value in self.same.items()}, self.silent)


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_of(text))


@cache
def shipped() -> Lexicon:
    """The lists in data/, read once."""
    data = files("goldenthread.local_offer").joinpath("data")
    found = Lexicon(silent=frozenset(stems(" ".join(_lines(data.joinpath("silent_words.txt").read_text("utf-8"))))))
    rows = csv.DictReader(data.joinpath("everyday_phrases.csv").read_text("utf-8").splitlines())
    found.add_phrases(phrase for row in rows for phrase in _phrases(row))
    lines = _lines(data.joinpath("synonyms.txt").read_text("utf-8"))
    found.add_synonyms([word.strip() for word in line.split(",")] for line in lines)
    return found


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _phrases(row: dict[str, str]) -> Iterable[Phrase]:
    needs, sections = tuple(row["needs"].split()), tuple(row["sections"].split())
    for said in row["said"].split("|"):
        yield Phrase(stems(said), needs, sections, tuple(row["words"].split("|")))


def lexicon_of(authority: UUID, without: UUID | None = None) -> Lexicon:
    """The shipped lists with what this area's staff added. without: an entry of theirs to leave out."""
    left_out = [without] if without else []
    kept = Synonym.objects.filter(authority_id=authority).exclude(pk__in=left_out)
    synonyms = list(kept.values_list("words", flat=True))
    said = EverydayPhrase.objects.filter(authority_id=authority).exclude(pk__in=left_out)
    phrases = list(said.values_list("said", "needs", "sections", "words"))
    if not synonyms and not phrases:
        return shipped()
    found = shipped().copy()
    found.add_synonyms(synonyms)
    found.add_phrases(
        Phrase(stems(said), tuple(needs), tuple(sections), tuple(words) or (said,))
        for said, needs, sections, words in phrases
    )
    return found
