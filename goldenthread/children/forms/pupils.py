"""What the data manager is asked about a number."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, RadiosField, SplitDateField, TextField

from ..identifiers import CHECKS
from ..models import Scheme


class IdentifierForm(Form):
    """A number, checked as soon as it is sent; a doubtful one is asked about once more."""

    scheme = RadiosField(label=_("Which number is it?"), choices=Scheme.choices, required_message=_("Choose which"))
    value = TextField(label=_("The number"), hint=_("Spaces do no harm."), width=20, spellcheck=False)
    from_on = SplitDateField(label=_("From which day?"), name=_("the first day"), must_be="past_or_today")

    def clean(self) -> None:
        super().clean()
        scheme, value = self.cleaned_data.get("scheme"), self.cleaned_data.get("value")
        if scheme and value:
            fault = CHECKS[scheme](value).fault
            if fault:
                self.add_error("value", fault)

    @property
    def query(self) -> str:
        """What is doubtful about a number that is well formed; "" when nothing is."""
        return CHECKS[self.cleaned_data["scheme"]](self.cleaned_data["value"]).query


class FindForm(Form):
    """Part of a name."""

    name = TextField(
        label=_("Name"), hint=_("Part of a name is enough. A typing slip does no harm."), width=20,
        autocomplete="off", spellcheck=False,
    )  # fmt: skip
