"""The questions to whoever comments, one a page; and those to officers."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    ConfirmField,
    Form,
    LongTextField,
    RadiosField,
    SelectField,
    SplitDateField,
    TextField,
)

from ..models import About, ResponseStatus, Speaker, WithheldReason
from .names import KINDS, Found
from .receiving import LONGEST
from .themes import themes

WHOLE = "all"  # the whole offer, where a choice may not be empty


def theme_choices() -> list[tuple[str, Any]]:
    return [(code or WHOLE, name) for code, name in themes()]


class AboutForm(Form):
    about = RadiosField(
        label=_("What is your comment about?"), page_heading=True, choices=About.choices,
        required_message=_("Choose what your comment is about"),
    )  # fmt: skip


class SpeakerForm(Form):
    speaker = RadiosField(
        label=_("Who is speaking?"), page_heading=True, choices=Speaker.choices,
        required_message=_("Choose who is speaking"),
    )  # fmt: skip


class WordsForm(Form):
    words = LongTextField(
        label=_("What do you want to tell us?"),
        page_heading=True,
        hint=_(
            "Write it as you would say it. Please do not name anybody: no child, no parent, no teacher. You need not"
            " say which condition anybody has."
        ),
        rows=9,
        max_characters=LONGEST,
        required_message=_("Write what you want to tell us"),
    )


class AreaForm(Form):
    section = RadiosField(
        label=_("Which part of the Local Offer is it about?"), page_heading=True, choices=(),
        hint=_("If you are not sure, choose the whole Local Offer."),
        required_message=_("Choose a part, or the whole Local Offer"),
    )  # fmt: skip

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["section"].choices = theme_choices()  # type: ignore[attr-defined]


class ContactForm(Form):
    contact = TextField(
        label=_("How can we reply to you? (optional)"), page_heading=True, required=False, max_length=200,
        hint=_("An e-mail address or a telephone number. Only the Local Offer officers see it. It is never published."),
    )  # fmt: skip


# For officers -----------------------------------------------------------------------------------------------------


class TriageForm(Form):
    about = RadiosField(label=_("What is it about?"), choices=About.choices)
    theme = SelectField(label=_("Under which theme will it be shown?"), choices=())

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["theme"].choices = theme_choices()  # type: ignore[attr-defined]


class RedactForm(Form):
    text = LongTextField(
        label=_("The text that everybody will read"),
        hint=_("Take out or replace what could tell who somebody is. Change nothing else: these are their words."),
        rows=12,
        max_characters=LONGEST + 1000,
        required_message=_("Write the text to be published"),
    )


class ConfirmForm(Form):
    """One reason for each find. A find without a reason stays open."""

    def __init__(self, data: Any = None, *, finds: list[Found], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.finds = dict(zip((f"find_{number}" for number in range(len(finds))), finds, strict=True))
        for name, found in self.finds.items():
            label = _now("“%(words)s”: why does this tell nobody who it is?") % {"words": found.words}
            self.fields[name] = TextField(label=label, hint=KINDS[found.kind], required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if not any(answers.get(name) for name in self.finds):
            self.add_error(
                next(iter(self.finds), None), _now("Give a reason for at least one, or take the words out of the text")
            )
        return answers

    @property
    def reasons(self) -> dict[Found, str]:
        return {found: self.cleaned_data[name] for name, found in self.finds.items() if self.cleaned_data.get(name)}


class ReasonForm(Form):
    reason = LongTextField(
        label=_("Why?"), hint=_("Colleagues read this. It is never published."), rows=4, max_characters=2000,
        required_message=_("Say why"),
    )  # fmt: skip


class WithholdForm(ReasonForm):
    withheld_reason = RadiosField(
        label=_("For which reason is it not published?"), choices=WithheldReason.choices,
        hint=_("The law allows these two and no others: SEND Regulations 2014 (SI 2014/1530) reg 56(4)."),
        required_message=_("Choose one of the two reasons"),
    )  # fmt: skip
    field_order = ("withheld_reason", "reason")


class ChooseResponseForm(Form):
    response = RadiosField(label=_("Which response answers it?"), choices=(), required_message=_("Choose a response"))

    def __init__(self, data: Any = None, *, responses: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["response"].choices = responses  # type: ignore[attr-defined]


class ResponseForm(Form):
    """A response and its action. The due date is asked while something is to be done, the day done afterwards."""

    text = LongTextField(label=_("What we answer"), rows=5, max_characters=4000, hint=_("In plain words. Name nobody."))
    action = LongTextField(label=_("What we do about it"), rows=3, max_characters=2000)
    owner = TextField(
        label=_("Who does it"), max_length=120, hint=_("A team or a post, not a person's name. Everybody reads it.")
    )
    status = RadiosField(
        label=_("How it stands"), choices=ResponseStatus.choices, reveals={"done": "done_on", "not_doing": "why_not"}
    )
    done_on = SplitDateField(label=_("Done on"), must_be="past_or_today")
    why_not = LongTextField(label=_("Why it is not being done"), rows=3, max_characters=2000)
    due_on = SplitDateField(label=_("By when"), required=False, hint=_("Needed while it is planned or being done."))
    nobody_named = ConfirmField(label=_("I have read it again: it tells nobody who somebody is"))

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("status") in ("planned", "doing") and not answers.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _now("Say by when it will be done"))
        return answers

    @property
    def facts(self) -> dict[str, Any]:
        """What the action writes."""
        names = ("text", "action", "owner", "due_on", "status", "done_on")
        return {name: self.cleaned_data[name] for name in names} | {"why_not": self.cleaned_data["why_not"] or ""}
