"""Keep words and take them away. Each action: allow, lock, write, audit. A search uses them at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from goldenthread.access.permissions import require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..models import EverydayPhrase, Synonym
from .permissions import WORDS_KEEP

T = TypeVar("T", Synonym, EverydayPhrase)


@transaction.atomic
def keep_synonym(*, by: Viewer, words: list[str], synonym: UUID | None = None) -> Synonym:
    """Keep a group of words that mean the same; synonym: the group to change, or None for a new one."""
    require(by, WORDS_KEEP)
    found = Synonym(**_own(by)) if synonym is None else _locked(by, Synonym, synonym)
    found.words, found.kept_by_id = words, by.person
    found.save()
    record(by, "synonym.kept", found, words=len(words), new=synonym is None)
    return found


@transaction.atomic
def keep_phrase(*, by: Viewer, facts: Mapping[str, Any], phrase: UUID | None = None) -> EverydayPhrase:
    """Keep what an everyday phrase means. facts: said, needs, sections, words. phrase: the one to change, or None."""
    require(by, WORDS_KEEP)
    found = EverydayPhrase(**_own(by)) if phrase is None else _locked(by, EverydayPhrase, phrase)
    for name in ("said", "needs", "sections", "words"):
        setattr(found, name, facts[name])
    found.kept_by_id = by.person
    found.save()
    record(by, "everyday_phrase.kept", found, needs=found.needs, sections=found.sections, new=phrase is None)
    return found


@transaction.atomic
def take_synonym_away(*, by: Viewer, synonym: UUID) -> None:
    found = _locked(by, Synonym, synonym)
    record(by, "synonym.taken_away", found, words=len(found.words))
    found.delete()


@transaction.atomic
def take_phrase_away(*, by: Viewer, phrase: UUID) -> None:
    found = _locked(by, EverydayPhrase, phrase)
    record(by, "everyday_phrase.taken_away", found)
    found.delete()


def _own(by: Viewer) -> dict[str, Any]:
    assert by.organisation is not None, "only staff of the authority hold the right"
    return {"authority_id": by.authority, "holder_id": by.organisation}


def _locked(by: Viewer, model: type[T], key: UUID) -> T:
    return reach_one(by, model._default_manager.select_for_update(of=("self",)), WORDS_KEEP, key)
