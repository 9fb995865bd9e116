"""What the lists of worries and of reviews can be narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.register import class_choices
from goldenthread.design_system.forms import Form, SelectField

from ..queries.lists import NOBODY, Narrowed, owners_of_concerns, owners_of_cycles

Choices = Iterable[tuple[str, str | Promise]]

WORRIES = (
    ("", _("Waiting now")),
    ("new", _("New, nobody has it yet")),
    ("undecided", _("Undecided")),
    ("look_again", _("With a day to look again")),
    ("decided", _("Decided")),
    ("all", _("All")),
)
REVIEWS = (("", _("All to come")), ("passed", _("Agreed date gone by")), ("soon", _("Due in three weeks")))


class ListFilters(Form):
    """Which part of a list, whose, and of which class. Anything that is no choice of the list counts as not asked."""

    def __init__(
        self, data: QueryDict, *, viewer: Viewer, part: str | Promise, parts: Choices, owner: str | Promise,
        owners: Choices,
    ) -> None:  # fmt: skip
        super().__init__(data)
        classes = class_choices(viewer, viewer.today)
        self.fields["part"] = SelectField(label=part, choices=[*parts], required=False)
        self.fields["owner"] = SelectField(label=owner, choices=[("", _("Everybody")), *owners], required=False)
        self.fields["class"] = SelectField(label=_("Class"), choices=[("", _("All classes")), *classes], required=False)

    @property
    def asked(self) -> Narrowed:
        self.is_valid()
        said = {name: str(self.cleaned_data.get(name, "")) for name in self.fields}
        owner = said["owner"] if said["owner"] in ("", NOBODY) else UUID(said["owner"])
        return Narrowed(said["part"], owner, UUID(said["class"]) if said["class"] else None)

    @property
    def chosen(self) -> list[str]:
        """The names of the questions that were answered."""
        self.is_valid()
        return [name for name in self.fields if self.cleaned_data.get(name)]

    def in_words(self, name: str) -> str:
        """The words of what was chosen."""
        choices: Any = getattr(self.fields[name], "choices", ())
        return next((str(label) for value, label in choices if value == self.cleaned_data.get(name)), "")


def worry_filters(data: QueryDict, viewer: Viewer) -> ListFilters:
    owners: list[tuple[str, str | Promise]] = [(NOBODY, _("Nobody yet")), *owners_of_concerns(viewer)]
    return ListFilters(
        data, viewer=viewer, part=_("Which worries"), parts=WORRIES, owner=_("Who has it"), owners=owners
    )


def review_filters(data: QueryDict, viewer: Viewer) -> ListFilters:
    return ListFilters(
        data, viewer=viewer, part=_("Which reviews"), parts=REVIEWS, owner=_("Led by"), owners=owners_of_cycles(viewer)
    )
