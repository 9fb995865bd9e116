"""The parts a document is made of. All text is plain words; see `model.py`."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from goldenthread.privacy.plain_text import clean, clean_line


class InvalidDocument(ValueError):
    """The document could not be read by everybody it is meant for; the sentence says what is missing."""


def one_line(part: object, name: str) -> None:
    """Tidy the named text of a frozen part to one line, and refuse it when nothing is left."""
    text = clean_line(getattr(part, name))
    if not text:
        raise InvalidDocument(f"{type(part).__name__} has an empty {name}.")
    object.__setattr__(part, name, text)


class Voice(StrEnum):
    """How a few words are spoken. A TERM is a word of the field, explained in the glossary."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Run:
    """A few words in one voice. A line end inside stays a line end."""

    text: str
    voice: Voice = Voice.PLAIN

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


def strong(text: str) -> Run:
    return Run(text, Voice.STRONG)


def emphasis(text: str) -> Run:
    return Run(text, Voice.EMPHASIS)


def term(text: str) -> Run:
    return Run(text, Voice.TERM)


Runs = tuple[Run, ...]


def runs(*words: str | Run) -> Runs:
    """Words and runs in order; a bare string is plain. Empty words are left out."""
    spoken = (word if isinstance(word, Run) else Run(word) for word in words)
    return tuple(run for run in spoken if run.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 2, 3 or 4; the document's title is level 1. A level may not be skipped on the way down."""

    level: int
    text: str

    def __post_init__(self) -> None:
        one_line(self, "text")
        if self.level not in (2, 3, 4):
            raise InvalidDocument(f"A heading has level 2, 3 or 4, not {self.level}.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs

    @classmethod
    def of(cls, *words: str | Run) -> Self:
        return cls(runs(*words))


@dataclass(frozen=True, slots=True)
class List:
    """points: each its own words. Numbered only where the order matters."""

    points: tuple[Runs, ...]
    numbered: bool = False

    @classmethod
    def of(cls, *points: str | Runs, numbered: bool = False) -> Self:
        return cls(tuple(runs(point) if isinstance(point, str) else point for point in points), numbered)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words and figures with one row of column headings.

    numeric: the columns, counted from 0, that hold figures; they are set to the right.
    widths: how wide the columns are beside each other, such as (2, 1, 1); empty means equal.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        one_line(self, "caption")
        object.__setattr__(self, "head", tuple(clean_line(cell) for cell in self.head))
        object.__setattr__(self, "rows", tuple(tuple(clean(cell) for cell in row) for row in self.rows))
        columns = len(self.head)
        if not columns or not all(self.head):
            raise InvalidDocument(f"Every column of {self.caption!r} needs a heading.")
        if any(len(row) != columns for row in self.rows):
            raise InvalidDocument(f"Every row of {self.caption!r} needs {columns} cells.")
        if self.widths and (len(self.widths) != columns or min(self.widths) < 1):
            raise InvalidDocument(f"{self.caption!r} needs a width of 1 or more for each column.")
        if not self.numeric <= set(range(columns)):
            raise InvalidDocument(f"{self.caption!r} has no such column as {max(self.numeric)}.")


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str

    def __post_init__(self) -> None:
        one_line(self, "label")
        object.__setattr__(self, "value", clean(self.value))


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, in pairs: "Date of birth", "3 May 2017"."""

    facts: tuple[Fact, ...]

    @classmethod
    def of(cls, *pairs: tuple[str, str]) -> Self:
        return cls(tuple(Fact(label, value) for label, value in pairs))


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, exactly as they gave them.

    said_by: who, as the reader knows them ("Amara", "Mr Lane").
    said_on: the day, or None where it was not noted.
    how: how the words came, where that matters ("drawn, and told to Mr Lane").
    """

    text: str
    said_by: str
    said_on: datetime.date | None = None
    how: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        object.__setattr__(self, "how", clean_line(self.how))
        one_line(self, "said_by")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as PNG or JPEG bytes, cleaned by `images.re_encode`.

    alt: what a person who cannot see it needs to know. It may not be empty: nothing here is decoration.
    width: share of the text's width, in per cent.
    """

    alt: str
    data: bytes
    caption: str = ""
    width: int = 60

    def __post_init__(self) -> None:
        one_line(self, "alt")
        object.__setattr__(self, "caption", clean_line(self.caption))
        if not self.data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise InvalidDocument("A picture in a document is a PNG or a JPEG.")
        if not 5 <= self.width <= 100:
            raise InvalidDocument("A picture is 5 to 100 per cent wide.")


@dataclass(frozen=True, slots=True)
class Note:
    """A short passage set apart. Important: something lost if it is missed, such as a time limit."""

    runs: Runs
    title: str = ""
    important: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_line(self.title))

    @classmethod
    def of(cls, *words: str | Run, title: str = "", important: bool = False) -> Self:
        return cls(runs(*words), title, important)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new sheet on paper; on a screen it is nothing."""


Block = Heading | Paragraph | List | Table | Facts | Quote | Image | Note | PageBreak
