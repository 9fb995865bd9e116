"""Which file, and the file itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, UploadField


class FileForm(Form):
    file = UploadField(
        label=_("Choose the file you filled in"),
        hint=_("A CSV file, up to 40 MB. Nothing changes until you have looked at what it would do."),
        accept=".csv,text/csv",
        required_message=_("Choose a file."),
    )
