"""Reads: the words kept here, and those that led to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet, Sum

from goldenthread.access.scopes import reach_one, reachable
from goldenthread.access.viewer import Viewer

from ..finding.unanswered import FEWEST_TO_SHOW
from ..models import EverydayPhrase, Synonym, UnansweredWord
from .permissions import WORDS_KEEP

LOOK_BACK = timedelta(days=366)  # product choice: a year holds every season of the school year once
MOST_UNANSWERED = 100


def synonyms(viewer: Viewer) -> QuerySet[Synonym]:
    return reachable(viewer, Synonym.objects.order_by("words", "pk"), WORDS_KEEP)


def phrases(viewer: Viewer) -> QuerySet[EverydayPhrase]:
    return reachable(viewer, EverydayPhrase.objects.order_by("said", "pk"), WORDS_KEEP)


def synonym_for(viewer: Viewer, key: UUID) -> Synonym:
    return reach_one(viewer, Synonym.objects.select_related("kept_by"), WORDS_KEEP, key)


def phrase_for(viewer: Viewer, key: UUID) -> EverydayPhrase:
    return reach_one(viewer, EverydayPhrase.objects.select_related("kept_by"), WORDS_KEEP, key)


@dataclass(frozen=True)
class Unanswered:
    word: str
    times: int


def unanswered(viewer: Viewer) -> list[Unanswered]:
    """Words of the last year that led to nothing, most often asked first; none that was asked fewer than three times."""
    since = (viewer.today - LOOK_BACK).replace(day=1)
    rows = reachable(viewer, UnansweredWord.objects.filter(month__gte=since).order_by(), WORDS_KEEP)
    sums = rows.values("word").annotate(asked=Sum("times")).filter(asked__gte=FEWEST_TO_SHOW)
    found = sums.order_by("-asked", "word")[:MOST_UNANSWERED]
    return [Unanswered(row["word"], row["asked"]) for row in found]
