"""Write a dose: each kind asks only for its own particulars."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.design_system.forms import Form, LongTextField, NumberField, SelectField, SplitDateField, TextField
from goldenthread.letters.forms.naming import FamilyReads

from ..catalogue import interventions_of, usual
from ..models import Dose, Intervention, Kind, Period
from ..particulars import NEEDED, DoseParticulars, missing
from ..staff import who_can_lead

_ALSO: dict[str, tuple[str, ...]] = {
    Kind.TIMED_SUPPORT: ("intervention", "deliverer"),
    Kind.EQUIPMENT: ("until_on",),
    Kind.ENVIRONMENT: ("until_on", "intervention"),
    Kind.TRAINING: ("minutes", "times", "per", "until_on"),
    Kind.PROFESSIONAL_REVIEW: ("minutes", "deliverer"),
}
_WHAT: dict[str, Any] = {
    Kind.TIMED_SUPPORT: _("What is given"),
    Kind.EQUIPMENT: _("Which equipment"),
    Kind.ENVIRONMENT: _("What is done differently, or which approach is used"),
    Kind.TRAINING: _("What staff are trained in"),
    Kind.PROFESSIONAL_REVIEW: _("What is reviewed"),
}
_WHO: dict[str, Any] = {
    Kind.TIMED_SUPPORT: _("Who gives it"),
    Kind.EQUIPMENT: _("Who looks after it"),
    Kind.ENVIRONMENT: _("Who does it"),
    Kind.TRAINING: _("Who gives the training"),
    Kind.PROFESSIONAL_REVIEW: _("Who reviews it"),
}


class DoseForm(Form):
    """The particulars of one kind of dose.

    kind: which kind, chosen before. countable: what is missing to be counted is an error; without it a draft may be
    kept unfinished. `particulars` gives what was written.
    """

    intervention = SelectField(label=_("From the catalogue"), required=False)
    what = TextField(label=_("What is given"), hint=_("In words a parent would use."), max_length=300)
    who = TextField(label=_("Who gives it"), hint=_("A name, or a role such as “teaching assistant in 4B”."),
                    max_length=200, required=False)  # fmt: skip
    deliverer = SelectField(label=_("Whose Today page shows it"), required=False)
    expertise = TextField(label=_("What that person knows or is trained in"), max_length=300, required=False)
    for_whom = TextField(label=_("Which members of staff are trained"), max_length=200, required=False)
    minutes = NumberField(
        label=_("How long each time"), suffix=_("minutes"), min_value=1, max_value=600, required=False
    )
    times = NumberField(label=_("How many times"), width=3, min_value=1, max_value=100, required=False)
    per = SelectField(label=_("In what time"), choices=Period.choices, empty_label=_("Choose"), required=False)
    group_size = NumberField(label=_("How many children together"), hint=_("1 for a child alone with the adult."),
                             width=3, min_value=1, max_value=40, required=False)  # fmt: skip
    when_used = TextField(label=_("When in the day"), max_length=200, required=False)
    place = TextField(label=_("Where"), max_length=120, required=False)
    in_place_by = SplitDateField(label=_("In place by"), required=False)
    check_every_weeks = NumberField(label=_("How often somebody looks whether it is in place"),
                                    hint=_("Every so many school weeks."), suffix=_("school weeks"), width=3,
                                    min_value=1, max_value=39, required=False)  # fmt: skip
    from_on = SplitDateField(label=_("First day"))
    until_on = SplitDateField(label=_("Last day"), required=False)

    def __init__(
        self, *args: Any, viewer: Viewer, kind: str, countable: bool = True, dose: Dose | None = None, **rest: Any
    ) -> None:
        if dose is not None:
            rest.setdefault("initial", _initial(dose))
        super().__init__(*args, **rest)
        self.kind, self.countable = kind, countable
        asked = {"what", "from_on", *NEEDED[kind], *_ALSO[kind]}
        for name in [name for name in self.fields if name not in asked]:
            del self.fields[name]
        self.fields["what"].label = _WHAT[kind]
        self.fields["who"].label = _WHO[kind]
        self._offer("deliverer", [(str(a.pk), a.name) for a in who_can_lead(viewer)] if "deliverer" in asked else [])
        self._offer("intervention", _catalogue(viewer, kind) if "intervention" in asked else [])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        if name in self.fields:
            self.fields[name].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        first, last = answers.get("from_on"), answers.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day must be on or after the first day"))
        if self.countable and not self.errors:
            for lack in missing(self._said(answers)):
                self.add_error(lack.field, lack.sentence)  # type: ignore[arg-type]
        return answers

    @property
    def particulars(self) -> DoseParticulars:
        """What was written, as the actions take it. Only of a valid form."""
        return self._said(self.cleaned_data)

    def _said(self, answers: dict[str, Any]) -> DoseParticulars:
        given = {name: value for name, value in answers.items() if value not in (None, "")}
        return DoseParticulars(**({"what": "", "kind": self.kind} | given))


def _initial(dose: Dose) -> dict[str, Any]:
    names = set(DoseParticulars.__dataclass_fields__) - {"kind", "deliverer", "intervention"}
    links = {"deliverer": dose.deliverer_id, "intervention": dose.intervention_id}
    return {name: getattr(dose, name) for name in names} | links


def _catalogue(viewer: Viewer, kind: str) -> list[tuple[str, str]]:
    return [(str(entry.pk), entry.name) for entry in interventions_of(viewer).filter(kind=kind)]


def usual_initial(intervention: Intervention) -> dict[str, Any]:
    """A new dose as the catalogue usually gives it."""
    return usual(intervention) | {"intervention": intervention.pk}


class StopForm(FamilyReads):
    """From which day it is no longer given, and why."""

    family_reads = ("because",)

    on = SplitDateField(label=_("From which day is it no longer given?"), name=_("the day"))
    because = LongTextField(label=_("Why does it stop?"), hint=_("The family can read it."), rows=3, max_characters=300)
