"""What it is, who it is for, how somebody starts and what it costs."""

from __future__ import annotations

from typing import Any

from django.forms import formset_factory
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import (
    CheckboxesField,
    ConfirmField,
    LongTextField,
    NumberField,
    RadiosField,
    RowFormSet,
    SelectField,
    SplitDateField,
    TextField,
)

from ...models import Branch, Gender, ProvisionKind
from ...requirements import SHORTEST_DESCRIPTION
from ...versions import Contents
from ...vocabulary import NEEDS, ROUTES, SECTIONS
from .base import EntryForm, RowForm
from .fields import WEB_HINT, AgeField, LinesField, MoneyField, WebField


def _box(label: Any, hint: Any = "") -> ConfirmField:
    return ConfirmField(label=label, hint=hint, required=False)


class AboutForm(EntryForm):
    fields_of_entry = ("name", "other_names", "description", "sections", "provision_kinds", "branches", "online")

    name = TextField(label=_("Name"), max_length=100, min_length=2)
    other_names = LinesField(label=_("Other names (optional)"), hint=_("One on each line."))
    description = LongTextField(
        label=_("What is it?"),
        hint=_("In plain words, at least %(number)d letters. Say what happens there and what is good about it.")
        % {"number": SHORTEST_DESCRIPTION},
        rows=8, max_characters=4000, autosave=True,
    )  # fmt: skip
    sections = CheckboxesField(
        label=_("In which parts of the Local Offer should people find it?"), required=False, small=True,
        choices=[(term.code, term.name) for term in SECTIONS.terms],
    )  # fmt: skip
    provision_kinds = CheckboxesField(
        label=_("What kind of help is it?"), required=False, small=True, choices=ProvisionKind.choices
    )
    branches = CheckboxesField(
        label=_("If it is education, health or care: which? (optional)"),
        required=False,
        small=True,
        choices=Branch.choices,
    )
    online = _box(_("It is online or by telephone"))


class WhoForm(EntryForm):
    fields_of_entry = (
        "min_months", "max_months", "needs", "all_needs", "gender", "languages", "disability_only", "ehc_plan_needed",
        "suitability",
    )  # fmt: skip

    min_months = AgeField(
        label=_("From which age? (optional)"),
        hint=_("In years, or in months such as 6 months. Empty means from birth."),
    )
    max_months = AgeField(
        label=_("To which age? (optional)"), last=True, hint=_("The whole of that year. Empty means up to 25.")
    )
    all_needs = _box(_("It is for all needs"))
    needs = CheckboxesField(
        label=_("Or for which needs?"), hint=_("Leave it empty when it is for all."), required=False, small=True,
        choices=[(term.code, term.name) for term in NEEDS.terms],
    )  # fmt: skip
    gender = RadiosField(
        label=_("Is it for everybody?"),
        choices=[(value or "all", label) for value, label in Gender.choices],
        small=True,
    )
    disability_only = _box(_("It is only for disabled children and young people"))
    ehc_plan_needed = _box(_("Somebody needs an EHC plan to have it"))
    languages = LinesField(
        label=_("Languages spoken besides English (optional)"), longest=40, hint=_("One on each line.")
    )
    suitability = LongTextField(
        label=_("Is there anything else people should know about who it suits? (optional)"), rows=3, required=False,
        max_characters=2000,
    )  # fmt: skip

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        found = super().initial_of(contents)
        return found | {"gender": found["gender"] or "all"}

    def values(self) -> dict[str, Any]:
        found = super().values()
        return found | {"gender": "" if found["gender"] == "all" else found["gender"]}

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        low, high = answers.get("min_months"), answers.get("max_months")
        if low is not None and high is not None and low > high:
            self.add_error("max_months", _now("The last age must be the same as the first age or above it"))
        return answers


class StartForm(EntryForm):
    fields_of_entry = ("route", "referral_link", "eligibility", "waiting_weeks", "waiting_checked_on")

    route = RadiosField(
        label=_("How does somebody start?"), required=False, choices=[(term.code, term.name) for term in ROUTES.terms]
    )
    eligibility = LongTextField(
        label=_("Who can have it?"), hint=_("Needed unless everybody can just come."), rows=4, required=False,
        max_characters=2000,
    )  # fmt: skip
    referral_link = WebField(label=_("Web page to ask for it (optional)"), hint=WEB_HINT)
    waiting_weeks = NumberField(
        label=_("How long do people wait now? (optional)"),
        suffix=_("weeks"),
        required=False,
        min_value=0,
        max_value=520,
    )
    waiting_checked_on = SplitDateField(
        label=_("On which day did you find that out?"), required=False, must_be="past_or_today",
        hint=_("Needed when you say how long people wait."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        undated = answers.get("waiting_weeks") is not None and not answers.get("waiting_checked_on")
        if undated and "waiting_checked_on" not in self.errors:
            self.add_error("waiting_checked_on", _now("Say on which day you found out how long people wait"))
        return answers


class CostRow(RowForm):
    fields_of_row = ("option", "amount", "per", "valid_from", "valid_to")

    option = TextField(label=_("What is paid for"), max_length=120, hint=_("For example, one session or a helper."))
    amount = MoneyField(label=_("Amount"))
    per = TextField(
        label=_("For how much of it? (optional)"), max_length=80, required=False, hint=_("For example, a session.")
    )
    valid_from = SplitDateField(label=_("From (optional)"), required=False)
    valid_to = SplitDateField(label=_("Until (optional)"), required=False)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        first, last = answers.get("valid_from"), answers.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _now("The last day must be the first day or later"))
        return answers


class CostRows(RowFormSet):
    row_name = _("Price")
    add_text = _("Add another price")


class CostForm(EntryForm):
    fields_of_entry = (
        "free", "cost_statement", "short_breaks_accepted", "direct_payment_accepted", "funding_sources",
    )  # fmt: skip
    part = "costs"
    rows_class = formset_factory(CostRow, formset=CostRows, extra=1, max_num=30, can_delete=True)

    free = SelectField(label=_("Is it free?"), choices=[("yes", _("Yes")), ("no", _("No, or not for everybody"))])
    cost_statement = TextField(
        label=_("What does it cost, in one sentence?"), required=False, max_length=300,
        hint=_("For example, 4 pounds a session; helpers come free. Needed when it is not free and no price is given."),
    )  # fmt: skip
    short_breaks_accepted = _box(_("Short break money can pay for it"))
    direct_payment_accepted = _box(_("Direct payments can pay for it"))
    funding_sources = LinesField(label=_("Who pays for it? (optional)"), longest=120, hint=_("One on each line."))

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        found = super().initial_of(contents)
        return found | {"free": "yes" if found["free"] else "no"}

    def values(self) -> dict[str, Any]:
        found = super().values()
        return found | {"free": found["free"] == "yes"}
