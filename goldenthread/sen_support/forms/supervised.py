"""The sitting of a younger child: who helps, and one big question at a time."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import ConfirmField, Form, LongTextField, RadiosField, TextField

from ..models import How


class StartForm(Form):
    helped_by = TextField(label=_("Who helps the child? (you, unless somebody else)"), max_length=200, required=False)
    ready = ConfirmField(
        label=_("I sit with the child the whole time, and I understand that I am signed out now on this device"),
        required_message=_("Tick the box to begin"),
    )


class ViewForm(Form):
    """One answer, in the child's words."""

    words = LongTextField(label=_("Tell us"), rows=6, max_characters=8000, required_message=_("Write or say something"))
    how = RadiosField(
        label=_("How did you tell it?"),
        choices=[
            (How.TYPED, _("I wrote it")),
            (How.SAID, _("I said it and a grown-up wrote it")),
            (How.DRAWN, _("I drew it and told about it")),
            (How.SYMBOLS, _("I chose pictures")),
        ],
        required_message=_("Choose how you told it"),
    )
    family = RadiosField(
        label=_("May your family read this?"),
        choices=[("yes", _("Yes")), ("no", _("No, only school"))],
        inline=True,
        required_message=_("Choose yes or no"),
    )
