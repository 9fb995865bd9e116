"""Start a group, let a child join or leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.forms import (
    Form,
    LongTextField,
    NumberField,
    RadiosField,
    SelectField,
    SplitDateField,
    TextField,
)
from goldenthread.letters.forms.naming import FamilyReads

from ..models import Dose, Period
from ..particulars import GroupParticulars
from ..staff import who_can_lead
from ..words import dose_sentence


class GroupForm(Form):
    """An intervention for several children: what is written once and promised to each of them."""

    name = TextField(label=_("A name for the group"), hint=_("For staff, such as “Reading, Year 4”."), max_length=120)
    what = TextField(label=_("What is given"), hint=_("In words a parent would use."), max_length=300)
    leader = SelectField(label=_("Who leads it"), empty_label=_("Choose somebody"))
    expertise = TextField(label=_("What that person knows or is trained in"), max_length=300)
    minutes = NumberField(label=_("How long each session lasts"), suffix=_("minutes"), min_value=1, max_value=600)
    times = NumberField(label=_("How many times"), width=3, min_value=1, max_value=100)
    per = SelectField(label=_("In what time"), choices=Period.choices, initial=Period.WEEK)
    place = TextField(label=_("Where"), max_length=120)
    from_on = SplitDateField(label=_("First day"))
    until_on = SplitDateField(label=_("Last day"))

    def __init__(self, *args: Any, viewer: Viewer, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self._names = {str(account.pk): account.name for account in who_can_lead(viewer)}
        self.fields["leader"].choices = [("", _("Choose somebody")), *self._names.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        first, last = answers.get("from_on"), answers.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day must be on or after the first day"))
        return answers

    def particulars(self, intervention: UUID | None = None) -> GroupParticulars:
        """What was written, as the action takes it. Only of a valid form."""
        answers = dict(self.cleaned_data)
        leader = answers.pop("leader")
        return GroupParticulars(leader=UUID(leader), who=self._names[leader], intervention=intervention, **answers)


class AddChildForm(Form):
    """Which child joins, and from which day; and whether it is help that their plan already promises.

    helps: what could be placed in the group, once the child and the day are known; without any it is not asked.
    """

    child = SelectField(label=_("Which child joins?"), empty_label=_("Choose a child"))
    from_on = SplitDateField(label=_("From which day?"), name=_("the day"))
    dose = RadiosField(
        label=_("Is this help that is already promised?"),
        hint=_("Then it is not written twice, and what is given counts for the child's plan."),
        required_message=_("This child is promised help already. Say whether it is given in this group now"),
    )

    def __init__(self, *args: Any, children: list[tuple[str, str]], helps: Sequence[Dose] = (), **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["child"].choices = [("", _("Choose a child")), *children]  # type: ignore[attr-defined]
        if not helps:
            del self.fields["dose"]
            return
        promised = [(str(dose.pk), dose_sentence(dose)) for dose in helps]
        self.fields["dose"].choices = [*promised, (FURTHER, _("No, this is further help"))]  # type: ignore[attr-defined]

    @property
    def placed(self) -> UUID | None:
        """The promise that is given in the group from now on, if any. Only of a valid form."""
        chosen = self.cleaned_data.get("dose", FURTHER)
        return None if chosen == FURTHER else UUID(chosen)


FURTHER = "further"


class LeaveForm(FamilyReads):
    """From which day a child is no longer in the group, or the whole group ends; and why."""

    family_reads = ("because",)

    on = SplitDateField(label=_("From which day?"), name=_("the day"))
    because = LongTextField(label=_("Why?"), hint=_("The family can read it."), rows=3, max_characters=300)
