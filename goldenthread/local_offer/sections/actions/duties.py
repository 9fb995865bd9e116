"""What officers keep about the duties of the offer. Each action: allow, lock, write, audit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, Right, require
from goldenthread.access.scopes import reach_one
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record

from ..legal_list import BY_KEY
from ..models import AccessGap, AccessStatement, AreaWord, Consultation, RequirementRecord
from ..permissions import OFFER_DUTY_KEEP, OFFER_PAGE_WRITE
from ..shared import CONSULTATION, GAP, REQUIREMENT, STATEMENT, WORD, Seen, refuse_if_changed

Kept = TypeVar("Kept", bound=models.Model)
_NOT_SHOWN: dict[str, Any] = {"published": False, "published_by": None, "published_on": None}


def _held(by: Viewer) -> dict[str, Any]:
    assert by.organisation is not None, "these rights are held by roles of a body only"
    return {"authority_id": by.authority, "holder_id": by.organisation}


def _keep(
    by: Viewer, model: type[Kept], right: Right, facts: Mapping[str, Any], key: UUID | None, names: tuple[str, ...],
    seen: Seen | None,
) -> Kept:  # fmt: skip
    """Make a row, or change the one of this key. Raises NotFound for a key outside the reach, and SavedMeanwhile, with
    nothing written, when the row no longer says what this writer saw (seen: its values by name; None does not ask)."""
    require(by, right)
    manager = model._default_manager
    found = model(**_held(by)) if key is None else reach_one(by, manager.select_for_update(), right, key)
    if key is not None:
        refuse_if_changed(found, names, seen)
    for name, value in facts.items():
        setattr(found, name, value)
    found.save()
    return found


@transaction.atomic
def keep_requirement(
    *, by: Viewer, key: str, facts: Mapping[str, Any], looked: bool = True, seen: Seen | None = None
) -> RequirementRecord:
    """Say who answers for a row of the legal list and what tells it; and, where looked, that all of it was reviewed today.

    facts: owner, pages, document_title, document_address, document_from, document_until. Without looked no day of review
    moves, and a document of another address is refused.
    """
    require(by, OFFER_DUTY_KEEP)
    if key not in BY_KEY:
        raise NotFound("requirement")
    before = RequirementRecord.objects.select_for_update().filter(authority_id=by.authority, key=key).first()
    refuse_if_changed(before, REQUIREMENT, seen)
    written = dict(facts) | _review(by, before, str(facts.get("document_address") or ""), looked)
    found, _made = RequirementRecord.objects.update_or_create(
        authority_id=by.authority, key=key, defaults=written, create_defaults=written | _held(by)
    )
    record(by, "offer_requirement.kept", found, key=key, looked=looked)
    return found


def _review(by: Viewer, before: RequirementRecord | None, address: str, looked: bool) -> dict[str, Any]:
    """The days of review as they are after this. Raises Refused for a new document that nobody looked at."""
    if looked:
        return {
            "reviewed_on": by.today, "reviewed_by_id": by.person, "document_reviewed_on": by.today if address else None
        }  # fmt: skip
    same = before is not None and before.document_address == address
    if address and not same:
        raise Refused(_("Look at the new document, and say that you have."))
    return {"document_reviewed_on": before.document_reviewed_on if before and address else None}


@transaction.atomic
def keep_consultation(
    *, by: Viewer, facts: Mapping[str, Any], consultation: UUID | None = None, seen: Seen | None = None
) -> Consultation:
    """Write down that people were asked. Nobody outside the office reads it before a colleague shows it (asked.py).

    What was shown is taken off the website by a change, until a colleague has read that; saved as it stood, it stays.
    """
    if consultation is not None and dict(facts) == seen:
        return reach_one(by, Consultation.objects.all(), OFFER_DUTY_KEEP, consultation)
    written = dict(facts) | {"kept_at": timezone.now(), "kept_by_id": by.person} | _NOT_SHOWN
    found = _keep(by, Consultation, OFFER_DUTY_KEEP, written, consultation, CONSULTATION, seen)
    record(by, "offer_consultation.kept", found)
    return found


@transaction.atomic
def keep_statement(*, by: Viewer, facts: Mapping[str, Any], seen: Seen | None = None) -> AccessStatement:
    """Write down when and how the offer was tested; the statement counts as prepared today."""
    before = AccessStatement.objects.filter(authority_id=by.authority, holder_id__in=by.holders).first()
    written = dict(facts) | {"prepared_on": by.today, "kept_by_id": by.person}
    found = _keep(by, AccessStatement, OFFER_DUTY_KEEP, written, before.pk if before else None, STATEMENT, seen)
    record(by, "offer_access_statement.kept", found)
    return found


@transaction.atomic
def keep_gap(*, by: Viewer, facts: Mapping[str, Any], gap: UUID | None = None, seen: Seen | None = None) -> AccessGap:
    """Write down what does not work for everybody yet, or that it is mended."""
    found = _keep(by, AccessGap, OFFER_DUTY_KEEP, dict(facts) | {"kept_by_id": by.person}, gap, GAP, seen)
    record(by, "offer_access_gap.kept", found, mended=found.mended_on is not None)
    return found


@transaction.atomic
def keep_word(
    *, by: Viewer, facts: Mapping[str, Any], area_word: UUID | None = None, seen: Seen | None = None
) -> AreaWord:
    """Explain a word in the area's own way. Refused when the area explains this very word already."""
    same = AreaWord.objects.filter(authority_id=by.authority, word__iexact=facts["word"]).first()
    if same is not None and same.pk != area_word:
        raise Refused(_("This word is explained already. Change that explanation instead."))
    written = dict(facts) | {"kept_at": timezone.now(), "kept_by_id": by.person}
    found = _keep(by, AreaWord, OFFER_PAGE_WRITE, written, area_word, WORD, seen)
    record(by, "offer_word.kept", found)
    return found


@transaction.atomic
def remove_word(*, by: Viewer, area_word: UUID) -> None:
    """Take the area's own explanation away; a shipped word of that name is shown again."""
    found = reach_one(by, AreaWord.objects.select_for_update(), OFFER_PAGE_WRITE, area_word)
    record(by, "offer_word.removed", found)
    found.delete()
