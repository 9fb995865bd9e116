"""What counts as a right answer when the search is measured."""

from __future__ import annotations

from ..models import Listing
from ..vocabulary import NEEDS, SECTIONS, names_of
from .tokens import words_of

COLUMNS = ("question", "need_any", "section_any", "words_any")


def hit(row: dict[str, str], listing: Listing) -> bool:
    """Whether this result is one of the right kinds of help: its need, its section or its words match any asked for.

    Needs and sections may be written as codes or by name; words are looked for in the name, the description and the
    tags, as whole words from their beginning ("swim" is in "swimming").
    """
    needs = _plain([*listing.needs, *names_of(NEEDS, listing.needs)])
    sections = _plain([*listing.sections, *names_of(SECTIONS, listing.sections)])
    said = " ".join(["", *words_of(" ".join(listing.said[:3]))])
    return (
        bool(needs & _alternatives(row["need_any"]))
        or bool(sections & _alternatives(row["section_any"]))
        or any(f" {words}" in said for words in _alternatives(row["words_any"]))
    )


def _alternatives(text: str) -> set[str]:
    return _plain(text.split("|"))


def _plain(words: list[str]) -> set[str]:
    return {" ".join(words_of(word)) for word in words} - {""}
