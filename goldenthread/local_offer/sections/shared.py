"""What several officers may change, as a writer saw it; and the refusal when somebody saved it meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused

Seen = Mapping[str, Any]

# The fields that a form of this room writes.
CONSULTATION = ("asking", "group", "topic", "happened_on", "method", "people", "said", "changed")
STATEMENT = ("tested_on", "tested_how", "answer_days")
GAP = ("what", "who", "instead", "criterion", "found_on", "mend_by", "mended_on")
WORD = ("word", "also", "meaning", "source")
REQUIREMENT = ("owner", "pages", "document_title", "document_address", "document_from", "document_until")
TRANSLATION = ("title", "summary", "body", "translator", "translated_on", "of_number")


class SavedMeanwhile(Refused):
    """Somebody else saved the same thing between a writer's reading and the lock. Nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else has saved this meanwhile. Open it again to see both."))


def values_of(found: models.Model | None, names: Iterable[str]) -> dict[str, Any]:
    """Its values by field; nothing for what is not there yet."""
    return {} if found is None else {name: getattr(found, name) for name in names}


def refuse_if_changed(found: models.Model | None, names: Iterable[str], seen: Seen | None) -> None:
    """Raise SavedMeanwhile unless it still is what the writer saw. found: locked. seen: None does not ask."""
    if seen is not None and values_of(found, names) != dict(seen):
        raise SavedMeanwhile
