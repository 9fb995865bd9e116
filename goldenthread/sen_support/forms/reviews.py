"""Arrange a review, and hold it: one meeting, one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    CheckboxesField,
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
from goldenthread.letters.other_children import OtherChildren

from ..actions.cycles import Running
from ..actions.reviews import GOES_ON, NO_TARGET_LEFT, Chosen, Invited, Meeting, Stood, serves_only_met
from ..actions.voices import Said
from ..models import Audience, CycleOutcome, DoseChoice, How, TargetResult, Voice
from ..wording import with_role
from .plans import FigureField

_CHILD_AUDIENCES = [(one.value, one.label) for one in (Audience.NOT_PARENTS, Audience.EVERYONE, Audience.SCHOOL)]


class ClockField(django_forms.TimeField):
    """A time of day: 15:30 or 3.30pm."""

    def __init__(self, *, label: Any, hint: Any = "", **rest: Any) -> None:
        formats = ["%H:%M", "%H.%M", "%I.%M%p", "%I:%M%p", "%I%p"]
        messages = {"invalid": _("Enter a time, such as 15:30")}
        super().__init__(
            label=label, help_text=hint, widget=TextInput({}, width=5), input_formats=formats,
            error_messages=messages, **rest,
        )  # fmt: skip
        self.page_heading = False


class ArrangeForm(Form):
    meets_on = SplitDateField(label=_("Day of the meeting"), name=_("The day"), must_be="future_or_today")
    at = ClockField(label=_("Time"), hint=_("For example 15:30"), required=False)
    place = TextField(label=_("Where, or how (by phone, by video)"), max_length=120, required=False)
    invited = CheckboxesField(label=_("Who is asked to come?"), required=False)
    others = TextField(
        label=_("Anybody else? (optional)"), hint=_("Names, with commas between them."), max_length=400, required=False
    )

    def __init__(self, *args: Any, people: list[Invited], interpreters: Mapping[str, str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = people
        names = [(str(place), with_role(one.name, one.role, interpreters)) for place, one in enumerate(people)]
        self.fields["invited"].choices = names  # type: ignore[attr-defined]

    @property
    def asked(self) -> list[Invited]:
        known = [self.people[int(place)] for place in self.cleaned_data["invited"]]
        others = [name.strip() for name in self.cleaned_data["others"].split(",") if name.strip()]
        return [*known, *(Invited(name, str(_("Guest"))) for name in others)]


class TargetReviewForm(FamilyReads):
    """How one target stands."""

    family_reads = ("shown_by",)

    result = RadiosField(label=_("How does it stand?"), choices=TargetResult.choices, inline=True)
    value = FigureField(label=_("The figure today (leave empty if not measured)"), required=False)
    shown_by = LongTextField(
        label=_("What showed it?"),
        rows=2,
        max_characters=1000,
        autosave=True,
        required_message=_("Say what showed how the target stands"),
    )


class DoseReviewForm(FamilyReads):
    """What becomes of one dose."""

    family_reads = ("effect",)

    choice = RadiosField(label=_("Keep, change or stop?"), choices=DoseChoice.choices, inline=True)
    effect = LongTextField(
        label=_("What did it do for the child? (optional)"), rows=2, max_characters=1000, autosave=True, required=False
    )
    minutes = NumberField(label=_("If it changes: minutes each time"), min_value=1, max_value=600, required=False)
    times = NumberField(label=_("If it changes: how many times"), min_value=1, max_value=100, required=False)


class MeetingForm(FamilyReads):
    """What was said, decided, and when the next cycle runs."""

    family_reads = ("teacher_said", "reason")

    held_on = SplitDateField(label=_("Day of the meeting"), name=_("The day"), must_be="past_or_today")
    came = CheckboxesField(label=_("Who was there?"), required=False, small=True)
    child_said = LongTextField(label=_("The child's words (optional)"), rows=3, autosave=True, required=False)
    child_how = SelectField(label=_("How the child's words came"), choices=How.choices, initial=How.SAID)
    child_audience = SelectField(
        label=_("Who may read the child's words"), choices=_CHILD_AUDIENCES,
        initial=Audience.NOT_PARENTS,
    )  # fmt: skip
    parent_said = LongTextField(label=_("The parent's words (optional)"), rows=3, autosave=True, required=False)
    parent_name = TextField(label=_("Which parent's words these are"), max_length=200, required=False)
    teacher_said = LongTextField(label=_("The teacher's words (optional)"), rows=3, autosave=True, required=False)
    teacher_name = TextField(label=_("Which teacher's words these are"), max_length=200, required=False)
    outcome = RadiosField(label=_("What is decided?"), choices=CycleOutcome.choices)
    reason = LongTextField(
        label=_("Why?"),
        rows=3,
        max_characters=4000,
        autosave=True,
        required_message=_("Give the reason. The family will read it"),
    )
    starts_on = SplitDateField(label=_("Next cycle: first day"), name=_("The first day"), required=False)
    weeks = NumberField(label=_("Next cycle: school weeks"), min_value=1, max_value=39, width=3, required=False)
    review_on = SplitDateField(label=_("Next cycle: review agreed for"), name=_("The review date"), required=False)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("outcome") in GOES_ON:
            for name, sentence in _NEXT_NEEDED.items():
                if not answers.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        starts, review = answers.get("starts_on"), answers.get("review_on")
        if starts and review and review <= starts:
            self.add_error("review_on", _("The next review must come after the first day"))
        for voice in ("parent", "teacher"):
            if answers.get(f"{voice}_said") and not answers.get(f"{voice}_name"):
                self.add_error(f"{voice}_name", _("Say whose words these are"))
        return answers


_NEXT_NEEDED = {
    "starts_on": _("Give the first day of the next cycle"),
    "weeks": _("Say for how many school weeks the next cycle runs"),
    "review_on": _("Give the date agreed for the next review"),
}


class HoldForm:
    """The whole meeting as one form: a part for each target, a part for each dose, and the meeting's own questions."""

    def __init__(
        self, data: Any, *, targets: list[Any], doses: list[Any], people: list[Invited], child: Any, today: Any,
        initial: dict[str, Any], other_children: OtherChildren | None = None,
    ) -> None:  # fmt: skip
        every: dict[str, Any] = {"today": today, "other_children": other_children}
        self.is_bound = data is not None
        self.targets = targets
        self.child = child
        self.people = people
        self.of_target = {
            one.target.pk: TargetReviewForm(data, prefix=f"target-{one.target.number}", **every) for one in targets
        }
        self.of_dose = {
            # By its key, not its place: help may be stopped or join while the meeting's page is open.
            dose.pk: DoseReviewForm(data, prefix=f"dose-{dose.pk}", initial={"choice": DoseChoice.KEEP}, **every)
            for dose in doses
        }
        self.meeting_form = MeetingForm(data, initial=initial, **every)
        names = [(str(place), f"{one.name} ({one.role})") for place, one in enumerate(people)]
        self.meeting_form.fields["came"].choices = names  # type: ignore[attr-defined]

    @property
    def forms(self) -> list[Form]:
        return [*self.of_target.values(), *self.of_dose.values(), self.meeting_form]

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in self.forms]  # every part says what is wrong, not only the first
        return all([*valid, self._help_has_a_target()])

    def _help_has_a_target(self) -> bool:
        """Help that goes on serves a target that goes on; where it does not, its own part says so."""
        if self.meeting_form.cleaned_data.get("outcome") not in GOES_ON:
            return True
        for key in (left := self.left_without_a_target()):
            self.of_dose[key].add_error("choice", NO_TARGET_LEFT)
        return not left

    def left_without_a_target(self) -> list[UUID]:
        """Help that is not stopped although every target it serves is met, as the choices stand so far."""
        met = {key for key, form in self.of_target.items() if form["result"].value() == TargetResult.MET}
        going_on = [key for key, form in self.of_dose.items() if form["choice"].value() != DoseChoice.STOP]
        return [key for key in going_on if serves_only_met(self.targets, met, key)]

    @property
    def errors(self) -> list[Any]:
        return [form.errors for form in self.forms if form.errors]

    @property
    def meeting(self) -> Meeting:
        """What the meeting found, as the action takes it. Only of a valid form."""
        said = self.meeting_form.cleaned_data
        goes_on = said["outcome"] in GOES_ON
        return Meeting(
            held_on=said["held_on"],
            targets={key: self._stood(form) for key, form in self.of_target.items()},
            doses={key: Chosen(**form.cleaned_data) for key, form in self.of_dose.items()},
            outcome=said["outcome"],
            reason=said["reason"],
            words=self._words(said),
            attendance=self._attendance(said),
            next=Running(said["starts_on"], said["weeks"], said["review_on"]) if goes_on else None,
        )

    def _stood(self, form: Form) -> Stood:
        return Stood(**form.cleaned_data)

    def _attendance(self, said: dict[str, Any]) -> list[Invited]:
        came = set(said["came"])
        return [
            Invited(one.name, one.role, one.parent, one.account, str(place) in came)
            for place, one in enumerate(self.people)
        ]

    def _words(self, said: dict[str, Any]) -> list[Said]:
        voices = [
            (Voice.CHILD, said["child_said"], self.child.first_name, said["child_audience"], said["child_how"]),
            (Voice.PARENT, said["parent_said"], said["parent_name"], Audience.EVERYONE, How.SAID),
            (Voice.TEACHER, said["teacher_said"], said["teacher_name"], Audience.EVERYONE, How.SAID),
        ]
        return [Said(voice, words, audience, by, how) for voice, words, by, audience, how in voices if words.strip()]
