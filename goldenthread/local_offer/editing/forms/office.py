"""What only the Local Offer's staff may change: whose entry it is, what it counts as, and when it is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import ConfirmField, SelectField, SplitDateField, TextField
from goldenthread.keys import new_key

from ...models import AreaScope, OfferOrganisation, OrganisationRole, ProviderType
from ...versions import Contents, as_json
from .base import EntryForm
from .fields import OrganisationField


def _box(label: Any, hint: Any = "") -> ConfirmField:
    return ConfirmField(label=label, hint=hint, required=False)


class OfficeForm(EntryForm):
    fields_of_entry = (
        "organisation", "provider_type", "area_scope", "secured_by_authority", "advice", "section_41", "urn",
        "ofsted_number", "cqc_number", "pinned", "visible_from", "visible_to",
    )  # fmt: skip

    organisation = OrganisationField(
        label=_("Whose entry is it?"), required=False, hint=_("The organisation's name, a part of it, or its URN.")
    )
    provider_type = SelectField(label=_("What kind of provider is it?"), choices=ProviderType.choices)
    area_scope = SelectField(label=_("Where is it?"), choices=AreaScope.choices)
    secured_by_authority = _box(_("The authority secures it (Schedule 2, paragraph 3(c))"))
    advice = _box(_("It gives information, advice or support (section 32)"))
    section_41 = _box(_("It is approved under section 41"))
    urn = TextField(label=_("URN (optional)"), width=10, max_length=6, required=False, spellcheck=False)
    ofsted_number = TextField(label=_("Ofsted number (optional)"), width=20, max_length=20, required=False)
    cqc_number = TextField(label=_("CQC number (optional)"), width=20, max_length=20, required=False)
    pinned = _box(_("Show it before others"))
    visible_from = SplitDateField(label=_("Show it from (optional)"), required=False)
    visible_to = SplitDateField(label=_("Show it until (optional)"), required=False)

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        key = contents["service"]["organisation"]
        name = OfferOrganisation.objects.filter(pk=key).values_list("name", flat=True).first() if key else ""
        return super().initial_of(contents) | {"organisation": name or ""}

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        if key := self.contents["service"]["organisation"]:
            self.fields["organisation"].present = (self.initial["organisation"], UUID(key))  # type: ignore[attr-defined]

    def clean_urn(self) -> str:
        urn = str(self.cleaned_data["urn"])
        if urn and not (urn.isascii() and urn.isdigit() and len(urn) == 6):
            self.add_error("urn", _now("A URN has six digits"))
        return urn

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        first, last = answers.get("visible_from"), answers.get("visible_to")
        if first and last and last < first:
            self.add_error("visible_to", _now("The last day must be the first day or later"))
        return answers

    def write_into(self, contents: Contents) -> Contents:
        """Whose entry it is stands also among the bodies, as the one that runs it."""
        found = super().write_into(contents)
        key = found["service"]["organisation"]
        if key == contents["service"]["organisation"]:
            return found
        others = [row for row in found.get("bodies", []) if row["role"] != OrganisationRole.DELIVERS]
        runs = next(
            (
                row
                for row in found.get("bodies", [])
                if row["role"] == OrganisationRole.DELIVERS and row["organisation"] == key
            ),
            {"id": str(new_key()), "organisation": key, "role": OrganisationRole.DELIVERS.value},
        )
        found["bodies"] = [runs, *others] if key else others
        return as_json(found)
