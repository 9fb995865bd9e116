"""What a question means: the things it is about, each with all the words that say it, and the needs it points to.

No language model: a list of everyday phrases, a list of words that mean the same, and words that say nothing.
Decision record: docs/decisions/0142-how-plain-language-is-understood.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .lexicon import FARTHEST, Lexicon, Phrase, says
from .tokens import stem, words_of

MOST_WORDS = 60  # of a question; more is a pasted letter, and its beginning says what it is about
MOST_THINGS = 10

_AGES = (
    (r"\b(?:new ?born|baby|babies)\b", (0, 23)),
    (r"\btoddlers?\b", (12, 47)),
    (r"\b(?:pre ?schooler|under fives?|early years)\b", (24, 59)),
    (r"\b(?:teen|teens|teenage|teenager|teenagers|adolescent)\b", (156, 239)),
    (r"\b(?:adult|adults|grown up)\b", (216, 311)),
    (r"\breception\b", (48, 71)),
)  # fmt: skip
_COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
_NUMBER = r"\b(\d{1,2}|" + "|".join(_NUMBERS) + r")"
_AGE = re.compile(_NUMBER + r"\s*(?:(year|yr|month|mth)s?\s*olds?|yo|y o)\b")
_IS_AGE = re.compile(
    r"\b(?:is|am|im|aged|age|at|turning|turned|turns|hes|shes)\s+"
    + _NUMBER
    + r"\b(?!\s*(?:times|days|hours|weeks|months|of)\b)"
)
_A_NUMBER = re.compile(r"\d+(?:yo|y|yrs?|months?)?")  # an age or a count: nothing to look for by itself
_SCHOOL_YEAR = re.compile(r"\b(?:year|yr|y)\s*(1[0-3]|[1-9])\b")


@dataclass(frozen=True)
class Thing:
    """One thing that is asked about. words: any of them will do; said: as it was typed; meant: an everyday phrase."""

    said: str
    words: tuple[str, ...]
    meant: bool = False


@dataclass
class Understood:
    """things: what it is about; needs, sections: where an everyday phrase points; months: the age, where one is said."""

    things: list[Thing] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    months: tuple[int, int] | None = None


def understand(question: str, lexicon: Lexicon) -> Understood:
    """What the question is about. Never fails; a question that says nothing has no things."""
    words = words_of(question)[:MOST_WORDS]
    trail = [stem(word) for word in words]
    understood = Understood(months=_months(" ".join(words)))
    used: set[int] = set()
    for phrase, places in _phrases_in(words, lexicon):
        if not set(places) <= used:
            _add_phrase(understood, phrase, " ".join(words[place] for place in places))
            used |= set(places)
    _add_words(understood, words, trail, used, lexicon)
    understood.things = understood.things[:MOST_THINGS]
    return understood


def _phrases_in(words: list[str], lexicon: Lexicon) -> list[tuple[Phrase, list[int]]]:
    """Every phrase that stands in the question, and where; those of most words first, since they say most."""
    found = [
        (phrase, places)
        for start, first in enumerate(words)
        for phrase in lexicon.phrases_from(first)
        if (places := _stands(phrase, words, start))
    ]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[1]))


def _stands(phrase: Phrase, words: list[str], start: int) -> list[int]:
    """Where the phrase's words stand from here on, in order and near each other; nothing when they do not."""
    places = [start]
    for wanted in phrase.said[1:]:
        window = words[places[-1] + 1 : places[-1] + 2 + FARTHEST]
        step = next((step for step, word in enumerate(window, 1) if says(word, wanted)), None)
        if step is None:
            return []
        places.append(places[-1] + step)
    return places


def _add_phrase(understood: Understood, phrase: Phrase, said: str) -> None:
    if not any(set(phrase.look_for) <= set(thing.words) for thing in understood.things):
        understood.things.append(Thing(said, tuple(dict.fromkeys([said, *phrase.look_for])), meant=True))
    understood.needs += [code for code in phrase.needs if code not in understood.needs]
    understood.sections += [code for code in phrase.sections if code not in understood.sections]


def _add_words(understood: Understood, words: list[str], trail: list[str], used: set[int], lexicon: Lexicon) -> None:
    """The other words: first those of several that mean something together, then single ones that are not silent."""
    place = 0
    while place < len(words):
        length = next(
            (n for n in (4, 3, 2) if tuple(trail[place : place + n]) in lexicon.same and place + n <= len(words)), 1
        )
        span = range(place, place + length)
        said = " ".join(words[place : place + length])
        silent = length == 1 and (trail[place] in lexicon.silent or _A_NUMBER.fullmatch(said))
        again = any(thing.said == said for thing in understood.things)
        if not silent and not again and not set(span) <= used:
            same = lexicon.same.get(tuple(trail[place : place + length]), [])
            understood.things.append(Thing(said, tuple(dict.fromkeys([said, *same]))))
        place = span.stop


def _months(text: str) -> tuple[int, int] | None:
    """The age that a question names, in months: "two year old", "year 9", "teenager"."""
    if found := _AGE.search(text):
        number = _number(found.group(1))
        months = (found.group(2) or "").startswith("m")
        return (number, number) if months else (number * 12, number * 12 + 11)
    if found := _SCHOOL_YEAR.search(text):
        return ((int(found.group(1)) + 4) * 12, (int(found.group(1)) + 6) * 12 - 1)
    if found := _IS_AGE.search(text):
        number = _number(found.group(1))
        return (number * 12, number * 12 + 11) if number <= 25 else None
    return next((months for pattern, months in _AGES if re.search(pattern, text)), None)


def _number(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)
