"""Another child named in words that a family will read: noticed while somebody writes them.

A letter with another family's child in it is stopped (names.py). Short words are written in a hurry and by first name,
so they are held up once and may stay: a note that Lena was asked about "the other Lena" is for its writer to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child
from goldenthread.children.names import plain
from goldenthread.children.scopes import in_force, on_roll_today
from goldenthread.people.models import AuthorityToAct

# Given names that are words as well: alone they mean the word, so they are noticed with their family name only.
ALSO_WORDS = frozenset((
    "an", "april", "art", "august", "autumn", "bill", "can", "charity", "chase", "dale", "dawn", "drew", "faith",
    "frank", "grace", "grant", "hope", "joy", "june", "long", "mark", "may", "my", "page", "patience", "pearl",
    "penny", "precious", "prince", "princess", "ray", "reed", "rich", "river", "rob", "roman", "rose", "sky",
    "star", "summer", "sunday", "sunny", "will",
))  # fmt: skip
_TITLED = re.compile(r"\^(?:mr|mrs|ms|miss|mx|dr|sir|sister|nurse) \S+")
_WORD = re.compile(r"[^\W_]+")


def _marked(text: str) -> str:
    """The words of a text folded, with a mark on each that has a capital letter: " ^told ^ravi to wait "."""
    words = (("^" if word[0].isupper() else "") + plain(word) for word in _WORD.findall(text))
    return f" {' '.join(words)} "


class Roll:
    """The names of everyone on the roll of the viewer's setting today; read once for all the lines of a page."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer

    @cached_property
    def children(self) -> list[Child]:
        rows = Child.objects.filter(on_roll_today(self._viewer)).only("given_name", "family_name", "known_as")
        return list(rows)


class OtherChildren:
    """The names of every child on the roll of the viewer's setting but one and that one's brothers and sisters.

    child: whose family reads the words; None when several families read the same words, so that no child may be named.
    Read from the database once, when the first words are looked at; what is said back is only what was typed.
    """

    def __init__(self, viewer: Viewer, child: UUID | None, roll: Roll | None = None) -> None:
        self._viewer = viewer
        self._child = child
        self._roll = roll or Roll(viewer)

    def named_in(self, words: str) -> list[str]:
        """Whom these words name, by first name, each once, in order of name.

        A first name alone counts with its capital letter, and not after a title: Mrs Lena is no child.
        """
        folded, alone = f" {plain(words)} ", _TITLED.sub(" ", _marked(words))
        return sorted(
            {name.first for name in self._names if name.full in folded or (name.alone and name.alone in alone)}
        )

    @cached_property
    def _children(self) -> list[Child]:
        return [child for child in self._roll.children if child.pk not in self._family]

    @cached_property
    def _family(self) -> list[UUID]:
        """The child, and the children for whom one of their grown-ups acts too."""
        if self._child is None:
            return []
        acting = AuthorityToAct.objects.filter(in_force(self._viewer.today)).exclude(scope="none")
        grown_ups = acting.filter(child_id=self._child).values("parent_id")
        return [self._child, *acting.filter(parent_id__in=grown_ups).values_list("child_id", flat=True)]

    @cached_property
    def _names(self) -> list[_Name]:
        """Every other child's names. A first name that is also a name in the child's own family does not count alone."""
        found = [name for child in self._children for name in _names_of(child)]
        return [name._replace(alone="") if name.alone in self._own else name for name in found]

    @cached_property
    def _own(self) -> set[str]:
        """Each word of the names in the child's own family, the grown-ups' included, marked."""
        children = Child.objects.filter(pk__in=self._family)
        acting = AuthorityToAct.objects.filter(child_id__in=self._family).select_related("parent")
        names = [f"{child.name} {child.given_name}" for child in children]
        names += [f"{act.parent.given_name} {act.parent.family_name}" for act in acting]
        return {f" {word} " for name in names for word in _marked(name).split()}


class _Name(NamedTuple):
    """A first name as it is written; the full name, folded; the first name alone, marked, "" where it is a word too."""

    first: str
    full: str
    alone: str


def _names_of(child: Child) -> Iterator[_Name]:
    for first in {child.first_name, child.given_name}:
        alone = "" if plain(first) in ALSO_WORDS else _marked(first)
        yield _Name(first, f" {plain(f'{first} {child.family_name}')} ", alone)
