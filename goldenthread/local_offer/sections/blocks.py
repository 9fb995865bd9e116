"""The text of a page, as officers type it, read into a small safe set of blocks.

What may be typed:

    ## A heading                       ### A smaller heading
    A paragraph with **strong words**, [a link](https://example.org) and {time: ehcna.decision_to_assess}.
    - a point of a list                1. a point of a numbered list
    {find: section=health | Find health services}          a link to services, with filters as in the address
    {services: section=advice | 3}                         up to so many live services, with their facts as they are today
    {service: 0190…}                                       one live service

Nothing else has a meaning: every other letter is shown as it stands, so no text can become markup. {area} is the
authority's name. Decision record: docs/decisions/0165-pages-in-plain-text.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from goldenthread.privacy.plain_text import clean

from ..finding.asked import GROUPS
from .links import Target, target_of
from .timeline import is_known

MOST_SERVICES = 10
MOST_LISTS = 10  # each is a search of its own whenever the page is opened


@dataclass(frozen=True)
class Words:
    """A few words. target: where they lead, or None."""

    text: str
    strong: bool = False
    target: Target | None = None


@dataclass(frozen=True)
class Time:
    """The place of a time limit of the law, by its name."""

    limit: str


Line = tuple[Words | Time, ...]


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    line: Line


@dataclass(frozen=True)
class Points:
    points: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Find:
    """A link to services. query: the part of an address after "?"."""

    query: str
    text: str


@dataclass(frozen=True)
class Services:
    """Live services, with their facts: the first so many that answer the query."""

    query: str
    most: int


@dataclass(frozen=True)
class OneService:
    key: UUID


Block = Heading | Paragraph | Points | Find | Services | OneService


@dataclass(frozen=True)
class Problem:
    """What is wrong in a line of the text, as a sentence; line counts from 1."""

    line: int
    sentence: str


# Each piece has a longest length, so that no text is slow to read.
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\n]{1,500})\*\*|\[(?P<text>[^\[\]\n]{1,300})\]\((?P<to>[^)\n]{0,600})\)"
    r"|\{time:(?P<limit>[^}\n]{0,80})\}"
)
_COMMAND = re.compile(r"^\{(?P<name>find|services|service):(?P<rest>[^}]*)\}$")
_BULLET, _NUMBERED = re.compile(r"^[-*] +"), re.compile(r"^\d{1,2}\. +")
_QUERY_NAMES = {"q", "where", "miles", "years", *GROUPS}


def read(text: str, area: str = "") -> tuple[list[Block], list[Problem]]:
    """The blocks of a text and what is wrong in it. A line with a problem is still shown, as plain words.

    area: what {area} becomes.
    """
    reader = _Reader()
    for number, line in enumerate(clean(text).replace("{area}", area or "{area}").split("\n"), start=1):
        reader.take(number, line.strip())
    reader.end()
    return reader.blocks, reader.problems


class _Reader:
    """Takes one line after the other; lines that belong together become one block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self._open: list[Line] = []
        self._kind = ""

    def take(self, number: int, line: str) -> None:
        if not line:
            return self.end()
        if line.startswith("## ") or line.startswith("### "):
            self.end()
            level = 3 if line.startswith("### ") else 2
            return self.blocks.append(self._heading(number, line.lstrip("#").strip(), level))
        if command := _COMMAND.match(line):
            self.end()
            return self._command(number, command.group("name"), command.group("rest").strip(), line)
        for kind, mark in (("bullets", _BULLET), ("numbers", _NUMBERED)):
            if mark.match(line):
                return self._add(kind, self._line(number, mark.sub("", line)))
        if self._kind in ("bullets", "numbers"):
            # A line that goes on after a point belongs to the point.
            self._open[-1] += (Words(" "), *self._line(number, line))
            return None
        return self._add("words", self._line(number, line))

    def end(self) -> None:
        """Close the block that is open."""
        if self._kind == "words":
            joined = [piece for line in self._open for piece in (Words(" "), *line)][1:]
            self.blocks.append(Paragraph(tuple(joined)))
        elif self._kind:
            self.blocks.append(Points(tuple(self._open), numbered=self._kind == "numbers"))
        self._open, self._kind = [], ""

    def _add(self, kind: str, line: Line) -> None:
        if self._kind != kind:
            self.end()
        self._kind = kind
        self._open.append(line)

    def _heading(self, number: int, text: str, level: int) -> Heading:
        if level == 3 and not any(isinstance(block, Heading) for block in self.blocks):
            self._wrong(number, _("A smaller heading (###) needs a heading (##) before it."))
            level = 2
        return Heading(text, level)

    def _command(self, number: int, name: str, rest: str, line: str) -> None:
        made = {"find": self._find, "services": self._services, "service": self._service}[name](number, rest)
        self.blocks.append(made or Paragraph((Words(line),)))

    def _find(self, number: int, rest: str) -> Block | None:
        query, _bar, text = (part.strip() for part in rest.partition("|"))
        if not text:
            self._wrong(number, _("Say what the link says, after a bar: {find: section=health | Find health services}"))
            return None
        return Find(query, text) if self._query_is_sound(number, query) else None

    def _services(self, number: int, rest: str) -> Block | None:
        if sum(isinstance(block, Services) for block in self.blocks) == MOST_LISTS:
            self._wrong(
                number, _("A page can show at most 10 lists of services. Use {find: …} for a link to the rest.")
            )
            return None
        query, _bar, most = (part.strip() for part in rest.partition("|"))
        if not (most.isascii() and most.isdigit() and 1 <= int(most) <= MOST_SERVICES):
            self._wrong(number, _("Say how many services, from 1 to 10, after a bar: {services: section=advice | 3}"))
            return None
        return Services(query, int(most)) if self._query_is_sound(number, query) else None

    def _service(self, number: int, rest: str) -> Block | None:
        try:
            return OneService(UUID(rest))
        except ValueError:
            self._wrong(number, _("Give the key of the service, as it stands at the end of its address."))
            return None

    def _query_is_sound(self, number: int, query: str) -> bool:
        """Whether each filter and each of its choices is known: a slip would show every service there is."""
        asked = QueryDict(query)
        for name, values in asked.lists():
            known = name in _QUERY_NAMES and all(
                name not in GROUPS or value in GROUPS[name].choices for value in values
            )
            if not known:
                self._wrong(number, _("“%s” is no filter of the search. Copy it from the address of a search.") % name)
                return False
        if not query:
            self._wrong(number, _("Say which services: copy the filters from the address of a search."))
        return bool(query)

    def _line(self, number: int, text: str) -> Line:
        return tuple(self._pieces(number, text))

    def _pieces(self, number: int, text: str) -> Iterator[Words | Time]:
        end = 0
        for found in _INLINE.finditer(text):
            if text[end : found.start()]:
                yield Words(text[end : found.start()])
            end = found.end()
            yield self._piece(number, found)
        if text[end:]:
            yield Words(text[end:])

    def _piece(self, number: int, found: re.Match[str]) -> Words | Time:
        if found["strong"]:
            return Words(found["strong"], strong=True)
        if found["limit"] is not None:
            name = found["limit"].strip()
            if is_known(name):
                return Time(name)
            self._wrong(number, _("The law book of Golden Thread has no time limit called “%s”.") % name)
            return Words(found.group())
        target = target_of(found["to"])
        if target is None:
            self._wrong(number, _("“%s” is not an address that a page can link to.") % found["to"])
        return Words(found["text"], target=target)

    def _wrong(self, number: int, sentence: str) -> None:
        self.problems.append(Problem(number, sentence))


