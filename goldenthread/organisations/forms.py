"""Questions about terms and closures."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, SplitDateField, TextField


class TermForm(Form):
    """One stretch of school days between two holidays."""

    name = TextField(label=_("Name"), hint=_("For example: Autumn, first half"), width=20, max_length=60)
    starts_on = SplitDateField(label=_("First day"))
    ends_on = SplitDateField(label=_("Last day"))


class ClosureForm(Form):
    """Days inside a term on which no pupil comes."""

    from_on = SplitDateField(label=_("First day closed"))
    to_on = SplitDateField(label=_("Last day closed"), hint=_("The same day for a single one."))
    reason = TextField(label=_("Why?"), hint=_("For example: staff training, polling day"), width=30, max_length=120)
