"""To whom, how, what about, what goes with it. No address is ever asked for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import CheckboxesField, ConfirmField, Form, LongTextField, RadiosField, TextField
from goldenthread.documents.models import Document

from ..models import Channel
from ..recipients import Offered


class LetterForm(Form):
    """One recipient, one way, one child. free: the sender writes the words; otherwise they are built from the record."""

    to = RadiosField(
        label=_("Who is it to?"),
        choices=[],
        hint=_("One person. Where it goes is read from their page when it leaves."),
        required_message=_("Choose one person"),
    )
    channel = RadiosField(label=_("How does it go?"), choices=Channel.choices, required_message=_("Choose how it goes"))
    subject = TextField(label=_("What is it about?"), max_length=200, required_message=_("Say what it is about"))
    words = LongTextField(
        label=_("What do you want to say?"),
        hint=_(
            "An empty line begins a new paragraph. A line that begins with - is a point of a list. **Bold** is bold."
        ),
        rows=14,
        max_characters=20_000,
        autosave=True,
        required_message=_("Write the letter"),
    )
    documents = CheckboxesField(
        label=_("Which documents go with it?"),
        hint=_("Only documents about this child that the recipient may open."),
        choices=[],
        required=False,
    )

    def __init__(self, *args: Any, people: list[Offered], documents: list[Document], free: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["to"].choices = [(one.key, one.recipient.label) for one in people]  # type: ignore[attr-defined]
        self.fields["documents"].choices = [(str(one.pk), one.title) for one in documents]  # type: ignore[attr-defined]
        self.why_not = {one.key: one.recipient.why_not for one in people}
        if not free:
            del self.fields["subject"], self.fields["words"]
        if not documents:
            del self.fields["documents"]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        reason = self.why_not.get(answers.get("to", ""), {}).get(answers.get("channel", ""))
        if reason:
            self.add_error("channel", reason)
        return answers


class SendForm(Form):
    """Pressing Send. looked_at: which copy stood on the page."""

    urgent = ConfirmField(label=_("It cannot wait: send it at once"), required=False)
    urgent_because = TextField(
        label=_("Why can it not wait? The reason is kept with the letter."), required=False, max_length=300
    )

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("urgent") and not answers.get("urgent_because"):
            self.add_error("urgent_because", _("Say why it cannot wait"))
        return answers
