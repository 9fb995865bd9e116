"""Pages of the offer that are about the words somebody looks for, to stand above the services that a search finds.

A page is about them when each word says something in its title or its one sentence, itself or by another name that the
glossary knows for it ("EHCP" is "EHC plan"). It changes nothing about the services or their order.
"""

from __future__ import annotations

from uuid import UUID

from ..finding.tokens import stem, words_of
from .glossary import glossary_of
from .models import PublishedPage

MOST = 3
# Words of a question that no page is about. "Help" and "child" stand in nearly all of them.
_LITTLE = (
    "a about an and any are at can child children daughter do does find for from get have help how i in is it kid kids me"
    " my near need of on or our please son support that the there they to us we what when where who with you your"
)
_SAYS_NOTHING = frozenset(stem(word) for word in _LITTLE.split())


def pages_about(authority: UUID, words: str) -> list[PublishedPage]:
    """At most MOST pages, those that say it in their title first, then in the order of the offer."""
    asked = _stems(words)
    wanted = set(asked) - _SAYS_NOTHING
    if not wanted:
        return []
    also = _other_names(authority, asked)
    pages = PublishedPage.objects.filter(authority_id=authority).only("slug", "title", "summary", "order")
    found = []
    for page in pages:
        title = _stems(page.title)
        if _says(title, wanted, also):
            found.append((0, page.order, page.slug, page))
        elif _says(title + _stems(page.summary), wanted, also):
            found.append((1, page.order, page.slug, page))
    return [page for *_rank, page in sorted(found, key=lambda one: one[:3])][:MOST]


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]


def _other_names(authority: UUID, asked: list[str]) -> list[tuple[set[str], list[list[str]]]]:
    """For each word of the glossary that was asked for: the words it was asked by, and all its names."""
    found = []
    for term in glossary_of(authority).terms:
        names = [_stems(name) for name in (term.word, *term.also)]
        said = {word for name in names if _stands_in(name, asked) for word in name}
        if said:
            found.append((said, names))
    return found


def _says(text: list[str], wanted: set[str], also: list[tuple[set[str], list[list[str]]]]) -> bool:
    said = set(text)
    for by, names in also:
        if any(_stands_in(name, text) for name in names):
            said |= by
    return wanted <= said


def _stands_in(name: list[str], text: list[str]) -> bool:
    """Whether the words of a name stand in a text, one after the other."""
    return bool(name) and any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1))
