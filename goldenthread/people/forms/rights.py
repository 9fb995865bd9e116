"""What is asked when the rights are the young person's."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, RadiosField
from goldenthread.people.models import AccessBasis


class OwnDecisionForm(Form):
    """The young person says what one parent may do."""

    choice = RadiosField(
        label=_("What may this person do?"),
        page_heading=False,
        choices=[
            ("act", _("See my record and help me decide")),
            ("see", _("See my record, and nothing more")),
            ("no", _("Not see my record")),
        ],
        hints={"act": _("They can agree to things for you. You can still do it yourself.")},
    )
    reason = LongTextField(
        label=_("Do you want to say why?"),
        hint=_("You do not have to. Your school can read it."),
        required=False,
        rows=3,
    )

    def basis(self) -> str:
        return AccessBasis.REFUSED if self.cleaned_data["choice"] == "no" else AccessBasis.AGREED

    def may_act(self) -> bool:
        return bool(self.cleaned_data["choice"] == "act")


class StaffDecisionForm(OwnDecisionForm):
    """The SENCO writes down what the young person said, or a capacity decision."""

    choice = RadiosField(
        label=_("What was decided?"),
        choices=[
            ("act", _("The young person agreed: the parent sees the record and may decide with them")),
            ("see", _("The young person agreed: the parent sees the record only")),
            ("no", _("The young person said no")),
            ("capacity", _("Capacity decision: the young person cannot decide this, and the parent acts")),
        ],
        hints={
            "capacity": _(
                "Capacity is presumed. Record one only after a Mental Capacity Act assessment of this decision."
            )
        },
    )
    reason = LongTextField(
        label=_("What was asked, who was there, and what did the young person say or show?"),
        required_message=_("Write down how it was decided"),
    )

    def basis(self) -> str:
        return AccessBasis.CAPACITY if self.cleaned_data["choice"] == "capacity" else super().basis()
