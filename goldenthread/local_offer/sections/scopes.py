"""Pages and duties are the authority's own: its officers reach them, and nobody else in the area."""

from __future__ import annotations

from django.db.models import Q

from goldenthread.access.scopes import scope
from goldenthread.access.viewer import Viewer


@scope("local_offer_sections.SectionPage")
@scope("local_offer_sections.PageVersion")
@scope("local_offer_sections.PageTranslation")
@scope("local_offer_sections.RequirementRecord")
@scope("local_offer_sections.LinkCheck")
@scope("local_offer_sections.Consultation")
@scope("local_offer_sections.AccessStatement")
@scope("local_offer_sections.AccessGap")
@scope("local_offer_sections.AreaWord")
@scope("local_offer_sections.CopyRequest")
def own_body(viewer: Viewer) -> Q:
    return Q(authority_id=viewer.authority, holder_id__in=viewer.holders)
