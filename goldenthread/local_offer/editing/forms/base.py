"""What the forms of all sections share: from the contents to the boxes, and back."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import CheckboxesField, Form, RowFormSet
from goldenthread.keys import new_key

from ...versions import PARTS, Contents, as_json, part_fields
from ..naming import field_name

LOCKED = "locked"


class RowForm(Form):
    """One row of a kind of part. row_key: which of the entry's parts it is, "" for a new one."""

    row_key = forms.CharField(required=False, widget=forms.HiddenInput)
    fields_of_row: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, contents: Contents | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.contents = contents or {}

    def initial_of(self, row: dict[str, Any]) -> dict[str, Any]:
        """What the boxes of a row show at first. row: as the contents have it."""
        return {name: row.get(name) for name in self.fields_of_row}

    def values(self) -> dict[str, Any]:
        """What the row says, as the contents have it."""
        return {name: self.cleaned_data[name] for name in self.fields_of_row}


class EntryForm(Form):
    """One section of an entry. fields_of_entry: those that stand in the contents under the same name.

    part, rows_class: the kind of part the section has rows of. lockable: whether this person may say which fields
    imports leave alone; locked: those that are locked now.
    """

    fields_of_entry: ClassVar[tuple[str, ...]] = ()
    part: ClassVar[str] = ""
    rows_class: ClassVar[Any] = None  # a RowFormSet, made by formset_factory

    def __init__(
        self,
        data: Any = None,
        *,
        contents: Contents,
        today: date,
        lockable: bool = False,
        locked: list[str] | None = None,
    ) -> None:
        super().__init__(data, initial=self.initial_of(contents) | {LOCKED: locked or []}, today=today)
        self.contents = contents
        if lockable:
            names = self.lockable_names()
            self.fields[LOCKED] = CheckboxesField(
                label=_("What imports must leave alone"), required=False, small=True,
                hint=_("Imports from registers and other feeds never change what is ticked here."),
                choices=[(name, field_name("service" if name not in PARTS else "", name)) for name in names],
            )  # fmt: skip
        self.rows: RowFormSet | None = self._rows(data, today) if self.rows_class else None

    @classmethod
    def lockable_names(cls) -> list[str]:
        return [*cls.fields_of_entry, *([cls.part] if cls.part else [])]

    def _rows(self, data: Any, today: date) -> RowFormSet:
        assert self.rows_class is not None
        olds = self.contents.get(self.part, [])
        blank = self.rows_class.form(contents=self.contents, today=today)
        initial = [blank.initial_of(row) | {"row_key": row.get("id", "")} for row in olds]
        more = {"contents": self.contents, "today": today}
        rows: RowFormSet = self.rows_class(data, prefix=self.part, initial=initial, form_kwargs=more)
        rows.extra = 0 if initial else 1  # an empty row only where there is none; more come with the button
        return rows

    def is_valid(self) -> bool:
        own = super().is_valid()
        return (self.rows is None or self.rows.is_valid()) and own

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        return {name: contents["service"].get(name) for name in self.fields_of_entry}

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields_of_entry}

    def write_into(self, contents: Contents) -> Contents:
        """The contents with what this section says. The rest stays as it is."""
        found = copy.deepcopy(contents)
        found["service"] |= self.values()
        if self.rows is not None:
            found[self.part] = self.written_rows(contents.get(self.part, []))
        return as_json(found)

    def written_rows(self, olds: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows as they now are. A key that is not one of this entry's own makes a new row (never another's)."""
        assert self.rows is not None
        known = {row["id"]: row for row in olds}
        written: list[dict[str, Any]] = []
        for row in self.rows.forms:
            if row.cleaned_data.get("DELETE") or not (row.has_changed() or row.cleaned_data.get("row_key")):
                continue
            old = known.pop(row.cleaned_data.get("row_key") or "", None)
            before = old or blank_part(self.part) | {"id": str(new_key())}
            written.append(before | self.kept_beside(before, row.values()) | {"number": len(written)})
        return [{name: value for name, value in row.items() if name in row_names(self.part)} for row in written]

    def kept_beside(self, before: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        """What a row says, with what follows from it (a point from a postcode)."""
        return values

    @property
    def locks(self) -> list[str] | None:
        """The fields of this section to be locked; None when this person may not say."""
        return list(self.cleaned_data[LOCKED]) if LOCKED in self.fields else None


@cache
def row_names(part: str) -> frozenset[str]:
    return frozenset({"id"} | {field.name for field in part_fields(PARTS[part])})


def blank_part(part: str) -> dict[str, Any]:
    """A part of this kind with every field at its default."""
    model = PARTS[part]
    empty = model()
    plain: dict[str, Any] = as_json({one.name: one.value_from_object(empty) for one in part_fields(model)})
    return plain
