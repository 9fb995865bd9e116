"""A message, and an entry of the log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, RadiosField, SplitDateField, TextField
from goldenthread.people.models import Parent

from ..models import SharedWith, Way


class MessageForm(Form):
    """One message of a thread."""

    words = LongTextField(
        label=_("Your message"), rows=6, max_characters=5000, autosave=True, required_message=_("Write your message")
    )


class NewThreadForm(MessageForm):
    """The first message of a thread. people: (key, name) for staff, who choose one; empty for a family."""

    to = RadiosField(label=_("To whom?"), choices=[], required_message=_("Choose one person"))
    subject = TextField(label=_("What is it about?"), max_length=120, required_message=_("Say what it is about"))
    field_order = ["to", "subject", "words"]

    def __init__(self, *args: Any, people: list[tuple[str, str]] | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if people is None:
            del self.fields["to"]
        else:
            self.fields["to"].choices = people  # type: ignore[attr-defined]


class TalkForm(Form):
    """A call, a meeting, a letter."""

    way = RadiosField(label=_("What was it?"), choices=Way.choices, required_message=_("Say what it was"))
    on = SplitDateField(label=_("When?"), must_be="past_or_today", name=_("the day"))
    whom = RadiosField(
        label=_("With whom?"), choices=[], reveals={"other": "with_whom"}, required_message=_("Say with whom")
    )
    with_whom = TextField(label=_("Their name and what they do"), max_length=200, required_message=_("Say who it was"))
    said = LongTextField(label=_("What was said?"), rows=5, max_characters=4000, autosave=True)
    agreed = LongTextField(
        label=_("What was agreed, who does it, by when?"), rows=3, max_characters=2000, required=False, autosave=True
    )
    shared_with = RadiosField(
        label=_("Which of the family may read this?"),
        choices=SharedWith.choices,
        required_message=_("Choose who may read it"),
    )

    def __init__(self, *args: Any, adults: list[Parent], **rest: Any) -> None:
        super().__init__(*args, **rest)
        named = [(str(one.pk), one.name) for one in adults]
        self.fields["whom"].choices = [*named, ("other", _("Somebody else"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("whom") == "other" and answers.get("shared_with") == SharedWith.PARENT:
            self.add_error("shared_with", _("It was with nobody of the family. Choose another answer."))
        return answers
