"""The file or the address, and for the register whose schools."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.design_system.forms import CheckboxesField, Form, TextField, UploadField

LARGEST = 120 * 1024 * 1024  # bytes


class FileForm(Form):
    file = UploadField(
        label=gettext_lazy("Choose the file"),
        hint=gettext_lazy("Up to 120 MB. Nothing changes until you have looked at what it would do."),
        required_message=gettext_lazy("Choose a file."),
    )

    def clean_file(self) -> object:
        found = self.cleaned_data["file"]
        if found.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 120 MB."))
        return found


class RegisterForm(FileForm):
    la_codes = TextField(
        label=gettext_lazy("Whose schools? Codes of local authorities"),
        hint=gettext_lazy(
            "Three figures each, with spaces between, such as 303 311. Leave it empty for all of England."
        ),
        required=False,
    )

    def clean_la_codes(self) -> frozenset[str]:
        codes = re.split(r"[\s,;]+", self.cleaned_data["la_codes"].strip())
        if any(code and not re.fullmatch(r"[0-9]{3}", code) for code in codes):
            raise forms.ValidationError(_("Write three figures for each authority, with spaces between."))
        return frozenset(code for code in codes if code)


class PartnerFileForm(FileForm):
    partner = TextField(
        label=gettext_lazy("Who made it?"),
        hint=gettext_lazy("Entries will say that they come from here. Use the same words each time."),
        required_message=gettext_lazy("Say who made it."),
        max_length=100,
    )


class FeedForm(Form):
    partner = TextField(
        label=gettext_lazy("Whose feed is it?"),
        hint=gettext_lazy("Entries will say that they come from here. Use the same words each time."),
        required_message=gettext_lazy("Say whose feed it is."),
        max_length=100,
    )
    address = TextField(
        label=gettext_lazy("The address of the feed"),
        hint=gettext_lazy("Such as https://example.org/api/oruk. We read for at most 90 seconds."),
        required_message=gettext_lazy("Write the address of the feed."),
        max_length=400,
    )


class AlsoForm(Form):
    """What is done beyond taking what is new and changed. doubtful, gone: how many there are of each."""

    also = CheckboxesField(label=gettext_lazy("And what else?"), required=False)

    def __init__(self, *, doubtful: int, gone: int) -> None:
        super().__init__()
        choices = [
            ("doubtful", _("Take the %(count)d that are perhaps here already as new entries too") % {"count": doubtful}),
            ("gone", _("Archive the %(count)d that are no longer there (they can be brought back for 30 days)")
             % {"count": gone}),
        ]  # fmt: skip
        shown = [choice for choice, count in zip(choices, (doubtful, gone), strict=True) if count]
        self.fields["also"].choices = shown  # type: ignore[attr-defined]
