"""The forms of the report: one part, why a word may stand, and a reason."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, SelectField

from ..comments.names import Found
from .models import WordsAre
from .naming import KINDS

LONGEST = 6000  # characters of one part: two printed pages


class PartForm(Form):
    """The words under one heading. They may be empty: a part can be taken out again."""

    words = LongTextField(
        label=_("In your school's words"),
        hint=_(
            "Plain words, for a parent who reads it on a phone. Leave an empty line between paragraphs; begin lines"
            " with a dash for a list. Name no child and no parent."
        ),
        rows=12, required=False, max_characters=LONGEST, autosave=True,
    )  # fmt: skip


class ExplainForm(Form):
    """One answer for each find. A find without an answer stays open."""

    def __init__(self, data: Any = None, *, finds: list[Found], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.finds = dict(zip((f"find_{number}" for number in range(len(finds))), finds, strict=True))
        for name, found in self.finds.items():
            label = _now("“%(words)s”: what is it?") % {"words": found.words}
            self.fields[name] = SelectField(
                label=label, hint=KINDS[found.kind], required=False, choices=WordsAre.choices,
                empty_label=_now("Not said yet"),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if not any(answers.get(name) for name in self.finds):
            self.add_error(next(iter(self.finds), None), _now("Say what at least one is, or take the words out"))
        return answers

    @property
    def reasons(self) -> dict[Found, str]:
        return {found: self.cleaned_data[name] for name, found in self.finds.items() if self.cleaned_data.get(name)}


class ReasonForm(Form):
    reason = LongTextField(
        label=_("Why?"), hint=_("Colleagues at your school read this. It is never published."), rows=4,
        max_characters=2000, required_message=_("Say why"),
    )  # fmt: skip
