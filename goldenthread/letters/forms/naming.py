"""Forms whose words a family will read: when another child is named, the writer is asked once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.design_system.forms import CheckboxesField, Form

from ..other_children import OtherChildren

STAYS = "names_stay"


class FamilyReads(Form):
    """A form some of whose fields a family reads. A warning, not a refusal: everything typed stays.

    family_reads: the names of those fields. other_children: whose names are looked for; None: nobody's. A name is asked about
    once: the form comes back with a box for each, and a ticked name stays.
    """

    family_reads: tuple[str, ...] = ()

    def __init__(self, *args: Any, other_children: OtherChildren | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.other_children = other_children

    def read_by_family(self, answers: dict[str, Any]) -> tuple[str, ...]:
        """Which fields the family can read, as the form is filled in."""
        return self.family_reads

    def texts_read_by_family(self, answers: dict[str, Any]) -> dict[str, str]:
        """Field → what was typed there for the family to read; "" for what stands outside the form's own fields."""
        return {name: str(answers.get(name) or "") for name in self.read_by_family(answers)}

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if self.other_children is None:
            return answers
        words = self.texts_read_by_family(answers)
        named = {name: found for name, text in words.items() if text and (found := self.other_children.named_in(text))}
        if named:
            self._ask_about(named)
        return answers

    def _ask_about(self, named: dict[str, list[str]]) -> None:
        """Show a box for each name, and hold the form up while one is neither taken out nor ticked."""
        names = sorted({one for found in named.values() for one in found})
        boxes = CheckboxesField(
            label=gettext_lazy("Which names stay?"),
            hint=gettext_lazy("The family can read this. Another child's name stays only if you say so."),
            choices=[(one, one) for one in names],
            required=False,
        )
        self.fields[STAYS] = boxes
        ticked = set(self[STAYS].data or ())
        for field, found in named.items():
            asked = [one for one in found if one not in ticked]
            if asked:
                said = _("Another child is named here: %s. Take the name out, or tick below that it stays.")
                self.add_error(field or None, said % ", ".join(asked))
