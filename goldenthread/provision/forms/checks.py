"""Is it in place?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.design_system.forms import LongTextField, RadiosField, SplitDateField
from goldenthread.letters.forms.naming import FamilyReads


class CheckForm(FamilyReads):
    """Somebody looked, on a day, and it was or was not in place."""

    family_reads = ("note",)

    in_place = RadiosField(
        label=gettext_lazy("Is it in place?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        inline=True,
        required_message=gettext_lazy("Choose yes or no"),
    )
    on = SplitDateField(label=gettext_lazy("When did you look?"), must_be="past_or_today", name=gettext_lazy("the day"))
    note = LongTextField(
        label=gettext_lazy("What did you see?"),
        hint=gettext_lazy("The family can read it. If it is not in place, say what is missing."),
        rows=3,
        max_characters=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("in_place") == "no" and not answers.get("note") and "note" not in self.errors:
            self.add_error("note", _("Say what was missing or not right"))
        return answers
