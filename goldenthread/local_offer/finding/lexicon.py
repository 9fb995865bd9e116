"""What families' words mean: the lists that ship with the product, and those that staff of the area keep.

Decision record: docs/decisions/0142-how-plain-language-is-understood.md.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from uuid import UUID

from ..models import EverydayPhrase, Synonym
from .tokens import plain, stem, words_of

FARTHEST = 2  # other words that may stand between two words of a phrase
_STARRED = re.compile(r"[a-z0-9]{3,}\*")
_INDEXED = 3  # letters of a phrase's first word, by which it is found: no stem and no beginning is shorter


@dataclass(frozen=True)
class Phrase:
    """text: as families say it, "worr*" for every word that begins so; needs, sections: codes it points to; look_for:
    what to look for in the listings."""

    text: str
    needs: tuple[str, ...]
    sections: tuple[str, ...]
    look_for: tuple[str, ...]

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What it is made of, in order: stems, and beginnings of words with their star."""
        words = plain(self.text).split()
        return tuple(part for word in words for part in ([word] if _STARRED.fullmatch(word) else stems(word)))


@dataclass
class Lexicon:
    """phrases by how they begin, longest first; same: a word or phrase → all that mean the same; silent: stems of
    words that say nothing about what is wanted ("my", "please"); spelt: every word of the lists, as it is written."""

    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    same: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    spelt: dict[str, None] = field(default_factory=dict)

    def add_phrases(self, phrases: Iterable[Phrase]) -> None:
        """These go before those that are there: what an area's staff say of a word counts there."""
        added: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if phrase.said:
                self._keep_spelling(word for word in phrase.text.split() if not word.endswith("*"))
                added.setdefault(phrase.said[0][:_INDEXED], []).append(phrase)
        for begins, found in added.items():
            both = [*found, *self.phrases.get(begins, [])]
            self.phrases[begins] = sorted(both, key=lambda phrase: -len(phrase.said))

    def phrases_from(self, first: str) -> list[Phrase]:
        """The phrases that may begin with this word."""
        return [phrase for phrase in self.phrases.get(first[:_INDEXED], ()) if says(first, phrase.said[0])]

    def add_synonyms(self, groups: Iterable[Sequence[str]]) -> None:
        for group in groups:
            self._keep_spelling(group)
            for word in group:
                meant = self.same.setdefault(stems(word), [])
                meant += [other for other in group if other not in meant]

    @cached_property
    def known(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """Every stem of the lists, and the beginnings that are phrases by themselves. Ask when all has been added."""
        phrases = [phrase for found in self.phrases.values() for phrase in found]
        parts = {part for phrase in phrases for part in phrase.said}
        alone = (phrase.said[0] for phrase in phrases if len(phrase.said) == 1)
        whole = self.silent | {part for key in self.same for part in key} | parts
        return frozenset(whole), tuple(part[:-1] for part in alone if part.endswith("*"))

    def copy(self) -> Lexicon:
        phrases = {key: list(value) for key, value in self.phrases.items()}
        same = {key: list(value) for key, value in self.same.items()}
        return Lexicon(phrases, same, self.silent, dict(self.spelt))

    def _keep_spelling(self, texts: Iterable[str]) -> None:
        self.spelt |= dict.fromkeys(word for text in texts for word in words_of(text))


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_of(text))


def says(word: str, part: str) -> bool:
    """Whether a word is this part of a phrase."""
    return word.startswith(part[:-1]) if part.endswith("*") else stem(word) == part


@cache
def shipped() -> Lexicon:
    """The lists in data/, read once."""
    data = files("goldenthread.local_offer").joinpath("data")
    silent = " ".join(_lines(data.joinpath("silent_words.txt").read_text("utf-8")))
    found = Lexicon(silent=frozenset(stems(silent)), spelt=dict.fromkeys(words_of(silent)))
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
        yield Phrase(said, needs, sections, tuple(row["words"].split("|")))


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
        Phrase(said, tuple(needs), tuple(sections), tuple(words) or (said,)) for said, needs, sections, words in phrases
    )
    return found
