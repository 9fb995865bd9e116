"""Choose a file and say what it is and who may open it. `TakenField` serves other rooms' forms too."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goldenthread.design_system.forms import Form, LongTextField, RadiosField, TextField, UploadField

from .models import Audience, Kind
from .refusal import RefusedFile
from .types import MEGABYTE, Purpose, Taken
from .uploads import largest, taken_from


class TakenField(UploadField):
    """A file field whose value is a checked and cleaned `Taken`, or None."""

    def __init__(self, *, purpose: Purpose, **rest: Any) -> None:
        rest.setdefault("hint", _hint(purpose))
        super().__init__(accept=purpose.accept, **rest)
        self.purpose = purpose

    def clean(self, data: Any, initial: Any = None) -> Taken | None:
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return taken_from(upload, self.purpose)
        except RefusedFile as refusal:
            raise ValidationError(str(refusal)) from refusal


def _hint(purpose: Purpose) -> Any:
    kinds = ", ".join(file_type.endings[0].upper() for file_type in purpose.file_types)
    words = _("%(kinds)s. Up to %(limit)s MB. Where and when a photo was taken is removed from it.")
    return words % {"kinds": kinds, "limit": largest(purpose) // MEGABYTE}


_FILE_MISSING = _("Choose a file")


class VersionForm(Form):
    """A newer file in the place of an older one."""

    file = TakenField(label=_("Choose the newer file"), purpose=Purpose.EVIDENCE, required_message=_FILE_MISSING)


class DocumentForm(Form):
    """A new document. Who may open it is asked in the words of whoever gives it.

    name: the child's first name, "" when the reader is that young person. parents: (key, name) of the child's parents, for
    staff; empty for a family.
    """

    file = TakenField(label=_("Choose a file"), purpose=Purpose.EVIDENCE, required_message=_FILE_MISSING)
    title = TextField(
        label=_("What is it?"),
        hint=_("For example: Letter from the speech therapist, March 2026"),
        max_length=200,
        required_message=_("Say in a few words what it is"),
    )
    kind = RadiosField(label=_("What kind of document is it?"), choices=Kind.choices, initial=Kind.REPORT, small=True)
    audience = RadiosField(label=_("Who may open it?"), choices=[], required_message=_("Choose who may open it"))

    def __init__(self, *args: Any, family: bool, name: str, parents: list[tuple[str, str]] | None = None, **rest: Any):
        super().__init__(*args, **rest)
        field = self.fields["audience"]
        if family and not name:
            self.fields["kind"].choices = [*_KINDS_OF_MINE]  # type: ignore[attr-defined]
        field.choices = (for_family if family else for_staff)(name)  # type: ignore[attr-defined]
        if not family:
            named = [(f"one_parent:{key}", _("The school, and %s only") % parent) for key, parent in parents or []]
            field.choices = [*field.choices, *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        audience, _colon, parent = (answers.get("audience") or "").partition(":")
        return answers | {"audience": audience, "for_parent": parent or None}


_KINDS_OF_MINE = [(key, _("My own work") if key == Kind.WORK else label) for key, label in Kind.choices]


def for_family(name: str) -> list[tuple[str, Any]]:
    """Who may open it, said to a parent; name "" says it to the young person."""
    if not name:
        return [
            (Audience.SCHOOL, _("The school, and me. No parent or carer.")),
            (Audience.EVERYONE, _("The school, and everyone in my family who may see my record")),
            (Audience.OWN, _("Only me, for now. The school cannot open it.")),
        ]
    return [
        (Audience.SCHOOL, _("The school, and me. No other parent or carer.")),
        (Audience.EVERYONE, _("The school, and everyone in the family who may see %s's record") % name),
        (Audience.OWN, _("Only me, for now. The school cannot open it.")),
    ]


def for_staff(name: str) -> list[tuple[str, Any]]:
    return [
        (Audience.SCHOOL, _("The school only")),
        (Audience.EVERYONE, _("The school, and everyone in the family who may see %s's record") % name),
    ]


class AudienceForm(Form):
    """Who may open a document from now on. Staff say why."""

    audience = RadiosField(label=_("Who may open it from now on?"), choices=[])
    reason = LongTextField(label=_("Why?"), rows=2, max_characters=200, hint=_("Kept with the document."))

    def __init__(self, *args: Any, family: bool, name: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["audience"].choices = (for_family if family else for_staff)(name)  # type: ignore[attr-defined]
        if family:
            del self.fields["reason"]
