"""What a sentence finds with the words as they are, and what it would find with one entry kept or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..finding.asked import Asked
from ..finding.lexicon import Lexicon, Phrase, lexicon_of
from ..finding.searching import Found, search
from ..models import Offer
from ..vocabulary import NEEDS, SECTIONS, names_of

SHOWN = 5


@dataclass(frozen=True)
class Tried:
    """One side of the comparison. looked_for: each thing understood, with its words."""

    total: int
    names: list[str]
    looked_for: list[str]
    points_to: list[str]


def tried_with(offer: Offer, sentence: str, lexicon: Lexicon, today: date) -> Tried:
    found = search(offer, Asked(words=sentence), today, count=False, size=SHOWN, lexicon=lexicon)
    return Tried(found.total, [result.listing.name for result in found.results], _looked_for(found), _points_to(found))


def _looked_for(found: Found) -> list[str]:
    return [_("“%(said)s”: %(words)s") % {"said": thing.said, "words": ", ".join(thing.words)}
            for thing in found.understood.things]  # fmt: skip


def _points_to(found: Found) -> list[str]:
    return names_of(NEEDS, found.understood.needs) + names_of(SECTIONS, found.understood.sections)


def with_synonym(authority: UUID, words: Sequence[str], instead_of: UUID | None) -> Lexicon:
    """The words as they are, with this group instead of the one it changes."""
    lexicon = lexicon_of(authority, without=instead_of).copy()
    lexicon.add_synonyms([words])
    return lexicon


def with_phrase(authority: UUID, facts: dict[str, Any], instead_of: UUID | None) -> Lexicon:
    lexicon = lexicon_of(authority, without=instead_of).copy()
    words = tuple(facts["words"]) or (facts["said"],)
    lexicon.add_phrases([Phrase(facts["said"], tuple(facts["needs"]), tuple(facts["sections"]), words)])
    return lexicon
