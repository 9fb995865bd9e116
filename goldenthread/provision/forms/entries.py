"""What one child got: done, part or missed, with minutes and a reason where they are needed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.design_system.forms import NumberField, RadiosField, SelectField, TextField
from goldenthread.letters.forms.naming import FamilyReads

from ..actions import Entry
from ..models import Delivery, DeliveryState, Reason

_STATES = [
    (DeliveryState.DELIVERED.value, gettext_lazy("Done")),
    (DeliveryState.PART.value, gettext_lazy("Part")),
    (DeliveryState.MISSED.value, gettext_lazy("Missed")),
]
_TAKE_BACK = (DeliveryState.TAKEN_BACK.value, gettext_lazy("Take back: this was written by mistake"))


class EntryForm(FamilyReads):
    """One child's line. planned: minutes of the whole session; written: the entry that stands there now, if any."""

    family_reads = ("note",)
    state = RadiosField(
        label=gettext_lazy("What happened"), choices=_STATES, small=True, required=False,
        reveals={"part": ("minutes", "part_because"), "missed": "reason"},
    )  # fmt: skip
    minutes = NumberField(label=gettext_lazy("How many minutes were done"), width=3, min_value=1)
    part_because = SelectField(
        label=gettext_lazy("Why was it part?"),
        choices=Reason.choices,
        empty_label=gettext_lazy("Choose a reason"),
        required_message=gettext_lazy("Choose why it was part"),
    )
    reason = SelectField(
        label=gettext_lazy("Why was it missed?"),
        choices=Reason.choices,
        empty_label=gettext_lazy("Choose a reason"),
        required_message=gettext_lazy("Choose why it was missed"),
    )
    note = TextField(
        label=gettext_lazy("A note, if you want to add one"),
        hint=gettext_lazy("The family can read it."),
        max_length=300,
        required=False,
    )
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, planned: int, written: Delivery | None = None, must_choose: bool = False, **rest: Any
    ) -> None:
        if written is not None:
            rest["initial"] = {
                "state": written.state, "minutes": written.minutes or None, "reason": written.reason,
                "part_because": written.reason, "note": written.note, "seen": written.pk,
            } | rest.get("initial", {})  # fmt: skip
        super().__init__(*args, **rest)
        self.planned = planned
        if written is not None:
            self.fields["state"].choices = [*_STATES, _TAKE_BACK]  # type: ignore[attr-defined]
        if must_choose:
            self.fields["state"].required = True
            self.fields["state"].error_messages["required"] = _("Choose done, part or missed")

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        state = answers.get("state")
        if state == DeliveryState.PART and (answers.get("minutes") or 0) >= self.planned:
            self.add_error(
                "minutes",
                _("Enter fewer than %(planned)d minutes, or choose done") % {"planned": self.planned},
            )
        return answers

    @property
    def why(self) -> str:
        """The reason given for a part or a missed session."""
        return str(self.cleaned_data.get("part_because") or self.cleaned_data.get("reason") or "")

    @property
    def entry(self) -> Entry | None:
        """What was chosen, or None when the line was left empty."""
        answers = self.cleaned_data
        if not answers.get("state"):
            return None
        short = answers["state"] in (DeliveryState.PART, DeliveryState.MISSED)
        return Entry(
            state=answers["state"],
            minutes=answers["minutes"] if answers["state"] == DeliveryState.PART else None,
            reason=self.why if short else "",
            note=answers["note"],
        )


class LineForm(EntryForm):
    """One child among several on a page: kept short, so that a group fits on a phone.

    about: the child's name, which a screen reader says with the question; on the page it stands above.
    """

    state = RadiosField(label=gettext_lazy("What happened"), choices=_STATES, inline=True, small=True, required=False)
    part_because = None  # type: ignore[assignment]  # one question for both stands beside the minutes
    minutes = NumberField(label=gettext_lazy("Minutes, if part"), width=3, min_value=1, required=False)
    reason = SelectField(
        label=gettext_lazy("Why, if part or missed"),
        choices=Reason.choices,
        empty_label=gettext_lazy("Choose a reason"),
        required=False,
    )

    def __init__(self, *args: Any, about: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for field in (self.fields["state"], self.fields["minutes"], self.fields["reason"]):
            field.label = format_html('{}<span class="govuk-visually-hidden">: {}</span>', field.label, about)

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("state") == DeliveryState.PART and not answers.get("minutes") and "minutes" not in self.errors:
            self.add_error("minutes", _("Enter how many minutes were done"))
        short = answers.get("state") in (DeliveryState.PART, DeliveryState.MISSED)
        if short and not answers.get("reason"):
            self.add_error("reason", _("Choose why it was part or missed"))
        return answers


class ExtraForm(EntryForm):
    """A session outside the timetable: on which day, and whether it makes up a missed one."""

    makes_up = SelectField(label=gettext_lazy("Does it make up a missed session?"), required=False)
    field_order = ["makes_up", "state", "minutes", "part_because", "reason", "note"]

    def __init__(self, *args: Any, missed: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, must_choose=True, **rest)
        if missed:
            self.fields["makes_up"].choices = [("", _("No")), *missed]  # type: ignore[attr-defined]
        else:
            del self.fields["makes_up"]
