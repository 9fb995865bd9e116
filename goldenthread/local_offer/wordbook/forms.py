"""The forms of the word book. Each has a box to try a sentence before anything is kept."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import CheckboxesField, Form, LongTextField, TextField

from ..finding.lexicon import stems
from ..vocabulary import NEEDS, SECTIONS

LONGEST, MOST = 60, 30


def lines_of(text: str) -> list[str]:
    """Words and phrases from lines or commas, each once, in the order written."""
    found = (" ".join(piece.split()) for piece in re.split(r"[\n,;]", text))
    return list({piece.lower(): piece for piece in found if piece}.values())


class _WordsForm(Form):
    sentence = TextField(
        label=_("Try it with a sentence"), required=False, max_length=200,
        hint=_("As a family would write it. You see what it finds now and what it would find. Nothing is kept yet."),
    )  # fmt: skip

    def words_in(self, name: str) -> list[str]:
        found = lines_of(self.cleaned_data.get(name) or "")
        if any(len(piece) > LONGEST for piece in found):
            self.add_error(name, _now("Each may have %(most)s letters at most") % {"most": LONGEST})
        if len(found) > MOST:
            self.add_error(name, _now("Keep at most %(most)s together") % {"most": MOST})
        if any(not stems(piece) for piece in found):
            self.add_error(name, _now("Write words, not only signs"))
        return found


class SynonymForm(_WordsForm):
    words = LongTextField(
        label=_("Words that mean the same"), rows=5, required_message=_("Write at least two"),
        hint=_("One on each line, or with commas between: autism, ASC, on the spectrum."),
    )  # fmt: skip
    field_order = ("words", "sentence")

    def clean_words(self) -> list[str]:
        found = self.words_in("words")
        if len(found) < 2 and "words" not in self.errors:
            self.add_error("words", _now("Write at least two: one word alone means the same as nothing"))
        return found


class PhraseForm(_WordsForm):
    said = TextField(
        label=_("What families say"), max_length=120, required_message=_("Write what families say"),
        hint=_("Two or three words that tell it apart, such as: can't sit still. Endings do not matter."),
    )  # fmt: skip
    needs = CheckboxesField(label=_("Which needs does it point to?"), required=False, choices=(), small=True)
    sections = CheckboxesField(label=_("Which kinds of help does it point to?"), required=False, choices=(), small=True)
    words = LongTextField(
        label=_("Which words should be looked for?"), rows=3, required=False,
        hint=_("Words that services use for it, one on each line: ADHD, attention."),
    )  # fmt: skip
    field_order = ("said", "words", "needs", "sections", "sentence")

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        for name, taxonomy in (("needs", NEEDS), ("sections", SECTIONS)):
            self.fields[name].choices = [(term.code, term.name) for term in taxonomy.terms]  # type: ignore[attr-defined]

    def clean_said(self) -> str:
        said = " ".join(str(self.cleaned_data["said"]).split())
        if not stems(said):
            self.add_error("said", _now("Write words, not only signs"))
        return said

    def clean_words(self) -> list[str]:
        return self.words_in("words")

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if not any(answers.get(name) for name in ("needs", "sections", "words")) and not self.errors:
            self.add_error("words", _now("Say what it means: words to look for, a need or a kind of help"))
        return answers

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("said", "needs", "sections", "words")}
