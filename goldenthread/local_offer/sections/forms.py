"""The questions to officers about pages, words and duties, and to anybody who asks for a copy."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    CheckboxesField,
    ConfirmField,
    Form,
    LongTextField,
    NumberField,
    RadiosField,
    SelectField,
    SplitDateField,
    TextField,
)

from ..comments.names import KINDS, Found
from ..vocabulary import SECTIONS
from . import blocks, easy_read, languages
from .links import is_web
from .models import AskedGroup, Asking, CopyForm, Topic

_MOST_SHOWN = 5  # problems of one text named at once


def _lines(problems: list[blocks.Problem]) -> list[str]:
    return [_now("Line %(line)s: %(why)s") % {"line": one.line, "why": one.sentence} for one in problems[:_MOST_SHOWN]]


def _web(value: str) -> str:
    if value and not is_web(value):
        raise forms.ValidationError(_now("Write the whole address, such as https://example.org/film."))
    return value


class PlaceForm(Form):
    """Where a page stands and who answers for it."""

    section = SelectField(
        label=_("Part of the Local Offer"), required=False, choices=[("", _("None"))] + [(t.code, t.name) for t in SECTIONS.terms]
    )  # fmt: skip
    owner = TextField(label=_("Who answers for it"), max_length=120, hint=_("A team or a post, not a person's name."))
    order = NumberField(label=_("Place in the list"), min_value=1, max_value=999, hint=_("Small numbers come first."))


class NewPageForm(PlaceForm):
    title = TextField(label=_("Title"), max_length=120)
    slug = TextField(
        label=_("Name in the address"), max_length=60, spellcheck=False,
        hint=_("Small letters and dashes, such as short-breaks. It never changes, so that links stay right."),
    )  # fmt: skip
    field_order = ("title", "slug", "section", "owner", "order")

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        if not len(slug) >= 2 or not all(
            (part.isalnum() and part.isascii() and part.islower()) or part.isdigit() for part in slug.split("-")
        ):
            raise forms.ValidationError(_now("Use small letters, figures and single dashes, such as short-breaks."))
        return slug


class WriteForm(Form):
    """The words of a page. What is wrong in a line is said with its number; the draft is kept all the same."""

    title = TextField(label=_("Title"), max_length=120)
    summary = TextField(label=_("What it is about, in one sentence"), max_length=300)
    body = LongTextField(
        label=_("Text"), rows=24, autosave=True, max_characters=20000, required=False,
        hint=_("Plain words. The marks you can use are explained below the form."),
    )  # fmt: skip
    easy_read_words = LongTextField(
        label=_("Easy Read"), rows=10, autosave=True, max_characters=4000, required=False,
        hint=_("One short sentence a line, with the name of its picture first: “phone: Ring us.”"),
    )  # fmt: skip
    sources = LongTextField(
        label=_("What it rests on"), rows=4, autosave=True, max_characters=2000, required=False,
        hint=_("One law or source a line. Time limits add theirs by themselves."),
    )  # fmt: skip
    video_address = TextField(
        label=_("Film in British Sign Language: its address"), required=False, max_length=400, spellcheck=False,
        hint=_("People open it with a link; nothing is loaded before. It needs captions and its words as text."),
    )  # fmt: skip
    video_minutes = NumberField(label=_("How many minutes it takes"), required=False, min_value=1, max_value=120)
    video_captions = forms.BooleanField(label=_("The film has captions"), required=False)
    video_transcript = LongTextField(
        label=_("The words of the film"), rows=6, required=False, autosave=True, max_characters=20000
    )
    why = TextField(label=_("What you changed, and why"), required=False, max_length=300)

    def clean_video_address(self) -> str:
        return _web(str(self.cleaned_data["video_address"]))

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        for sentence in _lines(blocks.read(answers.get("body") or "")[1]):
            self.add_error("body", sentence)
        for sentence in _lines(easy_read.read(answers.get("easy_read_words") or "")[1]):
            self.add_error("easy_read_words", sentence)
        if answers.get("video_address"):
            if not answers.get("video_captions"):
                self.add_error("video_captions", _now("A film can be shown only with captions"))
            if not answers.get("video_transcript"):
                self.add_error("video_transcript", _now("Write down the words of the film"))
        return answers

    @property
    def words(self) -> dict[str, Any]:
        """What the action writes."""
        answers = dict(self.cleaned_data)
        answers["easy_read"] = answers.pop("easy_read_words")
        return answers


class ReviewForm(Form):
    """When a page is to be looked at again."""

    next_review_on = SplitDateField(label=_("When will you read it again?"), must_be="future", hint=_("Within a year."))

    def __init__(self, data: Any = None, *, latest: date, **rest: Any) -> None:
        super().__init__(data, **rest)
        self._latest = latest

    def clean_next_review_on(self) -> date:
        day: date = self.cleaned_data["next_review_on"]
        if day > self._latest:
            raise forms.ValidationError(_now("Choose a day within a year: what is older counts as not reviewed."))
        return day


class PublishForm(ReviewForm):
    """Publishing also says why, when the text is hard to read; and carries which saving of the draft was read."""

    seen_saves = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    hard_because = TextField(
        label=_("Why must the text be this hard to read?"), max_length=300,
        hint=_("Colleagues read this. Better: go back and make it plainer."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, latest: date, is_hard: bool, **rest: Any) -> None:
        super().__init__(data, latest=latest, **rest)
        if not is_hard:
            del self.fields["hard_because"]


class TranslationForm(Form):
    title = TextField(label=_("Title"), max_length=160, spellcheck=False)
    summary = TextField(label=_("What it is about"), max_length=400, spellcheck=False)
    body = LongTextField(
        label=_("Text"), rows=24, autosave=True, max_characters=30000,
        hint=_("Keep marks such as {time: …} as they are: the number stays right by itself."),
    )  # fmt: skip
    translator = TextField(
        label=_("Who translated it"), max_length=120, hint=_("A person or an agency. It is shown with the page.")
    )
    translated_on = SplitDateField(label=_("Translated on"), must_be="past_or_today")
    of_number = NumberField(label=_("From which version of the English page"), min_value=1, max_value=9999)
    by_a_person = ConfirmField(
        label=_("A person translated it, and a second person who reads the language looked at it")
    )

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"])
        if problems := _lines(blocks.read(body)[1]):
            raise forms.ValidationError(problems)
        return body

    @property
    def words(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "by_a_person"}


class RequirementForm(Form):
    """Who answers for a row of the legal list, and what tells it."""

    owner = TextField(label=_("Who answers for it"), max_length=120, hint=_("A team or a post, not a person's name."))
    pages = CheckboxesField(label=_("Pages that tell it"), choices=(), required=False, small=True)
    document_title = TextField(label=_("Document: its name"), required=False, max_length=200)
    document_address = TextField(label=_("Document: its address"), required=False, max_length=400, spellcheck=False)
    document_from = SplitDateField(label=_("Document: holds from"), required=False)
    document_until = SplitDateField(
        label=_("Document: holds until"), required=False, hint=_("Leave empty if no end is set.")
    )
    looked = forms.BooleanField(
        label=_("I have looked at all that tells it, and it is right: it counts as reviewed today"), required=False
    )

    def __init__(self, data: Any = None, *, pages: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["pages"].choices = pages  # type: ignore[attr-defined]

    def clean_document_address(self) -> str:
        return _web(str(self.cleaned_data["document_address"]))

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("document_address") and not answers.get("document_title"):
            self.add_error("document_title", _now("Say what the document is called"))
        if (
            answers.get("document_title")
            and not answers.get("document_address")
            and "document_address" not in self.errors
        ):
            self.add_error("document_address", _now("Say where the document is"))
        address = answers.get("document_address")
        if address and address != self.initial.get("document_address") and not answers.get("looked"):
            self.add_error("looked", _now("Look at the new document, and tick that you have"))
        first, last = answers.get("document_from"), answers.get("document_until")
        if first and last and last < first:
            self.add_error("document_until", _now("The last day lies before the first"))
        return answers

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "looked"}


class ConsultationForm(Form):
    asking = RadiosField(label=_("What was it?"), choices=Asking.choices)
    group = SelectField(label=_("Who was asked?"), choices=AskedGroup.choices)
    topic = SelectField(label=_("About what?"), choices=Topic.choices)
    happened_on = SplitDateField(label=_("When?"), must_be="past_or_today")
    method = TextField(
        label=_("How?"),
        max_length=200,
        hint=_("For example: a meeting in the library, a survey, a walk through the site."),
    )
    people = NumberField(
        label=_("How many people took part?"), required=False, min_value=1, max_value=99999,
        hint=_("Fewer than six are shown as “fewer than 6”."),
    )  # fmt: skip
    said = LongTextField(label=_("What they said"), rows=5, max_characters=4000, hint=_("Name nobody."))
    changed = LongTextField(label=_("What changed because of it"), rows=5, max_characters=4000)


class ShowConsultationForm(Form):
    """For each find the reason why it tells nobody who somebody is; and, unseen, the mark of what was read.

    before: reasons given when it was last shown.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, finds: list[Found], before: dict[Found, str], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.finds = dict(zip((f"find_{number}" for number in range(len(finds))), finds, strict=True))
        for name, found in self.finds.items():
            self.fields[name] = TextField(
                label=_now("“%(words)s”: why does this tell nobody who it is?") % {"words": found.words},
                hint=KINDS[found.kind], max_length=300, initial=before.get(found, ""),
                required_message=_now("Say why this tells nobody, or take the words out"),
            )  # fmt: skip

    @property
    def reasons(self) -> dict[Found, str]:
        return {found: self.cleaned_data[name] for name, found in self.finds.items()}


