"""What people read of an organisation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import EmailField, Form, LongTextField, TextField

from .fields import WEB_HINT, WebField


class OrganisationForm(Form):
    name = TextField(label=_("Name of the organisation"), max_length=200)
    description = LongTextField(
        label=_("What is it?"), rows=3, max_characters=1000, required_message=_("Say in a sentence what it is"),
        hint=_("One or two sentences. Everybody can read them."), autosave=True,
    )  # fmt: skip
    url = WebField(label=_("Web page (optional)"), hint=WEB_HINT)
    email = EmailField(
        label=_("E-mail address of the organisation (optional)"), required=False, max_length=254, autocomplete="off",
        hint=_("Everybody can read it."),
    )  # fmt: skip
