"""What was typed is never lost: drafts of long forms, kept on the server for their author alone (bars F3, F4).

A long form carries a signed mark that says whose form it is and what it is about. So even when the sign-in has
run out, what was posted is kept for the right person, and for nobody else.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.database.acting import one_transaction

from .models import Draft

MARK = "draft_mark"
TITLE = "draft_title"  # what a short form calls itself, for the list of what its author began
_LEAVE_OUT = {"csrfmiddlewaretoken", MARK, "submission_key", "password", "password1", "password2", "code"}
_SALT = "goldenthread.draft"
_LONGEST = 200_000  # characters in one draft


def mark_for(person: UUID, form: str, version: str = "") -> str:
    """The hidden value that a long form carries: whose it is, which form, and from which version it started."""
    return signing.dumps([str(person), form, version], salt=_SALT)


def _read_mark(mark: str) -> tuple[UUID, str, str] | None:
    try:
        person, form, version = signing.loads(mark, salt=_SALT, max_age=14 * 24 * 3600)
        return UUID(person), form, version
    except (signing.BadSignature, ValueError):
        return None


class TooLong(Refused):
    """More than any form of ours holds. What was kept before stays as it was."""

    def __init__(self) -> None:
        super().__init__(_("This is longer than we can keep for you. Copy it somewhere safe, then send it in parts."))


def _fields(data: QueryDict) -> dict[str, list[str]]:
    """What was typed, without the character that PostgreSQL cannot keep. Raises TooLong."""
    lists = ((name.replace("\0", ""), values) for name, values in data.lists() if name not in _LEAVE_OUT)
    fields = {name: [str(value).replace("\0", "") for value in values] for name, values in lists}
    if sum(len(value) for values in fields.values() for value in values) > _LONGEST:
        raise TooLong
    return fields


def save_draft(person: UUID, form: str, data: QueryDict, version: str = "") -> Draft:
    """Keep what this person has typed so far. Replaces their earlier draft of the same form."""
    draft, _made = Draft.objects.update_or_create(
        person_id=person,
        form=form,
        defaults={"fields": _fields(data), "saved_at": timezone.now(), "started_from": version},
    )
    return draft


def draft_of(person: UUID, form: str) -> Draft | None:
    return Draft.objects.filter(person_id=person, form=form).first()


def discard_draft(person: UUID, form: str) -> None:
    """The form was sent, or the person wants to start again."""
    Draft.objects.filter(person_id=person, form=form).delete()


def filled(draft: Draft | None) -> QueryDict | None:
    """A draft as data for its form, or None."""
    if draft is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        data.setlist(name, values)
    return data


def drafts_of(person: UUID) -> list[Draft]:
    """Everything this person has begun and not sent, newest first."""
    return list(Draft.objects.filter(person_id=person).order_by("-saved_at"))


def keep_what_was_posted(request: HttpRequest) -> bool:
    """Keep a posted long form whose sign-in has run out. Answers whether something was kept.

    Trusts only the signed mark: the draft goes to the person the form was made for.
    """
    found = _read_mark(request.POST.get(MARK, "")) if request.method == "POST" else None
    if found is None:
        return False
    person, form, version = found
    try:
        with one_transaction(authority=None, person=person):
            save_draft(person, form, request.POST, version)
    except TooLong:
        return False
    return True


def version_of(fields: dict[str, Any]) -> str:
    """A short mark of a thing's present values, to notice that somebody else saved in between."""
    return signing.Signer(salt=_SALT).signature(repr(sorted(fields.items())))[:32]
