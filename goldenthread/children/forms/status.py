"""What is asked when a status changes, and when a need is written or ended."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, RadiosField, SelectField, SplitDateField, TextField

from ..codes import sen_types_in_use
from ..models import Area, Status


class StatusForm(Form):
    """From which day the child has which status, and why."""

    status = RadiosField(
        label=_("What is the status?"),
        choices=Status.choices,
        required_message=_("Choose the status"),
        hints={
            Status.MONITORING: _("Somebody keeps an eye on things; no SEN Support yet."),
            Status.SEN_SUPPORT: _("The school makes special educational provision. Parents must be told."),
            Status.PLAN: _("The local authority has made an education, health and care plan."),
        },
    )
    true_from = SplitDateField(
        label=_("From which day is this so?"),
        hint=_("A day in the past corrects what was known until now. What was known before stays to be seen."),
        name=_("the first day"),
        must_be="past_or_today",
    )
    reason = LongTextField(label=_("Why?"), rows=3, max_characters=300, required_message=_("Say why"))


class NeedForm(Form):
    """A need, in the census's types and in plain words."""

    sen_type = SelectField(
        label=_("Type of need"), choices=sen_types_in_use(), empty_label=_("Choose a type"),
        hint=_("No diagnosis is needed. Choose what fits best today; it can change."),
    )  # fmt: skip
    area = SelectField(
        label=_("Broad area"),
        choices=Area.choices,
        empty_label=_("As the type says"),
        required=False,
        hint=_("Only for a type that belongs to no one area."),
    )
    words = LongTextField(
        label=_("In plain words"), rows=4, required=False, hint=_("What does this mean for the child, in school?")
    )
    rank = RadiosField(
        label=_("Place"),
        choices=[("1", _("Primary need")), ("2", _("Secondary need")), ("3", _("A further need"))],
        inline=True,
    )
    from_on = SplitDateField(label=_("From which day?"), name=_("the first day"), must_be="past_or_today")


class EndForm(Form):
    """The last day of something, and why."""

    on = SplitDateField(label=_("Which was the last day?"), name=_("the last day"), must_be="past_or_today")
    reason = TextField(label=_("Why?"), max_length=300)
