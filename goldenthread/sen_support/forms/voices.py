"""What people say: by themselves, or written down by staff."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import LongTextField, RadiosField, SelectField, TextField
from goldenthread.documents.forms import TakenField
from goldenthread.documents.types import Purpose, Taken
from goldenthread.letters.forms.naming import FamilyReads

from ..models import Audience, How, Question, Voice

ADULT_QUESTIONS = [
    (Question.GOING_WELL, _("What is going well")),
    (Question.HARD, _("What is hard")),
    (Question.HELPS, _("What helps")),
    (Question.NEXT, _("What should happen next")),
    (Question.OTHER, _("Something else")),
]
OWN_QUESTIONS = [
    (Question.GOING_WELL, _("What is going well for me")),
    (Question.HARD, _("What is hard for me")),
    (Question.HELPS, _("What helps me")),
    (Question.NEXT, _("What I want to happen next")),
    (Question.OTHER, _("Something else")),
]


class SaidForm(FamilyReads):
    """What every form for words has: a report that goes with them, from the record or as a new file.

    reports: (key, title) of documents on the record that may be named; may_add: whether a file may be put there.
    """

    report = SelectField(
        label=_("Does something on the record belong to this? (optional)"), empty_label=_("No"), required=False
    )
    file = TakenField(label=_("Add a report or a photo (optional)"), purpose=Purpose.EVIDENCE, required=False)

    def __init__(self, *args: Any, reports: list[tuple[str, str]], may_add: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["report"].choices = [("", _("No")), *reports]  # type: ignore[attr-defined]
        if not reports:
            del self.fields["report"]
        if not may_add:
            del self.fields["file"]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("report") and answers.get("file"):
            self.add_error("file", _("Choose one of the two: something on the record, or a new file"))
        return answers

    @property
    def said(self) -> dict[str, Any]:
        """The words and what is said about them, with the key of the document named, or None."""
        answers = {name: value for name, value in self.cleaned_data.items() if name not in ("report", "file")}
        report = self.cleaned_data.get("report")
        return answers | {"document_id": UUID(report) if report else None}

    @property
    def taken(self) -> Taken | None:
        return self.cleaned_data.get("file")


class OwnWordsForm(SaidForm):
    """A parent or young person speaks for themselves. own: it is their own record."""

    field_order = ["question", "words", "report", "file"]
    question = RadiosField(label=_("What is it about?"), initial=Question.OTHER)
    words = LongTextField(
        label=_("What do you want to say?"),
        hint=_("Your words are kept exactly as you write them."),
        rows=6,
        max_characters=8000,
        autosave=True,
        required_message=_("Write what you want to say"),
    )
    helped_by = TextField(label=_("Did somebody help you write this? Who? (optional)"), max_length=200, required=False)
    audience = RadiosField(label=_("Who may read this?"))

    def __init__(self, *args: Any, own: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["question"].choices = OWN_QUESTIONS if own else ADULT_QUESTIONS  # type: ignore[attr-defined]
        kept_back = (
            (Audience.NOT_PARENTS, _("The school and me. Not my parents or carers"))
            if own
            else (Audience.AUTHOR, _("The school and me"))
        )
        wide = _("Also the rest of the family who can see this record")
        self.fields["audience"].choices = [kept_back, (Audience.EVERYONE, wide)]  # type: ignore[attr-defined]
        self.fields["audience"].initial = kept_back[0]


class OthersWordsForm(SaidForm):
    """Staff write down what somebody said, or what they themselves see."""

    family_reads = ("words",)
    field_order = ["voice", "said_by", "question", "how", "words", "report", "file"]
    voice = RadiosField(label=_("Whose voice is this?"), choices=Voice.choices)
    said_by = TextField(label=_("Who said it?"), hint=_("Their name, and what they are to the child."), max_length=200)
    question = RadiosField(
        label=_("What is it about?"), choices=ADULT_QUESTIONS, initial=Question.OTHER, inline=False, small=True
    )
    how = RadiosField(label=_("How did the words come?"), choices=How.choices, small=True)
    words = LongTextField(
        label=_("The words"),
        hint=_("Exactly as they were given. Do not tidy them."),
        rows=6,
        max_characters=8000,
        autosave=True,
        required_message=_("Write the words down"),
    )
    helped_by = TextField(label=_("Who helped or interpreted? (optional)"), max_length=200, required=False)
    audience = RadiosField(
        label=_("Who may read this?"),
        hint=_("Ask the person whose words they are."),
        choices=Audience.choices,
        small=True,
    )

    def read_by_family(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return () if answers.get("audience") == Audience.SCHOOL else self.family_reads


class MendForm(FamilyReads):
    family_reads = ("words",)
    words = LongTextField(
        label=_("The words, put right"),
        hint=_("The first wording is kept, and it is shown that it was put right."),
        rows=6,
        max_characters=8000,
        autosave=True,
        required_message=_("Write the words"),
    )


class ChangeForm(FamilyReads):
    family_reads = ("words",)
    words = LongTextField(
        label=_("What changed because of this?"),
        hint=_("The person who said it will read this."),
        rows=4,
        max_characters=2000,
        autosave=True,
        required_message=_("Say what changed"),
    )