class StatementForm(Form):
    tested_on = SplitDateField(label=_("When was the Local Offer last tested?"), must_be="past_or_today")
    tested_how = LongTextField(
        label=_("How was it tested, and by whom?"), rows=4, max_characters=2000,
        hint=_("For example: by machine on every page; by four people who use a screen reader or the keyboard alone."),
    )  # fmt: skip
    answer_days = NumberField(
        label=_("Within how many days do you answer somebody who cannot use a page?"), min_value=1, max_value=60
    )


class GapForm(Form):
    what = TextField(label=_("What does not work?"), max_length=300)
    who = TextField(label=_("For whom?"), max_length=200, hint=_("For example: people who use a screen reader."))
    instead = TextField(label=_("What can they do until it works?"), max_length=300)
    criterion = TextField(
        label=_("Which rule of WCAG 2.2 is it?"), max_length=120, required=False, hint=_("For example: 1.4.10 Reflow.")
    )
    found_on = SplitDateField(label=_("Found on"), must_be="past_or_today")
    mend_by = SplitDateField(label=_("It will be mended by"))
    mended_on = SplitDateField(label=_("Mended on"), required=False, must_be="past_or_today")

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        found, mended = answers.get("found_on"), answers.get("mended_on")
        if found and mended and mended < found:
            self.add_error("mended_on", _now("It cannot be mended before it was found"))
        return answers


