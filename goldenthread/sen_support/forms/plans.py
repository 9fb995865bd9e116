"""Write a plan: the assessment's findings, measures, targets, dates, what was told and what was agreed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from goldenthread.children.models import Area
from goldenthread.design_system.forms import (
    Form,
    LongTextField,
    NumberField,
    RadiosField,
    SelectField,
    SplitDateField,
    TextField,
)
from goldenthread.design_system.forms.widgets import TextInput
from goldenthread.letters.forms.naming import FamilyReads

from ..actions.cycles import Running
from ..actions.plans import Aim
from ..models import Answer, Channel, Measure, Purpose

Choices = list[tuple[str, str]]


class FigureField(django_forms.FloatField):
    """A figure that may have a part after the point: 12, 0.5."""

    def __init__(self, *, label: Any, hint: Any = "", suffix: str = "", **rest: Any) -> None:
        widget = TextInput({"inputmode": "decimal"}, width=5, suffix=suffix)
        messages = {"required": _("Enter the figure"), "invalid": _("Enter a figure, such as 12 or 0.5")}
        super().__init__(label=label, help_text=hint, widget=widget, error_messages=messages, **rest)
        self.page_heading = False


class AnalysisForm(FamilyReads):
    """What the assessment shows, and what part the parents take."""

    family_reads = ("analysis", "parents_part")

    analysis = LongTextField(
        label=_("What the assessment shows"),
        hint=_("The child's needs, what was measured against peers and over time, what helps. The family reads this."),
        rows=8,
        max_characters=12000,
        autosave=True,
        required_message=_("Write what the assessment shows"),
    )
    parents_part = LongTextField(
        label=_("What the parents do at home, if they wish (optional)"),
        rows=3,
        max_characters=4000,
        autosave=True,
        required=False,
    )


class MeasureForm(Form):
    name = TextField(label=_("What is measured?"), hint=_("For example: words read in a minute"), max_length=120)
    unit = TextField(label=_("In what unit?"), hint=_("For example: words"), max_length=60, width=20, required=False)
    better = RadiosField(
        label=_("Which way is better?"), choices=[("up", _("More is better")), ("down", _("Less is better"))]
    )
    lowest = FigureField(label=_("Lowest figure possible (optional)"), required=False)
    highest = FigureField(label=_("Highest figure possible (optional)"), required=False)


class ReadingForm(Form):
    value = FigureField(label=_("The figure"))
    on = SplitDateField(label=_("Measured on which day?"), name=_("The day"), must_be="past_or_today")
    note = TextField(label=_("A note (optional)"), max_length=300, required=False)


class TargetForm(Form):
    """One target. Each question asks for one part of a target that can be checked."""

    words = LongTextField(
        label=_("What will the child be able to do?"),
        hint=_("One thing, in words the child and family would use."),
        rows=3,
        max_characters=1000,
        autosave=True,
        required_message=_("Say what the child will be able to do"),
    )
    area = SelectField(label=_("Broad area of need"), choices=Area.choices, empty_label=_("Choose"), required=False)
    measure = SelectField(label=_("How will it be measured?"), empty_label=_("Choose"))
    baseline = FigureField(label=_("Where does it start? (baseline)"))
    baseline_on = SplitDateField(label=_("Measured on which day?"), name=_("The day"), must_be="past_or_today")
    target_value = FigureField(label=_("What figure is aimed at?"))
    by_on = SplitDateField(label=_("By when?"), name=_("The day"))
    owner = SelectField(label=_("Who sees to it?"), empty_label=_("Choose"))

    def __init__(self, *args: Any, measures: list[Measure], staff: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        named = [(str(one.pk), f"{one.name} ({one.unit})" if one.unit else one.name) for one in measures]
        self.fields["measure"].choices = [("", _("Choose")), *named]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", _("Choose")), *staff]  # type: ignore[attr-defined]

    @property
    def aim(self) -> Aim:
        said = self.cleaned_data
        return Aim(**said | {"measure": UUID(said["measure"]), "owner": UUID(said["owner"])})


class DropForm(FamilyReads):
    family_reads = ("because",)
    because = LongTextField(
        label=_("Why?"), hint=_("The family can read it."), rows=3, max_characters=300, required_message=_("Say why")
    )


class DropTargetForm(DropForm):
    """Why a target is dropped, and what becomes of help that is given toward it alone."""

    then = RadiosField(label=_("What becomes of the help given only toward this target?"))

    def __init__(self, *args: Any, left: list[str], others: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not left:
            del self.fields["then"]
            return
        toward = [(key, _("It goes on, toward this target: %s") % words) for key, words in others]
        self.fields["then"].choices = [(STOPS, _("It stops today")), *toward]  # type: ignore[attr-defined]
        self.fields["then"].help_text = ", ".join(left)

    @property
    def decided(self) -> dict[str, Any]:
        """What the action takes. Only of a valid form."""
        said = dict(self.cleaned_data)
        then = said.pop("then", STOPS)
        return said | ({"stop": True} if then == STOPS else {"toward": UUID(then)})


STOPS = "stops"


class RunningForm(Form):
    """When the plan runs and who leads it."""

    starts_on = SplitDateField(label=_("First day"))
    weeks = NumberField(
        label=_("For how many school weeks?"), hint=_("Holidays do not count."), min_value=1, max_value=39, width=3
    )
    review_on = SplitDateField(label=_("Review agreed for"))
    owner = SelectField(label=_("Who leads it day to day?"), hint=_("Usually the class or subject teacher."))

    def __init__(self, *args: Any, staff: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["owner"].choices = [("", _("Choose")), *staff]  # type: ignore[attr-defined]

    @property
    def running(self) -> Running:
        said = self.cleaned_data
        return Running(said["starts_on"], said["weeks"], said["review_on"], UUID(said["owner"]))


class EnterRunningForm(RunningForm):
    """A plan that already runs: its dates as they are, what it rests on, and the meetings already held."""

    analysis = LongTextField(
        label=_("What the plan rests on"),
        hint=_("What is known of the child's needs, in a few sentences."),
        rows=5,
        max_characters=12000,
        autosave=True,
        required=False,
    )
    first_meeting = SplitDateField(label=_("Last review or meeting with the parents (optional)"), required=False)
    second_meeting = SplitDateField(label=_("The one before (optional)"), required=False)
    third_meeting = SplitDateField(label=_("And the one before that (optional)"), required=False)

    @property
    def earlier_meetings(self) -> list[Any]:
        names = ("first_meeting", "second_meeting", "third_meeting")
        return [self.cleaned_data[name] for name in names if self.cleaned_data.get(name)]


class ToldForm(FamilyReads):
    """The parents were told of the provision, and why."""

    family_reads = ("why",)

    told_on = SplitDateField(label=_("When were they told?"), name=_("The day"), must_be="past_or_today")
    who = TextField(label=_("Who was told?"), max_length=200)
    how = RadiosField(label=_("How?"), choices=[choice for choice in Channel.choices if choice[0] != Channel.HERE])
    why = LongTextField(
        label=_("What were they told about why the help is given?"),
        rows=4,
        max_characters=2000,
        autosave=True,
        required_message=_("Say what they were told"),
    )


class RecordAnswerForm(Form):
    """What a parent or a young person answered in a meeting, by phone or on paper."""

    authority = RadiosField(label=_("Who answered?"), hint=_("Only those who may decide today are here."))
    purpose = RadiosField(label=_("About what?"), choices=Purpose.choices, initial=Purpose.PLAN)
    covers = TextField(label=_("What exactly is covered? (optional)"), max_length=300, required=False)
    answer = RadiosField(label=_("What was the answer?"), choices=Answer.choices)
    how = RadiosField(label=_("How was it given?"), choices=[one for one in Channel.choices if one[0] != Channel.HERE])
    expires_on = SplitDateField(label=_("Until when? (optional)"), name=_("The day"), must_be="future", required=False)
    words = LongTextField(label=_("In their words (optional)"), rows=3, max_characters=2000, required=False)

    def __init__(self, *args: Any, parties: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["authority"].choices = parties  # type: ignore[attr-defined]


class OwnAnswerForm(Form):
    """The family's own answer."""

    answer = RadiosField(label=_("What is your answer?"))
    words = LongTextField(
        label=_("Anything you want to add? (optional)"), rows=4, max_characters=2000, autosave=True, required=False
    )

    def __init__(self, *args: Any, agreed_before: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices: list[tuple[str, Any]] = [(Answer.AGREED, _("I agree")), (Answer.NOT_AGREED, _("I do not agree"))]
        if agreed_before:
            choices = [(Answer.WITHDRAWN, _("I take my agreement back")), (Answer.AGREED, _("I agree as it is now"))]
        self.fields["answer"].choices = choices  # type: ignore[attr-defined]


class MeetingNoteForm(Form):
    on = SplitDateField(label=_("When did you meet?"), name=_("The day"), must_be="past_or_today")
    about = TextField(label=_("What about?"), max_length=200)


class AnnualReportForm(Form):
    sent_on = SplitDateField(label=_("When was the report sent?"), name=_("The day"), must_be="past_or_today")
    how = RadiosField(label=_("How?"), choices=Channel.choices)
