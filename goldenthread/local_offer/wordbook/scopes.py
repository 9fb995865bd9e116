"""The words are the authority's own: its officers keep them, and nobody else in the area."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer


@scope("local_offer.Synonym")
@scope("local_offer.EverydayPhrase")
@scope("local_offer.UnansweredWord")
def own_body(viewer: Viewer) -> Q:
    return Q(authority_id=viewer.authority, holder_id__in=viewer.holders)
