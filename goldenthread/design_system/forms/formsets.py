"""Several rows of the same questions on one page; rows are added and taken away without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BaseFormSet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms.renderer import GoldenThreadRenderer

if TYPE_CHECKING:
    _Rows = BaseFormSet[Any]
else:
    _Rows = BaseFormSet


class RowFormSet(_Rows):
    """Use with Django's `formset_factory(RowForm, formset=RowFormSet, extra=1, can_delete=True)`.

    row_name is the legend's word ("Dose 2"); add_text stands on the button that asks for one more row.
    The view asks `wants_another_row(request.POST)` before it validates, and shows the form again with
    `with_another_row(request.POST, prefix)` when it is so; nothing typed is lost.
    """

    ADD = "add_row"
    renderer = GoldenThreadRenderer()
    row_name: Any = _("Row")
    add_text: Any = _("Add another")

    @property
    def may_grow(self) -> bool:
        return bool(self.total_form_count() < self.max_num)

    @classmethod
    def wants_another_row(cls, data: QueryDict) -> bool:
        """Whether the press was on the button that adds a row."""
        return cls.ADD in data

    @classmethod
    def with_another_row(cls, data: QueryDict, prefix: str | None = None) -> QueryDict:
        """The same answers with one empty row more; a count that is not a number is read as none."""
        grown = data.copy()
        name = f"{prefix or cls.get_default_prefix()}-TOTAL_FORMS"
        count = str(data.get(name, ""))
        grown[name] = str(int(count) + 1 if count.isascii() and count.isdigit() else 1)
        return grown

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Remove this row")