class WordForm(Form):
    word = TextField(label=_("Word"), max_length=80)
    also = LongTextField(
        label=_("Other ways of writing it"), rows=3, required=False, max_characters=600, hint=_("One a line.")
    )
    meaning = LongTextField(label=_("What it means"), rows=3, max_characters=400, hint=_("One or two short sentences."))
    source = TextField(label=_("Where that is from"), required=False, max_length=200)

    def clean_also(self) -> list[str]:
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["also"]).splitlines()]
        found = list(dict.fromkeys(filter(None, lines)))
        if any(len(one) > 80 for one in found):
            raise forms.ValidationError(_now("Each way of writing it has 80 characters or fewer."))
        return found


# For everybody ----------------------------------------------------------------------------------------------------


class AskForCopyForm(Form):
    form = RadiosField(
        label=_("In which form?"), choices=CopyForm.choices, reveals={"language": "language"},
        required_message=_("Choose in which form you want it"),
    )  # fmt: skip
    language = SelectField(label=_("Which language?"), choices=languages.choices(), empty_label=_("Choose a language"))
    page = SelectField(label=_("What do you want?"), choices=(), required=False)
    name = TextField(label=_("Your name"), max_length=120, autocomplete="name", required_message=_("Enter your name"))
    send_to = LongTextField(
        label=_("Where shall we send it?"), rows=4, max_characters=400,
        hint=_("A postal address, or an e-mail address for sound, Easy Read or another language."),
        required_message=_("Say where we shall send it"),
    )  # fmt: skip
    notes = LongTextField(
        label=_("Anything else we should know (optional)"), rows=3, max_characters=600, required=False,
        hint=_("For example how large the print should be. Please write nothing about anybody's health."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, pages: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["page"].choices = [("", _now("The whole Local Offer")), *pages]  # type: ignore[attr-defined]


class GiveUpForm(Form):
    reason = LongTextField(
        label=_("Why can it not be sent?"), rows=3, max_characters=600, required_message=_("Say why"),
        hint=_("Colleagues read this."),
    )  # fmt: skip
