"""Fills sentences in for one child and does not say the same thing twice to the same reader."""

from random import Random

_MALE = {"he": "he", "him": "him", "his": "his", "He": "He", "Him": "Him", "His": "His"}
_FEMALE = {"he": "she", "him": "her", "his": "her", "He": "She", "Him": "Her", "His": "Her"}


class Phrases:
    """Draws sentences for one child; a sentence comes again only when its list has been used up."""

    def __init__(self, rng: Random, name: str, sex: str) -> None:
        self._rng = rng
        self._words = {**(_MALE if sex == "M" else _FEMALE), "name": name}
        self._left: dict[tuple[str, ...], list[str]] = {}

    def one(self, sentences: tuple[str, ...], **more: object) -> str:
        left = self._left.get(sentences)
        if not left:
            left = self._left[sentences] = list(sentences)
            self._rng.shuffle(left)
        return self.fill(left.pop(), **more)

    def fill(self, sentence: str, **more: object) -> str:
        if "{" not in sentence:
            return sentence
        return sentence.format_map({**self._words, **more})


def number(value: float) -> str:
    """A measure's value without a needless decimal."""
    return str(int(value)) if value == int(value) else f"{value:.1f}"


def said_date(day: object) -> str:
    """A date as people write it: 10 December."""
    return f"{day:%d %B}".lstrip("0")
