"""Words of the field in plain words: those that ship with Golden Thread, and those that an area adds or says otherwise.

Whoever shows a word asks here, in whatever room: `{% load words %}{% explained "EHC plan" %}`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

from .models import AreaWord


@dataclass(frozen=True)
class Term:
    """One word with its meaning. also: other ways of writing it; own: whether the area wrote it itself."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    source: str = ""
    own: bool = False

    @property
    def mark(self) -> str:
        """Its name as a place on the page of words."""
        return re.sub(r"[^a-z0-9]+", "-", self.word.lower()).strip("-")

    @property
    def letter(self) -> str:
        return self.word[0].upper()


@cache
def shipped() -> tuple[Term, ...]:
    rows = tomllib.loads(files("goldenthread.local_offer.sections").joinpath("words.toml").read_text("utf-8"))["term"]
    return tuple(Term(row["word"], row["meaning"], tuple(row.get("also", ())), row["source"]) for row in rows)


@dataclass(frozen=True)
class Glossary:
    """All words of one area, by name. Names are compared without regard to capitals, but for short forms (ICB, LA)."""

    terms: tuple[Term, ...]

    def find(self, word: str) -> Term | None:
        return self._by_name().get(word.casefold())

    def _by_name(self) -> dict[str, Term]:
        return {name.casefold(): term for term in self.terms for name in (term.word, *term.also)}

    def by_letter(self) -> list[tuple[str, list[Term]]]:
        """A to Z, each letter with its words."""
        found: dict[str, list[Term]] = {}
        for term in sorted(self.terms, key=lambda one: one.word.casefold()):
            found.setdefault(term.letter, []).append(term)
        return sorted(found.items())

    def explainer(self) -> Explainer:
        return Explainer(self)


class Explainer:
    """Finds the first use of each word on one page. Ask it once for each stretch of text, in order."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = glossary._by_name()
        self._used: set[str] = set()
        self._pattern = _pattern(name for term in glossary.terms for name in (term.word, *term.also))

    def pieces(self, text: str) -> list[str | tuple[str, Term]]:
        """The text in pieces; a word that is used for the first time comes with its term."""
        found: list[str | tuple[str, Term]] = []
        end = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._terms.get(match.group().casefold())
            if term is None or term.word in self._used or _is_a_common_word(match.group(), term):
                continue
            self._used.add(term.word)
            found += [text[end : match.start()], (match.group(), term)]
            end = match.end()
        return [piece for piece in [*found, text[end:]] if piece]

    @property
    def used(self) -> set[str]:
        """The words explained so far."""
        return set(self._used)


def _is_a_common_word(said: str, term: Term) -> bool:
    """Short forms in capitals (LA, OT, SEN) are meant only when they are written so: "send" is no SEND."""
    name = next((one for one in (term.word, *term.also) if one.casefold() == said.casefold()), said)
    return name.isupper() and said != name


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def glossary_of(authority: UUID | None) -> Glossary:
    """The words of an area: its own go before shipped ones of the same name."""
    own = [] if authority is None else list(AreaWord.objects.filter(authority_id=authority))
    terms = [Term(one.word, one.meaning, tuple(one.also), one.source, own=True) for one in own]
    named = {name.casefold() for term in terms for name in (term.word, *term.also)}
    return Glossary((*terms, *(term for term in shipped() if term.word.casefold() not in named)))
