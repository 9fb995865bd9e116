"""Find children by name, typing slips forgiven."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import FloatField, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused
from goldenthread.access.viewer import Viewer

from ..models import Child
from ..names import plain
from ..permissions import CHILD_SEARCH
from .status import on_roll

ALIKE = 0.4  # of 1: "belo" and "bello" are 0.67 alike, "jon" and "john" 0.5
MOST_WORDS = 4
MOST_FOUND = 25


def named_like(children: QuerySet[Child], text: str) -> QuerySet[Child]:
    """The children whose name has every word of `text`, as written or nearly so, each with its `likeness` (0 to 1).

    Words may be in any order and unfinished. A name the child is known by counts like the given one. The rows come
    unordered; a text without a letter finds nobody.
    """
    words = plain(text).split()[:MOST_WORDS]
    if not words:
        return children.none()
    likeness = [
        Greatest(TrigramWordSimilarity(word, "sort_name"), TrigramWordSimilarity(word, "known_as")) for word in words
    ]
    for word, alike in zip(words, likeness, strict=True):
        children = children.filter(Q(GreaterThanOrEqual(alike, ALIKE)) | Q(sort_name__contains=word))
    nothing: Combinable = Value(0.0, output_field=FloatField())
    return children.annotate(likeness=sum(likeness, start=nothing))


def children_named(viewer: Viewer, text: str) -> list[Child]:
    """The children on the setting's roll today with a name like this, most alike first, at most MOST_FOUND.

    Raises Refused for fewer than two letters.
    """
    if len(plain(text)) < 2:
        raise Refused(_("Write at least two letters of the name."))
    found: Any = named_like(on_roll(viewer, viewer.today, CHILD_SEARCH), text)
    return list(found.order_by("-likeness", "sort_name", "pk")[:MOST_FOUND])
