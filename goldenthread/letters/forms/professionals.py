"""Somebody outside: who they are and where they work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, TextField


class ProfessionalForm(Form):
    name = TextField(label=_("Name"), max_length=120, required_message=_("Give their name"))
    job = TextField(label=_("What do they do?"), hint=_("For example: speech therapist"), max_length=120)
    organisation_name = TextField(label=_("Where do they work?"), max_length=200)
    address = TextField(label=_("Work address"), hint=_("Never a home address"), max_length=300)
    postcode = TextField(label=_("Postcode"), max_length=8, width=10)
