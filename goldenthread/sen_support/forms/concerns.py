"""Raise a worry, and decide one."""

from __future__ import annotations

from typing import Any

from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    Form,
    LongTextField,
    RadiosField,
    RowFormSet,
    SplitDateField,
    TextField,
)
from goldenthread.letters.forms.naming import FamilyReads

from ..actions.concerns import Tried
from ..models import Audience, Decision
from ..models.concern import NO_LOOKING_AGAIN


class WorryForm(Form):
    """A family's worry: three questions, the first is enough."""

    words = LongTextField(
        label=_("What are you worried about?"),
        hint=_("Write it as you would say it. You do not need the right words, and no diagnosis."),
        rows=7,
        max_characters=8000,
        autosave=True,
        required_message=_("Write what you are worried about"),
    )
    hoped_for = LongTextField(
        label=_("What would you like to happen? (optional)"), rows=3, max_characters=4000, autosave=True, required=False
    )
    audience = RadiosField(
        label=_("Who may read this?"),
        choices=[
            (Audience.AUTHOR, _("The school and me")),
            (Audience.EVERYONE, _("Also the rest of the family who can see this record")),
        ],
        initial=Audience.AUTHOR,
    )


class TriedForm(Form):
    """One thing already tried in class."""

    what = TextField(label=_("What was tried"), max_length=300)
    from_on = SplitDateField(label=_("From"), name=_("The first day"), required=False)
    to_on = SplitDateField(label=_("To"), name=_("The last day"), required=False)
    result = TextField(label=_("What it showed"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        first, last = answers.get("from_on"), answers.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", _("The last day must be on or after the first"))
        return answers


class TriedRows(RowFormSet):
    row_name = _("Already tried in class")
    add_text = _("Add something else that was tried")


TRIED = formset_factory(TriedForm, formset=TriedRows, extra=1, max_num=20, can_delete=True)


class WithTried(FamilyReads):
    """A form with rows for what was already tried in ordinary teaching."""

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.rows = TRIED(data, prefix="tried")

    def is_valid(self) -> bool:
        listed = bool(self.rows.is_valid())  # first: the names in the rows are asked about with the rest
        return super().is_valid() and listed

    def texts_read_by_family(self, answers: dict[str, Any]) -> dict[str, str]:
        """The rows stand on the page about the worry, which the family reads when it reads the worry."""
        texts = super().texts_read_by_family(answers)
        rows = " ".join(f"{one.what}\n{one.result}\n" for one in self.tried) if self.rows.is_valid() else ""
        return texts | ({"": rows} if self.read_by_family(answers) and rows.strip() else {})

    @property
    def tried(self) -> list[Tried]:
        """What was tried: rows that say something and were not removed."""
        kept = [row.cleaned_data for row in self.rows if row.cleaned_data.get("what")]
        names = ("what", "from_on", "to_on", "result")
        return [Tried(**{name: row[name] for name in names}) for row in kept if not row.get("DELETE")]


class TeacherWorryForm(WithTried):
    """A teacher's worry, with what was already tried in ordinary teaching."""

    family_reads = ("words", "hoped_for")
    words = LongTextField(
        label=_("What are you worried about?"),
        hint=_("What you see, how often, since when. No diagnosis is needed."),
        rows=7,
        max_characters=8000,
        autosave=True,
        required_message=_("Write what you are worried about"),
    )
    hoped_for = LongTextField(
        label=_("What do you think would help? (optional)"),
        rows=3,
        max_characters=4000,
        autosave=True,
        required=False,
    )
    given_by = RadiosField(
        label=_("Whose worry is this?"),
        choices=[("me", _("Mine")), ("parent", _("A parent's or carer's, who told me or wrote it on paper"))],
        initial="me",
        hints={"parent": _("The school reads it, and no other member of the family.")},
        reveals={"me": "audience", "parent": "parent_name"},
    )
    parent_name = TextField(label=_("Name of the parent or carer"), max_length=200)
    audience = RadiosField(
        label=_("Who may read this?"),
        hint=_("Talk with the family early: they know the child best."),
        choices=[
            (Audience.EVERYONE, Audience.EVERYONE.label),
            (Audience.SCHOOL, Audience.SCHOOL.label),
        ],
        initial=Audience.EVERYONE,
    )

    def read_by_family(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return self.family_reads if answers.get("audience") == Audience.EVERYONE else ()


class DecisionForm(WithTried):
    """What a worry leads to, why, when to look again, and what was tried before."""

    family_reads = ("reason",)
    decision = RadiosField(
        label=_("What is decided?"),
        choices=Decision.choices,
        hints={
            Decision.SEN_SUPPORT: _(
                "The child needs something additional to or different from what is made for others of the same age. "
                "No diagnosis is needed. The parents must be told at once (Children and Families Act 2014 s.68)."
            ),
            Decision.ALREADY_SUPPORTED: _("What was raised belongs in the plan that runs."),
        },
    )
    reason = LongTextField(
        label=_("Why?"),
        hint=_("Whoever raised the worry will read this, in these words."),
        rows=4,
        max_characters=4000,
        autosave=True,
        required_message=_("Give the reason. The person who raised the worry will read it"),
    )
    look_again_on = SplitDateField(
        label=_("When will you look again?"),
        hint=_("Needed unless the child has, or gets, a plan."),
        name=_("The day to look again"),
        must_be="future",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        decision = answers.get("decision")
        wanted = bool(decision) and decision not in NO_LOOKING_AGAIN and "look_again_on" not in self.errors
        if wanted and not answers.get("look_again_on"):
            self.add_error("look_again_on", _("Give a day on which you will look again"))
        return answers
