"""Easy Read: short sentences, each with one picture. One line of text is one sentence: `house: This is about home.`"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldenthread.privacy.plain_text import clean

from .blocks import Problem
from .pictures import PICTURES, picture

LONGEST_SENTENCE = 15  # words; a product choice, after what makers of Easy Read commonly ask for


@dataclass(frozen=True)
class Said:
    """One sentence with its picture."""

    words: str
    name: str

    @property
    def picture(self) -> SafeString:
        return picture(self.name)


def read(text: str, area: str = "") -> tuple[list[Said], list[Problem]]:
    """The sentences in order, and what is wrong with them. A line without a picture we have is shown without one."""
    said: list[Said] = []
    problems: list[Problem] = []
    for number, line in enumerate(clean(text).split("\n"), start=1):
        if not line.strip():
            continue
        name, _colon, words = (part.strip() for part in line.partition(":"))
        known = name in PICTURES and bool(words)
        if not known:
            problems.append(
                Problem(number, _("Begin with the name of a picture and a colon, such as “phone: Ring us.”"))
            )
        sentence = (words if known else line.strip()).replace("{area}", area or "{area}")
        if len(sentence.split()) > LONGEST_SENTENCE:
            problems.append(Problem(number, _("This sentence has more than 15 words. Make two of it.")))
        said.append(Said(sentence, name if known else ""))
    return said, problems
