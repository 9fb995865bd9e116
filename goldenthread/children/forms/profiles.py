"""The one-page profile's questions, asked so that a child can answer them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, TextField

ASKED = {
    "good_at": _("What I am good at, and what people like about me"),
    "matters_to_me": _("What matters to me"),
    "helps_me": _("What helps me"),
    "does_not_help": _("What does not help me"),
    "strategies": _("What grown-ups do in class"),
    "safety": _("To keep me safe and well"),
}


class ProfileForm(Form):
    """One page. Every part may be left empty, but not all of them."""

    good_at = LongTextField(label=ASKED["good_at"], rows=3, max_characters=800, required=False, autosave=True)
    matters_to_me = LongTextField(
        label=ASKED["matters_to_me"], rows=3, max_characters=800, required=False, autosave=True
    )
    helps_me = LongTextField(label=ASKED["helps_me"], rows=4, max_characters=1200, required=False, autosave=True)
    does_not_help = LongTextField(
        label=ASKED["does_not_help"], rows=3, max_characters=800, required=False, autosave=True
    )
    strategies = LongTextField(
        label=ASKED["strategies"],
        hint=_("Short sentences that a cover teacher can act on today."),
        rows=4,
        max_characters=1200,
        required=False,
        autosave=True,
    )
    safety = LongTextField(
        label=ASKED["safety"],
        hint=_("Allergies, medicine, what to do if I am upset. Only what everyone who works with me must know."),
        rows=3,
        max_characters=800,
        required=False,
        autosave=True,
    )
    written_with = TextField(
        label=_("Written with"), hint=_("For example: Amara and her mother"), max_length=200, required=False
    )
