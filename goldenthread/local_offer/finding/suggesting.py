"""Words to offer to somebody who types: those that begin with what was typed, and a fixed list for the box itself.

No script is needed: the box's list is the browser's own, and what begins like the question stands as links beside it.
"""

from __future__ import annotations

from functools import cache
from uuid import UUID

from ..models import ListedWord, Synonym
from ..vocabulary import NEEDS, SECTIONS
from .lexicon import lexicon_of, shipped
from .tokens import plain, words_of

MOST = 6
SHORTEST = 2  # letters typed before anything is offered: one letter begins a tenth of all words
LONGEST_QUESTION = 4  # words; a longer question is a sentence, not the beginning of a word
MOST_IN_BOX = 150


def suggestions(authority: UUID, typed: str) -> list[str]:
    """Questions that begin with what was typed, those that mean something known first, then words of the listings."""
    words = words_of(typed)
    if not words or len(words) > LONGEST_QUESTION or len(words[-1]) < SHORTEST:
        return []
    begun = " ".join(words)
    known = sorted({name for group in lexicon_of(authority).same.values() for name in group}, key=_shortest)
    found = [name for name in known if plain(name).startswith(begun) and plain(name) != begun]
    listed = ListedWord.objects.filter(authority_id=authority, word__startswith=words[-1]).exclude(word=words[-1])
    before = words[:-1]
    found += [
        " ".join([*before, word]) for word in listed.order_by("-listings", "word").values_list("word", flat=True)[:MOST]
    ]
    return list({plain(name): name for name in reversed(found)}.values())[::-1][:MOST]


def _shortest(name: str) -> tuple[int, str]:
    return len(name), name


def words_for_box(authority: UUID) -> list[str]:
    """What the browser offers while somebody types, by the alphabet: the area's own words, kinds of help, needs, and as
    many of the words that ship as there is room for."""
    own = [group[0] for group in Synonym.objects.filter(authority_id=authority).values_list("words", flat=True)]
    names = [term.name for taxonomy in (SECTIONS, NEEDS) for term in taxonomy.terms]
    each = {plain(name): name for name in [*own, *names, *_shipped_groups()]}
    return sorted(list(each.values())[:MOST_IN_BOX], key=str.lower)


@cache
def _shipped_groups() -> tuple[str, ...]:
    groups = {tuple(group): group[0] for group in shipped().same.values() if group}
    return tuple(dict.fromkeys(groups.values()))
