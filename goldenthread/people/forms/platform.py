"""Organisations and roles, for the platform administrator."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.access.roles import ROLES
from goldenthread.design_system.forms import EmailField, Form, RadiosField, SelectField, SplitDateField, TextField
from goldenthread.organisations.models import Kind, SettingType

STAFF_ROLES = [(role.key, role.name) for role in ROLES.values() if role.staff]


class OrganisationForm(Form):
    name = TextField(label=_("Name"), max_length=200)
    kind = RadiosField(
        label=_("What kind of body is it?"),
        choices=[choice for choice in Kind.choices if choice[0] != Kind.LOCAL_AUTHORITY],
    )
    setting_type = SelectField(
        label=_("Kind of setting"), choices=SettingType.choices, empty_label=_("Not a setting"), required=False
    )
    urn = TextField(
        label=_("URN"), hint=_("Six digits, from the register of schools."), required=False, width=10, max_length=6
    )
    phone = TextField(label=_("Telephone number"), required=False, width=20, max_length=30)
    email = EmailField(label=_("E-mail address"), required=False, autocomplete="off")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_setting = cleaned.get("kind") == Kind.SETTING
        if is_setting and not cleaned.get("setting_type"):
            self.add_error("setting_type", _("Choose what kind of setting it is"))
        if not is_setting:
            cleaned["setting_type"] = ""
        urn = cleaned.get("urn")
        if urn and not (urn.isascii() and urn.isdigit() and len(urn) == 6):
            self.add_error("urn", _("A URN has six digits"))
        return cleaned


class InviteStaffForm(Form):
    """Somebody and the role they get, with or without an account so far."""

    name = TextField(label=_("Full name"), max_length=200)
    email = EmailField(label=_("Work e-mail address"), autocomplete="off")
    role = RadiosField(
        label=_("Role"), choices=STAFF_ROLES, hints={role.key: role.sentence for role in ROLES.values() if role.staff}
    )
    job_title = TextField(label=_("Job title"), required=False, max_length=120)
    from_on = SplitDateField(label=_("From which day?"))


class EndRoleForm(Form):
    when = RadiosField(
        label=_("When does the role end?"),
        choices=[("now", _("At once")), ("day", _("At the end of a day"))],
        reveals={"day": "last_day"},
    )
    last_day = SplitDateField(label=_("Last day"), must_be="future_or_today")