def lines_of(blocks: list[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.line
        elif isinstance(block, Points):
            yield from block.points


def web_addresses(blocks: list[Block]) -> list[str]:
    """Every web address that the blocks link to, once."""
    pieces = (piece for line in lines_of(blocks) for piece in line if isinstance(piece, Words))
    return list(dict.fromkeys(one.target.address for one in pieces if one.target and one.target.kind == "web"))


def pages_linked(blocks: list[Block]) -> list[str]:
    """The names of other section pages that the blocks link to, once."""
    pieces = (piece for line in lines_of(blocks) for piece in line if isinstance(piece, Words))
    return list(dict.fromkeys(one.target.address for one in pieces if one.target and one.target.kind == "page"))


def limits_used(blocks: list[Block]) -> list[str]:
    pieces = (piece for line in lines_of(blocks) for piece in line if isinstance(piece, Time))
    return list(dict.fromkeys(one.limit for one in pieces))


def sentences_text(blocks: list[Block]) -> str:
    """The words alone, each heading, paragraph and point as a sentence of its own: what is measured for reading."""
    said = [block.text for block in blocks if isinstance(block, Heading | Find)]
    said += ["".join("" if isinstance(one, Time) else one.text for one in line) for line in lines_of(blocks)]
    return "\n".join(said)
